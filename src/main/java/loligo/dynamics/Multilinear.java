package loligo.dynamics;

/// Second and third derivatives of a field at a state, by extrapolated differences of its Jacobian along lines.
final class Multilinear {
    private final Problem problem;
    private final double[] state;
    private final double[] parameters;

    Multilinear(Problem problem, double[] state, double[] parameters) {
        this.problem = problem;
        this.state = state;
        this.parameters = parameters;
    }

    /// The matrix M with `M v = B(direction, v)` // [n*n]
    Differences.Estimate second(double[] direction) {
        return Differences.extrapolated(along(direction), 1, state.length * state.length);
    }

    /// The matrix M with `M v = C(direction, direction, v)` // [n*n]
    Differences.Estimate third(double[] direction) {
        return Differences.extrapolated(along(direction), 2, state.length * state.length);
    }

    /// What rounding makes of the Jacobian here // [n*n]
    double[] noise(double[] direction) {
        return Differences.noise(along(direction), state.length * state.length);
    }

    private Differences.Along along(double[] direction) {
        double length = 0;
        for (int i = 0; i < direction.length; i++) length = Math.max(length, Math.abs(direction[i] / problem.size()[i]));
        if (!(length <= 1 + 1e-12)) throw new IllegalStateException("a direction must be at most one size long, is " + length);
        return (s, jacobian) -> {
            double[] y = state.clone();
            for (int i = 0; i < y.length; i++) y[i] += s * direction[i];
            problem.jacobian(y, parameters, jacobian);
        };
    }

    /// `M v` // [n]
    static double[] times(double[] matrix, double[] v) {
        double[] product = new double[v.length];
        for (int i = 0; i < v.length; i++) for (int j = 0; j < v.length; j++) product[i] += matrix[i * v.length + j] * v[j];
        return product;
    }
}
