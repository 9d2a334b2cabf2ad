package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loligo.feature.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers of the lecture's first slides, each from a text: conductances by hand, leak, the charge of a gate, half-points of the squid's gates. Source: the
/// project's science specification, sections 2, 5, 6 and 24, after Izhikevich 2007 (chapter 3) and Hodgkin & Huxley 1952.
class LectureNumbersTest {
    private static double value(Findings findings, String study, String name) {
        Feature found = findings.feature(study, name);
        Double value = found.value();
        assertTrue(value != null, found::toString);
        return value;
    }

    /// Potassium at -90, sodium at 60, leak at -70 mV: V is the mean of them, weighted by conductances in mS/cm^2.
    @ParameterizedTest
    @CsvSource({"20, 1, 1, -82.273, 5.1e-4", "1, 20, 1, 47.273, 5.1e-4", "100, 1, 1, -88.333, 5.1e-4", "1, 0.05, 0.1, -81.7391, 5.1e-5"})
    void conductancesByHand(double potassium, double sodium, double leak, double potential, double digit) {
        var rest = (Result.Standstills) Loligo.run("""
                model Hand { membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel K { g = %s [mS/cm^2]  E = -90 [mV] }
                  channel Na { g = %s [mS/cm^2]  E = 60 [mV] }  channel leak { g = %s [mS/cm^2]  E = -70 [mV] } }
                patch cell : Hand { }
                equilibria rest { }
                """.formatted(potassium, sodium, leak)).result("rest");
        assertEquals(1, rest.found().size());
        assertEquals(potential, rest.found().getFirst().state()[0], digit);
    }

    /// C = 10 uF/cm^2 and g_L = 19 mS/cm^2: 60 uA/cm^2 take it from -67 to -63.8421 mV, with a time constant of 0.526316 ms.
    @Test
    void leak() {
        Findings findings = Loligo.run("""
                model Leak { membrane { C = 10 [uF/cm^2]  V = -67 [mV] }  channel leak { g = 19 [mS/cm^2]  E = -67 [mV] } }
                patch cell : Leak { }
                protocol on : current { step step { at = 1 [ms]  for = 20 [ms]  level = 60 [uA/cm^2] } }
                simulate charging { under = on  until = 21 [ms]  measure = steady(V, step) }
                """);
        assertEquals(-63.8421, value(findings, "charging", "steady(V,step)"), 5.1e-5);
        assertEquals(0.526316, value(findings, "charging", "time_constant"), 1e-6);
    }

    /// What a gate of this charge has open at V; at 25 degC.
    private static double open(double charge, double potential) {
        return value(Loligo.run("""
                model Gate { temperature = 25 [degC]  membrane { C = 1 [uF/cm^2]  V = -70 [mV] }
                  channel c { g = 1 [mS/cm^2]  E = -70 [mV]  gate x { charge = %s  V_half = 0 [mV]  tau = 1 [ms] } } }
                patch cell : Gate { }
                protocol hold : voltage { for = 1 [ms]  level = %s [mV]  rest = %s [mV] }
                simulate run { under = hold  until = 1 [ms]  measure = mean(c.x) }
                """.formatted(charge, potential, potential)), "run", "mean(c.x)");
    }

    /// A gate that moves z charges opens e-fold with every kT/(z e) = k mV: at V_half + k it has 1/(1 + 1/e) open. From charges to slopes, and back from
    /// slopes of fitted Boltzmann curves to charges.
    @ParameterizedTest
    @CsvSource({"1, 25.6926, 5.1e-5", "1.5, 17.1284, 5.1e-5", "4, 6.4231, 5.1e-5", "12, 2.1410, 5.1e-5", "5.139, 5, 5e-4", "3.670, 7, 1e-3", "2.855, 9, 1.6e-3", "1.713, 15, 4.4e-3", "1.606, 16, 5e-3"})
    void slopesOfCharges(double charge, double slope, double digit) {
        double x = open(charge, slope);
        assertEquals(slope, slope / StrictMath.log(x / (1 - x)), digit);
    }

    /// Where a gate, or its power, is half open at steady state: the squid axon's at 6.3 degC.
    @ParameterizedTest
    @CsvSource({"NaV.m, -40.0246", "1 - NaV.h, -62.3075", "Kdr.n, -53.4129", "NaV.m^3, -26.5571", "Kdr.n^4, -18.8820"})
    void halfPointsOfTheSquid(String power, double half) {
        assertTrue(settled(power, half - 5.1e-5) < 0.5 && settled(power, half + 5.1e-5) > 0.5, power);
    }

    private static double settled(String power, double potential) {
        String name = "mean(" + power + ")";
        return value(Loligo.run("""
                use hodgkin-huxley-1952
                patch axon : HodgkinHuxley1952 { }
                protocol hold : voltage { for = 1 [ms]  level = %s [mV]  rest = %s [mV] }
                simulate run { under = hold  until = 1 [ms]  measure = %s }
                """.formatted(potential, potential, name)), "run", name.replace(" ", ""));
    }
}
