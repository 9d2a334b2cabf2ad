package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Diagrams from a text that gives a range and nothing else. Reference numbers: bifurcations of Hodgkin & Huxley with E_L = -54.387 mV and of the models of
/// Izhikevich (2007), computed independently to the digits printed.
class ContinueTest {
    private static Result.Diagram diagram(String text) {
        Result result = Assertions.assertTimeout(Duration.ofSeconds(60), () -> Loligo.run(text)).results().getFirst();
        Result.Diagram diagram = assertInstanceOf(Result.Diagram.class, result);
        assertInstanceOf(Outcome.Completed.class, diagram.outcome());
        return diagram;
    }

    private static Result.Diagram library(String file, String model, String range) {
        return diagram("use " + file + "\npatch s : " + model + "\ncontinue c { on = s  vary = I  over = " + range + " [uA/cm^2] }");
    }

    private static void at(Result.Diagram diagram, String label, String kind, double where, double within) {
        Result.Landmark point = diagram.points().stream().filter(p -> p.label().equals(label)).findFirst().orElseThrow(() -> new AssertionError("no " + label + " among " + diagram.points()));
        assertEquals(kind, point.kind());
        assertEquals(where, diagram.study().vary().unit().outside(point.at()), within);
        assertTrue(point.error() / diagram.study().vary().unit().scale() < within, label + " is said to be uncertain by " + point.error());
    }

    private static List<String> labels(Result.Diagram diagram) {
        return diagram.points().stream().map(Result.Landmark::label).toList();
    }

    @Test
    void theSquidAxonWithEveryFoldAndDoubling() {
        Result.Diagram found = library("hodgkin-huxley-1952", "HodgkinHuxley1952", "-5 to 180");
        assertEquals(List.of("FC1", "FC2", "PD1", "PD2", "FC3", "H1", "H2"), labels(found));
        at(found, "H1", "hopf", 9.775438, 5e-7);
        at(found, "H2", "hopf", 154.522434, 5e-7);
        at(found, "FC1", "fold_of_cycles", 6.2603, 5e-5);
        at(found, "FC3", "fold_of_cycles", 7.917785, 1e-6);
        at(found, "PD2", "period_doubling", 7.917778, 1e-6);
        at(found, "PD1", "period_doubling", 7.845337, 1e-6);
        at(found, "FC2", "fold_of_cycles", 7.842347, 1e-6);
        Result.Landmark fold = found.points().getFirst();
        assertTrue(fold.sentence().matches("two cycles meet and vanish, with a period of 19.895[0-9]+ ± [0-9.e-]+ ms"), fold.sentence());
        assertTrue(lyapunov(found, "H1") > 0, "subcritical");
        assertTrue(lyapunov(found, "H2") < 0, "supercritical");
        assertEquals(List.of("equilibria", "cycles"), found.branches().stream().map(Result.Branch::kind).toList());
        assertTrue(found.branches().getLast().end().startsWith("shrank to the Hopf point at I = 154.522"), found.branches().getLast().end());
    }

    private static double lyapunov(Result.Diagram found, String label) {
        Double value = found.points().stream().filter(p -> p.label().equals(label)).findFirst().orElseThrow().coefficients().get("lyapunov");
        assertNotNull(value);
        return value;
    }

    /// Where a canard explodes the number stands still, and multipliers are rounding: in the plane, where the only one is above zero, nothing is made of that.
    @Test
    void aCanardOfThePlaneHasAFoldAndNothingElse() {
        Result.Diagram found = diagram("""
            model Mine {
                membrane { C = 2 [uF/cm^2]  V = -60 [mV] }
                channel Ca { g = 4 [mS/cm^2]  E = 120 [mV]  gate m { V_half = -1 [mV]  slope = 9 [mV] } }
                channel K { g = 8 [mS/cm^2]  E = -84 [mV]  gate w { V_half = 2 [mV]  slope = 15 [mV]  tau = 20 [ms] } }
                channel leak { g = 2 [mS/cm^2]  E = -60 [mV] }
            }
            patch c : Mine
            continue d { on = c  vary = I  over = 0 to 200 [uA/cm^2] }
            """);
        assertEquals(List.of("FC1", "H1"), labels(found));
        assertEquals(92.7067203, found.points().getFirst().at(), 1e-6);
        assertFalse(found.completeness().contains("not confirmed"), found.completeness());
    }

