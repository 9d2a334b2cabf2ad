package loligo.feature.fit;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import loligo.quantity.Unit;

/// Measured points of a curve, in the units in which they are shown.
///
/// @param x // [n], finite
/// @param y // [n], finite
/// @param weights how much each point counts, inverse to the variance of its y; only their ratios matter // [n], above zero
public record Points(double[] x, double[] y, double[] weights, Unit xUnit, Unit yUnit) {
    public Points {
        if (x.length != y.length || x.length != weights.length) throw new IllegalArgumentException(x.length + " x, " + y.length + " y and " + weights.length + " weights; there must be as many of each");
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) throw new IllegalArgumentException("point " + i + " is (" + x[i] + ", " + y[i] + "); leave out what was not measured");
            if (!(weights[i] > 0 && weights[i] < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException("the weight of point " + i + " is " + weights[i] + "; it must be above zero");
        }
    }

    /// Points that count alike.
    public static Points of(double[] x, double[] y, Unit xUnit, Unit yUnit) {
        double[] weights = new double[x.length];
        Arrays.fill(weights, 1);
        return new Points(x, y, weights, xUnit, yUnit);
    }

    public int count() {
        return x.length;
    }

    double lowest() {
        return DoubleStream.of(x).min().orElseThrow();
    }

    double highest() {
        return DoubleStream.of(x).max().orElseThrow();
    }

    double range() {
        return highest() - lowest();
    }

    /// How many different x there are.
    int places() {
        return (int) DoubleStream.of(x).distinct().count();
    }

    /// Whether y does not vary beyond rounding.
    boolean flat() {
        double low = DoubleStream.of(y).min().orElseThrow();
        double high = DoubleStream.of(y).max().orElseThrow();
        return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
    }

    /// So many values in equal ratios, from the finest spacing of x to ten times its range: time constants that the points may show // [count]
    double[] scales(int count) {
        double[] sorted = DoubleStream.of(x).sorted().distinct().toArray();
        double finest = range();
        for (int i = 1; i < sorted.length; i++) finest = Math.min(finest, sorted[i] - sorted[i - 1]);
        return ratios(finest / 3, 10 * range(), count);
    }

    /// Values in equal ratios, both ends included // [count]
    static double[] ratios(double from, double to, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) values[i] = from * StrictMath.pow(to / from, i / (count - 1.0));
        return values;
    }
}
