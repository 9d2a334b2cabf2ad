package loligo.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeTest {
    private static double value(Expr expr, double x) {
        return Oracle.value(expr, Map.of("x", x, "a", 1.7));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a", "x", "-x", "x+a*x", "x-a/x", "x*x*x", "(x+a)/(x^2+1)", "x^3", "x^a", "a^x", "x^x", "exp(a*x)", "expm1(x/a)", "exprel(a*x)", "2/exprel(-x)", "log(x)",
        "log10(x)", "sqrt(x)", "abs(x-3)", "min(x,2)", "max(x,2,a*x/2)", "min(x^2,3,a*x)", "sin(x)", "cos(x)", "tan(x)", "sinh(x)", "cosh(x)", "tanh(x)", "atan(x)",
        "erf(x)", "if(x > 1.3, x^2, x*a)", "exp(-(x-1)^2/a)*tanh(x)/(1+exp(x))"})
    void agreesWithDifferences(String text) {
        Expr expr = Terse.of(text);
        Expr derivative = Derivative.of(expr, "x");
        Expr simple = Simplifier.simplify(derivative);
        for (double x = 0.11; x < 4.2; x += 0.173) {
            double h = 1e-5;
            double difference = (value(expr, x + h) - value(expr, x - h)) / (2 * h);
            assertEquals(difference, value(derivative, x), 1e-8 * Math.max(1, Math.abs(difference)) * Math.max(1, Math.abs(value(expr, x))), text + " at " + x);
            assertEquals(value(derivative, x), value(simple, x), 1e-14 * Math.max(1, Math.abs(difference)), text + " simplified at " + x);
        }
    }

    @Test
    void exprelIsExactAroundItsHole() {
        Expr up = Derivative.of(Terse.of("exprel(x)"), "x");
        Expr down = Derivative.of(Terse.of("1/exprel(x)"), "x");
        for (double size : new double[] {0, 1e-16, 1e-12, 1e-8, 1e-5, 1e-3, 0.03, 0.2, 0.7, 0.99, 1, 1.01, 2, 5, 30}) {
            for (double x : new double[] {size, -size}) {
                double rising = Precise.exprelSlope(new BigDecimal(x)).doubleValue();
                double falling = Precise.bernoulliSlope(new BigDecimal(x)).doubleValue();
                assertEquals(rising, value(up, x), 1e-14 * Math.abs(rising), "exprel' at " + x);
                assertEquals(falling, value(down, x), 1e-14 * Math.abs(falling), "(1/exprel)' at " + x);
            }
        }
        assertFalse(Double.isNaN(value(down, 2000)));
        assertFalse(Double.isNaN(value(down, -2000)));
    }

    @Test
    void simplifierShrinks() {
        assertEquals(Terse.of("6*x"), Simplifier.simplify(Terse.of("2*x*3")));
        assertEquals(Terse.of("x"), Simplifier.simplify(Terse.of("(0+x)*1/1")));
        assertEquals(Terse.of("x-a"), Simplifier.simplify(Terse.of("x+(-a)")));
        assertEquals(new Expr.Negation(Terse.of("x*a")), Simplifier.simplify(Terse.of("(-x)*a")));
        assertEquals(Expr.number(8), Simplifier.simplify(Terse.of("2^3")));
        assertTrue(Simplifier.zero(Derivative.of(Terse.of("a^2*exp(a)"), "x")));
    }
}
