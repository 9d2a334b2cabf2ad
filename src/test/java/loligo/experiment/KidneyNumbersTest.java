package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The excitable kidney cell (Gokhale et al. 2017) at rest and in its spike under 1.2 times the printed threshold for 1 ms. Source: the project's science specification, section 34.
class KidneyNumbersTest {
    private static String cell(String degrees) {
        return "use gokhale-2017-" + degrees + "\npatch cell : Gokhale2017At" + degrees + " { }\n";
    }

    private static double value(Findings findings, String study, String name) {
        var found = findings.feature(study, name);
        Double value = found.value();
        assertTrue(value != null, found::toString);
        return value;
    }

    /// What inactivation leaves at rest; the slope of the steady-state current there in nS/pF, and its inverse in ms.
    @ParameterizedTest
    @CsvSource({"35, -74.21495, .2558, 2.87330, .3480", "23, -72.24489, .0811, 2.39670, .4172"})
    void atRest(String degrees, double potential, double ready, double slope, double tau) {
        Findings found = Loligo.run(cell(degrees) + """
                protocol hold : voltage { rest = %s [mV]  step on { for = 20000 [ms]  level = %s [mV] } }
                clamp held { under = hold  measure = steady(h_inf, on) }
                iv curve { measure = steady(I)  over = %s to %s by 0.1 [mV]  rest = %s [mV]  for = 20000 [ms] }
                """.formatted(potential, potential, potential - 0.5, potential + 0.5, potential));
        assertEquals(ready, value(found, "held", "steady(h_inf,on)"), 5.1e-5);
        var conductance = found.feature("curve", "slope_conductance");
        Double error = conductance.error();
        assertTrue(error != null && error < 1e-4, conductance::toString);
        assertEquals(slope, value(found, "curve", "slope_conductance"), 5.1e-6 + error);
        assertEquals(tau, 1 / value(found, "curve", "slope_conductance"), 5.1e-5);
    }

    /// From the upward passage of half the height between rest and peak until 80 and 90 % of the height are gone; the steepest rise after the current in V/s, which is the current of the channels in pA/pF.
    @ParameterizedTest
    @CsvSource({"35, 55.0512, -74.21495, 41.32, 19.43, 20.12, 287, 1", "23, 68.4108, -72.24489, 18.44, 15.01, 15.61, 44.4, 0.051"})
    void durations(String degrees, String current, double rest, double peak, double eighty, double ninety, double rise, double digit) {
        double half = (rest + peak) / 2;
        double fifth = rest + 0.2 * (peak - rest);
        double tenth = rest + 0.1 * (peak - rest);
        Findings found = Loligo.run(cell(degrees) + """
                protocol kick : current { step push { at = 20 [ms]  for = 1 [ms]  level = %s [pA/pF] }  step free { for = 30 [ms]  level = 0 [pA/pF] } }
                simulate run { under = kick  until = 80 [ms]  measure = max(-(NaV15.I + Kir.I + NaOwn.I + KOwn.I), free), time_of(crossing, V, %s [mV]), time_of(crossing, -V, %s [mV]), time_of(crossing, -V, %s [mV]) }
                """.formatted(current, half, -fifth, -tenth));
        double[] times = found.result("run").features().stream().filter(f -> f.name().startsWith("time_of")).mapToDouble(f -> value(found, "run", f.name())).toArray();
        assertEquals(eighty, times[1] - times[0], 0.0101);
        assertEquals(ninety, times[2] - times[0], 0.0101);
        assertEquals(rise, value(found, "run", "max(-(NaV15.I+Kir.I+NaOwn.I+KOwn.I),free)"), digit);
    }
}
