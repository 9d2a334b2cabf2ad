package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import loligo.dynamics.Equilibrium;
import loligo.feature.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where membranes of one unknown rest, how fast they return and where rests meet: persistent sodium (Izhikevich 2007, chapter 3) and Kir2.1 with a leak (Gokhale
/// 2017). Source: independent computations of the project's science specification, sections 10 to 15, whose last printed digit is the tolerance here.
class TwoRestsNumbersTest {
    private static final String CELL = "use izhikevich-2007-persistent-sodium\npatch cell : PersistentSodium { I = %s [uA/cm^2] from -2000 to 2000  V = -60 [mV] }\n";

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /// All equilibria, in mV, and the slope of V' at each, per ms.
    @ParameterizedTest
    @CsvSource({"0, -52.51232 -40.28546 30.86315, -0.48112 0.54924 -6.68229", "10, -49.96193 -42.57819 31.01250, -0.30013 0.32527 -6.70940",
        "-50, -59.65148 -34.43825 30.10701, -0.89872 1.17128 -6.54185"})
    void equilibriaAndTheirRates(double current, String potentials, String rates) {
        var rest = (Result.Standstills) Loligo.run(CELL.formatted(current) + "equilibria rest { }").result("rest");
        assertArrayEquals(numbers(potentials), rest.found().stream().mapToDouble(e -> e.state()[0]).toArray(), 5.1e-6);
        assertArrayEquals(numbers(rates), rest.found().stream().mapToDouble(TwoRestsNumbersTest::rate).toArray(), 5.1e-6);
    }

    private static double rate(Equilibrium equilibrium) {
        return equilibrium.spectrum().real()[0];
    }

    /// How fast it comes back to either rest: tau = 2.0785 and 0.1496 ms.
    @Test
    void timeConstantsOfTheTwoRests() {
        var rest = (Result.Standstills) Loligo.run(CELL.formatted(0) + "equilibria rest { }").result("rest");
        assertEquals(2.0785, -1 / rate(rest.found().getFirst()), 5.1e-5);
        assertEquals(0.1496, -1 / rate(rest.found().getLast()), 5.1e-5);
    }

    @ParameterizedTest
    @CsvSource({"16, 31.10182", "20, 31.16125", "60, 31.75047"})
    void beyondTheFoldOneIsLeft(double current, double potential) {
        var rest = (Result.Standstills) Loligo.run(CELL.formatted(current) + "equilibria rest { }").result("rest");
        assertArrayEquals(new double[] {potential}, rest.found().stream().mapToDouble(e -> e.state()[0]).toArray(), 5.1e-6);
    }

    /// Past the ghost of the saddle-node, from -60 to 20 mV at 16 uA/cm^2. Its normal form alone gives 48.205/sqrt(16 - 15.775888) = 101.83 ms.
    @Test
    void passageThroughTheBottleneck() {
        Feature passage = Loligo.run(CELL.formatted(16) + "simulate run { until = 120 [ms]  tolerance = 1e-10  measure = time_of(crossing, V, 20 [mV]) }")
                .result("run").features().stream().filter(f -> f.name().startsWith("time_of")).findFirst().orElseThrow();
        Double time = passage.value();
        assertTrue(time != null, passage::toString);
        assertEquals(99.7726, time, 5.1e-5);
    }

    private static void folds(String text, double first, double firstAt, double second, double secondAt, double digit, double digitAt) {
        var found = ((Result.Diagram) Loligo.run(text).result("c")).points().stream().filter(p -> p.kind().equals("saddle_node")).toList();
        assertEquals(2, found.size(), found::toString);
        double[] expected = {first, firstAt, second, secondAt};
        for (int k = 0; k < 2; k++) {
            Equilibrium there = found.get(k).equilibrium();
            assertTrue(there != null);
            assertEquals(expected[2 * k], found.get(k).at(), digit);
            assertEquals(expected[2 * k + 1], there.state()[0], digitAt);
        }
    }

    /// Where the rests end: the upper at -890.131637 uA/cm^2, the lower at 15.775888.
    @Test
    void potentialsOfTheFolds() {
        folds(CELL.formatted(0) + "continue c { vary = I  over = -1000 to 100 [uA/cm^2] }", -890.131637, 6.017760, 15.775888, -46.195714, 1e-6, 1e-6);
    }

    /// Kir2.1 and a leak to 0 mV: bistable leaks in nS/pF, and the potentials in mV at which they begin and end.
    @ParameterizedTest
    @CsvSource({"23, 0.317746, -20.5507, 0.377353, -46.2356", "35, 0.270207, -19.6663, 0.364301, -51.5361"})
    void kirAndLeakFold(String degrees, double least, double leastAt, double most, double mostAt) {
        folds("use gokhale-2017-kir-leak-" + degrees + "\npatch cell : KirLeakAt" + degrees + "\ncontinue c { vary = leak.g  over = 0.1 to 0.6 [nS/pF] }", least, leastAt, most, mostAt, 5.1e-7, 5.1e-5);
    }

    /// What the rectifier passes at most: 19.13237 pA/pF at -53.9779 mV (23 degC), 20.09498 at -57.9395 (35 degC).
    @ParameterizedTest
    @CsvSource({"23, 19.13237, -53.9779", "35, 20.09498, -57.9395"})
    void mostThatKirPasses(String degrees, double current, double potential) {
        Findings findings = Loligo.run("""
                use gokhale-2017-kir-leak-%s
                patch cell : KirLeakAt%s { }
                protocol p : voltage { rest = -90 [mV]  ramp up { for = 90 [ms]  level = -90 to 0 [mV] } }
                clamp c { under = p  measure = max(Kir.I, up), time_of(max, Kir.I, up) }
                """.formatted(degrees, degrees));
        Double most = findings.feature("c", "max(Kir.I,up)").value();
        Double when = findings.feature("c", "time_of(max,Kir.I,up)").value();
        assertTrue(most != null && when != null);
        assertEquals(current, most, 5.1e-6);
        assertEquals(potential, -90 + when, 1e-3);
    }
}
