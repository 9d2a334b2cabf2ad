package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loligo.quantity.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dynamic clamp, and numbers of a model moved by hand: whatever is computed from them follows.
class DrivenNumbersTest {
    private static double value(Findings findings, String feature) {
        Double value = findings.feature("run", feature).value();
        assertTrue(value != null, feature);
        return value;
    }

    /// Steady state of two conductances in parallel, per area, per cell and per capacitance.
    @ParameterizedTest
    @CsvSource({"C = 1 [uF/cm^2], mS/cm^2, uA/cm^2", "C = 1 [pF], nS, pA", "'', nS/pF, pA/pF"})
    void aDynamicClampAddsAConductance(String capacitance, String conductance, String current) {
        Findings findings = Loligo.run("""
                model Passive { membrane { %s  V = -70 [mV] }  channel leak { g = 0.1 [%s]  E = -70 [mV] } }
                patch cell : Passive { }
                protocol syn : dynamic { E = 0 [mV]  step on { at = 5 [ms]  for = 500 [ms]  level = 0.3 [%s] } }
                simulate run { under = syn  until = 505 [ms]  record = syn.I, syn.g  measure = steady(V, on), steady(syn.I, on), max(syn.g, on), max(syn.I, on) }
                """.formatted(capacitance, conductance, conductance));
        assertEquals(-17.5, value(findings, "steady(V,on)"), 1e-7);
        assertEquals(0.3 * 17.5, value(findings, "steady(syn.I,on)"), 1e-8);
        assertEquals(0.3 * 70, value(findings, "max(syn.I,on)"), 1e-8);
        assertEquals(0.3, value(findings, "max(syn.g,on)"));
        assertEquals(current, findings.feature("run", "max(syn.I,on)").unit().symbol());
        assertEquals(conductance, findings.feature("run", "max(syn.g,on)").unit().symbol());
    }

    /// 0.3 mS/cm^2 each time, counted otherwise than the membrane counts: its area, or its capacitance, tells how much that is.
    @ParameterizedTest
    @CsvSource({"uF/cm^2, mS/cm^2, 3 [nS], uA/cm^2", "uF/cm^2, mS/cm^2, 0.3 [nS/pF], uA/cm^2", "pF, nS, 0.03 [mS/cm^2], pA", "pF, nS, 0.3 [nS/pF], pA"})
    void aDynamicClampIsConverted(String capacitance, String conductance, String level, String current) {
        Findings findings = Loligo.run("""
                model Passive { membrane { C = 1 [%s]  V = -70 [mV] }  channel leak { g = 0.1 [%s]  E = -70 [mV] } }
                patch cell : Passive { area = 1000 [um^2] }
                protocol syn : dynamic { E = 0 [mV]  step on { at = 5 [ms]  for = 500 [ms]  level = %s } }
                simulate run { under = syn  until = 505 [ms]  measure = steady(V, on), steady(syn.I, on), max(syn.g, on) }
                sweep larger { of = run  vary = syn.on.level  over = %s  measure = steady(V, on) }
                """.formatted(capacitance, conductance, level, level));
        assertEquals(-17.5, value(findings, "steady(V,on)"), 1e-7);
        assertEquals(0.3 * 17.5, value(findings, "steady(syn.I,on)"), 1e-8);
        assertEquals(current, findings.feature("run", "steady(syn.I,on)").unit().symbol());
        assertEquals(level.substring(level.indexOf('[') + 1, level.length() - 1), findings.feature("run", "max(syn.g,on)").unit().symbol());
        Double swept = findings.result("larger").members().getFirst().features().getFirst().value();
        assertTrue(swept != null);
        assertEquals(-17.5, swept, 1e-7);
    }

    @Test
    void dynamicClampsAddUpAndBesideCurrent() {
        Findings findings = Loligo.run("""
                model Passive { membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -70 [mV] } }
                patch cell : Passive { I = 1 [uA/cm^2] }
                protocol a : dynamic { E = 0 [mV]  ramp up { for = 500 [ms]  level = 0 to 0.2 [mS/cm^2] }  step on { for = 500 [ms]  level = 0.2 [mS/cm^2] } }
                protocol b : dynamic { E = -80 [mV]  rest = 0.3 [mS/cm^2]  step same { for = 1 [ms]  level = 0.3 [mS/cm^2] } }
                protocol c : current { for = 1000 [ms]  level = 2 [uA/cm^2] }
                simulate run { under = a, b, c  until = 1000 [ms]  measure = steady(V, on), steady(b.I, on) }
                """);
        double v = (0.1 * -70 + 0.2 * 0 + 0.3 * -80 + 3) / 0.6;
        assertEquals(v, value(findings, "steady(V,on)"), 1e-7);
        assertEquals(0.3 * (-80 - v), value(findings, "steady(b.I,on)"), 1e-7);
    }

    @Test
    void itsReversalCanBeSwept() {
        Findings findings = Loligo.run("""
                model Passive { membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -70 [mV] } }
                patch cell : Passive { }
                protocol syn : dynamic { E = 0 [mV]  step on { for = 300 [ms]  level = 0.3 [mS/cm^2] } }
                simulate run { under = syn  until = 300 [ms] }
                sweep reversal { of = run  vary = syn.E  over = -90, 10 [mV]  measure = steady(V, on) }
                """);
        List<Result.Member> members = findings.result("reversal").members();
        Double low = members.getFirst().features().getFirst().value();
        Double high = members.getLast().features().getFirst().value();
        assertTrue(low != null && high != null);
        assertEquals(-85, low, 1e-7);
        assertEquals(-10, high, 1e-7);
    }

