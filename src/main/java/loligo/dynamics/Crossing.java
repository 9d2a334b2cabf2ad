package loligo.dynamics;

import java.util.Arrays;
import java.util.Optional;
import loligo.linear.Spectrum;

/// Where two branches of equilibria cross. The point by the extended system of Moore (1980, Numer. Funct. Anal. Optim. 2:441), which is regular there:
/// `F + b w = 0, F'^T w = 0, |w| = 1`; the second tangent by the algebraic bifurcation equation (Keller 1977).
final class Crossing {
    private final Problem problem;
    private final int active;
    private final double[] parameters;
    private final EquilibriumCurve curve;
    private final int n;
    private final double[] value; // [n]
    private final double[] derivative; // [n*(n+1)]

    Crossing(Problem problem, double[] parameters, int active, EquilibriumCurve curve) {
        this.problem = problem;
        this.active = active;
        this.parameters = parameters.clone();
        this.curve = curve;
        n = problem.dimension();
        value = new double[n];
        derivative = new double[n * (n + 1)];
    }

    /// Empty when the extended system has no root near, or no second tangent.
    Optional<Bifurcation.BranchPoint> near(double[] x, double[] tangent) {
        double[] w = Arrays.copyOf(nullVectors(x, tangent)[1], n);
        double[] guess = new double[2 * n + 2]; // x, b, w
        double[] size = new double[2 * n + 2];
        Arrays.fill(size, 1);
        System.arraycopy(x, 0, guess, 0, n + 1);
        for (int i = 0; i <= n; i++) size[i] = curve.size(i);
        double length = Math.sqrt(dot(w, w));
        for (int i = 0; i < n; i++) guess[n + 2 + i] = w[i] / length;
        return SmallNewton.solve(this::extended, guess, size).filter(root -> close(root.x(), x)).map(root -> at(root, tangent));
    }

    private boolean close(double[] root, double[] x) {
        for (int i = 0; i <= n; i++) if (Math.abs(root[i] - x[i]) > 0.3 * curve.size(i)) return false;
        return true;
    }

    private void extended(double[] z, double[] residual) {
        curve.linearise(z, value, derivative);
        double square = 0;
        Arrays.fill(residual, 0);
        for (int i = 0; i < n; i++) {
            double w = z[n + 2 + i];
            residual[i] = value[i] + z[n + 1] * w;
            square += w * w;
            for (int j = 0; j <= n; j++) residual[n + j] += derivative[i * (n + 1) + j] * w * curve.size(j);
        }
        residual[2 * n + 1] = square - 1;
    }

    private Bifurcation.BranchPoint at(SmallNewton.Root root, double[] tangent) {
        double[] x = Arrays.copyOf(root.x(), n + 1);
        double[][] vectors = nullVectors(x, tangent);
        double[] s = vectors[0], w = vectors[1];
        double[] t = tangent;
        double mixed = curved(x, t, s, w);
        double pure = curved(x, s, s, w);
        double own = curved(x, t, t, w);
        double[] across = second(t, s, own, mixed, pure);
        double[] p = parameters.clone();
        p[active] = x[n];
        Equilibrium e = Equilibrium.at(problem, Arrays.copyOf(x, n), p);
        return new Bifurcation.BranchPoint(e, x[n], Math.abs(root.error()[n]) + 16 * Math.ulp(x[n]), t, across);
    }

    /// The other direction in which `own a^2 + 2 mixed a b + pure b^2` vanishes for `a t + b s`, `t` itself being nearly one.
    private double[] second(double[] t, double[] s, double own, double mixed, double pure) {
        double root = Math.sqrt(Math.max(0, mixed * mixed - own * pure));
        double b = mixed + Math.copySign(root, mixed); // the root far from a = 1, b = 0
        double[] across = new double[n + 1];
        double square = 0;
        for (int i = 0; i <= n; i++) {
            across[i] = -pure * t[i] + b * s[i];
            square += across[i] / curve.size(i) * (across[i] / curve.size(i));
        }
        for (int i = 0; i <= n; i++) across[i] /= Math.sqrt(square);
        return across;
    }

    /// `w . F''[a, b]`, by differences of F' along a.
    private double curved(double[] x, double[] a, double[] b, double[] w) {
        double[] sum = {0};
        Differences.Estimate e = Differences.extrapolated((s, out) -> {
            double[] moved = x.clone();
            for (int i = 0; i <= n; i++) moved[i] += s * a[i] / 4;
            curve.linearise(moved, value, derivative);
            out[0] = 0;
            for (int i = 0; i < n; i++) for (int j = 0; j <= n; j++) out[0] += w[i] * derivative[i * (n + 1) + j] * b[j];
        }, 1, 1);
        sum[0] = e.value()[0] * 4;
        return sum[0];
    }

    /// The null vector of F' across the tangent, of length 1 in sizes // [n+1]; and that of its transpose // [n+1]
    private double[][] nullVectors(double[] x, double[] tangent) {
        double[] matrix = new double[(n + 1) * (n + 1)];
        double[] row = new double[n + 1];
        curve.linearise(x, value, derivative);
        curve.weigh(tangent, row);
        System.arraycopy(derivative, 0, matrix, 0, derivative.length);
        System.arraycopy(row, 0, matrix, derivative.length, n + 1);
        for (int i = 0; i <= n; i++) for (int j = 0; j <= n; j++) matrix[i * (n + 1) + j] *= curve.size(j);
        Spectrum spectrum = Spectrum.of(matrix, n + 1);
        int k = 0;
        for (int i = 1; i <= n; i++) if (spectrum.modulus(i) < spectrum.modulus(k)) k = i;
        double[] s = Arrays.copyOf(spectrum.right()[k], n + 1);
        for (int i = 0; i <= n; i++) s[i] *= curve.size(i);
        return new double[][] {s, Arrays.copyOf(spectrum.left()[k], n + 1)};
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
