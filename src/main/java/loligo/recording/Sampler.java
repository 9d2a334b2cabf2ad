package loligo.recording;

import java.math.BigDecimal;
import java.util.List;

/// Reads a recording at single times.
final class Sampler {
    private static final int EXACT_POWER = 22; // 10^22 is a double
    private static final double EXACT = 1L << 52; // whole numbers up to here are doubles, and so is the next of the grid

    private Sampler() {}

    /// The grid is decimal: its times are the doubles nearest to start + k * every. Where a column jumps the new value counts.
    static Samples regular(Recording recording, double every) {
        double[] times = grid(recording.start(), recording.end(), every, recording.panels() == 0);
        List<Recording.Column> columns = recording.columns();
        double[][] values = new double[columns.size()][];
        for (int c = 0; c < values.length; c++) values[c] = at(times, recording.edges(), columns.get(c).values());
        return new Samples(times, headings(recording), values);
    }

    private static List<Heading> headings(Recording recording) {
        return recording.columns().stream().map(c -> new Heading(c.name(), c.unit())).toList();
    }

    private static double[] grid(double start, double end, double every, boolean empty) {
        if (!(every > 0 && every < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException("samples every " + every + " ms; it must be above zero");
        if (empty) return new double[0];
        double count = Math.floor((end - start) / every * (1 + 4 * Math.ulp(1.0))) + 1;
        if (count > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("samples every " + every + " ms are " + count + ", more than an array holds");
        double[] times = new double[(int) count];
        BigDecimal first = BigDecimal.valueOf(start);
        BigDecimal step = BigDecimal.valueOf(every);
        int digits = Math.max(0, Math.max(first.scale(), step.scale()));
        boolean exact = digits <= EXACT_POWER && Math.max(Math.abs(start), Math.abs(end)) * StrictMath.pow(10, digits) < EXACT;
        double one = exact ? BigDecimal.ONE.scaleByPowerOfTen(digits).doubleValue() : Double.NaN;
        double begin = exact ? first.scaleByPowerOfTen(digits).doubleValue() : Double.NaN;
        double length = exact ? step.scaleByPowerOfTen(digits).doubleValue() : Double.NaN;
        for (int k = 0; k < times.length; k++) {
            double time = exact ? (begin + k * length) / one : first.add(step.multiply(BigDecimal.valueOf(k))).doubleValue(); // the same: only the division rounds
            times[k] = Math.min(end, time);
        }
        return times;
    }

    private static double[] at(double[] times, double[] edges, double[] values) {
        double[] read = new double[times.length];
        Quartic quartic = new Quartic();
        int panel = -1;
        for (int i = 0; i < times.length; i++) {
            int wanted = Math.max(panel, 0);
            while (wanted < edges.length - 2 && times[i] >= edges[wanted + 1]) wanted++;
            if (wanted != panel) quartic.load(values, wanted * Recording.NODES);
            panel = wanted;
            read[i] = quartic.value(times[i] == edges[panel + 1] ? 1 : (times[i] - edges[panel]) / (edges[panel + 1] - edges[panel]));
        }
        return read;
    }
}
