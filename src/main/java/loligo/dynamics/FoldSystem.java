package loligo.dynamics;

import java.util.Arrays;
import java.util.Optional;
import loligo.linear.Spectrum;

/// A saddle-node from a guess, by Newton's method on `f = 0, A q = 0` with the null vector q normalised along the guess (Moore & Spence 1980, SIAM J. Numer. Anal. 17:567).
final class FoldSystem {
    private final Problem problem;
    private final int active;
    private final double[] parameters; // [k]
    private final int n;
    private final double[] norm; // the guessed null vector, of length 1 in sizes // [n]

    private FoldSystem(Problem problem, int active, double[] parameters, double[] norm) {
        this.problem = problem;
        this.active = active;
        this.parameters = parameters.clone();
        this.n = problem.dimension();
        this.norm = norm;
    }

    /// Empty when Newton's method does not arrive.
    static Optional<Bifurcation.SaddleNode> near(Problem problem, double[] state, double[] parameters, int active) {
        int n = problem.dimension();
        double[] jacobian = new double[n * n];
        problem.jacobian(state, parameters, jacobian);
        Spectrum s = Spectrum.of(jacobian, n);
        int k = 0;
        for (int i = 1; i < n; i++) if (s.modulus(i) < s.modulus(k)) k = i;
        double[] guess = new double[2 * n + 1]; // y, q, p, in sizes
        double square = 0;
        for (int i = 0; i < n; i++) {
            guess[i] = state[i] / problem.size()[i];
            guess[n + i] = s.right()[k][i] / problem.size()[i];
            square += guess[n + i] * guess[n + i];
        }
        for (int i = 0; i < n; i++) guess[n + i] /= Math.sqrt(square);
        guess[2 * n] = parameters[active] / problem.parameterSize()[active];
        double[] size = new double[2 * n + 1];
        Arrays.fill(size, 1);
        FoldSystem system = new FoldSystem(problem, active, parameters, Arrays.copyOfRange(guess, n, 2 * n));
        return SmallNewton.solve(system::residual, guess, size).map(system::point);
    }

    private void residual(double[] x, double[] residual) {
        double[] size = problem.size();
        double[] y = new double[n];
        double[] f = new double[n];
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) y[i] = x[i] * size[i];
        parameters[active] = x[2 * n] * problem.parameterSize()[active];
        problem.evaluate(y, parameters, f);
        problem.jacobian(y, parameters, a);
        double length = 0;
        for (int i = 0; i < n; i++) {
            residual[i] = f[i] / size[i];
            residual[n + i] = 0;
            for (int j = 0; j < n; j++) residual[n + i] += a[i * n + j] * size[j] / size[i] * x[n + j];
            length += norm[i] * x[n + i];
        }
        residual[2 * n] = length - 1;
    }

    private Bifurcation.SaddleNode point(SmallNewton.Root root) {
        double[] y = Arrays.copyOf(root.x(), n);
        for (int i = 0; i < n; i++) y[i] *= problem.size()[i];
        double[] p = parameters.clone();
        p[active] = root.x()[2 * n] * problem.parameterSize()[active];
        double error = Math.abs(root.error()[2 * n]) * problem.parameterSize()[active] + 16 * Math.ulp(p[active]);
        return new SpecialEquilibria(problem, active).saddleNode(Equilibrium.at(problem, y, p), error);
    }
}
