package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loligo.dynamics.Equilibrium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the models of one and two unknowns (Izhikevich 2003, 2007) change their behaviour, and what is left of them there. Source: independent computations of the project's
/// science specification, sections 4, 7, 9, 13 and 16 to 18, whose last printed digit is the tolerance here.
class ReductionNumbersTest {
    private static Result.Landmark point(String text, String kind, int which) {
        return ((Result.Diagram) Loligo.run(text).result("c")).points().stream().filter(p -> p.kind().equals(kind)).skip(which).findFirst().orElseThrow();
    }

    private static double coefficient(Result.Landmark point, String name) {
        Double value = point.coefficients().get(name);
        assertTrue(value != null, point::toString);
        return value;
    }

    private static double[] state(Result.Landmark point) {
        Equilibrium there = point.equilibrium();
        assertTrue(there != null, point::toString);
        return there.state();
    }

    private static double value(Findings findings, String study, String name) {
        var found = findings.feature(study, name);
        Double value = found.value();
        assertTrue(value != null, found::toString);
        return value;
    }

    /// What is spread over a cylinder of 1 um x 1 um: 0.1 nA are 3183 uA/cm^2, so 0.1 uS are 3183 mS/cm^2, here as much as the leak, half-way between the two reversal potentials.
    @Test
    void aConductanceOnACylinder() {
        Findings found = Loligo.run("""
                model Leak { membrane { C = 1 [uF/cm^2]  V = 0 [mV] }  channel leak { g = 3183.0989 [mS/cm^2]  E = 0 [mV] } }
                patch piece : Leak { area = 3.14159265358979 [um^2] }
                protocol on : dynamic { E = 20 [mV]  step step { for = 1 [ms]  level = 0.1 [uS] } }
                simulate run { under = on  until = 1 [ms]  measure = steady(V, step) }
                """);
        assertEquals(10, value(found, "run", "steady(V,step)"), 1e-6);
    }

    /// From a tenth to nine tenths open a gate takes 2 ln 9 k = 4.3944 k; half open it changes by 1/(4 k).
    @Test
    void widthAndSlopeOfAGate() {
        Findings found = Loligo.run("""
                model Gate { membrane { C = 1 [uF/cm^2]  V = -90 [mV] }
                  channel c { g = 1 [mS/cm^2]  E = -70 [mV]  gate m { inf = 1/(1 + exp(-(V + 40 [mV])/7 [mV])) } } }
                patch cell : Gate { }
                protocol up : voltage { rest = -90 [mV]  ramp slow { for = 100 [ms]  level = -90 to 10 [mV] } }
                simulate run { under = up  until = 100 [ms]  measure = time_of(crossing, c.m, 0.1 [1]), time_of(crossing, c.m, 0.9 [1]), time_of(crossing, c.m, 0.499 [1]), time_of(crossing, c.m, 0.501 [1]) }
                """);
        double[] times = found.result("run").features().stream().filter(f -> f.name().startsWith("time_of")).mapToDouble(f -> value(found, "run", f.name())).toArray();
        assertEquals(4.3944, (times[1] - times[0]) / 7, 5.1e-5);
        assertEquals(1 / 28.0, 0.002 / (times[3] - times[2]), 1e-6);
    }

    private static final String SODIUM = "use izhikevich-2007-persistent-sodium\npatch cell : PersistentSodium { }\n";

    /// The cusp in the plane of sodium conductance and leak potential; at 74 mS/cm^2 two rests from -113.849 to -66.1697 mV.
    @Test
    void cuspOfSodiumAndLeak() {
        var map = (Result.PhaseDiagram) Loligo.run(SODIUM + "diagram map { vary = NaP.g, leak.E  over = 20 to 80 [mS/cm^2], -130 to -30 [mV] }").result("map");
        double[] cusp = map.points().stream().filter(p -> p.kind().equals("cusp")).findFirst().orElseThrow().at();
        assertEquals(29.34229, map.study().x().vary().unit().outside(cusp[0]), 5.1e-6);
        assertEquals(-45.44189, map.study().y().vary().unit().outside(cusp[1]), 5.1e-6);
        String leak = SODIUM + "continue c { vary = leak.E  over = -130 to -30 [mV] }";
        assertEquals(-113.849, point(leak, "saddle_node", 0).at(), 5.1e-4);
        assertEquals(-66.1697, point(leak, "saddle_node", 1).at(), 5.1e-5);
    }

    /// A ramp of r = 1 uA/cm^2/ms jumps late by 2.338107 (r^2 C/a)^(1/3) = 14.438 uA/cm^2, by the law of the slow passage with the coefficient of this saddle-node.
    @Test
    void delayOfTheRamp() {
        double a = coefficient(point(SODIUM + "continue c { vary = I  over = -1000 to 100 [uA/cm^2] }", "saddle_node", 1), "quadratic");
        assertEquals(14.438, 2.338107 * StrictMath.cbrt(10 / a), 5.1e-4);
    }

