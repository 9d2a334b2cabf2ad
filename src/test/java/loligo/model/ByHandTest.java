package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import loligo.kernel.Drive;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The library's models against the same models written by hand.
class ByHandTest {
    static Stream<ByHand> models() {
        return ByHand.ALL.stream();
    }

    private static Equations equations(ByHand model) {
        return Texts.lower(Texts.library(model.model()), "");
    }

    private static KernelField field(Kernel kernel, double current) {
        return kernel.field(kernel.parameters(), new Drive() {
            @Override
            public void at(double t, double[] u) {
                Arrays.fill(u, 0);
                u[0] = current; // I is the first input
            }

            @Override
            public void slope(double t, double[] du) {
                Arrays.fill(du, 0);
            }
        });
    }

    /// The place of each state of the hand-written model in the library's // [n]
    private static int[] places(ByHand model, Equations equations) {
        List<String> names = equations.states().stream().map(Equations.State::name).toList();
        int[] places = model.states().stream().mapToInt(names::indexOf).toArray();
        assertEquals(names.size(), (int) Arrays.stream(places).filter(p -> p >= 0).distinct().count(), names + " and " + model.states());
        return places;
    }

    /// At three hundred states, everywhere that a membrane goes: the same derivative.
    @ParameterizedTest
    @MethodSource("models")
    void derivativesAgree(ByHand model) {
        Equations equations = equations(model);
        int[] places = places(model, equations);
        int n = places.length;
        Kernel kernel = Kernel.compile(equations);
        Random random = new Random(1962);
        double[] y = new double[n];
        double[] there = new double[n];
        double[] expected = new double[n];
        double[] found = new double[n];
        for (int trial = 0; trial < 300; trial++) {
            y[0] = -110 + 170 * random.nextDouble();
            for (int k = 1; k < n; k++) y[k] = model.states().get(k).equals("Ca") ? model.begin()[k] * (0.5 + random.nextDouble()) : random.nextDouble();
            double current = 20 * random.nextDouble() - 5;
            for (int k = 0; k < n; k++) there[places[k]] = y[k];
            model.field().at(current, y, expected);
            field(kernel, current).evaluate(0, there, found);
            for (int k = 0; k < n; k++) assertEquals(expected[k], found[places[k]], 1e-10 * (1 + StrictMath.abs(expected[k])), model.states().get(k) + " at " + y[0] + " mV");
        }
    }

    /// The same run by classical Runge-Kutta, its step halved, and by the program's own method. Two rates of Luo and Rudy jump at -40 mV: their upstroke needs small steps.
    @ParameterizedTest
    @CsvSource({"wang-buzsaki-1996, 1, 100, 0.005", "connor-stevens-1977, 10, 100, 0.005", "golomb-2007, 4, 100, 0.002", "luo-rudy-1991, 0, 100, 0.005", "luo-rudy-1991, 20, 3, 0.0001",
        "gokhale-2017-35, 40, 20, 0.001", "gokhale-2017-23, 40, 20, 0.001", "traub-miles-1991, 1, 60, 0.002", "pospischil-2008-rs, 2.6, 150, 0.002", "pospischil-2008-ib, 0.52, 150, 0.002",
        "pospischil-2008-lts, 0.52, 150, 0.002", "noble-1962, 0, 500, 0.002", "plant-1981, 0, 3000, 0.05", "chay-keizer-1983, 0, 300, 0.005"})
    void runsAgree(String name, double current, double until, double h) {
        ByHand model = ByHand.ALL.stream().filter(m -> m.model().equals(name)).findFirst().orElseThrow();
        double[] rough = model.run(current, until, h);
        double[] fine = model.run(current, until, h / 2);
        Equations equations = equations(model);
        int[] places = places(model, equations);
        double[] begin = new double[places.length];
        for (int k = 0; k < begin.length; k++) begin[places[k]] = model.begin()[k];
        Stepper stepper = Steppers.adaptive(Methods.AUTOMATIC, field(Kernel.compile(equations), current), Tolerance.of(1e-10, 1e-12));
        stepper.start(0, begin);
        while (stepper.time() < until) assertNull(stepper.step(until), name);
        double potential = stepper.state()[places[0]];
        double uncertain = StrictMath.abs(fine[0] - rough[0]);
        assertTrue(uncertain < 1e-4, "by hand: " + rough[0] + " and " + fine[0] + " mV");
        assertEquals(fine[0], potential, 2 * uncertain + 1e-6, name);
    }

    /// The threshold of a 1 ms current in pA/pF (V passes 0), by hand, from rest, steps of 2 and 1 us: what `LibraryNumbersTest` asks of the program.
    @ParameterizedTest
    @CsvSource({"gokhale-2017-35, 45.8308", "gokhale-2017-23, 56.9634"})
    void thresholdByHand(String name, double threshold) {
        ByHand model = ByHand.ALL.stream().filter(m -> m.model().equals(name)).findFirst().orElseThrow();
        double[] rest = model.run(0, 8000, 0.01);
        for (double h : new double[] {0.002, 0.001}) {
            assertTrue(highest(model, rest, threshold - 2e-4, h) < 0 && highest(model, rest, threshold + 2e-4, h) > 0, name + " in steps of " + h);
        }
    }

    private static double highest(ByHand model, double[] rest, double current, double h) {
        double[] highest = {-100};
        double[] kicked = model.run(rest, current, 1, h, highest);
        model.run(kicked, 0, 20, h, highest);
        return highest[0];
    }
}
