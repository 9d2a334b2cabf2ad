package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// Points along a smooth curve, so near to each other that straight lines between them look like it.
final class Polyline {
    private static final double FLAT = 5e-4; // of the extent: how far the curve may be from a line
    private static final int DEEPEST = 8; // halvings

    private final DoubleFunction<double[]> curve;
    private final double[] extent;
    private final List<double[]> points = new ArrayList<>();

    private Polyline(DoubleFunction<double[]> curve, double[] extent) {
        this.curve = curve;
        this.extent = extent;
    }

    /// @param ats where to begin with, ascending
    /// @param extent of the picture along each unknown // [n]
    static List<double[]> of(DoubleFunction<double[]> curve, double[] ats, double[] extent) {
        Polyline line = new Polyline(curve, extent);
        double[] from = curve.apply(ats[0]);
        line.points.add(from);
        for (int k = 1; k < ats.length; k++) {
            double[] to = curve.apply(ats[k]);
            line.between(ats[k - 1], from, ats[k], to, DEEPEST);
            line.points.add(to);
            from = to;
        }
        return line.points;
    }

    private void between(double a, double[] from, double b, double[] to, int halvings) {
        double middle = (a + b) / 2;
        if (halvings == 0 || !(a < middle && middle < b)) return;
        double[] at = curve.apply(middle);
        if (off(at, from, to) <= FLAT) return;
        between(a, from, middle, at, halvings - 1);
        points.add(at);
        between(middle, at, b, to, halvings - 1);
    }

    /// The distance of a point from the line between two, in extents.
    private double off(double[] at, double[] from, double[] to) {
        double along = 0;
        double length = 0;
        for (int i = 0; i < extent.length; i++) {
            double d = (to[i] - from[i]) / extent[i];
            along += d * (at[i] - from[i]) / extent[i];
            length += d * d;
        }
        double part = length > 0 ? Math.clamp(along / length, 0.0, 1.0) : 0;
        double square = 0;
        for (int i = 0; i < extent.length; i++) {
            double d = (at[i] - from[i] - part * (to[i] - from[i])) / extent[i];
            square += d * d;
        }
        return Math.sqrt(square);
    }
}
