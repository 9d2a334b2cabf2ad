package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loligo.feature.Feature;
import loligo.solver.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An unknown that begins at a root moves, though the slope of its equation is infinite there. A method that uses slopes says so and never holds it in place.
class InfiniteSlopeTest {
    private static Result run(String equations, String method) {
        return Loligo.run("""
                model Root { state { v = 0  w = 1 }  %s }
                patch p : Root { }
                simulate run { until = 2 [ms]  method = %s }
                """.formatted(equations, method)).result("run");
    }

    /// v' = 1 + sqrt(v) from 0: t = 2 (s - log(1 + s)) with s = sqrt(v).
    @ParameterizedTest
    @ValueSource(strings = {"automatic", "dopri5", "rk4  step = 0.001 [ms]", "rush_larsen  step = 0.001 [ms]"})
    void aMethodWithoutSlopesStepsAwayFromARoot(String method) {
        Result result = run("v' = (1 + v^0.5) / 1 [ms]  w' = -w / 1 [ms]", method);
        double v = result.features().stream().filter(f -> f.name().equals("max")).map(Feature::value).findFirst().orElseThrow();
        double s = StrictMath.sqrt(v);
        assertEquals(2, 2 * (s - StrictMath.log(1 + s)), 1e-3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v' = (1 + v^0.5) / 1 [ms]  w' = -w / 1 [ms]            | rodas5p                               | v
            v' = (1 + v^0.5) / 1 [ms]  w' = -w / 1 [ms]            | exponential_euler  step = 0.01 [ms]   | v
            v' = (1 + v^0.5) / 1 [ms]  w' = -w / 1 [ms]            | rush_larsen2  step = 0.01 [ms]        | v
            v' = (w - v^0.5) / 1 [ms]  w' = -w / 1 [ms]            | rodas5p                               | v
            v' = 1 / 1 [ms]            w' = (1 - w * v^0.5)/1 [ms] | rodas5p                               | w
            """)
    void aMethodWithSlopesSaysWhyItCanNot(String equations, String method, String variable) {
        Result result = run(equations, method);
        Outcome.NotFinite lost = assertInstanceOf(Outcome.NotFinite.class, result.outcome());
        assertEquals(variable, result.variable(lost.component()));
        assertEquals(0, lost.time());
        assertTrue(result.message(lost).startsWith(variable + " has an equation whose slope is infinite, as that of a root at zero, at t = 0 ms"), result.message(lost));
        assertTrue(result.message(lost).contains("dopri5"), result.message(lost));
    }

    /// What rests at a root stays there.
    @ParameterizedTest
    @ValueSource(strings = {"automatic", "rodas5p", "exponential_euler  step = 0.01 [ms]", "rush_larsen2  step = 0.01 [ms]"})
    void whatRestsAtARootStays(String method) {
        Result result = run("v' = -v^0.5 / 1 [ms]  w' = -w / 1 [ms]", method);
        assertInstanceOf(Outcome.Completed.class, result.outcome());
        assertEquals(0.0, result.features().stream().filter(f -> f.name().equals("max")).map(Feature::value).findFirst().orElseThrow());
    }
}
