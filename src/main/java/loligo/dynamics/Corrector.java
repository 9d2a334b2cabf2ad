package loligo.dynamics;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Newton's method across a direction, onto a curve.
///
/// @param <S> what is known at a point
final class Corrector<S extends Curve.Sample> {
    private static final int MOST_STEPS = 9;
    private static final double ARRIVED = 1e-7; // sizes: the next step would be about the square of it
    private static final double EXACT = 1e-11; // sizes

    private static final double BESIDE = 1e-3; // of the way

    private final Curve<S> curve;
    private int iterations;

    Corrector(Curve<S> curve) {
        this.curve = curve;
    }

    int iterations() {
        return iterations;
    }

    double inner(double[] a, double[] b) {
        double[] row = new double[a.length];
        curve.weigh(a, row);
        double sum = 0;
        for (int i = 0; i < row.length; i++) sum += row[i] * b[i];
        return sum;
    }

    double norm(double[] a) {
        return Math.sqrt(inner(a, a));
    }

    double distance(S a, S b) {
        double[] chord = b.x().clone();
        for (int i = 0; i < chord.length; i++) chord[i] -= a.x()[i];
        return norm(chord);
    }

    /// The point about `stride` further along the tangent.
    Optional<S> ahead(S from, double stride) {
        double[] x = from.x().clone();
        for (int i = 0; i < x.length; i++) x[i] += stride * from.tangent()[i];
        return onto(x, from.tangent(), 0.7 * Math.abs(stride), ARRIVED);
    }

    /// The point at this fraction of the way between two points, across the line that joins them.
    Optional<S> between(S from, S to, double fraction) {
        double[] x = from.x().clone();
        double[] chord = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            chord[i] = to.x()[i] - from.x()[i];
            x[i] += fraction * chord[i];
        }
        return onto(x, chord, norm(chord), EXACT);
    }

    /// Moves x onto the curve without moving along `direction`.
    ///
    /// @param far fails when it would have to move farther than this
    Optional<S> onto(double[] x, double[] direction, double far, double arrived) {
        double[] row = new double[x.length];
        curve.weigh(direction, row);
        double[] step = new double[x.length];
        double[] tangent = new double[x.length];
        double before = Double.POSITIVE_INFINITY;
        for (iterations = 1; iterations <= MOST_STEPS; iterations++) {
            if (!curve.newton(x, row, step, tangent)) return Optional.empty();
            double size = norm(step);
            if (!(size <= far)) return Optional.empty();
            for (int i = 0; i < x.length; i++) x[i] += step[i];
            boolean stalls = size > 0.5 * before;
            if (size <= arrived || stalls && size <= 1e4 * EXACT) return sample(x, unit(tangent));
            if (stalls && iterations > 2) return Optional.empty();
            before = size;
        }
        return Optional.empty();
    }

    /// No point where derivatives are infinite, as where a divisor vanishes at the end of a range.
    private Optional<S> sample(double[] x, double[] tangent) {
        try {
            return Optional.of(curve.sample(x, tangent));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private double[] unit(double[] tangent) {
        double length = norm(tangent);
        double[] unit = new double[tangent.length];
        for (int i = 0; i < unit.length; i++) unit[i] = tangent[i] / length;
        return unit;
    }

    /// The point between two where a test function vanishes; the nearest to it where Newton's method fails on the way.
    S zero(S from, S to, int test) {
        Search search = new Search(from, to, test);
        Zero.between(search, 0, 1, from.tests()[test], to.tests()[test], 1e-14);
        return search.nearest;
    }

    /// Remembers the point at which the test function is smallest.
    private final class Search implements DoubleUnaryOperator {
        private final S from;
        private final S to;
        private final int test;
        private S nearest;

        Search(S from, S to, int test) {
            this.from = from;
            this.to = to;
            this.test = test;
            nearest = from;
            keep(to);
        }

        @Override
        public double applyAsDouble(double fraction) {
            Optional<S> at = between(from, to, fraction).or(() -> astride(fraction));
            at.ifPresent(this::keep);
            return at.isPresent() ? at.get().tests()[test] : Double.NaN;
        }

        /// Where Newton's method fails in the middle of the way, as it does where branches cross: between two points close by, where it does not.
        private Optional<S> astride(double fraction) {
            Optional<S> one = between(from, to, fraction - BESIDE), two = between(from, to, fraction + BESIDE);
            if (one.isEmpty() || two.isEmpty()) return Optional.empty();
            double a = one.get().tests()[test], b = two.get().tests()[test];
            if (!(a * b < 0)) return Optional.empty();
            double[] x = one.get().x().clone();
            for (int i = 0; i < x.length; i++) x[i] += a / (a - b) * (two.get().x()[i] - x[i]);
            return sample(x, two.get().tangent());
        }

        private void keep(S at) {
            if (Math.abs(at.tests()[test]) <= Math.abs(nearest.tests()[test])) nearest = at;
        }
    }
}
