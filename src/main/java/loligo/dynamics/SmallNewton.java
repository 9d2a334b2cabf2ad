package loligo.dynamics;

import java.util.Optional;
import loligo.linear.Elimination;

/// Newton's method for a few equations in as many unknowns, the derivatives by differences: for the systems that define a special point.
final class SmallNewton {
    private static final int MOST_STEPS = 12;

    private SmallNewton() {}

    /// The equations.
    interface Equations {
        /// Writes the residuals // [n]
        void at(double[] x, double[] residual);
    }

    /// A root, and the last step as a measure of how exact it is // [n], [n]
    record Root(double[] x, double[] error) {}

    static Optional<Root> solve(Equations equations, double[] guess, double[] size) {
        int n = guess.length;
        double[] x = guess.clone();
        double[] column = new double[n];
        double[] matrix = new double[n * n];
        double[] step = new double[n];
        Elimination elimination = new Elimination(n);
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_STEPS; k++) {
            for (int j = 0; j < n; j++) {
                Differences.central(x, j, size[j], r -> equations.at(x, r), column);
                for (int i = 0; i < n; i++) matrix[i * n + j] = column[i] * size[j];
            }
            equations.at(x, step);
            if (!elimination.factor(matrix)) return Optional.empty();
            elimination.solve(step);
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(step[j]));
                step[j] *= size[j];
                x[j] -= step[j];
            }
            if (!Double.isFinite(largest)) return Optional.empty();
            if (largest < 1e-12 || largest > 0.5 * before && largest < 1e-8) return Optional.of(new Root(x, step));
            before = largest;
        }
        return Optional.empty();
    }
}