    /// A doubling beside a fold, where the number hardly moves, is seen whatever the range.
    @Test
    void doublingsComeInPairsWhateverTheRange() {
        for (String range : List.of("-100 to -40", "-70 to -45", "-68 to -66.5")) {
            Result.Diagram found = diagram("use hodgkin-huxley-1952\npatch s : HodgkinHuxley1952\ncontinue c { on = s  vary = K.E  over = " + range + " [mV] }");
            assertTrue(labels(found).containsAll(List.of("FC1", "FC2", "FC3", "PD1", "PD2")), range + ": " + labels(found) + found.completeness());
            Result.Landmark second = found.points().stream().filter(p -> p.kind().equals("period_doubling")).reduce((a, b) -> Math.abs(a.at() + 67.32) < Math.abs(b.at() + 67.32) ? a : b).orElseThrow();
            assertEquals(-67.32001384, second.at(), 1e-6);
        }
    }

    @Test
    void persistentSodiumFoldsTwice() {
        Result.Diagram found = library("izhikevich-2007-persistent-sodium", "PersistentSodium", "-1000 to 100");
        assertEquals(List.of("SN1", "SN2"), labels(found));
        at(found, "SN1", "saddle_node", -890.131637, 5e-7);
        at(found, "SN2", "saddle_node", 15.775888, 5e-7);
        Result.Landmark upper = found.points().getLast();
        assertEquals(0.042473, Math.abs(value(upper, "quadratic")), 5e-7);
        assertEquals(48.205, value(upper, "bottleneck"), 5e-4);
    }

    private static double value(Result.Landmark point, String name) {
        Double value = point.coefficients().get(name);
        assertNotNull(value);
        return value;
    }

    @Test
    void sodiumAndPotassiumFireFromASaddleNodeOnTheCycle() {
        Result.Diagram found = library("izhikevich-2007-persistent-sodium-potassium-high", "PersistentSodiumPotassiumHigh", "-50 to 400");
        assertEquals(List.of("SN1", "SNIC1", "H1"), labels(found));
        at(found, "SNIC1", "snic", 4.512868, 5e-7);
        at(found, "SN1", "saddle_node", 4.512868, 5e-7);
        assertEquals(6.9140, value(found.points().get(1), "period_coefficient"), 5e-3);
    }

    /// The Hopf point at which firing ends lies beyond the range: the cycles are found by simulation.
    @Test
    void cyclesApartFromHopfPointsAreFoundToo() {
        Result.Diagram found = library("izhikevich-2007-persistent-sodium-potassium-high", "PersistentSodiumPotassiumHigh", "0 to 50");
        assertEquals(List.of("SN1", "SNIC1"), labels(found));
        assertEquals(1, found.branches().stream().filter(b -> b.kind().equals("cycles")).count());
    }

    @Test
    void sodiumAndPotassiumAtALowThresholdFireFromAHopfPoint() {
        Result.Diagram found = library("izhikevich-2007-persistent-sodium-potassium-low", "PersistentSodiumPotassiumLow", "0 to 60");
        assertEquals(List.of("H1"), labels(found));
        at(found, "H1", "hopf", 14.659040, 5e-7);
        assertEquals(2.137477, value(found.points().getFirst(), "frequency"), 5e-7);
        assertTrue(lyapunov(found, "H1") < 0);
    }

    @Test
    void aConductanceVariesAsWellAsACurrent() {
        Result.Diagram found = diagram("""
            use izhikevich-2007-persistent-sodium
            patch s : PersistentSodium
            continue c { on = s  vary = leak.E  over = -130 to -40 [mV] }
            """);
        at(found, "SN1", "saddle_node", -67 - 890.131637 / 19, 5e-7); // E_L and I are one parameter: dI = g_L dE_L
        at(found, "SN2", "saddle_node", -67 + 15.775888 / 19, 5e-7);
    }

