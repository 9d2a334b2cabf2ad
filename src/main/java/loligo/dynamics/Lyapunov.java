package loligo.dynamics;

import static loligo.dynamics.Multilinear.times;

import loligo.linear.Elimination;

/// The first Lyapunov coefficient (Kuznetsov, *Elements of Applied Bifurcation Theory*, 3rd ed., eq. 5.34), with q of length 1 in sizes:
/// `l1 = Re[<p, C(q,q,q*)> - 2 <p, B(q, A^-1 B(q,q*))> + <p, B(q*, (2 i w - A)^-1 B(q,q))>] / (2 w)`.
///
/// @param value l1
/// @param error from the differences
record Lyapunov(double value, double error) {
    /// @param right the eigenvector of `i frequency`, of length 1 in sizes: real, then imaginary parts // [2n]
    /// @param left that of the transposed matrix at `-i frequency` // [2n]
    static Lyapunov of(Problem problem, Equilibrium at, double frequency, double[] right, double[] left) {
        int n = at.state().length;
        double[] r = java.util.Arrays.copyOf(right, n);
        double[] i = java.util.Arrays.copyOfRange(right, n, 2 * n);
        Multilinear forms = new Multilinear(problem, at.state(), at.parameters());
        Differences.Estimate br = forms.second(r), bi = forms.second(i), cr = forms.third(r), ci = forms.third(i);
        double[] p = adjoint(left, right);
        double value = coefficient(at.jacobian(), frequency, r, i, p, br.value(), bi.value(), cr.value(), ci.value());
        double error = 0;
        error += Math.abs(value - coefficient(at.jacobian(), frequency, r, i, p, moved(br), bi.value(), cr.value(), ci.value()));
        error += Math.abs(value - coefficient(at.jacobian(), frequency, r, i, p, br.value(), moved(bi), cr.value(), ci.value()));
        error += Math.abs(value - coefficient(at.jacobian(), frequency, r, i, p, br.value(), bi.value(), moved(cr), ci.value()));
        error += Math.abs(value - coefficient(at.jacobian(), frequency, r, i, p, br.value(), bi.value(), cr.value(), moved(ci)));
        return new Lyapunov(value, error);
    }

    private static double[] moved(Differences.Estimate e) {
        double[] sum = e.value().clone();
        for (int k = 0; k < sum.length; k++) sum[k] += e.error()[k];
        return sum;
    }

    /// `left` scaled so that `<p, q> = sum conj(p) q = 1` // [2n]
    private static double[] adjoint(double[] left, double[] right) {
        int n = left.length / 2;
        double re = 0, im = 0;
        for (int k = 0; k < n; k++) {
            re += left[k] * right[k] + left[n + k] * right[n + k];
            im += left[k] * right[n + k] - left[n + k] * right[k];
        }
        double square = re * re + im * im;
        double[] p = new double[2 * n];
        for (int k = 0; k < n; k++) { // divided by the conjugate of re + i im
            p[k] = (left[k] * re - left[n + k] * im) / square;
            p[n + k] = (left[k] * im + left[n + k] * re) / square;
        }
        return p;
    }

    private static double coefficient(double[] jacobian, double w, double[] r, double[] i, double[] p, double[] br, double[] bi, double[] cr, double[] ci) {
        int n = r.length;
        double[] rr = times(br, r), ri = times(br, i), ii = times(bi, i);
        double[] mean = new double[n]; // A^-1 B(q, q*)
        double[] twice = new double[2 * n]; // (2 i w - A)^-1 B(q, q)
        for (int k = 0; k < n; k++) {
            mean[k] = rr[k] + ii[k];
            twice[k] = rr[k] - ii[k];
            twice[n + k] = 2 * ri[k];
        }
        Elimination real = new Elimination(n);
        real.factor(jacobian);
        real.solve(mean);
        shifted(jacobian, 2 * w).solve(twice);
        double[] hr = java.util.Arrays.copyOf(twice, n), hi = java.util.Arrays.copyOfRange(twice, n, 2 * n);
        double[] crr = times(cr, r), cri = times(cr, i), cir = times(ci, r), cii = times(ci, i);
        double[] brm = times(br, mean), bim = times(bi, mean), brhr = times(br, hr), brhi = times(br, hi), bihr = times(bi, hr), bihi = times(bi, hi);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double re = crr[k] + cir[k] - 2 * brm[k] + brhr[k] + bihi[k]; // B(q*, h) = (B_r - i B_i)(h_r + i h_i)
            double im = cri[k] + cii[k] - 2 * bim[k] + brhi[k] - bihr[k];
            sum += p[k] * re + p[n + k] * im;
        }
        return sum / (2 * w);
    }

    /// `i shift - A` as a real matrix of twice the size, factored.
    private static Elimination shifted(double[] a, double shift) {
        int n = (int) Math.round(Math.sqrt(a.length));
        double[] m = new double[4 * n * n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                m[row * 2 * n + column] = -a[row * n + column];
                m[(n + row) * 2 * n + n + column] = -a[row * n + column];
            }
            m[row * 2 * n + n + row] = -shift;
            m[(n + row) * 2 * n + row] = shift;
        }
        Elimination elimination = new Elimination(2 * n);
        elimination.factor(m);
        return elimination;
    }
}
