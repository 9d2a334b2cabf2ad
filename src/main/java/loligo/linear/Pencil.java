package loligo.linear;

/// Generalised eigenvalues.
public final class Pencil {
    private Pencil() {}

    /// The numbers mu with `a v + mu b v = 0` for some v, by the QZ algorithm; infinite where b is singular.
    ///
    /// @param a, b row by row // [n*n]
    /// @return real parts, then imaginary parts; the largest modulus first, of a pair the one above the real axis first // [2n]
    public static double[] of(double[] a, double[] b, int n) {
        double[] left = new double[n * n];
        double[] right = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                left[j * n + i] = a[i * n + j];
                right[j * n + i] = -b[i * n + j];
            }
        }
        double[] real = new double[n];
        double[] imaginary = new double[n];
        double[] beta = new double[n];
        Lapack.pencil(n, left, right, real, imaginary, beta);
        for (int k = 0; k < n; k++) {
            real[k] = real[k] / beta[k];
            imaginary[k] = imaginary[k] == 0 ? 0 : imaginary[k] / beta[k];
        }
        return sorted(real, imaginary);
    }

    private static double[] sorted(double[] real, double[] imaginary) {
        int n = real.length;
        Integer[] order = new Integer[n];
        for (int k = 0; k < n; k++) order[k] = k;
        java.util.Arrays.sort(order, java.util.Comparator.comparingDouble((Integer k) -> -StrictMath.hypot(real[k], Math.abs(imaginary[k])))
                .thenComparingDouble(k -> -imaginary[k]));
        double[] result = new double[2 * n];
        for (int k = 0; k < n; k++) {
            result[k] = real[order[k]];
            result[n + k] = imaginary[order[k]];
        }
        return result;
    }
}
