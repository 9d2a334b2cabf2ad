package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Test;

/// Reset events act when their condition becomes true, once. `v' = 1` is the clock of these models.
class ResetTest {
    private static Findings run(String events) {
        return Loligo.run("""
            model Clock { state { v = 0   n = 0 }   v' = 1 / 1 [ms]   n' = 0 / 1 [ms]   %s }
            patch clock : Clock {}
            simulate run { on = clock  until = 20.25 [ms]  measure = max(n) }
            """.formatted(events));
    }

    private static double value(Findings findings, String feature) {
        Double value = findings.feature("run", feature).value();
        return value == null ? Double.NaN : value;
    }

    private static void stops(String events, String reason) {
        Outcome outcome = run(events).result("run").outcome();
        assertInstanceOf(Outcome.Stopped.class, outcome);
        assertTrue(outcome.message().contains(reason), outcome.message());
    }

    @Test
    void aConditionThatStaysTrueActsOnce() {
        Findings findings = run("on spike { when = v > 1   v = 0 }   on late { when = t > 5.5 [ms]   n = n + 1 }");
        assertEquals(20, value(findings, "spike_count"));
        assertEquals(1, value(findings, "interval"), 1e-12);
        assertEquals(1, value(findings, "max(n)"));
    }

    @Test
    void aConditionThatFallsActsAgain() {
        assertEquals(4, value(run("on spike { when = v > 5   v = 0 }   on half { when = v > 2.5   n = n + 1 }"), "max(n)"));
    }

    @Test
    void whatOneResetMakesTrueFollowsAtOnce() {
        Findings findings = run("on spike { when = v > 5   v = -1 }   on below { when = v < -0.5   n = n + 1 }");
        assertEquals(3, value(findings, "max(n)"), "at 5, 11 and 17 ms");
    }

    @Test
    void aConditionThatHoldsFromTheBeginningActsThere() {
        assertEquals(1, value(run("on start { when = v < 10   n = n + 1 }"), "max(n)"));
    }

    /// Dropped from h = 1 with a pull of 2 per ms^2 it lands after 1 ms, and flies 2 e^n ms after its n-th landing: e = 0.8.
    @Test
    void aBallBouncesWhereItsResetPutsItOnTheVerge() {
        Findings findings = Loligo.run("""
            model Ball { state { h = 1   v = 0   n = 0 }   h' = v / 1 [ms]   v' = -2 / 1 [ms]   n' = 0 / 1 [ms]
                on ground { when = h < 0   h = 0   v = -0.8 * v   n = n + 1 } }
            patch ball : Ball {}
            simulate run { on = ball  until = 5 [ms]  measure = max(n) }
            """);
        assertEquals(4, value(findings, "max(n)"), "at 1, 2.6, 3.88 and 4.904 ms");
        assertEquals(0.0, value(findings, "min"), 1e-9);
    }

    @Test
    void resetsThatCanNotGoOnSaySo() {
        stops("on spike { when = v > 1   v = 2   n = n + 1 }", "leaves its own condition true");
        stops("on spike { when = v > 1   v = 1 }", "changes nothing");
        stops("on up { when = v > 1   v = -1 }   on down { when = v < 0   v = 2 }", "again and again");
        stops(String.format(Locale.ROOT, "on spike { when = v > 1   v = %s }", 1 - 1e-9), "more than a million");
    }
}