    @Test
    void nothingStandsStillAnywhere() {
        Result.Diagram found = diagram("""
            model Drift {
              state { x = 0 }
              input { I = 0 from -1 to 1 }
              x' = (2 + I + x^2) / 1 [ms]
            }
            patch s : Drift
            continue c { on = s  vary = I }
            """);
        assertEquals(List.of(), found.points());
        assertEquals(List.of(), found.branches());
    }

    @Test
    void resetsAreNoPartOfIt() {
        Result.Diagram found = diagram("""
            use izhikevich-2007-quadratic-integrate-and-fire
            patch s : QuadraticIntegrateAndFire
            continue c { on = s  vary = I  over = -10 to 200 [pA] }
            """);
        assertEquals(List.of("SN1"), labels(found));
        at(found, "SN1", "saddle_node", 70, 1e-9); // k (Vt - Vr)^2/4 = 0.7 * 20^2/4
        assertTrue(found.completeness().contains("resets are not followed"), found.completeness());
    }

    @Test
    void aFieldThatJumpsEndsInASentence() {
        Result.Diagram found = diagram("""
            model Jump {
              state { x = 0 }
              input { I = 0 from -2 to 2 }
              x' = (I - x + if(x > 0.5, 1, 0)) / 1 [ms]
            }
            patch s : Jump
            continue c { on = s  vary = I }
            """);
        assertTrue(found.branches().stream().anyMatch(b -> (b.begin() + b.end()).contains("may jump there")), found.branches().toString());
    }

    /// At the end of the range a divisor vanishes: the branch ends beside it.
    @Test
    void aDivisorThatVanishesAtTheEndOfTheRange() {
        Result.Diagram found = diagram("use izhikevich-2007-persistent-sodium-potassium-low\npatch s : PersistentSodiumPotassiumLow { I = 10 [uA/cm^2] }\ncontinue c { on = s  vary = Kdr.n.tau  over = 0 to 2 [ms] }");
        assertEquals(1, found.branches().stream().filter(b -> b.kind().equals("equilibria")).count());
    }

    /// In the plane the only multiplier is positive: no cycle can double its period, and no bursts of points are made by rounding beside a canard.
    @Test
    void nothingIsInventedBesideACanard() {
        Result.Diagram found = library("izhikevich-2007-persistent-sodium-h", "PersistentSodiumH", "-0.2 to 0");
        assertTrue(found.points().stream().noneMatch(p -> p.kind().equals("period_doubling") || p.kind().equals("branch_point_of_cycles")), labels(found).toString());
    }

    /// The slow inward current of Connor and Stevens' axon ends one branch of cycles in a loop of a saddle, not on a saddle-node far away.
    @Test
    void aSaddleNodeOnTheCycleObeysItsLaw() {
        Result.Diagram found = library("connor-stevens-1977", "ConnorStevens1977", "7.5 to 8.5");
        assertTrue(labels(found).contains("HC1"), labels(found).toString());
        assertTrue(labels(found).contains("SNIC1"), "firing beside rest is found after a kick: " + labels(found));
        at(found, "SNIC1", "snic", 8.114053, 1e-6);
        Result.Landmark snic = found.points().stream().filter(p -> p.kind().equals("snic")).findFirst().orElseThrow();
        Result.Landmark fold = found.points().stream().filter(p -> p.kind().equals("saddle_node") && Math.abs(p.at() - snic.at()) < 1e-6).findFirst().orElseThrow();
        assertEquals(1, value(snic, "period_coefficient") / value(fold, "bottleneck"), 0.05);
    }

    @Test
    void theSameBitsAgain() {
        String text = "use morris-lecar-1981\npatch s : MorrisLecar1981\ncontinue c { on = s  vary = I  over = 0 to 300 [uA/cm^2] }";
        assertEquals(ResultHash.of(diagram(text)), ResultHash.of(diagram(text)));
    }
}
