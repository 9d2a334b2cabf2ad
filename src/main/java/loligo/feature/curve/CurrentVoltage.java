package loligo.feature.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import loligo.feature.Feature;
import loligo.quantity.Unit;

/// What a current-voltage relation tells; x is a potential, y a current, outward above zero.
public final class CurrentVoltage {
    private static final int LOCAL = 4;

    private CurrentVoltage() {}

    /// `reversal`: where the current turns from inward to outward, by the cubic through the four nearest points (the parabola through all three
    /// where there are no more). Its error is how far off the polynomials through one point fewer pass zero.
    public static Feature reversal(Curve iv) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 1; i < iv.count(); i++) if (iv.y()[i - 1] < 0 && iv.y()[i] >= 0) turns.add(i - 1);
        if (turns.isEmpty()) return absent(iv, "the current does not turn from inward to outward between these potentials");
        if (iv.count() < 3) return absent(iv, "two points show no more than a straight line");
        int left = turns.getLast();
        double from = iv.x()[left];
        double to = iv.x()[left + 1];
        int count = Math.min(LOCAL, iv.count());
        int first = Math.clamp(left - 1L, 0, iv.count() - count);
        double zero = Polynomial.through(iv, first, count).zero(from, to);
        double error = 4 * Math.ulp(zero);
        for (int k = first; k <= first + 1; k++) {
            boolean around = k <= left && k + count - 2 > left; // the polynomial of one point fewer has both neighbours
            if (around) error = Math.max(error, Math.abs(Polynomial.through(iv, k, count - 1).zero(from, to) - zero));
        }
        String note = turns.size() == 1 ? null : "the last of " + turns.size();
        return new Feature("reversal", zero, iv.xUnit(), error, error, note);
    }

    private static Feature absent(Curve iv, String note) {
        return new Feature("reversal", null, iv.xUnit(), 0, null, note);
    }

    /// A curve, and how far each of its y may be off.
    ///
    /// @param error // [n], in the unit of y
    public record Estimated(Curve curve, double[] error) {}

    /// The slope conductance dI/dV at every potential: of the quartic through the five nearest points; the error is its distance from the slope of the
    /// parabola through three of them.
    ///
    /// @throws IllegalArgumentException for fewer than five points
    public static Estimated slopeConductance(Curve iv) {
        if (iv.count() < 5) throw new IllegalArgumentException(iv.count() + " points; a slope with its error takes five");
        double[] slope = new double[iv.count()];
        double[] error = new double[iv.count()];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = Polynomial.through(iv, Math.clamp(i - 2L, 0, iv.count() - 5), 5).slope(iv.x()[i]);
            error[i] = Math.abs(slope[i] - Polynomial.through(iv, Math.clamp(i - 1L, 0, iv.count() - 3), 3).slope(iv.x()[i]));
        }
        Scaled scaled = Scaled.of(iv);
        return new Estimated(scaled.curve(iv.x(), slope), DoubleStream.of(error).map(e -> e * scaled.factor).toArray());
    }

    /// The chord conductance I/(V - E) at every potential but the reversal potential itself.
    ///
    /// @param reversal in the unit of x
    public static Curve chordConductance(Curve iv, double reversal) {
        int[] kept = IntStream.range(0, iv.count()).filter(i -> Math.abs(iv.x()[i] - reversal) > 1e-9 * Math.max(1, Math.abs(reversal))).toArray();
        double[] x = IntStream.of(kept).mapToDouble(i -> iv.x()[i]).toArray();
        double[] chord = IntStream.of(kept).mapToDouble(i -> iv.y()[i] / (iv.x()[i] - reversal)).toArray();
        return Scaled.of(iv).curve(x, chord);
    }

    /// The activation curve G/Gmax from the peak currents of a family of steps.
    ///
    /// @param reversal in the unit of x
    public static Curve activation(Curve peaks, double reversal) {
        return chordConductance(peaks, reversal).normalised();
    }

    /// The unit of a conductance, and by what a quotient of shown numbers is multiplied to be in it.
    private record Scaled(Unit x, Unit unit, double factor) {
        static Scaled of(Curve iv) {
            Unit unit = iv.yUnit().dimension().over(iv.xUnit().dimension()).unit();
            return new Scaled(iv.xUnit(), unit, iv.yUnit().scale() / iv.xUnit().scale() / unit.scale());
        }

        Curve curve(double[] at, double[] quotients) {
            return new Curve(at, DoubleStream.of(quotients).map(q -> q * factor).toArray(), x, unit);
        }
    }
}
