package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.linear.Elimination;

/// An ellipsoid around a stable equilibrium from which orbits only go further in: on it, and on smaller ones at many points, the quadratic Lyapunov function of
/// the linearised flow falls (Lyapunov 1892; Khalil 2002, *Nonlinear Systems*, 4.3). At points, not everywhere: evidence, no proof.
///
/// @param centre the equilibrium // [n]
/// @param size of each unknown // [n]
/// @param metric the quadratic form of deviations in sizes, row by row // [n*n]
/// @param level its value on the ellipsoid
record Bowl(double[] centre, double[] size, double[] metric, double level) {
    private static final double SMALLEST = 1e-3; // sizes, the longest half axis
    private static final double LARGEST = 200;
    private static final double GROWTH = 1.25;
    private static final double FALLS = 0.5;     // of what the linearised flow promises
    private static final int MANY = 64;          // directions in a plane, and for each two unknowns more

    boolean holds(double[] y) {
        return form(y) < level;
    }

    private double form(double[] y) {
        int n = y.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int j = 0; j < n; j++) row += metric[i * n + j] * (y[j] - centre[j]) / size[j];
            sum += row * (y[i] - centre[i]) / size[i];
        }
        return sum;
    }

    /// The largest that is found by growing a small one; empty where the linearised flow does not even rule the smallest.
    static Optional<Bowl> around(Problem problem, Equilibrium e) {
        double[] metric = metric(problem, e);
        if (metric.length == 0) return Optional.empty();
        List<double[]> shell = shell(metric, e.state().length);
        double longest = shell.stream().mapToDouble(Bowl::length).max().orElseThrow();
        double radius = 0;
        for (double next = SMALLEST / longest; next * longest < LARGEST && falls(problem, e, metric, shell, next); next *= GROWTH) radius = next;
        return radius > 0 ? Optional.of(new Bowl(e.state(), problem.size(), metric, radius * radius)) : Optional.empty();
    }

    private static double length(double[] z) {
        double sum = 0;
        for (double part : z) sum += part * part;
        return Math.sqrt(sum);
    }

    private static boolean falls(Problem problem, Equilibrium e, double[] metric, List<double[]> shell, double radius) {
        int n = e.state().length;
        double[] y = new double[n], rate = new double[n];
        for (double[] direction : shell) {
            for (int i = 0; i < n; i++) y[i] = e.state()[i] + radius * direction[i] * problem.size()[i];
            problem.evaluate(y, e.parameters(), rate);
            double slope = 0, square = 0;
            for (int i = 0; i < n; i++) {
                double row = 0;
                for (int j = 0; j < n; j++) row += metric[i * n + j] * direction[j];
                slope += 2 * radius * row * rate[i] / problem.size()[i];
                square += radius * direction[i] * radius * direction[i];
            }
            if (!(slope < -FALLS * square)) return false;
        }
        return true;
    }

    /// P of `A^T P + P A = -1`, A the Jacobian in sizes: one linear equation for each entry on and above the diagonal. Empty where it has no solution.
    private static double[] metric(Problem problem, Equilibrium e) {
        int n = e.state().length;
        int unknowns = n * (n + 1) / 2;
        double[] matrix = new double[unknowns * unknowns];
        double[] entries = new double[unknowns];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                int row = entry(i, j, n) * unknowns;
                if (i == j) entries[entry(i, j, n)] = -1;
                for (int k = 0; k < n; k++) {
                    matrix[row + entry(k, j, n)] += e.jacobian()[k * n + i] * problem.size()[i] / problem.size()[k];
                    matrix[row + entry(i, k, n)] += e.jacobian()[k * n + j] * problem.size()[j] / problem.size()[k];
                }
            }
        }
        Elimination elimination = new Elimination(unknowns);
        if (!elimination.factor(matrix)) return new double[0];
        elimination.solve(entries);
        double[] metric = new double[n * n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) metric[i * n + j] = entries[entry(i, j, n)];
        return metric;
    }

    private static int entry(int i, int j, int n) {
        int low = Math.min(i, j), high = Math.max(i, j);
        return low * n - low * (low - 1) / 2 + high - low;
    }

    /// Points all over the ellipsoid of level 1: `L^-T u`, with `P = L L^T`, of unit vectors u; in sizes // [points][n]
    private static List<double[]> shell(double[] metric, int n) {
        double[] lower = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = metric[i * n + j];
                for (int k = 0; k < j; k++) sum -= lower[i * n + k] * lower[j * n + k];
                lower[i * n + j] = i == j ? Math.sqrt(sum) : sum / lower[j * n + j];
            }
        }
        List<double[]> shell = new ArrayList<>();
        for (double[] unit : Directions.of(n, MANY * Math.max(1, n - 1))) {
            double[] z = unit.clone();
            for (int i = n - 1; i >= 0; i--) {
                for (int k = i + 1; k < n; k++) z[i] -= lower[k * n + i] * z[k];
                z[i] /= lower[i * n + i];
            }
            shell.add(z);
        }
        return shell;
    }
}
