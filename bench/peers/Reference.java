import java.util.stream.IntStream;

/// When the converged axon fires, and how far from that somebody else's is.
///
/// @param spikes in ms
record Reference(double[] spikes) {
    /// ms: the last spike that both have. A scheme that is off by more than an interval has another number of them.
    double off(double[] others) {
        int last = Math.min(spikes.length, others.length) - 1;
        return last < 0 ? Double.NaN : others[last] - spikes[last];
    }

    boolean within(double[] others, double bound) {
        return others.length == spikes.length && Math.abs(off(others)) <= bound;
    }

    double farthest(double[] others) {
        if (others.length != spikes.length) return Double.NaN;
        return IntStream.range(0, spikes.length).mapToDouble(k -> Math.abs(others[k] - spikes[k])).max().orElse(Double.NaN);
    }

    String says(double[] others) {
        return Table.number("%.1e", off(others)) + (others.length == spikes.length ? "" : " (" + others.length + " spikes)");
    }
}