    private static final String HIGH = "use izhikevich-2007-persistent-sodium-potassium-high\npatch cell : PersistentSodiumPotassiumHigh { }\ncontinue c { vary = I  over = %s [uA/cm^2]  follow = %s }";

    /// The steady-state current alone, -I''/2 = 0.188724, gives too slow an onset: the direction in which both unknowns move, squared, 1.04594^2, makes 0.206463 of it.
    @Test
    void theOnsetOnItsCentreManifold() {
        double h = 0.05;
        Findings found = Loligo.run("use izhikevich-2007-persistent-sodium-potassium-high\npatch cell : PersistentSodiumPotassiumHigh { }\n"
                + "iv curve { measure = steady(I)  over = " + (-60.932518 - h) + ", -60.932518, " + (-60.932518 + h) + " [mV]  rest = -60.932518 [mV]  for = 200 [ms] }");
        double[] current = found.result("curve").members().stream().map(m -> m.features().getFirst().value()).mapToDouble(ReductionNumbersTest::number).toArray();
        double half = -(current[0] - 2 * current[1] + current[2]) / (2 * h * h);
        assertEquals(0.188724, half, 1.1e-5);
        Result.Landmark node = point(HIGH.formatted("0 to 10", "equilibria"), "saddle_node", 0);
        double product = Math.abs(coefficient(node, "quadratic") * coefficient(node, "drive"));
        assertEquals(0.206463, product, 5.1e-7);
        assertEquals(1.04594, StrictMath.sqrt(product / half), 5e-5);
        assertEquals(144.63, 1000 * StrictMath.sqrt(product) / StrictMath.PI, 5.1e-3); // Hz at the root of 1 uA/cm^2
    }

    private static double number(@org.jspecify.annotations.Nullable Double value) {
        assertTrue(value != null);
        return value;
    }

    /// The upper fold, and the Hopf point at which firing ends.
    @Test
    void whereFiringEnds() {
        Result.Landmark fold = point(HIGH.formatted("-150 to 0", "equilibria"), "saddle_node", 0);
        assertEquals(-85.822842, fold.at(), 5.1e-7);
        assertEquals(-35.66334, state(fold)[0], 5.1e-6);
        Result.Landmark hopf = point(HIGH.formatted("100 to 300", "equilibria"), "hopf", 0);
        assertEquals(-19.66522, state(hopf)[0], 5.1e-6);
        assertEquals(5.0785, coefficient(hopf, "frequency"), 5.1e-5);
    }

    /// With a low threshold firing begins at 340.19 Hz, a period of 2.9395 ms.
    @Test
    void theHopfPointOfTheLowThreshold() {
        Result.Landmark hopf = point(HIGH.replace("high", "low").replace("High", "Low").formatted("0 to 60", "equilibria"), "hopf", 0);
        assertEquals(14.65904002405867, hopf.at(), 1e-12 + hopf.error()); // the trace bisected by hand; the public re-implementation prints 14.65904006
        assertEquals(-56.481485, state(hopf)[0], 5.1e-7);
        assertEquals(.091430, state(hopf)[1], 5.1e-7);
        double omega = coefficient(hopf, "frequency");
        assertEquals(340.19, 1000 * omega / (2 * StrictMath.PI), 5.1e-3);
        assertEquals(2.9395, 2 * StrictMath.PI / omega, 5.1e-5);
    }

    @ParameterizedTest
    @CsvSource({"min, -73.5918", "max, -8.1669"})
    void theCycleOfTheLowThreshold(String name, double potential) {
        Findings found = Loligo.run("use izhikevich-2007-persistent-sodium-potassium-low\npatch cell : PersistentSodiumPotassiumLow { I = 40 [uA/cm^2] }\nsimulate run { until = 300 [ms]  after = 280 [ms]  tolerance = 1e-9  record = V }");
        assertEquals(potential, value(found, "run", name), 5.1e-5);
    }

    /// The model of 2003: at rest V = -70 mV and u = -14, a saddle at -50 mV, a saddle-node at I = 4 and, before it, a Hopf point at 3.7975.
    @Test
    void theModelOf2003() {
        String cell = "use izhikevich-2003\npatch cell : Izhikevich2003 { }\n";
        List<Equilibrium> rest = ((Result.Standstills) Loligo.run(cell + "equilibria rest { }").result("rest")).found();
        assertEquals(2, rest.size());
        assertEquals(-70, rest.getFirst().state()[0], 1e-9);
        assertEquals(-14, rest.getFirst().state()[1], 1e-9);
        assertEquals(-50, rest.getLast().state()[0], 1e-9);
        String along = cell + "continue c { vary = I  over = -10 to 10  follow = equilibria }";
        Result.Landmark node = point(along, "saddle_node", 0);
        assertEquals(4, node.at(), 1e-7);
        assertEquals(-60, state(node)[0], 1e-4);
        Result.Landmark hopf = point(along, "hopf", 0);
        assertEquals(3.7975, hopf.at(), 1e-7);
        assertEquals(-62.25, state(hopf)[0], 1e-6);
    }
}
