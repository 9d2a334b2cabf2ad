package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import loligo.notation.Source;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Diagrams in two numbers from a text that gives their ranges and nothing else.
class PhaseDiagramTest {
    private static final String TONGUE = "use izhikevich-2007-persistent-sodium-potassium-high\npatch s : PersistentSodiumPotassiumHigh\ndiagram map { on = s  vary = I, Kdr.n.tau  over = -100 to 100 [uA/cm^2], 0.05 to 0.25 [ms] }";

    private static final Map<Integer, Result> TONGUES = new ConcurrentHashMap<>(); // by the number of threads

    private static Result.PhaseDiagram diagram(String text) {
        Result result = Assertions.assertTimeout(Duration.ofSeconds(60), () -> Loligo.run(text)).results().getFirst();
        Result.PhaseDiagram diagram = assertInstanceOf(Result.PhaseDiagram.class, result);
        assertInstanceOf(Outcome.Completed.class, diagram.outcome());
        return diagram;
    }

    private static Result.PhaseDiagram library(String file, String model, String entries) {
        return diagram("use " + file + "\npatch s : " + model + "\ndiagram map { on = s  " + entries + " }");
    }

    private static Result.Meeting point(Result.PhaseDiagram found, String label) {
        return found.points().stream().filter(p -> p.label().equals(label)).findFirst().orElseThrow(() -> new AssertionError("no " + label + " among " + found.points()));
    }

    private static void at(Result.PhaseDiagram found, String label, double x, double y, double withinX, double withinY) {
        Result.Meeting point = point(found, label);
        assertEquals(x, found.study().x().vary().unit().outside(point.at()[0]), withinX);
        assertEquals(y, found.study().y().vary().unit().outside(point.at()[1]), withinY);
        assertTrue(point.error()[0] / found.study().x().vary().unit().scale() < withinX && point.error()[1] / found.study().y().vary().unit().scale() < withinY, "said to be uncertain by " + point.error()[0] + ", " + point.error()[1]);
    }

    private static List<String> kinds(Result.PhaseDiagram found) {
        return found.curves().stream().map(Result.Branch::kind).toList();
    }

    private static List<String> regions(Result.PhaseDiagram found) {
        return found.patches().seen().stream().map(Patchwork.Region::label).sorted().toList();
    }

    /// The part of the rectangle that one label covers.
    private static double share(Result.PhaseDiagram found, String label) {
        return found.patches().regions().stream().filter(r -> r.label().equals(label)).mapToDouble(Patchwork.Region::share).sum();
    }

    /// Izhikevich's numbers (2007), recomputed in 25 digits: the cusp lies where g_Na = 1.544331 g_L, at I = 1033.0040 for g_Na = 74. The cells of the grid, found without the
    /// curve, fill as much of the rectangle as the curve encloses.
    @Test
    void persistentSodiumIsBistableBeyondACusp() {
        Result.PhaseDiagram found = library("izhikevich-2007-persistent-sodium", "PersistentSodium", "vary = I, leak.g  over = -1500 to 1500 [uA/cm^2], 15 to 60 [mS/cm^2]");
        assertEquals(List.of("saddle_node"), kinds(found));
        at(found, "CP1", 1033.0040, 47.91718, 1e-4, 1e-5);
        assertEquals(1.544331, 74 / found.study().y().vary().unit().outside(point(found, "CP1").at()[1]), 1e-6);
        assertEquals(List.of("bistable", "rest"), regions(found));
        double[] x = found.curves().getFirst().series().grid().values(), y = found.curves().getFirst().series().columns().getFirst().values();
        double twice = 0; // both ends lie on the lower edge
        for (int k = 0; k < x.length; k++) twice += x[k] * y[(k + 1) % y.length] - x[(k + 1) % x.length] * y[k];
        double rectangle = found.study().x().over().width() * found.study().y().over().width();
        assertEquals(Math.abs(twice) / 2 / rectangle, share(found, "bistable"), 0.003);
        assertTrue(found.completeness().contains("wherever equilibria come or go, a curve passes"), found.completeness());
    }

    /// High threshold: a tongue of rest beside firing from the Bogdanov-Takens point, known to 25 digits, to the saddle-node-loop point, where by shooting along the centre direction with Runge-Kutta of order 4 the orbit comes back on the other side.
    @Test
    void sodiumAndPotassiumFireBesideRestInATongue() {
        Result.PhaseDiagram found = assertInstanceOf(Result.PhaseDiagram.class, tongue(3));
        assertInstanceOf(Outcome.Completed.class, found.outcome());
        assertEquals(List.of("saddle_node", "saddle_node", "hopf", "homoclinic", "snic"), kinds(found));
        at(found, "BT1", -85.822842, 0.0971340173, 5e-7, 1e-9);
        at(found, "SNL1", 4.512868, 0.168012, 1e-6, 1e-4);
        assertEquals(0.168012129, point(found, "SNL1").at()[1], 1e-6);
        assertEquals(List.of("BT1", "SNL1"), found.points().stream().map(Result.Meeting::label).toList());
        assertEquals(List.of("bistable", "oscillating", "rest", "rest", "rest or oscillating"), regions(found));
        assertTrue(found.curves().get(3).begin().contains("Bogdanov-Takens") || found.curves().get(3).end().contains("Bogdanov-Takens"), found.curves().get(3).toString());
    }

