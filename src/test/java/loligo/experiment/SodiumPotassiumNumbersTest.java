package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import loligo.dynamics.Equilibrium;
import loligo.feature.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Persistent sodium and potassium (Izhikevich 2007, chapter 4), with high and with low threshold: equilibria, eigenvalues, cycles. Source: independent
/// computations of the project's science specification, section 18, whose last printed digit is the tolerance here. Currents in uA/cm^2.
class SodiumPotassiumNumbersTest {
    private static String cell(String threshold, double current) {
        return "use izhikevich-2007-persistent-sodium-potassium-" + threshold.toLowerCase(Locale.ROOT) + "\npatch cell : PersistentSodiumPotassium" + threshold + " { I = " + current
                + " [uA/cm^2] }\n";
    }

    /// Every equilibrium as V, n, and the eigenvalues: two real ones, rightmost first, or real and imaginary part of a pair, marked by an `i`.
    @ParameterizedTest
    @CsvSource({
        "High, 0, -65.95295 .000277 -1.01863 -1.71528; -56.13996 .001970 2.00347 -0.95568; -27.28049 .387912 3.47315 3.12646i",
        "High, 3, -63.80540 .000426 -1.00741 .14914i; -58.13646 - 1.13942 -.96067; -",
        "High, 4, -62.59469 - -.67301 -.90913; -59.29644 - .65700 -.96118; -27.09916 - 3.41185 3.26188i",
        "High, 10, -26.83362 .409333 3.31955 3.44762i", "High, 40, -25.59446 .470312 2.85111 4.15429i",
        "Low, 0, -60.86476 .040196 -.66204 1.46078i", "Low, 10, -57.60140 - -.16135 1.93948i", "Low, 15, -56.40734 - .01037 2.15133i", "Low, 20, -55.41891 - .14423 2.34490i",
        "Low, 40, -52.62536 - .46457 2.97094i"})
    void equilibria(String threshold, double current, String rows) {
        var rest = (Result.Standstills) Loligo.run(cell(threshold, current) + "equilibria rest { }").result("rest");
        List<String> expected = List.of(rows.split("; "));
        assertEquals(expected.size(), rest.found().size());
        for (int k = 0; k < expected.size(); k++) if (!expected.get(k).equals("-")) agrees(expected.get(k).split(" "), rest.found().get(k));
    }

    private static void agrees(String[] row, Equilibrium found) {
        assertEquals(Double.parseDouble(row[0]), found.state()[0], 5.1e-6);
        if (!row[1].equals("-")) assertEquals(Double.parseDouble(row[1]), found.state()[1], 5.1e-7);
        double first = Double.parseDouble(row[2]);
        boolean pair = row[3].endsWith("i");
        double second = Double.parseDouble(row[3].replace("i", ""));
        assertArrayEquals(new double[] {first, pair ? first : second}, found.spectrum().real(), 5.1e-6);
        assertArrayEquals(pair ? new double[] {second, -second} : new double[2], found.spectrum().imaginary(), 5.1e-6);
    }

    /// Trace and determinant of the linearised flow, of the eigenvalues the sum and the product.
    @ParameterizedTest
    @CsvSource({"0, 0, -2.73391, 1.74724", "0, 1, 1.04779, -1.91468", "0, 2, 6.94629, 21.83748", "3, 0, -2.01482, 1.03712", "3, 1, .17874, -1.09461", "10, 0, 6.63911, 22.90555", "40, 0, 5.70223, 25.38701"})
    void traceAndDeterminant(double current, int which, double trace, double determinant) {
        var spectrum = ((Result.Standstills) Loligo.run(cell("High", current) + "equilibria rest { }").result("rest")).found().get(which).spectrum();
        double[] re = spectrum.real();
        double[] im = spectrum.imaginary();
        assertEquals(trace, re[0] + re[1], 5.1e-6);
        assertEquals(determinant, re[0] * re[1] - im[0] * im[1], 5.1e-6);
    }

    /// The saddle-node on the circle: n, and the eigenvalue that is not zero.
    @Test
    void theSaddleNode() {
        var found = (Result.Diagram) Loligo.run(cell("High", 0) + "continue c { vary = I  over = 0 to 10 [uA/cm^2]  follow = equilibria }").result("c");
        Result.Landmark node = found.points().stream().filter(p -> p.kind().equals("saddle_node")).findFirst().orElseThrow();
        Equilibrium there = node.equilibrium();
        assertTrue(there != null);
        assertEquals(4.512868, node.at(), 5.1e-7);
        assertEquals(-60.932518, there.state()[0], 1e-5); // V moves like the root of what I is off
        assertEquals(0.000756, there.state()[1], 5.1e-7);
        assertEquals(0, there.spectrum().real()[0], 1e-5);
        assertEquals(-0.95607, there.spectrum().real()[1], 1e-5);
    }

