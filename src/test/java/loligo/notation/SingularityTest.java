package loligo.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingularityTest {
    private static final Map<String, Double> PARAMETERS = Map.of("h", -40.0, "k", 10.0, "a", 0.1, "z", 2.0, "F", 96.0, "RT", 2400.0);

    private static double value(Expr expr, double v) {
        java.util.HashMap<String, Double> names = new java.util.HashMap<>(PARAMETERS);
        names.put("V", v);
        return Oracle.value(expr, names);
    }

    /// Compares with sixty digits at |x| = |V + 40|/10 from 0 to 1.
    private static void filled(String text, UnaryOperator<BigDecimal> truth) {
        Expr filled = Singularity.fill(Terse.of(text));
        for (double x : new double[] {0, 1e-300, 1e-18, 1e-15, 1e-12, 1e-9, 1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.3, 0.6, 0.9, 1}) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double v = -40 + 10 * sign * x;
                BigDecimal exact = truth.apply(new BigDecimal(v).add(BigDecimal.valueOf(40)).divide(BigDecimal.TEN));
                assertEquals(0, new BigDecimal(value(filled, v)).subtract(exact).divide(exact, Precise.DIGITS).doubleValue(), 1e-15, text + " at " + v);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0.1*(V+40)/(1-exp(-(V+40)/10))", "(0.1*V+4)/(1-exp(-(V+40)/10))", "a*(V-h)/(1-exp(-(V-h)/k))", "0.1*(V+40)/(1-exp(-0.1*V-4))",
        "(0-0.1)*(40+V)/(exp((0-40-V)/10)-1)", "0.3*(V+40)/(3-3*exp(-(V+40)/10))", "a*(h-V)/expm1((h-V)/k)", "-0.2*(h-V)*a/(2*a*(1-exp((h-V)/k)))",
        "(V+40)/10/(1-1/exp((V+40)/10))", "0.1*(V+40)*exp((V+40)/20)/(exp((V+40)/20)-exp(-(V+40)/20))", "0.07*(V+40)*(1/(0.7-0.7*exp(-(V+40)/10)))"})
    void linearOverExponential(String text) {
        if (text.startsWith("a*(V-h)") || text.contains("h-V") || !text.contains("a*")) {
            // x/(1 - e^-x) = 1/exprel(-x)
            filled(text, x -> BigDecimal.ONE.divide(Precise.exprel(x.negate()), Precise.DIGITS));
        }
        assertNotSame(Terse.of(text), Singularity.fill(Terse.of(text)));
    }

    @Test
    void exponentialOverLinear() {
        filled("(1-exp(-(V-h)/k))/(V-h)*k", x -> Precise.exprel(x.negate()));
        filled("5*expm1((V+40)/10)/(0.5*V+20)", Precise::exprel);
    }

    @Test
    void circularAndHyperbolic() {
        filled("sinh((V+40)/10)/(V+40)*10", x -> x.signum() == 0 ? BigDecimal.ONE : Precise.sinh(x).divide(x, Precise.DIGITS));
        filled("0.1*(V+40)/sinh((V+40)/10)", x -> x.signum() == 0 ? BigDecimal.ONE : x.divide(Precise.sinh(x), Precise.DIGITS));
        filled("0.1*(V+40)/tanh((V+40)/10)", x -> x.signum() == 0 ? BigDecimal.ONE : x.divide(Precise.tanh(x), Precise.DIGITS));
        Expr sinc = Singularity.fill(Terse.of("sin(V)/V"));
        assertEquals(1, value(sinc, 0));
        for (double v = -3; v < 3; v += 0.013) assertEquals(StrictMath.sin(v) / v, value(sinc, v), 4e-16);
    }

    @Test
    void goldman() {
        Expr current = Singularity.fill(Terse.of("z^2*F^2/RT*V*(0.1-2*exp(-z*F*V/RT))/(1-exp(-z*F*V/RT))"));
        assertEquals(2 * 96 * (0.1 - 2), value(current, 0), 1e-13);
        for (double v : new double[] {-90, -1e-9, 1e-7, 20}) {
            double u = 2 * 96 * v / 2400;
            assertEquals(2 * 96 * (0.1 - 2 * StrictMath.exp(-u)) * u / -StrictMath.expm1(-u), value(current, v), 1e-12 * Math.abs(value(current, v)));
        }
    }

    @Test
    void definitionsAreSeenThrough() {
        Map<String, Expr> definitions = Map.of("u", Terse.of("(V-h)/k"), "d", Terse.of("1-exp(-u)"));
        Expr filled = Singularity.fill(Terse.of("a*(V-h)/d"), definitions);
        java.util.HashMap<String, Double> names = new java.util.HashMap<>(PARAMETERS);
        names.put("V", -40.0);
        names.put("u", 0.0);
        names.put("d", 0.0);
        assertEquals(1, Oracle.value(filled, names), 1e-15);
    }

    @Test
    void unitsOfDifferentScale() {
        Unit volt = new Unit("V", Dimension.POTENTIAL, 1000, 0);
        Unit millivolt = new Unit("mV", Dimension.POTENTIAL, 1, 0);
        Expr up = new Expr.Sum(new Expr.Name("V"), new Expr.Literal(0.0567, volt));
        Expr argument = new Expr.Quotient(new Expr.Negation(new Expr.Sum(new Expr.Name("V"), new Expr.Literal(56.7, millivolt))), new Expr.Literal(7, millivolt));
        Expr hole = new Expr.Quotient(up, new Expr.Difference(Expr.number(1), new Expr.Call(Function.EXP, argument)));
        assertEquals(7, value(Singularity.fill(hole), -56.7), 1e-14);
        for (double d = 1e-16; d < 1; d *= 3) assertEquals(7 / Precise.exprel(new BigDecimal(-d / 7)).doubleValue(), value(Singularity.fill(hole), -56.7 + d), 1e-13);
    }

    @Test
    void otherQuotientsStayTheSameObject() {
        for (String text : List.of("(V+41)/(1-exp(-(V+40)/10))", "V/(1+exp(-V))", "V/(2-exp(V))", "cos(V)/V", "1/(1-exp(V))", "(V+h)/(1-exp(V-h))", "V*a+h")) {
            Expr expr = Terse.of(text);
            assertSame(expr, Singularity.fill(expr));
        }
        assertTrue(Double.isInfinite(value(Singularity.fill(Terse.of("1/(1-exp(V))")), 0)));
    }
}
