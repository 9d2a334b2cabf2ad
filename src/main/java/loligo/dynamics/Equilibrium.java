package loligo.dynamics;

import java.util.Optional;
import loligo.linear.Elimination;
import loligo.linear.MatrixExponential;
import loligo.linear.Spectrum;

/// A state at which a field of the family stands still, and the linearised flow around it.
///
/// @param state where // [n]
/// @param parameters at which setting // [k]
/// @param error how uncertain rounding leaves each unknown // [n]
/// @param jacobian row by row // [n*n]
/// @param spectrum of the Jacobian
public record Equilibrium(double[] state, double[] parameters, double[] error, double[] jacobian, Spectrum spectrum) {
    private static final int MOST_STEPS = 40;
    private static final double ARRIVED = 1e-11; // sizes, and of the unknown

    /// The equilibrium at a state already known to be one.
    static Equilibrium at(Problem problem, double[] state, double[] parameters) {
        double[] jacobian = new double[state.length * state.length];
        problem.jacobian(state, parameters, jacobian);
        return new Equilibrium(state.clone(), parameters.clone(), rounding(jacobian, state, noise(problem, state, parameters)), jacobian, Spectrum.of(jacobian, state.length));
    }

    /// By Newton's method from a state that is near; empty when it does not arrive.
    public static Optional<Equilibrium> near(Problem problem, double[] guess, double[] parameters) {
        return newton(problem, guess, parameters).map(y -> at(problem, y, parameters));
    }

    static Optional<double[]> newton(Problem problem, double[] guess, double[] parameters) {
        int n = problem.dimension();
        double[] y = guess.clone();
        double[] step = new double[n];
        double[] jacobian = new double[n * n];
        Elimination elimination = new Elimination(n);
        for (int k = 0; k < MOST_STEPS; k++) {
            problem.evaluate(y, parameters, step);
            problem.jacobian(y, parameters, jacobian);
            elimination.factor(jacobian);
            elimination.solve(step);
            boolean arrived = true;
            for (int i = 0; i < n; i++) {
                y[i] -= step[i];
                if (!Double.isFinite(y[i])) return Optional.empty();
                arrived &= Math.abs(step[i]) <= ARRIVED * (problem.size()[i] + Math.abs(y[i]));
            }
            if (arrived) return Optional.of(y);
        }
        return Optional.empty();
    }

    /// What rounding makes of the field around a state // [n]
    static double[] noise(Problem problem, double[] state, double[] parameters) {
        return Differences.noise((s, field) -> {
            double[] y = state.clone();
            for (int i = 0; i < y.length; i++) y[i] += s * problem.size()[i];
            problem.evaluate(y, parameters, field);
        }, state.length);
    }

    /// `|J^-1| (|J| |y|` times the rounding unit, and what rounding makes of the field): what evaluating the field in doubles can not tell apart.
    private static double[] rounding(double[] jacobian, double[] y, double[] field) {
        int n = y.length;
        Elimination elimination = new Elimination(n);
        elimination.factor(jacobian);
        double[] error = new double[n];
        for (int j = 0; j < n; j++) {
            double noise = 0;
            for (int k = 0; k < n; k++) noise += Math.abs(jacobian[j * n + k] * y[k]);
            double[] column = new double[n];
            column[j] = noise * Math.ulp(1.0) + field[j];
            elimination.solve(column);
            for (int i = 0; i < n; i++) error[i] += Math.abs(column[i]);
        }
        return error;
    }

    /// How the rate of change of the first unknown follows it when all others sit at the steady states that belong to it: det J over the determinant
    /// of what is left without its first row and column.
    ///
    /// @param jacobian row by row // [n*n]
    public static double reduced(double[] jacobian, int n) {
        if (n == 1) return jacobian[0];
        double[] rest = new double[(n - 1) * (n - 1)];
        for (int i = 1; i < n; i++) System.arraycopy(jacobian, i * n + 1, rest, (i - 1) * (n - 1), n - 1);
        Elimination all = new Elimination(n);
        Elimination others = new Elimination(n - 1);
        return all.factor(jacobian) && others.factor(rest) ? all.determinant() / others.determinant() : 0;
    }

    public Stability stability() {
        return Stability.of(spectrum);
    }

    /// Real and imaginary parts, rightmost first // [n][2]
    public double[][] eigenvalues() {
        double[][] pairs = new double[state.length][];
        for (int i = 0; i < pairs.length; i++) pairs[i] = new double[] {spectrum.real()[i], spectrum.imaginary()[i]};
        return pairs;
    }

    /// How many eigenvalues have a positive real part.
    public int growing() {
        return spectrum.unstable();
    }

    public double trace() {
        int n = state.length;
        double sum = 0;
        for (int i = 0; i < n; i++) sum += jacobian[i * n + i];
        return sum;
    }

    public double determinant() {
        Elimination elimination = new Elimination(state.length);
        return elimination.factor(jacobian) ? elimination.determinant() : 0;
    }

    /// The Poincare index, the sign of det(-J): 1 of nodes and foci and -1 of saddles in the plane; 0 where J is singular.
    public int index() {
        double sign = Math.signum(determinant());
        return (int) (state.length % 2 == 0 ? sign : -sign);
    }

    /// e^{Jt}: what becomes of small deviations after the time t // [n*n]
    public double[] flow(double t) {
        double[] scaled = jacobian.clone();
        for (int i = 0; i < scaled.length; i++) scaled[i] *= t;
        return MatrixExponential.of(scaled, state.length);
    }
}
