package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import loligo.solver.Outcome;
import org.junit.jupiter.api.Test;

/// Which resets are spikes.
class ResetSpikesTest {
    private static double count(String model) {
        Findings findings = Loligo.run(model + "\npatch c : M { }\nsimulate s { on = c  until = 10 [ms] }\n");
        assertEquals(Outcome.Completed.class, findings.result("s").outcome().getClass());
        Double count = findings.result("s").members().getFirst().features().stream().filter(f -> f.name().equals("spike_count")).findFirst().orElseThrow().value();
        return count == null ? Double.NaN : count;
    }

    /// It falls by 1 a ms and is lifted by 2 at 1, 3, 5, 7, 9 ms: what rises and falls is counted, whoever lifts it.
    @Test
    void aResetUpwards() {
        assertEquals(5, count("model M { state { x = 1 }  x' = -1 [1/ms]  on low { when = x < 0  x = 2 } }"));
    }

    @Test
    void aResetDownwardsIsASpike() {
        assertEquals(5, count("model M { state { x = -1.5 }  x' = 1 [1/ms]  on high { when = x > 0  x = -2 } }"));
    }

    /// It falls from 1 to 0 in 4.47 ms, and again: its highest point lies before its lowest.
    @Test
    void aResetAtTheTroughOfARound() {
        assertEquals(1, count("model M { state { x = 1  v = 0 }  x' = v/1 [ms]  v' = -0.1/1 [ms]  on floor { when = x < 0  x = 1  v = 0 } }"));
    }
}
