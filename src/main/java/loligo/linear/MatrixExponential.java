package loligo.linear;

/// e^A by scaling and squaring around the Pade approximant of degree 13 (Higham 2005, SIAM J. Matrix Anal. Appl. 26:1179).
public final class MatrixExponential {
    private static final double[] PADE = {
        64764752532480000.0, 32382376266240000.0, 7771770303897600.0, 1187353796428800.0, 129060195264000.0, 10559470521600.0,
        670442572800.0, 33522128640.0, 1323241920.0, 40840800.0, 960960.0, 16380.0, 182.0, 1.0};
    private static final double LARGEST_NORM = 5.371920351148152; // the approximant is exact to rounding up to it

    private MatrixExponential() {}

    /// e^A // [n*n], row by row like `matrix`
    public static double[] of(double[] matrix, int n) {
        int halvings = Math.max(0, Math.getExponent(norm(matrix, n) / LARGEST_NORM) + 1);
        double[] a = scaled(matrix, StrictMath.scalb(1.0, -halvings));
        double[] result = pade(a, n);
        for (int k = 0; k < halvings; k++) result = product(result, result, n);
        return result;
    }

    private static double[] pade(double[] a, int n) {
        double[] a2 = product(a, a, n);
        double[] a4 = product(a2, a2, n);
        double[] a6 = product(a4, a2, n);
        double[] odd = product(a6, polynomial(n, a2, a4, a6, 9, 11, 13, -1), n);
        double[] even = product(a6, polynomial(n, a2, a4, a6, 8, 10, 12, -1), n);
        add(odd, polynomial(n, a2, a4, a6, 3, 5, 7, 1));
        add(even, polynomial(n, a2, a4, a6, 2, 4, 6, 0));
        double[] u = product(a, odd, n);
        double[] above = even.clone();
        double[] below = even.clone();
        add(above, u);
        add(below, scaled(u, -1));
        return quotient(below, above, n);
    }

    /// `b_i A^2 + b_j A^4 + b_k A^6`, and `b_c` on the diagonal when c is not negative.
    private static double[] polynomial(int n, double[] a2, double[] a4, double[] a6, int i, int j, int k, int c) {
        double[] sum = new double[n * n];
        for (int e = 0; e < n * n; e++) sum[e] = PADE[i] * a2[e] + PADE[j] * a4[e] + PADE[k] * a6[e];
        if (c >= 0) for (int d = 0; d < n; d++) sum[d * n + d] += PADE[c];
        return sum;
    }

    private static double[] quotient(double[] below, double[] above, int n) {
        Elimination elimination = new Elimination(n);
        elimination.factor(below);
        double[] result = new double[n * n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) column[i] = above[i * n + j];
            elimination.solve(column);
            for (int i = 0; i < n; i++) result[i * n + j] = column[i];
        }
        return result;
    }

    private static double norm(double[] a, int n) {
        double largest = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) sum += Math.abs(a[i * n + j]);
            largest = Math.max(largest, sum);
        }
        if (!Double.isFinite(largest)) throw new ArithmeticException("an entry of the matrix to exponentiate is not finite");
        return largest;
    }

    private static double[] product(double[] a, double[] b, int n) {
        double[] c = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = a[i * n + k];
                for (int j = 0; j < n; j++) c[i * n + j] += factor * b[k * n + j];
            }
        }
        return c;
    }

    private static double[] scaled(double[] a, double factor) {
        double[] b = a.clone();
        for (int i = 0; i < b.length; i++) b[i] *= factor;
        return b;
    }

    private static void add(double[] to, double[] a) {
        for (int i = 0; i < to.length; i++) to[i] += a[i];
    }
}