    /// The upper Hopf point and the fold of cycles of Hodgkin & Huxley at 6.3 degC lie on the curves; beyond the highest of them there are no spikes.
    @Test
    @Tag("slow")
    void theSquidAxonStopsFiringWhenItIsWarm() {
        Result.PhaseDiagram found = library("hodgkin-huxley-1952", "HodgkinHuxley1952", "vary = I, temperature  over = -5 to 180 [uA/cm^2], 0 to 40 [degC]");
        assertEquals(List.of("hopf", "fold_of_cycles"), kinds(found));
        assertEquals(List.of("GH1"), found.points().stream().map(Result.Meeting::label).toList());
        assertEquals(List.of("oscillating", "rest", "rest or oscillating"), regions(found));
        assertEquals(9.775438, crossing(found.curves().getFirst(), 6.3, true), 0.02);
        assertEquals(154.522434, crossing(found.curves().getFirst(), 6.3, false), 0.02);
        assertEquals(6.2603, crossing(found.curves().getLast(), 6.3, true), 0.02);
    }

    /// The lowest or highest first number at which a curve passes a second one, between its points.
    private static double crossing(Result.Branch curve, double level, boolean lowest) {
        double[] x = curve.series().grid().shown(), y = curve.series().columns().getFirst().shown();
        double best = lowest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (int k = 1; k < x.length; k++) {
            if ((y[k - 1] - level) * (y[k] - level) > 0) continue;
            double at = x[k - 1] + (level - y[k - 1]) / (y[k] - y[k - 1]) * (x[k] - x[k - 1]);
            best = lowest ? Math.min(best, at) : Math.max(best, at);
        }
        return best;
    }

    @Test
    void nothingChangesAnywhere() {
        Result.PhaseDiagram found = diagram("""
            model Line {
              state { x = 0 }
              input { I = 0 from -1 to 1 }
              a = 1 from 1 to 2
              x' = (I - a*x) / 1 [ms]
            }
            patch s : Line
            diagram map { on = s  vary = I, a }
            """);
        assertEquals(List.of(), found.points());
        assertEquals(List.of(), found.curves());
        assertEquals(List.of("rest"), regions(found));
    }

    @Test
    void nothingStandsStillAnywhere() {
        Result.PhaseDiagram found = diagram("""
            model Drift {
              state { x = 0 }
              input { I = 0 from -1 to 1 }
              a = 1 from 1 to 2
              x' = (2 + I + a*x^2) / 1 [ms]
            }
            patch s : Drift
            diagram map { on = s  vary = I, a }
            """);
        assertEquals(List.of(), found.curves());
        assertEquals(List.of("no equilibrium"), regions(found));
    }

    /// Both numbers scale one saddle-node: a closed curve, an ellipse, about the place where something rests.
    @Test
    void aClosedCurve() {
        Result.PhaseDiagram found = diagram("""
            model Island {
              state { x = 0 }
              input { I = 0 from -2 to 2 }
              a = 0 from -2 to 2
              x' = (1 - I^2 - a^2/2 - x^2) / 1 [ms]
            }
            patch s : Island
            diagram map { on = s  vary = I, a }
            """);
        assertEquals(List.of("saddle_node"), kinds(found));
        assertEquals("came back to where it began", found.curves().getFirst().end());
        assertEquals(List.of("no equilibrium", "rest"), regions(found));
        assertEquals(Math.PI * Math.sqrt(2) / 16, share(found, "rest"), 0.003);
    }

    @Test
    void resetsAreNoPartOfIt() {
        Result.PhaseDiagram found = library("izhikevich-2007-quadratic-integrate-and-fire", "QuadraticIntegrateAndFire", "vary = I, k  over = -10 to 200 [pA], 0.5 to 1 [nS/mV]");
        assertEquals(List.of("saddle_node"), kinds(found));
        assertTrue(found.completeness().contains("Resets are no part of it"), found.completeness());
    }

    /// Interrupted while the grid is looked at: the curves that were followed until then are kept.
    @Test
    void interruptedItKeepsWhatItFound() {
        AtomicBoolean stop = new AtomicBoolean();
        Progress late = new Progress() {
            @Override
            public boolean interrupted() {
                return stop.get();
            }

            @Override
            public void reached(String study, double fraction) {
                if (fraction > 0.3) stop.set(true);
            }
        };
        Result.PhaseDiagram found = assertInstanceOf(Result.PhaseDiagram.class, new Laboratory(new Laboratory.Options(2, true), late).perform(read(TONGUE).study("map")));
        assertInstanceOf(Outcome.Stopped.class, found.outcome());
        assertEquals(List.of("saddle_node", "saddle_node", "hopf", "homoclinic", "snic"), kinds(found));
        assertTrue(found.completeness().contains("The grid was not finished"), found.completeness());
    }

    @Test
    void theSameBitsOnAnyNumberOfThreads() {
        assertEquals(ResultHash.of(tongue(1)), ResultHash.of(tongue(3)));
    }

    private static Result tongue(int threads) {
        return TONGUES.computeIfAbsent(threads, n -> new Laboratory(new Laboratory.Options(n, true), Progress.NOBODY).perform(read(TONGUE).study("map")));
    }

    private static Experiment read(String text) {
        return ExperimentReader.read(new Source("text", text), new Shelf(null), List.of());
    }
}
