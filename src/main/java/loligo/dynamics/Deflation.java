package loligo.dynamics;

import java.util.List;
import java.util.Optional;
import loligo.linear.Elimination;

/// Newton's method on `m(y) f(y)`, with `m` infinite at the roots known already, so that it arrives at another or nowhere.
final class Deflation {
    private static final int MOST_STEPS = 60;
    private static final double LONGEST = 0.25; // of the box, of one step

    private Deflation() {}

    static Optional<double[]> newton(Problem problem, double[] start, double[] parameters, List<double[]> roots) {
        int n = problem.dimension();
        double[] y = start.clone();
        double[] step = new double[n];
        double[] jacobian = new double[n * n];
        Elimination elimination = new Elimination(n);
        for (int k = 0; k < MOST_STEPS; k++) {
            problem.evaluate(y, parameters, step);
            problem.jacobian(y, parameters, jacobian);
            elimination.factor(jacobian);
            elimination.solve(step);
            double factor = bounded(problem, step, 1 / (1 + pull(problem, y, step, roots)));
            boolean arrived = true;
            for (int i = 0; i < n; i++) {
                y[i] -= factor * step[i];
                if (!Double.isFinite(y[i])) return Optional.empty();
                arrived &= Math.abs(step[i]) <= 1e-9 * (problem.size()[i] + Math.abs(y[i]));
            }
            if (arrived) return Equilibrium.newton(problem, y, parameters);
        }
        return Optional.empty();
    }

    /// `grad m / m` times the Newton step, for `m = prod (1 + |y - r|^-2)` in sizes of a tenth of the box.
    private static double pull(Problem problem, double[] y, double[] step, List<double[]> roots) {
        double sum = 0;
        for (double[] root : roots) {
            double square = 0;
            double along = 0;
            for (int i = 0; i < y.length; i++) {
                double unit = problem.box().get(i).width() / 10;
                square += (y[i] - root[i]) / unit * ((y[i] - root[i]) / unit);
                along += (y[i] - root[i]) / unit * (step[i] / unit);
            }
            sum += -2 * along / (square * square) / (1 + 1 / square);
        }
        return sum;
    }

    private static double bounded(Problem problem, double[] step, double factor) {
        double longest = 0;
        for (int i = 0; i < step.length; i++) longest = Math.max(longest, Math.abs(factor * step[i]) / problem.box().get(i).width());
        return longest > LONGEST ? factor * LONGEST / longest : factor;
    }
}
