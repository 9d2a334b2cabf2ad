package loligo.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import loligo.notation.Precise;
import org.junit.jupiter.api.Test;

/// The largest errors of the elementary functions: against sixty digits at thousands of points, against `StrictMath` (1 ulp itself) at millions.
class ElementaryTest {
    private static void exact(String name, DoubleUnaryOperator f, UnaryOperator<BigDecimal> truth, double range, double bound) {
        Random random = new Random(7);
        double worst = 0;
        double where = 0;
        for (int i = 0; i < 6000; i++) {
            double x = (2 * random.nextDouble() - 1) * range * StrictMath.pow(10, -(i % 4) * 1.5);
            double error = Precise.ulps(f.applyAsDouble(x), truth.apply(new BigDecimal(x)));
            if (error > worst) {
                worst = error;
                where = x;
            }
        }
        assertTrue(worst <= bound, name + " is " + worst + " ulp off at " + where);
    }

    private static void millions(String name, DoubleUnaryOperator f, DoubleUnaryOperator strict, double range, double bound) {
        Random random = new Random(8);
        for (int i = 0; i < 2_000_000; i++) {
            double x = (2 * random.nextDouble() - 1) * range;
            double expected = strict.applyAsDouble(x);
            double error = Math.abs(f.applyAsDouble(x) - expected) / Math.ulp(expected);
            assertTrue(error <= bound + 1, () -> name + " is " + error + " ulp off at " + x);
        }
    }

    @Test
    void exponentials() {
        exact("exp", Elementary::exp, Precise::exp, 700, 1);
        exact("expm1", Elementary::expm1, Precise::expm1, 40, 2);
        exact("exprel", Elementary::exprel, Precise::exprel, 40, 3);
        exact("bernoulli", Elementary::bernoulli, x -> BigDecimal.ONE.divide(Precise.exprel(x), Precise.DIGITS), 40, 3);
        exact("phi", Elementary::phi, Precise::exprel, 40, 3);
        millions("exp", Elementary::exp, StrictMath::exp, 708, 1);
        millions("exp", Elementary::exp, StrictMath::exp, 2, 1);
        millions("expm1", Elementary::expm1, StrictMath::expm1, 50, 2);
        millions("expm1", Elementary::expm1, StrictMath::expm1, 1, 2);
    }

    @Test
    void slopesNearTheHole() {
        exact("exprel'", x -> Elementary.exprelSlope(x, Elementary.exprel(x)), Precise::exprelSlope, 3, 8);
        exact("bernoulli'", x -> Elementary.bernoulliSlope(x, Elementary.bernoulli(x)), Precise::bernoulliSlope, 3, 8);
        assertEquals(0.5, Elementary.exprelSlope(0, 1));
        assertEquals(-0.5, Elementary.bernoulliSlope(0, 1));
    }

    @Test
    void hyperbolicsAndError() {
        exact("sinh", Elementary::sinh, Precise::sinh, 30, 3);
        exact("cosh", Elementary::cosh, Precise::cosh, 30, 3);
        exact("tanh", Elementary::tanh, Precise::tanh, 15, 3);
        exact("erf", Elementary::erf, Precise::erf, 5.8, 1);
        millions("sinh", Elementary::sinh, StrictMath::sinh, 700, 3);
        millions("cosh", Elementary::cosh, StrictMath::cosh, 700, 3);
        millions("tanh", Elementary::tanh, StrictMath::tanh, 20, 3);
    }

    @Test
    void endsOfTheRange() {
        assertEquals(Double.POSITIVE_INFINITY, Elementary.exp(710));
        assertEquals(Double.POSITIVE_INFINITY, Elementary.exp(Double.POSITIVE_INFINITY));
        assertEquals(0, Elementary.exp(-746));
        assertEquals(0, Elementary.exp(Double.NEGATIVE_INFINITY));
        assertTrue(Double.isNaN(Elementary.exp(Double.NaN)));
        assertEquals(1, Elementary.exp(0));
        for (double x = -745; x < -700; x += 0.037) assertEquals(StrictMath.exp(x), Elementary.exp(x), Math.ulp(StrictMath.exp(x)));
        for (double x = 700; x < 709.7; x += 0.037) assertEquals(StrictMath.exp(x), Elementary.exp(x), Math.ulp(StrictMath.exp(x)));
        assertEquals(-1, Elementary.expm1(-1000));
        assertEquals(Double.POSITIVE_INFINITY, Elementary.expm1(1000));
        assertTrue(Double.isNaN(Elementary.expm1(Double.NaN)));
        assertEquals(1e-300, Elementary.expm1(1e-300));
        assertEquals(0, Elementary.bernoulli(Double.POSITIVE_INFINITY));
        assertEquals(1000, Elementary.bernoulli(-1000));
        assertEquals(-0.0, Elementary.bernoulliSlope(2000, 0));
        assertEquals(-1, Elementary.bernoulliSlope(-2000, 2000));
        assertEquals(StrictMath.sinh(710), Elementary.sinh(710), 8 * Math.ulp(StrictMath.sinh(710)));
        assertEquals(Double.NEGATIVE_INFINITY, Elementary.sinh(-800));
        assertEquals(Double.POSITIVE_INFINITY, Elementary.cosh(-800));
        assertEquals(-1, Elementary.tanh(-500));
        assertTrue(Double.isNaN(Elementary.tanh(Double.NaN)) && Double.isNaN(Elementary.sinh(Double.NaN)) && Double.isNaN(Elementary.erf(Double.NaN)));
        assertEquals(1, Elementary.erf(7));
    }
}
