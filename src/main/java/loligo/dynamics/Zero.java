package loligo.dynamics;

import java.util.function.DoubleUnaryOperator;

/// A zero of a continuous function between two points of opposite sign (Chandrupatla 1997, Adv. Eng. Software 28:145):
/// inverse quadratic interpolation where it is safe, else bisection.
final class Zero {
    private static final int MOST_STEPS = 120;

    private Zero() {}

    /// @param fa, fb the function at a and b, of opposite sign or zero
    /// @param tolerance how near in x is near enough; two units in the last place are always near enough
    static double between(DoubleUnaryOperator f, double a, double b, double fa, double fb, double tolerance) {
        if (fa == 0) return a;
        if (fb == 0) return b;
        double x1 = a, x2 = b, f1 = fa, f2 = fb;
        double fraction = 0.5;
        for (int k = 0; k < MOST_STEPS; k++) {
            double x = x1 + fraction * (x2 - x1);
            double value = f.applyAsDouble(x);
            if (value == 0 || Double.isNaN(value)) return x;
            double x3 = x1, f3 = f1;
            if (Math.signum(value) != Math.signum(f1)) {
                x3 = x2;
                f3 = f2;
                x2 = x1;
                f2 = f1;
            }
            x1 = x;
            f1 = value;
            double nearest = Math.abs(f1) < Math.abs(f2) ? x1 : x2;
            double least = (tolerance + 2 * Math.ulp(nearest)) / Math.abs(x2 - x1);
            if (least > 0.5) return nearest;
            fraction = Math.clamp(next(x1, f1, x2, f2, x3, f3), least, 1 - least);
        }
        return x1;
    }

    private static double next(double x1, double f1, double x2, double f2, double x3, double f3) {
        double xi = (x1 - x2) / (x3 - x2);
        double phi = (f1 - f2) / (f3 - f2);
        boolean safe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
        if (!safe) return 0.5;
        return f1 / (f1 - f2) * f3 / (f3 - f2) + f1 / (f1 - f3) * f2 / (f2 - f3) * (x3 - x1) / (x2 - x1);
    }
}
