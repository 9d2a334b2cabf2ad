package loligo.solver;

/// Sums of weighted vectors, all in one pass: for few unknowns the loops themselves are what costs. Always in the same order, the
/// latest vector last, so that only its own product waits for it.
final class Combination {
    private Combination() {}

    /// `out = y + h (w_0 k_0 + ... )` over the first `count` vectors // [n]
    static void onto(double[] y, double h, double[] w, int count, double[][] k, double[] out) {
        switch (count) {
            case 1 -> onto(y, h, w[0], k[0], out);
            case 2 -> onto(y, h, w[0], k[0], w[1], k[1], out);
            case 3 -> onto(y, h, w[0], k[0], w[1], k[1], w[2], k[2], out);
            case 4 -> onto(y, h, w[0], k[0], w[1], k[1], w[2], k[2], w[3], k[3], out);
            case 5 -> onto(y, h, w[0], k[0], w[1], k[1], w[2], k[2], w[3], k[3], w[4], k[4], out);
            case 6 -> onto(y, h, w[0], k[0], w[1], k[1], w[2], k[2], w[3], k[3], w[4], k[4], w[5], k[5], out);
            case 7 -> onto(y, h, w[0], k[0], w[1], k[1], w[2], k[2], w[3], k[3], w[4], k[4], w[5], k[5], w[6], k[6], out);
            default -> {
                sum(w, count, k, out);
                for (int i = 0; i < out.length; i++) out[i] = Math.fma(h, out[i], y[i]);
            }
        }
    }

    /// `out = w_0 k_0 + ...` over the first `count` vectors // [n]
    static void sum(double[] w, int count, double[][] k, double[] out) {
        java.util.Arrays.fill(out, 0);
        for (int j = 0; j < count; j++) {
            double weight = w[j];
            double[] row = k[j];
            for (int i = 0; i < out.length; i++) out[i] = Math.fma(weight, row[i], out[i]);
        }
    }

    private static void onto(double[] y, double h, double a, double[] p, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = Math.fma(h, a * p[i], y[i]);
    }

    private static void onto(double[] y, double h, double a, double[] p, double b, double[] q, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = Math.fma(h, Math.fma(b, q[i], a * p[i]), y[i]);
    }

    private static void onto(double[] y, double h, double a, double[] p, double b, double[] q, double c, double[] r, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = Math.fma(h, Math.fma(c, r[i], Math.fma(b, q[i], a * p[i])), y[i]);
    }

    private static void onto(double[] y, double h, double a, double[] p, double b, double[] q, double c, double[] r, double d, double[] s, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = Math.fma(h, Math.fma(d, s[i], Math.fma(c, r[i], Math.fma(b, q[i], a * p[i]))), y[i]);
    }

    private static void onto(double[] y, double h, double a, double[] p, double b, double[] q, double c, double[] r, double d, double[] s, double e, double[] u, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = Math.fma(h, Math.fma(e, u[i], Math.fma(d, s[i], Math.fma(c, r[i], Math.fma(b, q[i], a * p[i])))), y[i]);
    }

    private static void onto(double[] y, double h, double a, double[] p, double b, double[] q, double c, double[] r, double d, double[] s, double e, double[] u, double f, double[] v, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = Math.fma(h, Math.fma(f, v[i], Math.fma(e, u[i], Math.fma(d, s[i], Math.fma(c, r[i], Math.fma(b, q[i], a * p[i]))))), y[i]);
    }

    private static void onto(double[] y, double h, double a, double[] p, double b, double[] q, double c, double[] r, double d, double[] s, double e, double[] u, double f, double[] v, double g, double[] w, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = Math.fma(h, Math.fma(g, w[i], Math.fma(f, v[i], Math.fma(e, u[i], Math.fma(d, s[i], Math.fma(c, r[i], Math.fma(b, q[i], a * p[i])))))), y[i]);
    }
}
