package loligo.dynamics;

import static loligo.dynamics.Multilinear.times;
import static loligo.dynamics.TwoParameterCurve.dot;

import java.util.Arrays;
import loligo.linear.Elimination;
import loligo.linear.Spectrum;

/// Normal forms where an eigenvalue is zero (Kuznetsov, *Elements of Applied Bifurcation Theory*, 3rd ed., sections 8.7.1 and 8.7.3), with null vectors of length 1 in sizes.
final class DoubleForms {
    private final Problem problem;
    private final int n;
    private final double[] a; // the Jacobian in sizes // [n*n]
    private final Multilinear forms;
    private final double[] right; // null vector // [n]
    private final double[] left; // of the transposed matrix // [n]

    DoubleForms(Problem problem, Equilibrium at) {
        this.problem = problem;
        n = problem.dimension();
        a = at.jacobian().clone();
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i * n + j] *= problem.size()[j] / problem.size()[i];
        forms = new Multilinear(problem, at.state(), at.parameters());
        Spectrum s = Spectrum.of(a, n);
        int k = 0;
        for (int i = 1; i < n; i++) if (s.modulus(i) < s.modulus(k)) k = i;
        right = real(s.right()[k]);
        left = real(s.left()[k]);
    }

    /// The larger part of a complex vector, of length 1 // [n]
    private double[] real(double[] vector) {
        double[] re = Arrays.copyOf(vector, n), im = Arrays.copyOfRange(vector, n, 2 * n);
        double[] larger = dot(re, 0, re) >= dot(im, 0, im) ? re : im;
        double length = Math.sqrt(dot(larger, 0, larger));
        for (int i = 0; i < n; i++) larger[i] /= length;
        return larger;
    }

    /// c of `x' = c x^3` at a cusp: `<p, C(q,q,q) + 3 B(q, h)> / 6` with `A h = -B(q,q)`.
    double cubic() {
        double product = dot(left, 0, right);
        double[] square = bilinear(right, right);
        double share = dot(left, 0, square) / product;
        for (int i = 0; i < n; i++) square[i] = share * right[i] - square[i];
        double[] h = solve(square, false);
        double[] cube = scaled(times(forms.third(unscaled(right)).value(), unscaled(right)));
        double[] bent = bilinear(right, h);
        double sum = 0;
        for (int i = 0; i < n; i++) sum += left[i] * (cube[i] + 3 * bent[i]);
        return sum / product / 6;
    }

    /// a and b of `x'' = a x^2 + b x x'` at a Bogdanov-Takens point, a not negative // [2]
    double[] takens() {
        double[] second = solve(right, false); // A q1 = q0
        double[] p1 = left.clone();
        double product = dot(p1, 0, second);
        for (int i = 0; i < n; i++) p1[i] /= product;
        double[] p0 = solve(p1, true); // A^T p0 = p1
        double share = dot(p0, 0, second);
        for (int i = 0; i < n; i++) p0[i] -= share * p1[i];
        double[] square = bilinear(right, right);
        double quadratic = dot(p1, 0, square) / 2;
        double mixed = dot(p0, 0, square) + dot(p1, 0, bilinear(right, second));
        return quadratic < 0 ? new double[] {-quadratic, -mixed} : new double[] {quadratic, mixed};
    }

    /// Solves `A x = b`, or with the transposed matrix, for the x without a part along the null vector, by a bordered system // [n]
    private double[] solve(double[] b, boolean transposed) {
        double[] m = new double[(n + 1) * (n + 1)];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a, i * n, m, i * (n + 1), n);
            m[i * (n + 1) + n] = left[i];
            m[n * (n + 1) + i] = right[i];
        }
        Elimination elimination = new Elimination(n + 1);
        elimination.factor(m);
        double[] x = Arrays.copyOf(b, n + 1);
        if (transposed) elimination.solveTransposed(x);
        else elimination.solve(x);
        return Arrays.copyOf(x, n);
    }

    /// B(u, v) in sizes, u of length at most 1 // [n]
    private double[] bilinear(double[] u, double[] v) {
        return scaled(times(forms.second(unscaled(u)).value(), unscaled(v)));
    }

    private double[] unscaled(double[] u) {
        double[] y = u.clone();
        for (int i = 0; i < n; i++) y[i] *= problem.size()[i];
        return y;
    }

    private double[] scaled(double[] u) {
        double[] y = u.clone();
        for (int i = 0; i < n; i++) y[i] /= problem.size()[i];
        return y;
    }
}
