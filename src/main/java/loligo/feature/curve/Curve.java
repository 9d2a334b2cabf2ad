package loligo.feature.curve;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import loligo.feature.fit.Points;
import loligo.quantity.Unit;

/// What was measured over what was varied, in the units in which they are shown.
///
/// @param x // [n], ascending, each once
/// @param y // [n], finite
public record Curve(double[] x, double[] y, Unit xUnit, Unit yUnit) {
    public Curve {
        if (x.length != y.length) throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) throw new IllegalArgumentException("point " + i + " is (" + x[i] + ", " + y[i] + "); leave out what was not measured");
            if (i > 0 && !(x[i] > x[i - 1])) throw new IllegalArgumentException("x goes from " + x[i - 1] + " to " + x[i] + "; it must ascend");
        }
    }

    /// Points in any order, brought into that of x.
    public static Curve sorted(double[] x, double[] y, Unit xUnit, Unit yUnit) {
        if (x.length != y.length) throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
        int[] order = IntStream.range(0, x.length).boxed().sorted(Comparator.comparingDouble(i -> x[i])).mapToInt(i -> i).toArray();
        return new Curve(IntStream.of(order).mapToDouble(i -> x[i]).toArray(), IntStream.of(order).mapToDouble(i -> y[i]).toArray(), xUnit, yUnit);
    }

    public int count() {
        return x.length;
    }

    /// For a fit.
    public Points points() {
        return Points.of(x, y, xUnit, yUnit);
    }

    /// Over its value farthest from zero: an inactivation curve is that of the peak currents over the prepulse. All zero where it is zero.
    public Curve normalised() {
        double largest = 0;
        for (double value : y) if (Math.abs(value) > Math.abs(largest)) largest = value;
        double over = largest == 0 ? 1 : largest;
        return new Curve(x, DoubleStream.of(y).map(value -> value / over).toArray(), xUnit, Unit.ONE);
    }

    /// Over another of the same x, as for recovery: the second peak over the first. Where the other is zero a point is left out.
    public Curve over(Curve other) {
        if (other.x.length != x.length) throw new IllegalArgumentException(x.length + " points over " + other.x.length);
        int[] kept = IntStream.range(0, x.length).filter(i -> other.y[i] != 0).toArray();
        return new Curve(IntStream.of(kept).mapToDouble(i -> x[i]).toArray(), IntStream.of(kept).mapToDouble(i -> y[i] / other.y[i]).toArray(), xUnit, Unit.ONE);
    }
}
