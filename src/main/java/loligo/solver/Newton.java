package loligo.solver;

import java.util.Optional;
import loligo.linear.Elimination;

/// Where a field stands still, near a state that nearly does: Newton's method with the field's own Jacobian.
public final class Newton {
    private static final int MOST_STEPS = 25;

    private Newton() {}

    /// A state, and how far rounding may have left it from where the field stands still: the length of one more of Newton's steps.
    ///
    /// @param state y // [n]
    /// @param doubt in the units of y // [n]
    public record Root(double[] state, double[] doubt) {}

    /// Finds y with f(t, y) = 0.
    ///
    /// @param guess a state near it // [n]
    /// @param size the size below which each unknown is small; Newton ends when its step is 1e-12 of it and of the unknown // [n]
    /// @return empty when Newton's method does not arrive
    public static Optional<Root> root(VectorField field, double t, double[] guess, double[] size) {
        int n = field.dimension();
        double[] y = guess.clone();
        double[] step = new double[n];
        double[] jacobian = new double[n * n];
        Elimination matrix = new Elimination(n);
        boolean arrived = false;
        for (int k = 0; k < MOST_STEPS; k++) {
            field.evaluate(t, y, step);
            field.jacobian(t, y, jacobian);
            if (held(step, jacobian)) return Optional.empty();
            matrix.factor(0, jacobian);
            matrix.solve(step);
            if (arrived) return Optional.of(new Root(y, step));
            arrived = true;
            for (int i = 0; i < n; i++) {
                y[i] += step[i];
                if (!Double.isFinite(y[i])) return Optional.empty();
                arrived &= Math.abs(step[i]) <= 1e-12 * (size[i] + Math.abs(y[i]));
            }
        }
        return Optional.empty();
    }

    /// Whether an infinite slope would hold in place what moves.
    private static boolean held(double[] f, double[] jacobian) {
        for (int i = 0; i < f.length; i++) if (f[i] != 0 && Double.isInfinite(jacobian[i * f.length + i])) return true;
        return false;
    }
}
