package loligo.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Holes that a power series fills, against the text itself computed with sixty digits.
class HoleTest {
    private static final Map<String, Double> PARAMETERS = Map.of("h", -40.0, "k", 8.0, "a", 0.1, "E", 50.0, "m", 0.3);

    private static double value(Expr expr, double v) {
        Map<String, Double> names = new HashMap<>(PARAMETERS);
        names.put("V", v);
        return Oracle.value(expr, names);
    }

    private static BigDecimal exact(Expr expr, double v) {
        Map<String, BigDecimal> names = new HashMap<>();
        PARAMETERS.forEach((name, value) -> names.put(name, new BigDecimal(value)));
        names.put("V", new BigDecimal(v));
        return PreciseOracle.value(expr, names);
    }

    private static double worst(String text, double at, double unit, double from, double to) {
        Expr written = Terse.of(text);
        Expr filled = Singularity.fill(written);
        double worst = 0;
        for (double x = from; x < to; x *= 1.21) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double v = at + unit * sign * x;
                if (v == at) continue;
                BigDecimal truth = exact(written, v);
                worst = Math.max(worst, Math.abs(new BigDecimal(value(filled, v)).subtract(truth).divide(truth, Precise.DIGITS).doubleValue()));
            }
        }
        return worst;
    }

    /// The text, the place of the hole, what V moves by for each unit of the argument, the value there.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "log(1+V)/V | 0 | 1 | 1", "V/log(1+V) | 0 | 1 | 1", "(sqrt(1+V)-1)/V | 0 | 1 | 0.5", "(cosh(V)-1)/V^2 | 0 | 1 | 0.5", "V^2/(exp(V)-1-V) | 0 | 1 | 2",
        "(1-cos(V))/(V*V) | 0 | 1 | 0.5", "(exp(V)-1-V)/V^2 | 0 | 1 | 0.5", "sin(V)/V | 0 | 1 | 1", "V/tanh(V) | 0 | 1 | 1", "tan(V)/V | 0 | 1 | 1", "atan(V)/V | 0 | 1 | 1",
        "(V-sin(V))/V^3 | 0 | 1 | 0.16666666666666666", "(exp(V)-1)^2/V^2 | 0 | 1 | 1", "(exp(V)-1)/sin(V) | 0 | 1 | 1", "V^2/((exp(V)-1)*sin(V)) | 0 | 1 | 1",
        "(V-sinh(V))/(V-tanh(V)) | 0 | 1 | -0.5", "(1/(1+V)-1)/V | 0 | 1 | -1", "((1+V)^0.25-1)/V | 0 | 1 | 0.25", "((1+V)^(1/3)-1)/(2*V) | 0 | 1 | 0.16666666666666666",
        "log(1+(V-h)/k)/(V-h) | -40 | 8 | 0.125", "(V+40)/log((V+48)/8) | -40 | 8 | 8", "m*(V-h)^2*(V-E)/(exp((V-h)/k)-1-(V-h)/k) | -40 | 8 | -3456",
        "log(V/h)/(V-h) | -40 | 40 | -0.025", "(sqrt(V/h)-1)/(V-h) | -40 | 40 | -0.0125", "(sqrt(4+V)-2)/V | 0 | 4 | 0.25", "-(cosh((V+40)/8)-1)/(V+40)^2 | -40 | 8 | -0.0078125",
        "(V^2-1600)/(V+40) | -40 | 40 | -80", "1/V-1/expm1(V) | 0 | 1 | 0.5", "1/tanh(V)-1/V | 0 | 1 | 0", "1/sin(V)^2-1/V^2 | 0 | 1 | 0.3333333333333333",
        "(sin(V)/V-1)/V^2 | 0 | 1 | -0.16666666666666666", "log10(1+V)/V | 0 | 1 | 0.4342944819032518", "erf(V)/V | 0 | 1 | 1.1283791670955126"})
    void theHoleHasItsValueAndItsNeighboursTheirs(String text, double at, double unit, double there) {
        assertEquals(there, value(Singularity.fill(Terse.of(text)), at), 4e-16 * Math.abs(there), text);
        assertEquals(0, worst(text, at, unit, 1e-13, 0.1), 1e-15, text);
        assertEquals(0, worst(text, at, unit, 0.1, 0.9), 3e-15, text);
    }

    @Test
    void definitionsAreSeenThrough() {
        Map<String, Expr> definitions = Map.of("u", Terse.of("(V-h)/k"), "d", Terse.of("exp(u)-1-u"));
        Map<String, Double> names = new HashMap<>(PARAMETERS);
        names.putAll(Map.of("V", -40.0, "u", 0.0, "d", 0.0));
        assertEquals(2, Oracle.value(Singularity.fill(Terse.of("u^2/d"), definitions), names), 1e-15);
    }

    /// Poles, quotients without a hole, and holes that nobody recognises.
    @ParameterizedTest
    @ValueSource(strings = {"log(1+V)/V^2", "cos(V)/V", "(exp(V)-1-V)/V^3", "1/V-1/expm1(2*V)", "V^2/(exp(V)-2-V)", "log(1+V)/(V-h)", "m/(1+exp((V-h)/k))", "(V-E)*m^3", "(sqrt(V)-a)/(V-a*a)", "(V^2-h^2)/(V-h)",
        "abs(V)/V", "min(V,0)/V", "1/(exp(V)-exp(h))-1/(V-h)"})
    void whatHasNoHoleStaysTheSameObject(String text) {
        Expr expr = Terse.of(text);
        assertSame(expr, Singularity.fill(expr));
    }

    @Test
    void aLongFormulaIsNotSearchedForever() {
        Expr sum = Terse.of("V");
        for (int i = 0; i < 400; i++) sum = new Expr.Sum(sum, new Expr.Product(Terse.of("m"), Terse.of("sin(V/" + (i + 2) + ")")));
        long start = System.nanoTime();
        Singularity.fill(new Expr.Quotient(sum, Terse.of("exp(V)-1-V")));
        assertTrue(System.nanoTime() - start < 2e9);
    }

    /// Written out it would have 2^60 terms.
    @Test
    void namesThatNameEachOtherTwiceAreMultipliedOutOnce() {
        Map<String, Expr> definitions = new HashMap<>(Map.of("a60", Terse.of("V")));
        for (int i = 0; i < 60; i++) definitions.put("a" + i, Terse.of("a%d*(1-a%d)".formatted(i + 1, i + 1)));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Singularity.fill(Terse.of("a0/(exp(a0)-1)"), definitions));
    }

    @Test
    void theSlopeIsExactAroundTheHoleToo() {
        Expr slope = Derivative.of(Singularity.fill(Terse.of("log(1+V)/V")), "V");
        assertNotSame(slope, Singularity.fill(Terse.of("log(1+V)/V")));
        for (double v : List.of(0.0, 1e-12, -1e-7, 0.01, -0.2)) {
            double truth = 0;
            for (int k = 1; k < 60; k++) truth += (k % 2 == 0 ? 1 : -1) * k * StrictMath.pow(v, k - 1) / (k + 1);
            assertEquals(truth, value(slope, v), 1e-15);
        }
    }
}
