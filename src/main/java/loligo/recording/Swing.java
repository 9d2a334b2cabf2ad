package loligo.recording;

import java.util.Arrays;
import java.util.BitSet;

/// Chooses points so that straight lines in time between them pass all columns within a small part of each column's range. From the last point
/// kept every column has a door, the slopes of all lines that pass near the points since; the point before the first that lies outside of a door
/// is kept. Source: Bristol, Swinging door trending, Proc. ISA 45, 749 (1990).
final class Swing {
    private static final double NEAR = 4e-4; // of a column's range

    private final double[] times; // ms // [points]
    private final double[][] values; // membrane units // [columns][points]
    private final double[] near; // [columns], membrane units
    private final double[] low; // [columns], the doors, membrane units per ms
    private final double[] high;
    private int anchor;

    private Swing(double[] times, double[][] values) {
        this.times = times;
        this.values = values;
        this.near = new double[values.length];
        this.low = new double[values.length];
        this.high = new double[values.length];
    }

    static BitSet kept(double[] times, double[][] values) {
        return new Swing(times, values).kept();
    }

    private BitSet kept() {
        for (int c = 0; c < values.length; c++) near[c] = NEAR * range(values[c]);
        BitSet kept = new BitSet(times.length);
        if (times.length == 0) return kept;
        kept.set(0);
        anchorAt(0);
        for (int i = 1; i < times.length; i++) {
            if (follows(i)) continue;
            kept.set(i - 1);
            anchorAt(i - 1);
            if (follows(i)) continue;
            kept.set(i);
            anchorAt(i);
        }
        kept.set(times.length - 1);
        return kept;
    }

    private static double range(double[] column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : column) {
            low = Math.min(low, Double.isNaN(v) ? low : v);
            high = Math.max(high, Double.isNaN(v) ? high : v);
        }
        return Math.max(high - low, 0);
    }

    private void anchorAt(int point) {
        anchor = point;
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
    }

    /// Whether the line from the anchor to this point passes near all points between; if so, narrows the doors. A jump and a gap are no line.
    private boolean follows(int point) {
        double dt = times[point] - times[anchor];
        for (int c = 0; c < values.length; c++) {
            double rise = values[c][point] - values[c][anchor];
            if (!(dt > 0 ? rise >= low[c] * dt && rise <= high[c] * dt : rise == 0)) return false;
        }
        if (!(dt > 0)) return true;
        for (int c = 0; c < values.length; c++) {
            double rise = values[c][point] - values[c][anchor];
            low[c] = Math.max(low[c], (rise - near[c]) / dt);
            high[c] = Math.min(high[c], (rise + near[c]) / dt);
        }
        return true;
    }
}
