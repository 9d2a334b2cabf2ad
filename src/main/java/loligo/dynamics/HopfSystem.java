package loligo.dynamics;

import java.util.Arrays;
import java.util.Optional;
import loligo.linear.Spectrum;

/// A Hopf point from a guess, by Newton's method on `f = 0, A r + w i = 0, A i - w r = 0` with the eigenvector `r + i i` normalised along the guess
/// (Griewank & Reddien 1983, IMA J. Numer. Anal. 3:295).
final class HopfSystem {
    private final Problem problem;
    private final int active;
    private final double[] parameters; // [k]
    private final int n;
    private final double[] norm; // the guessed eigenvector over its squared length // [2n]

    private HopfSystem(Problem problem, int active, double[] parameters, double[] norm) {
        this.problem = problem;
        this.active = active;
        this.parameters = parameters.clone();
        this.n = problem.dimension();
        this.norm = norm;
    }

    /// Empty when there is none near: no complex pair at the guess, or Newton's method does not arrive.
    static Optional<Bifurcation.Hopf> near(Problem problem, double[] state, double[] parameters, int active) {
        int n = problem.dimension();
        Optional<Equilibrium> start = Equilibrium.near(problem, state, parameters);
        if (start.isEmpty()) return Optional.empty();
        Spectrum s = start.get().spectrum();
        int k = pair(s);
        if (k < 0) return Optional.empty();
        double[] q = scaled(problem, s.right()[k]);
        double[] guess = Arrays.copyOf(start.get().state(), 3 * n + 2); // y, r, i, w, p
        double[] size = new double[3 * n + 2];
        Arrays.fill(size, 1);
        for (int i = 0; i < n; i++) guess[i] /= problem.size()[i];
        System.arraycopy(q, 0, guess, n, 2 * n);
        guess[3 * n] = s.imaginary()[k];
        guess[3 * n + 1] = parameters[active] / problem.parameterSize()[active];
        HopfSystem system = new HopfSystem(problem, active, parameters, q);
        return SmallNewton.solve(system::residual, guess, size).filter(root -> root.x()[3 * n] > 0).map(system::point);
    }

    /// The complex eigenvalue nearest to the imaginary axis; -1 without one.
    private static int pair(Spectrum s) {
        int nearest = -1;
        for (int i = 0; i < s.size(); i++) {
            if (s.imaginary()[i] > 0 && (nearest < 0 || Math.abs(s.real()[i]) < Math.abs(s.real()[nearest]))) nearest = i;
        }
        return nearest;
    }

    /// In sizes, of length 1 // [2n]
    private static double[] scaled(Problem problem, double[] vector) {
        int n = vector.length / 2;
        double[] q = new double[2 * n];
        double square = 0;
        for (int i = 0; i < 2 * n; i++) {
            q[i] = vector[i] / problem.size()[i % n];
            square += q[i] * q[i];
        }
        for (int i = 0; i < 2 * n; i++) q[i] /= Math.sqrt(square);
        return q;
    }

    private void residual(double[] x, double[] residual) {
        double[] size = problem.size();
        double[] y = new double[n];
        double[] f = new double[n];
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) y[i] = x[i] * size[i];
        parameters[active] = x[3 * n + 1] * problem.parameterSize()[active];
        problem.evaluate(y, parameters, f);
        problem.jacobian(y, parameters, a);
        double w = x[3 * n];
        double length = 0, phase = 0;
        for (int i = 0; i < n; i++) {
            double r = x[n + i], im = x[2 * n + i];
            double re = w * im, second = -w * r;
            for (int j = 0; j < n; j++) {
                double entry = a[i * n + j] * size[j] / size[i];
                re += entry * x[n + j];
                second += entry * x[2 * n + j];
            }
            residual[i] = f[i] / size[i];
            residual[n + i] = re;
            residual[2 * n + i] = second;
            length += norm[i] * r + norm[n + i] * im;
            phase += norm[i] * im - norm[n + i] * r;
        }
        residual[3 * n] = length - 1;
        residual[3 * n + 1] = phase;
    }

    private Bifurcation.Hopf point(SmallNewton.Root root) {
        double[] x = root.x();
        double[] y = Arrays.copyOf(x, n);
        for (int i = 0; i < n; i++) y[i] *= problem.size()[i];
        double[] p = parameters.clone();
        p[active] = x[3 * n + 1] * problem.parameterSize()[active];
        Equilibrium e = Equilibrium.at(problem, y, p);
        int k = pair(e.spectrum());
        double[] q = scaled(problem, e.spectrum().right()[k]);
        for (int i = 0; i < 2 * n; i++) q[i] *= problem.size()[i % n];
        Lyapunov l1 = Lyapunov.of(problem, e, x[3 * n], q, e.spectrum().left()[k]);
        double error = Math.abs(root.error()[3 * n + 1]) * problem.parameterSize()[active] + 16 * Math.ulp(p[active]);
        return new Bifurcation.Hopf(e, p[active], error, x[3 * n], l1.value(), l1.error(), q);
    }
}
