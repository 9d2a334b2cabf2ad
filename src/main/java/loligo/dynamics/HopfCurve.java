package loligo.dynamics;

import static loligo.dynamics.Multilinear.times;

import java.util.Arrays;
import loligo.linear.Spectrum;

/// Hopf points as two parameters change: `f = 0, (A^2 + k) v = 0` with v normalised within the plane of the pair, x = (y, v, k, p_first, p_second), k the squared frequency
/// (Roose & Hlavacek 1985, SIAM J. Appl. Math. 45:879); regular through Bogdanov-Takens points, where k vanishes.
final class HopfCurve extends TwoParameterCurve {
    private double[] along; // v of the point before // [n]
    private double[] beside; // in the plane of the pair, across it // [n]

    HopfCurve(Problem problem, Bifurcation.Hopf start, int first, int second, Range[] ranges) {
        super(problem, start.at().parameters(), first, second, ranges, 2 * problem.dimension() + 3);
        along = new double[n];
        for (int i = 0; i < n; i++) along[i] = start.right()[i] / problem.size()[i];
        scale(along);
        beside = new double[n];
        beside = across(jacobian(begin(start, first, second)), along);
    }

    double[] begin(Bifurcation.Hopf start, int first, int second) {
        double[] x = new double[2 * n + 3];
        for (int i = 0; i < n; i++) {
            x[i] = start.at().state()[i] / problem.size()[i];
            x[n + i] = along[i];
        }
        x[2 * n] = start.frequency() * start.frequency();
        x[2 * n + 1] = start.at().parameters()[first] / problem.parameterSize()[first];
        x[2 * n + 2] = start.at().parameters()[second] / problem.parameterSize()[second];
        return x;
    }

    private static void scale(double[] v) {
        double length = Math.sqrt(dot(v, 0, v));
        for (int i = 0; i < v.length; i++) v[i] /= length;
    }

    /// The part of `A v` across v: the other direction of the plane.
    private double[] across(double[] a, double[] v) {
        double[] other = times(a, v);
        double share = dot(other, 0, v);
        for (int i = 0; i < n; i++) other[i] -= share * v[i];
        if (!(dot(other, 0, other) > 1e-20)) return beside;
        scale(other);
        return other;
    }

    @Override
    void equations(double[] x, double[] residual) {
        field(x, residual);
        double[] a = jacobian(x);
        double[] v = Arrays.copyOfRange(x, n, 2 * n);
        double[] twice = times(a, times(a, v));
        for (int i = 0; i < n; i++) residual[n + i] = twice[i] + x[2 * n] * v[i];
        residual[2 * n] = dot(v, 0, along) - 1;
        residual[2 * n + 1] = dot(v, 0, beside);
    }

    @Override
    double[] conditions(double[] x, Equilibrium at) {
        double k = x[2 * n];
        int pair = k > 0 ? pair(at.spectrum(), Math.sqrt(k)) : -1;
        if (pair < 0) return new double[] {Double.NaN, k, Double.NaN, Double.NaN};
        return new double[] {lyapunov(at, pair).value(), k, zero(at.spectrum(), pair), other(at.spectrum(), pair)};
    }

    private Lyapunov lyapunov(Equilibrium at, int pair) {
        return Lyapunov.of(problem, at, at.spectrum().imaginary()[pair], unit(at.spectrum().right()[pair]), at.spectrum().left()[pair]);
    }

    @Override
    double noise(Point at, int test) {
        double k = at.x()[2 * n];
        int pair = k > 0 ? pair(at.equilibrium().spectrum(), Math.sqrt(k)) : -1;
        if (test == TAKENS) return rounding(at.equilibrium());
        return test == DEGENERATE && pair >= 0 ? lyapunov(at.equilibrium(), pair).error() : rounding(at.equilibrium());
    }

    /// Which eigenvalue is nearest to `i frequency`; -1 when none is above the real axis.
    private static int pair(Spectrum s, double frequency) {
        int nearest = -1;
        for (int i = 0; i < s.size(); i++) {
            if (s.imaginary()[i] > 0 && (nearest < 0 || distance(s, i, frequency) < distance(s, nearest, frequency))) nearest = i;
        }
        return nearest;
    }

    private static double distance(Spectrum s, int i, double frequency) {
        return StrictMath.hypot(s.real()[i], s.imaginary()[i] - frequency);
    }

    private double[] unit(double[] vector) {
        double square = 0;
        for (int i = 0; i < 2 * n; i++) square += vector[i] / problem.size()[i % n] * (vector[i] / problem.size()[i % n]);
        double[] unit = vector.clone();
        for (int i = 0; i < 2 * n; i++) unit[i] /= Math.sqrt(square);
        return unit;
    }

    /// Changes sign where a real eigenvalue passes zero.
    private static double zero(Spectrum s, int pair) {
        double sign = 1, least = 1e300;
        for (int i = 0; i < s.size(); i++) {
            if (i == pair || i == pair + 1 || s.imaginary()[i] != 0) continue;
            if (s.real()[i] < 0) sign = -sign;
            least = Math.min(least, Math.abs(s.real()[i]));
        }
        return least == 1e300 ? Double.NaN : sign * least;
    }

    /// Changes sign where another complex pair passes the imaginary axis.
    private static double other(Spectrum s, int pair) {
        double sign = 1, least = 1e300;
        for (int i = 0; i < s.size(); i++) {
            if (i == pair || s.imaginary()[i] <= 0) continue;
            if (s.real()[i] < 0) sign = -sign;
            least = Math.min(least, Math.abs(s.real()[i]));
        }
        return least == 1e300 ? Double.NaN : sign * least;
    }

    @Override
    public Point settle(Point at) {
        double[] v = Arrays.copyOfRange(at.x(), n, 2 * n);
        scale(v);
        along = v;
        beside = across(jacobian(at.x()), v);
        double[] x = at.x().clone();
        System.arraycopy(v, 0, x, n, n);
        return sample(x, at.tangent());
    }
}