    /// The time from one upward passage to the next, over a hundred of them: the beginning of one phase to that of another, from which first passages count.
    private static double period(String threshold, double current, double level, double about) {
        double gap = 100 * about;
        Findings findings = Loligo.run(cell(threshold, current) + """
                protocol watch : current { step first { at = 1500 [ms]  for = %s [ms]  level = 0 [uA/cm^2] }  step then { at = %s [ms]  for = %s [ms]  level = 0 [uA/cm^2] } }
                simulate run { under = watch  until = %s [ms]  tolerance = 1e-10  measure = time_of(crossing, V, %s [mV], first), time_of(crossing, V, %s [mV], then) }
                """.formatted(2 * about, 1500 + gap, 2 * about, 1500 + gap + 2 * about, level, level));
        double[] times = findings.result("run").features().stream().filter(f -> f.name().startsWith("time_of")).mapToDouble(SodiumPotassiumNumbersTest::value).toArray();
        double off = times[1] - times[0];
        return about + (off - about * Math.rint(off / about)) / 100;
    }

    private static double value(Feature feature) {
        Double value = feature.value();
        assertTrue(value != null, feature::toString);
        return value;
    }

    @ParameterizedTest
    @CsvSource({"High, 4.55, -20, 41.28267", "High, 4.6, -20, 28.80490", "High, 4.7, -20, 21.31757", "High, 15, -20, 5.79631", "High, 100, -20, 2.74054", "High, 150, -20, 2.12439", "Low, 15, -56.4, 2.93318",
        "Low, 40, -50, 3.65954", "Low, 100, -45, 2.68185"})
    void periods(String threshold, double current, double level, double period) {
        assertEquals(period, period(threshold, current, level, period), 1.1e-5);
    }

    /// From the lowest to the highest V of the cycle; near the Hopf bifurcation at 14.659040 it grows like 6.435 sqrt(I - 14.659040) mV.
    @ParameterizedTest
    @CsvSource({"15, 3.7616, 5.1e-5", "20, 15.2372, 5.1e-5", "40, 65.425, 5.1e-4"})
    void amplitudes(double current, double amplitude, double digit) {
        Findings findings = Loligo.run(cell("Low", current) + "simulate run { until = 2000 [ms]  after = 1900 [ms]  tolerance = 1e-10  record = V }");
        assertEquals(amplitude, value(findings.feature("run", "max")) - value(findings.feature("run", "min")), digit);
    }

    @Test
    void amplitudeGrowsLikeARoot() {
        Findings findings = Loligo.run(cell("Low", 14.7) + "simulate run { until = 12000 [ms]  after = 11900 [ms]  record = V }");
        double amplitude = value(findings.feature("run", "max")) - value(findings.feature("run", "min"));
        assertEquals(6.435, amplitude / StrictMath.sqrt(14.7 - 14.659040), 0.01);
    }

    /// The cycle at 4.52: its highest and lowest V.
    @Test
    void theSlowestCycle() {
        Findings findings = Loligo.run(cell("High", 4.52) + "simulate run { until = 600 [ms]  after = 300 [ms]  record = V }");
        assertEquals(9.365, value(findings.feature("run", "max")), 5.1e-4);
        assertEquals(-77.112, value(findings.feature("run", "min")), 5.1e-4);
    }

    /// At the onset the period is 6.9140/sqrt(dI) + 5.40 ms: what is left of it, at four distances from 4.512868.
    @ParameterizedTest
    @CsvSource({"0.1, 5.376, 2e-3", "0.01, 5.409, 2e-3", "0.001, 5.406, 5e-3", "0.0001, 5.404, 2e-2"})
    void theLawOfTheOnset(double beyond, double left, double digit) {
        double law = StrictMath.PI / StrictMath.sqrt(0.206463 * beyond);
        double until = 4 * law + 100;
        Findings findings = Loligo.run(cell("High", 4.51286763 + beyond) + "simulate run { until = " + until + " [ms]  tolerance = 1e-10  record = V }");
        assertEquals(left, value(findings.feature("run", "interval")) - law, digit);
    }
}