    @Test
    void aConductanceSwitchedByHandMakesASpike() {
        String text = """
                use hodgkin-huxley-1952
                patch axon : HodgkinHuxley1952 { }
                protocol byhand : set { of = leak.g  rest = 0.3 [mS/cm^2]  step open { at = 5 [ms]  for = 1 [ms]  level = %s [mS/cm^2] } }
                protocol syn : dynamic { E = -54.387 [mV]  step open { at = 5 [ms]  for = 1 [ms]  level = %s [mS/cm^2] } }
                simulate run { under = %s  until = 30 [ms] }
                """;
        double byHand = value(Loligo.run(text.formatted(5.3, 5, "byhand")), "first_spike");
        // an amplifier that computes the same conductance does the same
        assertEquals(byHand, value(Loligo.run(text.formatted(5.3, 5, "syn")), "first_spike"), 1e-7);
    }

    private static final String THERMAL = """
            model Warm {
              temperature = 6.3 [degC]
              membrane { C = 1 [uF/cm^2]  V = -50 [mV] }
              ion K { inside = 140 [mM]  outside = 5 [mM] }
              channel Kx : K { g = 1 [mS/cm^2]  q10 = 3  gate n { inf = 1/(1 + exp(-(V + 40 [mV])/10 [mV]))  tau = 8 [ms] } }
            }
            patch cell : Warm { }
            protocol hold : voltage { rest = -100 [mV]  step test { for = 20 [ms]  level = -40 [mV] } }
            """;

    private static double nernst(double inside, double outside, double celsius) {
        return Constants.KB / Constants.E * (celsius + 273.15) * StrictMath.log(outside / inside);
    }

    @ParameterizedTest
    @CsvSource({"6.3, 1", "16.3, 3", "26.3, 9"})
    void temperatureSpeedsRatesUpAndMovesReversals(double celsius, double speed) {
        Findings findings = Loligo.run(THERMAL + """
                protocol warm : set { of = temperature  rest = %s [degC]  step same { for = 20 [ms]  level = %s [degC] } }
                simulate run { under = hold, warm  until = 20 [ms]  measure = max(Kx.n, test), mean(K.E, test) }
                """.formatted(celsius, celsius));
        double begin = 1 / (1 + StrictMath.exp(6));
        assertEquals(0.5 + (begin - 0.5) * StrictMath.exp(-20 * speed / 8), value(findings, "max(Kx.n,test)"), 1e-8);
        assertEquals(nernst(140, 5, celsius), value(findings, "mean(K.E,test)"), 1e-8);
    }

    @Test
    void aTemperatureSwings() {
        Findings findings = Loligo.run(THERMAL + """
                protocol warm : set { of = temperature  sine swing { for = 100 [ms]  amplitude = 4 [K]  frequency = 20 [Hz] } }
                simulate run { under = hold, warm  until = 100 [ms]  record = temperature  measure = max(temperature, swing), min(K.E, swing) }
                """);
        assertEquals(10.3, value(findings, "max(temperature,swing)"), 1e-6);
        assertEquals(nernst(140, 5, 10.3), value(findings, "min(K.E,swing)"), 1e-6);
    }

    @Test
    void aConcentrationMovesNernstsPotential() {
        Findings findings = Loligo.run(THERMAL + """
                protocol wash : set { of = K.outside  step high { at = 1 [ms]  for = 10 [ms]  level = 50 [mM] }  ramp down { for = 5 [ms]  level = 50 to 5 [mM] } }
                simulate run { under = hold, wash  until = 20 [ms]  measure = mean(K.E, high), min(K.E, down), max(K.E, down) }
                """);
        assertEquals(nernst(140, 50, 6.3), value(findings, "mean(K.E,high)"), 1e-9);
        assertEquals(nernst(140, 5, 6.3), value(findings, "min(K.E,down)"), 1e-7);
        assertEquals(nernst(140, 50, 6.3), value(findings, "max(K.E,down)"), 1e-7);
    }

    @Test
    void aReversalMovesItsCurrent() {
        Findings findings = Loligo.run("""
                use hodgkin-huxley-1952
                patch axon : HodgkinHuxley1952 { }
                protocol hold : voltage { rest = -65 [mV]  step on { for = 20 [ms]  level = -65 [mV] } }
                protocol shift : set { of = K.E  step up { at = 5 [ms]  for = 5 [ms]  level = -60 [mV] } }
                simulate run { under = hold, shift  until = 20 [ms]  measure = mean(Kdr.I, up), max(I, on) }
                """);
        double open = StrictMath.pow(0.3176769, 4); // n at rest, ground for -65 mV: alpha/(alpha + beta) = 0.058198/(0.058198 + 0.125)
        assertEquals(36 * open * (-65 + 60), value(findings, "mean(Kdr.I,up)"), 1e-5);
    }

    @Test
    void currentItselfCanBeSet() {
        Findings findings = Loligo.run("""
                model Passive { membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -70 [mV] } }
                patch cell : Passive { }
                protocol p : set { of = I  step on { for = 300 [ms]  level = 1 [uA/cm^2] } }
                simulate run { under = p  until = 300 [ms]  measure = steady(V, on) }
                """);
        assertEquals(-60, value(findings, "steady(V,on)"), 1e-7);
    }
}
