package loligo.solver;

import java.util.Optional;

/// Where a field stands still, near a state that nearly does: Newton's method with the field's own Jacobian.
public final class Equilibrium {
    private static final int MOST_STEPS = 25;

    private Equilibrium() {}

    /// Finds y with f(t, y) = 0.
    ///
    /// @param guess a state near it // [n]
    /// @param size the size below which each unknown is small; Newton ends when its step is 1e-12 of it and of the unknown // [n]
    /// @return the state // [n]; empty when Newton's method does not arrive
    public static Optional<double[]> near(VectorField field, double t, double[] guess, double[] size) {
        int n = field.dimension();
        double[] y = guess.clone();
        double[] step = new double[n];
        double[] jacobian = new double[n * n];
        Dense matrix = new Dense(n);
        for (int k = 0; k < MOST_STEPS; k++) {
            field.evaluate(t, y, step);
            field.jacobian(t, y, jacobian);
            matrix.factor(0, jacobian);
            matrix.solve(step);
            boolean arrived = true;
            for (int i = 0; i < n; i++) {
                y[i] += step[i];
                if (!Double.isFinite(y[i])) return Optional.empty();
                arrived &= Math.abs(step[i]) <= 1e-12 * (size[i] + Math.abs(y[i]));
            }
            if (arrived) return Optional.of(y);
        }
        return Optional.empty();
    }
}
