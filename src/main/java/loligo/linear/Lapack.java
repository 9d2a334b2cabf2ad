package loligo.linear;

import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.netlib.util.intW;

/// The one door to LAPACK, in its pure Java form: no native library is loaded, so results are the same on every machine.
final class Lapack {
    private static final Logger LOGGER = Logger.getLogger("dev.ludovic.netlib"); // held, or its level would be forgotten
    private static final LAPACK JAVA = start();

    private Lapack() {}

    private static LAPACK start() {
        System.setProperty("dev.ludovic.netlib.lapack.allowNative", "false");
        LOGGER.setLevel(Level.WARNING);
        return JavaLAPACK.getInstance();
    }

    /// Eigenvalues and eigenvectors of a matrix, column by column as LAPACK keeps them; overwrites `a`.
    ///
    /// @param a column by column // [n*n]
    /// @param left, right the vectors, a complex pair as two columns, real and imaginary part // [n*n]
    static void eigen(int n, double[] a, double[] real, double[] imaginary, double[] left, double[] right) {
        double[] work = new double[Math.max(1, 8 * n)];
        intW info = new intW(0);
        JAVA.dgeev("V", "V", n, a, n, real, imaginary, left, n, right, n, work, work.length, info);
        if (info.val != 0) throw new ArithmeticException("the QR iteration for eigenvalues did not converge (LAPACK dgeev, info " + info.val + ")");
    }

    /// Generalised eigenvalues `alpha/beta` of `a x = (alpha/beta) b x`; overwrites both matrices.
    static void pencil(int n, double[] a, double[] b, double[] real, double[] imaginary, double[] beta) {
        double[] work = new double[Math.max(1, 16 * n)];
        intW info = new intW(0);
        JAVA.dggev("N", "N", n, a, n, b, n, real, imaginary, beta, new double[1], 1, new double[1], 1, work, work.length, info);
        if (info.val != 0) throw new ArithmeticException("the QZ iteration for multipliers did not converge (LAPACK dggev, info " + info.val + ")");
    }
}
