package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import loligo.feature.Feature;
import loligo.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Neurons that are reset (Izhikevich 2007, chapters 3 and 8). The quadratic one and the saddle-node of the simple model: the project's science specification, section 16.
/// The kinds of the simple model: an independent Runge-Kutta integration, [SimpleModel].
class ResettingNumbersTest {
    private static final Pattern NAME = Pattern.compile("(?m)^model (\\w+)");

    private static double value(Feature feature) {
        Double value = feature.value();
        assertTrue(value != null, feature::toString);
        return value;
    }

    /// V' = b + V^2 from the reset to the peak of 10.
    private static double period(double b, double reset) {
        Findings findings = Loligo.run("""
                model Q { state { V = %s }  V' = (%s + V^2)/1 [ms]  on spike { when = V > 10  V = %s } }
                patch cell : Q { }
                simulate run { until = 200 [ms]  tolerance = 1e-10 }
                """.formatted(reset, b, reset));
        return value(findings.feature("run", "interval"));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 30.319243", "0.1, 8.866087", "1, 2.256526", "4, 0.918524"})
    void quadraticFromBelow(double b, double period) {
        assertEquals(period, period(b, -1), 6e-7);
    }

    /// Reset above the threshold sqrt(-b) it fires although it could rest.
    @ParameterizedTest
    @CsvSource({"-0.1, 0.935455", "-0.9, 1.816509", "0, 0.9"})
    void quadraticFromAbove(double b, double period) {
        assertEquals(period, period(b, 1), 6e-7);
    }

    /// At b = -1 the reset of +1 is the threshold, and firing ends: a homoclinic orbit.
    @Test
    void beyondTheHomoclinicItRests() {
        for (double b : new double[] {-0.999, -1.001}) {
            Findings findings = Loligo.run("""
                    model Q { state { V = 1 }  V' = (%s + V^2)/1 [ms]  on spike { when = V > 10  V = 1 } }
                    patch cell : Q { }
                    simulate run { until = 100 [ms] }
                    """.formatted(b));
            double count = value(findings.feature("run", "spike_count"));
            assertTrue(b > -1 ? count > 10 : count == 0, () -> b + ": " + count);
        }
    }

    /// Once round the circle at b = 4: pi/sqrt(b).
    @Test
    void theThetaNeuronAtFour() {
        Findings findings = Loligo.run("use ermentrout-kopell-1986\npatch cell : ThetaNeuron { I = 4 from 0 to 10 }\nsimulate run { until = 40 [ms] }");
        assertEquals(1.570796, value(findings.feature("run", "interval")), 1e-6);
    }

    /// Regular spiking: rest ends at 51.42857 pA and -51.42857 mV, without u at k (vt - vr)^2/4 = 70 pA.
    @Test
    void theSaddleNodeOfTheSimpleModel() {
        saddleNode("izhikevich-2007-simple-regular-spiking", "SimpleRegularSpiking", 51.42857, -51.42857);
        saddleNode("izhikevich-2007-quadratic-integrate-and-fire", "QuadraticIntegrateAndFire", 70, -50);
    }

    private static void saddleNode(String file, String model, double current, double potential) {
        var found = (Result.Diagram) Loligo.run("use " + file + "\npatch cell : " + model + "\ncontinue c { vary = I  over = 0 to 100 [pA] }").result("c");
        Result.Landmark node = found.points().stream().filter(p -> p.kind().equals("saddle_node")).findFirst().orElseThrow();
        assertEquals(current, found.study().vary().unit().outside(node.at()), 5.1e-6);
        var there = node.equilibrium();
        assertTrue(there != null);
        assertEquals(potential, there.state()[0], 5.1e-6);
    }

    /// How many spikes of a second, the first, and the last interval, beside the same equations by hand in steps of 0.02 and 0.01 ms. The current flows from the
    /// beginning on; where it holds the cell down and ends after 250 ms, a burst follows.
    @ParameterizedTest
    @CsvSource({"regular-spiking, 100, 1000", "chattering, 300, 1000", "fast-spiking, 100, 1000", "intrinsically-bursting, 550, 1000", "low-threshold-spiking, 300, 1000", "reticular, 100, 1000",
        "reticular, -800, 250", "thalamocortical, 200, 1000", "thalamocortical, -1200, 250"})
    void kindsOfTheSimpleModel(String kind, double current, double off) {
        List<Double> rough = SimpleModel.of(kind).spikes(current, off, 1000, 0.02);
        List<Double> fine = SimpleModel.of(kind).spikes(current, off, 1000, 0.01);
        assertEquals(fine.size(), rough.size(), kind);
        assertTrue(fine.size() > 2, kind);
        double last = fine.getLast();
        double before = fine.get(fine.size() - 2);
        Findings whole = second(kind, current, off, "");
        assertEquals(fine.size(), value(whole.feature("run", "spike_count")), kind);
        assertEquals(fine.getFirst(), value(whole.feature("run", "first_spike")), 1e-6 + 2 * Math.abs(fine.getFirst() - rough.getFirst()), kind);
        Findings end = second(kind, current, off, "after = " + (before + fine.get(fine.size() - 3)) / 2 + " [ms]"); // two spikes are left
        double uncertain = Math.abs(last - before - (rough.getLast() - rough.get(rough.size() - 2)));
        assertTrue(uncertain < 1e-4, () -> kind + " by hand: " + uncertain);
        assertEquals(last - before, value(end.feature("run", "interval")), 1e-6 + 2 * uncertain, kind);
    }

    private static Findings second(String kind, double current, double off, String window) {
        String file = "izhikevich-2007-simple-" + kind;
        var name = NAME.matcher(Library.find(file).orElseThrow().text());
        assertTrue(name.find());
        return Loligo.run("""
                use %s
                patch cell : %s { }
                protocol hold : current { for = %s [ms]  level = %s [pA] }
                simulate run { under = hold  until = 1000 [ms]  tolerance = 1e-11  %s }
                """.formatted(file, name.group(1), off, current, window));
    }
}
