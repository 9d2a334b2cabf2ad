package loligo.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LinearTest {
    @Test
    void eigenvaluesComeRightmostFirst() {
        Spectrum two = Spectrum.of(new double[] {1, 1, 4, -2}, 2);
        assertArrayEquals(new double[] {2, -3}, two.real(), 1e-14);
        assertEquals(1, two.right()[0][1] / two.right()[0][0], 1e-14);
        assertEquals(-4, two.right()[1][1] / two.right()[1][0], 1e-14);
        assertEquals(1, two.unstable());
        Spectrum turning = Spectrum.of(new double[] {-1, 2, 0, -2, -1, 0, 0, 0, -7}, 3);
        assertArrayEquals(new double[] {-1, -1, -7}, turning.real(), 1e-14);
        assertArrayEquals(new double[] {2, -2, 0}, turning.imaginary(), 1e-14);
    }

    @Test
    void vectorsSolveTheirEquations() {
        double[] a = {0.3, -1.2, 0.7, 2.2, 0.1, -0.4, 0.9, 1.5, -0.8};
        Spectrum s = Spectrum.of(a, 3);
        for (int k = 0; k < 3; k++) {
            double lr = s.real()[k], li = s.imaginary()[k];
            double[] v = s.right()[k], w = s.left()[k];
            for (int i = 0; i < 3; i++) {
                double re = -lr * v[i] + li * v[3 + i], im = -lr * v[3 + i] - li * v[i];
                double wre = -(lr * w[i] + li * w[3 + i]), wim = -(lr * w[3 + i] - li * w[i]); // A^T w = conj(lambda) w
                for (int j = 0; j < 3; j++) {
                    re += a[i * 3 + j] * v[j];
                    im += a[i * 3 + j] * v[3 + j];
                    wre += a[j * 3 + i] * w[j];
                    wim += a[j * 3 + i] * w[3 + j];
                }
                assertEquals(0, Math.abs(re) + Math.abs(im) + Math.abs(wre) + Math.abs(wim), 1e-14);
            }
        }
    }

    @Test
    void aMatrixWithoutNumbersIsRefused() {
        assertThrows(ArithmeticException.class, () -> Spectrum.of(new double[] {1, Double.NaN, 0, 1}, 2));
    }

    @Test
    void eliminationSolvesBothWays() {
        double[] a = {0, 2, 1, 1, 1, 0, 3, 0, -1};
        Elimination e = new Elimination(3);
        assertTrue(e.factor(a));
        assertEquals(-1, e.determinant(), 1e-14); // 0(-1) - 2(-1) + 1(-3)
        double[] x = {1, -2, 3};
        double[] b = {-1, -1, 0};
        e.solve(b);
        assertArrayEquals(x, b, 1e-14);
        double[] c = {7, 0, -2}; // A^T x
        e.solveTransposed(c);
        assertArrayEquals(x, c, 1e-14);
        assertFalse(e.factor(new double[] {1, 2, 3, 2, 4, 6, 1, 1, 1}));
    }

    @Test
    void exponentialsInClosedForm() {
        assertArrayEquals(new double[] {StrictMath.exp(-2), 2 * StrictMath.exp(-2), 0, StrictMath.exp(-2)}, MatrixExponential.of(new double[] {-2, 2, 0, -2}, 2), 1e-15);
        double angle = 30; // beyond the approximant's own range, so squared
        assertArrayEquals(new double[] {StrictMath.cos(angle), -StrictMath.sin(angle), StrictMath.sin(angle), StrictMath.cos(angle)},
                MatrixExponential.of(new double[] {0, -angle, angle, 0}, 2), 1e-13);
    }
}
