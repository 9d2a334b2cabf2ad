package loligo.protocol;

/// The Ornstein-Uhlenbeck process of unit variance and mean zero, at equally spaced knots: x[0] is drawn from its stationary distribution,
/// then x[k+1] = r x[k] + sqrt(1 - r^2) n[k+1] with r = exp(-every/tau), which is exact for any spacing (Gillespie 1996). n[k] is the k-th
/// normal number of the seed, so a longer walk begins as a shorter one does.
///
/// @param times ms after `start`, the last one is the end // [knots]
/// @param heights // [knots]
record Walk(double start, double[] times, double[] heights) {
    static Walk of(double start, double duration, double every, double tau, long seed) {
        int pieces = pieces(duration, every);
        double[] times = new double[pieces + 1];
        double[] heights = new double[pieces + 1];
        double keep = StrictMath.exp(-every / tau);
        double fresh = Math.sqrt(-StrictMath.expm1(-2 * every / tau));
        heights[0] = Philox.normal(seed, 0);
        for (int k = 1; k <= pieces; k++) {
            times[k] = k * every;
            heights[k] = keep * heights[k - 1] + fresh * Philox.normal(seed, k);
        }
        double part = (duration - times[pieces - 1]) / every;
        heights[pieces] = heights[pieces - 1] + part * (heights[pieces] - heights[pieces - 1]);
        times[pieces] = duration;
        return new Walk(start, times, heights);
    }

    /// How many straight lines a walk has.
    static int pieces(double duration, double every) {
        return Math.max(1, (int) Math.ceil(duration / every - 1e-9));
    }

    Segment around(double mean, double sd) {
        return new Segment.Path(start, times, heights, mean, sd);
    }
}
