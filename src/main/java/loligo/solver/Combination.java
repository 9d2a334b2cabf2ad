package loligo.solver;

/// Sums of weighted vectors, four vectors at a time: short loops over few unknowns cost less this way. The order of summation is fixed.
final class Combination {
    private Combination() {}

    /// `out = y + h (w_0 k_0 + ... )` over the first `count` vectors // [n]
    static void onto(double[] y, double h, double[] w, int count, double[][] k, double[] out) {
        sum(w, count, k, out);
        for (int i = 0; i < out.length; i++) out[i] = y[i] + h * out[i];
    }

    /// `out = w_0 k_0 + ...` over the first `count` vectors // [n]
    static void sum(double[] w, int count, double[][] k, double[] out) {
        switch (Math.min(count, 4)) {
            case 0 -> java.util.Arrays.fill(out, 0);
            case 1 -> first(w[0], k[0], out);
            case 2 -> first(w[0], k[0], w[1], k[1], out);
            case 3 -> first(w[0], k[0], w[1], k[1], w[2], k[2], out);
            default -> first(w[0], k[0], w[1], k[1], w[2], k[2], w[3], k[3], out);
        }
        int j = 4;
        for (; j + 1 < count; j += 2) more(w[j], k[j], w[j + 1], k[j + 1], out);
        if (j < count) more(w[j], k[j], out);
    }

    private static void first(double a, double[] p, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = a * p[i];
    }

    private static void first(double a, double[] p, double b, double[] q, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = a * p[i] + b * q[i];
    }

    private static void first(double a, double[] p, double b, double[] q, double c, double[] r, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = a * p[i] + b * q[i] + c * r[i];
    }

    private static void first(double a, double[] p, double b, double[] q, double c, double[] r, double d, double[] s, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = a * p[i] + b * q[i] + c * r[i] + d * s[i];
    }

    private static void more(double a, double[] p, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] += a * p[i];
    }

    private static void more(double a, double[] p, double b, double[] q, double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = out[i] + a * p[i] + b * q[i];
    }
}
