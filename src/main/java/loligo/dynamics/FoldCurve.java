package loligo.dynamics;

import java.util.Arrays;
import loligo.linear.Elimination;
import loligo.linear.Spectrum;

/// Saddle-nodes as two parameters change: `f = 0, A q = 0, <q, q_before> = 1`, x = (y, q, p_first, p_second).
final class FoldCurve extends TwoParameterCurve {
    private double[] along; // the null vector of the point before // [n]
    private double[] across; // that of the transpose // [n]

    FoldCurve(Problem problem, Bifurcation.SaddleNode start, int first, int second, Range[] ranges) {
        super(problem, start.at().parameters(), first, second, ranges, 2 * problem.dimension() + 2);
        along = new double[n];
        for (int i = 0; i < n; i++) along[i] = start.direction()[i] / problem.size()[i];
        Spectrum s = Spectrum.of(jacobian(begin(start, first, second)), n);
        int k = 0;
        for (int i = 1; i < n; i++) if (s.modulus(i) < s.modulus(k)) k = i;
        across = Arrays.copyOf(s.left()[k], n);
    }

    double[] begin(Bifurcation.SaddleNode start, int first, int second) {
        double[] x = new double[2 * n + 2];
        for (int i = 0; i < n; i++) {
            x[i] = start.at().state()[i] / problem.size()[i];
            x[n + i] = along[i];
        }
        x[2 * n] = start.at().parameters()[first] / problem.parameterSize()[first];
        x[2 * n + 1] = start.at().parameters()[second] / problem.parameterSize()[second];
        return x;
    }

    @Override
    void equations(double[] x, double[] residual) {
        field(x, residual);
        double[] product = Multilinear.times(jacobian(x), Arrays.copyOfRange(x, n, 2 * n));
        System.arraycopy(product, 0, residual, n, n);
        residual[2 * n] = dot(x, n, along) - 1;
    }

    @Override
    double[] conditions(double[] x, Equilibrium at) {
        double[] q = Arrays.copyOfRange(x, n, 2 * n);
        double[] w = left(jacobian(x), q);
        return new double[] {quadratic(x, q, w).value()[0], dot(w, 0, q), others(at.spectrum()), 1};
    }

    @Override
    double noise(Point at, int test) {
        double[] q = Arrays.copyOfRange(at.x(), n, 2 * n);
        double[] w = left(jacobian(at.x()), q);
        return switch (test) {
            case DEGENERATE -> quadratic(at.x(), q, w).error()[0];
            case TAKENS -> 1e3 * Math.ulp(Math.sqrt(dot(w, 0, w) * dot(q, 0, q)));
            default -> rounding(at.equilibrium());
        };
    }

    /// The left null vector with `<w, w_before> = 1`, by a bordered system that stays regular where the eigenvalue is double // [n]
    private double[] left(double[] a, double[] q) {
        double[] m = new double[(n + 1) * (n + 1)];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a, i * n, m, i * (n + 1), n);
            m[i * (n + 1) + n] = across[i];
            m[n * (n + 1) + i] = q[i];
        }
        Elimination elimination = new Elimination(n + 1);
        elimination.factor(m);
        double[] w = new double[n + 1];
        w[n] = 1;
        elimination.solveTransposed(w);
        return Arrays.copyOf(w, n);
    }

    private Differences.Estimate quadratic(double[] x, double[] q, double[] w) {
        double longest = 0;
        for (double v : q) longest = Math.max(longest, Math.abs(v));
        double unit = longest;
        return Differences.extrapolated((s, out) -> {
            double[] moved = x.clone();
            for (int i = 0; i < n; i++) moved[i] += s * q[i] / unit;
            out[0] = dot(w, 0, Multilinear.times(jacobian(moved), q));
        }, 1, 1);
    }

    /// Sums of pairs of the eigenvalues other than the zero one.
    private static double others(Spectrum s) {
        int zero = 0;
        for (int i = 1; i < s.size(); i++) if (s.modulus(i) < s.modulus(zero)) zero = i;
        double sign = 1;
        double least = 1e300;
        for (int i = 0; i < s.size(); i++) {
            if (s.imaginary()[i] <= 0 || i == zero) continue;
            if (s.real()[i] < 0) sign = -sign;
            least = Math.min(least, Math.abs(s.real()[i]));
        }
        return least == 1e300 ? Double.NaN : sign * least;
    }

    @Override
    public Point settle(Point at) {
        double[] q = Arrays.copyOfRange(at.x(), n, 2 * n);
        across = normalised(left(jacobian(at.x()), q));
        double square = dot(q, 0, q);
        double[] x = at.x().clone();
        for (int i = 0; i < n; i++) {
            along[i] = q[i] / Math.sqrt(square);
            x[n + i] = along[i];
        }
        return sample(x, at.tangent());
    }

    private static double[] normalised(double[] w) {
        double length = Math.sqrt(dot(w, 0, w));
        for (int i = 0; i < w.length; i++) w[i] /= length;
        return w;
    }
}
