package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loligo.feature.Feature;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where digits cancel in a measured formula, its error bar says so. The unknown stands still, so that three solutions agree to the bit and only rounding is left.
class CancellationTest {
    private static Feature measured(String formula, String how, double near) {
        String text = """
                model Still { input { near = %s }  state { x = 0 }  x' = 0 [1/ms]  y = near + x }
                patch cell : Still { }
                simulate run { until = 10 [ms]  record = x, %s  measure = %s }
                """.formatted(near, formula, how.formatted(formula));
        Findings findings = Loligo.run(text);
        assertEquals(Outcome.Completed.class, findings.result("run").outcome().getClass());
        return findings.result("run").members().getFirst().features().getLast();
    }

    /// 2 (cosh y - 1)/y^2 by its series.
    private static double truth(double y) {
        double term = 1;
        double sum = 1;
        for (int k = 2; k < 12; k++) {
            term *= y * y / ((2.0 * k - 1) * (2.0 * k));
            sum += term;
        }
        return sum;
    }

    /// The same, written so that nobody sees its hole.
    private static final String UNSEEN = "2*(max(cosh(near+x),1)-1)/(near+x)^2";

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7})
    void aBarHoldsTheTruth(double near) {
        for (String how : new String[] {"mean(%s)", "max(%s)", "min(%s)"}) {
            Feature f = measured(UNSEEN, how, near);
            Double value = f.value();
            Double bar = f.error();
            assertNotNull(value, f.toString());
            assertNotNull(bar, f.toString());
            double off = Math.abs(value - truth(near));
            assertTrue(off <= bar, f + " is off by " + off);
            double scale = 2.3e-16 / (near * near); // half an ulp of cosh over what is left of it
            assertTrue(bar < 100 * (scale + 1e-15), f + " is " + bar / scale + " roundings wide");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-12})
    void whereNothingIsLeftNothingIsTold(double near) {
        Feature f = measured("(near+x)^2/(max(cosh(near+x),1)-1+(near+x)^2*1e-9)", "mean(%s)", near);
        assertTrue(f.value() == null && String.valueOf(f.note()).startsWith("rounding leaves nothing of"), f.toString());
    }

    @Test
    void aFilledHoleHasANarrowBar() {
        for (double near = 1e-14; near < 1; near *= 10) {
            Feature f = measured("2*(cosh(near+x)-1)/(near+x)^2", "mean(%s)", near);
            Double value = f.value();
            Double bar = f.error();
            assertTrue(value != null && bar != null && bar < 2e-14, f.toString());
            assertEquals(truth(near), value, bar);
        }
    }

    @Test
    void whereNothingCancelsTheBarIsAsItWas() {
        Feature f = measured("3*exp(near+x)+1", "mean(%s)", 0.3);
        Double value = f.value();
        Double bar = f.error();
        assertTrue(value != null && bar != null && Math.abs(value - (3 * StrictMath.exp(0.3) + 1)) <= bar && bar < 100 * Math.ulp(value), f.toString());
    }

    @Test
    void aCrossingIsAsUncertainAsWhatCrosses() {
        Feature f = Loligo.run("""
                model Slow { state { x = 0 }  x' = 1e-8 [1/ms] }
                patch cell : Slow { }
                simulate run { until = 100 [ms]  record = x, (1+x)-1  measure = time_of(crossing, (1+x)-1, 3.05e-7 [1]) }
                """).result("run").members().getFirst().features().getLast();
        Double value = f.value();
        Double bar = f.error();
        assertTrue(value != null && bar != null && Math.abs(value - 30.5) <= bar && bar > 1e-9 && bar < 1e-6, f.toString());
    }
}
