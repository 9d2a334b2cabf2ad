package loligo.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Eigenvalues and eigenvectors of a real matrix: rightmost first, of a complex pair the one above the real axis first.
/// Right vectors have Euclidean length 1.
///
/// @param real the real parts // [n]
/// @param imaginary the imaginary parts // [n]
/// @param right `A v = lambda v`: real parts, then imaginary parts // [n][2n]
/// @param left `w^H A = lambda w^H`: real parts, then imaginary parts // [n][2n]
public record Spectrum(double[] real, double[] imaginary, double[][] right, double[][] left) {
    /// Of a matrix given row by row // [n*n]
    ///
    /// @throws ArithmeticException when an entry is not finite
    public static Spectrum of(double[] matrix, int n) {
        double[] a = transposed(matrix, n);
        double[] real = new double[n];
        double[] imaginary = new double[n];
        double[] left = new double[n * n];
        double[] right = new double[n * n];
        Lapack.eigen(n, a, real, imaginary, left, right);
        double[][] rights = vectors(right, imaginary);
        double[][] lefts = vectors(left, imaginary);
        int[] order = order(real, imaginary);
        return new Spectrum(pick(real, order), pick(imaginary, order), pick(rights, order), pick(lefts, order));
    }

    public int size() {
        return real.length;
    }

    /// How many eigenvalues have a positive real part.
    public int unstable() {
        int count = 0;
        for (double r : real) if (r > 0) count++;
        return count;
    }

    public double modulus(int i) {
        return StrictMath.hypot(real[i], imaginary[i]);
    }

    private static double[] transposed(double[] matrix, int n) {
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = matrix[i * n + j];
                if (!Double.isFinite(entry)) throw new ArithmeticException("entry (" + i + ", " + j + ") of a matrix is " + entry);
                a[j * n + i] = entry;
            }
        }
        return a;
    }

    private static double[][] vectors(double[] columns, double[] imaginary) {
        int n = imaginary.length;
        double[][] vectors = new double[n][2 * n];
        for (int j = 0; j < n; j++) {
            boolean second = imaginary[j] < 0;
            System.arraycopy(columns, (second ? j - 1 : j) * n, vectors[j], 0, n);
            if (imaginary[j] == 0) continue;
            for (int i = 0; i < n; i++) vectors[j][n + i] = second ? -columns[j * n + i] : columns[(j + 1) * n + i];
        }
        return vectors;
    }

    private static int[] order(double[] real, double[] imaginary) {
        return IntStream.range(0, real.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -real[i]).thenComparingDouble(i -> -Math.abs(imaginary[i])).thenComparingDouble(i -> -imaginary[i]))
                .mapToInt(Integer::intValue).toArray();
    }

    private static double[] pick(double[] from, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> from[i]).toArray();
    }

    private static double[][] pick(double[][] from, int[] order) {
        return Arrays.stream(order).mapToObj(i -> from[i]).toArray(double[][]::new);
    }
}
