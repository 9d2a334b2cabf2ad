package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import loligo.solver.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A light that is off and stays off moves nothing, though the slope of its square root is infinite there.
class LightStepTest {
    @ParameterizedTest
    @ValueSource(strings = {"rodas5p", "dopri5", "automatic"})
    void aRootOfTheLightInTheDark(String method) {
        Findings findings = Loligo.run("""
            model A {
              membrane { C = 1 [uF/cm^2]  V = -70 [mV] }
              channel l { g = 0.1 [mS/cm^2]*(light/1 [mW/mm^2])^0.5 + 0.1 [mS/cm^2]   E = -70 [mV] }
            }
            patch s : A { V = -60 [mV] }
            protocol p : light { step on { at = 5 [ms]  for = 5 [ms]  level = 1 [mW/mm^2] } }
            simulate a { on = s  under = p  until = 20 [ms]  method = %s }
            """.formatted(method));
        assertInstanceOf(Outcome.Completed.class, findings.result("a").outcome());
        assertEquals(-70 + 10 * StrictMath.exp(-0.1 * 15 - 0.2 * 5), lowest(findings), 1e-6);
    }

    /// The dark stays dark while a current moves: 0 times the infinite slope is 0.
    @ParameterizedTest
    @ValueSource(strings = {"rodas5p", "dopri5", "automatic"})
    void aRootOfTheLightInTheDarkUnderARamp(String method) {
        Findings findings = Loligo.run("""
            model A {
              membrane { C = 1 [uF/cm^2]  V = -70 [mV] }
              channel l { g = 0.1 [mS/cm^2]*(light/1 [mW/mm^2])^0.5 + 0.1 [mS/cm^2]   E = -70 [mV] }
            }
            patch s : A
            protocol p : light { step on { at = 50 [ms]  for = 5 [ms]  level = 1 [mW/mm^2] } }
            protocol r : current { ramp up { for = 40 [ms]  level = 0 to -1 [uA/cm^2] } }
            simulate a { on = s  under = p, r  until = 30 [ms]  method = %s }
            """.formatted(method));
        assertInstanceOf(Outcome.Completed.class, findings.result("a").outcome());
        double slope = -1.0 / 40; // of the current; V = -70 + slope*(t/g - C/g^2*(1 - exp(-g t/C)))
        assertEquals(-70 + slope * (30 / 0.1 - 100 * (1 - StrictMath.exp(-3))), lowest(findings), 1e-6);
    }

    private static double lowest(Findings findings) {
        Double lowest = findings.feature("a", "min").value();
        return lowest == null ? Double.NaN : lowest;
    }
}
