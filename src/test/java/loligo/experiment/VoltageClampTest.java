package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loligo.feature.Feature;
import loligo.notation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ideal voltage clamp through the whole chain. References: closed forms, and independent step-halved RK4 computations of the project's
/// science specification, whose last printed digit is the tolerance here.
class VoltageClampTest {
    private static final String SQUID = """
            use hodgkin-huxley-1952
            patch axon : HodgkinHuxley1952 { }
            protocol p : voltage { rest = -65 [mV]  step test { for = 10 [ms]  level = %s [mV] } }
            """;
    /// 0.3 mS/cm^2 around -54.387 mV and nothing else: no unknown is left.
    private static final String LEAK = """
            model Leak { membrane { C = 2 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.3 [mS/cm^2]  E = -54.387 [mV] } }
            patch cell : Leak { }
            """;

    private static double value(Findings findings, String feature) {
        Double value = findings.feature("run", feature).value();
        assertTrue(value != null, feature);
        return value;
    }

    @ParameterizedTest
    @CsvSource({"-40, -415.945, 1.4050", "-20, -1237.794, 0.8810", "-10, -1427.473, 0.7250", "0, -1456.838, 0.6176", "80, 1469.292, 0.2964"})
    void peakSodiumCurrentOfTheSquid(String level, double peak, double time) {
        Findings findings = Loligo.run(SQUID.formatted(level) + "simulate run { under = p  until = 10 [ms]  every = 1e-4 [ms]  record = NaV.I  measure = peak(NaV.I, test) }");
        assertEquals(peak, value(findings, "peak(NaV.I,test)"), 6e-4);
        Series series = findings.result("run").series();
        assertTrue(series != null);
        double[] current = series.columns().get(1).values();
        int farthest = 0;
        for (int i = 0; i < current.length; i++) if (Math.abs(current[i]) > Math.abs(current[farthest])) farthest = i;
        assertEquals(time, series.grid().values()[farthest], 2e-4);
    }

    @ParameterizedTest
    @CsvSource({"-40, 249.113", "-20, 965.910", "0, 1879.032", "20, 2788.886", "50, 4089.256"})
    void potassiumCurrentOfTheSquidAfterTenMilliseconds(String level, double current) {
        assertEquals(current, value(Loligo.run(SQUID.formatted(level) + "simulate run { under = p  until = 10 [ms]  measure = max(Kdr.I, test) }"), "max(Kdr.I,test)"), 6e-4);
    }

    @Test
    void noSodiumCurrentAtItsReversal() {
        Findings findings = Loligo.run(SQUID.formatted("50") + "simulate run { under = p  until = 10 [ms]  measure = max(NaV.I, test), min(NaV.I, test) }");
        assertEquals(0, value(findings, "max(NaV.I,test)"));
        assertEquals(0, value(findings, "min(NaV.I,test)"));
    }

    @Test
    void aRampChargesTheCapacitance() {
        Findings findings = Loligo.run(LEAK + """
                protocol p : voltage { ramp up { at = 5 [ms]  for = 50 [ms]  level = -100 to 0 [mV] } }
                simulate run { under = p  until = 60 [ms]  measure = min(I, up), max(I, up), mean(I, up), mean(V) }
                """);
        assertEquals(0.3 * (-100 + 54.387) + 2 * 2, value(findings, "min(I,up)"), 1e-11);
        assertEquals(0.3 * 54.387 + 2 * 2, value(findings, "max(I,up)"), 1e-11);
        assertEquals(0.3 * (-50 + 54.387) + 2 * 2, value(findings, "mean(I,up)"), 1e-11);
        assertEquals(-50 * 50.0 / 60 - 70 * 10.0 / 60, value(findings, "mean(V)"), 1e-11); // rests where V of the model begins
    }

    /// A Boltzmann gate without a time constant bends the current within what the solver takes as one step.
    @Test
    void aCurrentThatBendsByItselfIsFollowed() {
        Findings findings = Loligo.run("""
                model Kir {
                  membrane { C = 1 [uF/cm^2]  V = -70 [mV] }
                  channel Kir { g = 1 [mS/cm^2]  E = -90 [mV]  gate m { inf = 1/(1 + exp((V + 80 [mV])/5 [mV])) } }
                }
                patch cell : Kir { }
                protocol p : voltage { ramp up { for = 1000 [ms]  level = -120 to 0 [mV] } }
                simulate run { under = p  until = 1000 [ms]  measure = max(Kir.I, up), mean(Kir.m) }
                """);
        // u/(1 + e^(u - 2)) with u = (V + 90)/5 is largest at u = 1 + W(e): 5 W(e) = 5
        assertEquals(5, value(findings, "max(Kir.I,up)"), 1e-7);
        double open = 5 * (StrictMath.log1p(StrictMath.exp(8)) - StrictMath.log1p(StrictMath.exp(-16))) / 120;
        assertEquals(open, value(findings, "mean(Kir.m)"), 1e-9);
    }

    @Test
    void gatesBeginAtTheHoldingPotential() {
        Findings findings = Loligo.run(SQUID.formatted("0").replace("-65", "-80") + "simulate run { under = p  until = 10 [ms]  measure = max(NaV.h, test) }");
        assertEquals(0.930977, value(findings, "max(NaV.h,test)"), 1e-6);
    }

    @Test
    void whatIsRecordedAndReportedByItself() {
        Findings findings = Loligo.run(SQUID.formatted("0") + "simulate run { under = p  until = 10 [ms] }");
        Study.Simulate study = (Study.Simulate) findings.result("run").study();
        assertEquals(List.of("V", "I", "NaV.m", "NaV.h", "Kdr.n"), study.record().stream().map(Study.Recorded::name).toList());
        assertEquals(List.of(), findings.result("run").members().getFirst().features());
    }

    /// Per cell and per capacitance: `I` is in the membrane's own unit.
    @Test
    void theCurrentIsInTheMembranesUnit() {
        String cell = "model Cell { membrane { C = 20 [pF]  V = -70 [mV] }  channel leak { g = 2 [nS]  E = -60 [mV] } }\npatch c : Cell { }\n";
        String specific = "model Cell { membrane { V = -70 [mV] }  channel leak { g = 0.1 [nS/pF]  E = -60 [mV] } }\npatch c : Cell { }\n";
        String rest = "protocol p : voltage { ramp up { for = 10 [ms]  level = -70 to -20 [mV] } }\nsimulate run { under = p  until = 10 [ms]  measure = max(I, up) }";
        Feature whole = Loligo.run(cell + rest).feature("run", "max(I,up)");
        Feature per = Loligo.run(specific + rest).feature("run", "max(I,up)");
        assertEquals("pA", whole.unit().symbol());
        assertEquals("pA/pF", per.unit().symbol());
        assertEquals(2 * 40 + 20 * 5, value(Loligo.run(cell + rest), "max(I,up)"), 1e-10);
        assertEquals(0.1 * 40 + 5, value(Loligo.run(specific + rest), "max(I,up)"), 1e-11);
    }

    @Test
    void aFreeModelWithAPotentialHasNoAmplifier() {
        Findings findings = Loligo.run("""
                model Free { state { V = -60 [mV]  w = 0 }  V' = -V / 1 [ms]  w' = (V / 100 [mV] - w) / 2 [ms] }
                patch f : Free { }
                protocol p : voltage { rest = 0 [mV]  step on { for = 20 [ms]  level = 50 [mV] } }
                simulate run { under = p  until = 20 [ms]  measure = max(w, on) }
                """);
        assertEquals(0.5 * (1 - StrictMath.exp(-10)), value(findings, "max(w,on)"), 1e-8);
    }

    @Test
    void aCommandedPotentialIsNeverReset() {
        Findings findings = Loligo.run("""
                model Fire { membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -65 [mV] }  on spike { when = V > -50 [mV]  V = -70 [mV] } }
                patch f : Fire { }
                protocol p : voltage { step on { for = 5 [ms]  level = -20 [mV] } }
                simulate run { under = p  until = 5 [ms]  measure = min(V, on), max(I, on) }
                """);
        assertEquals(-20, value(findings, "min(V,on)"));
        assertEquals(0.1 * 45, value(findings, "max(I,on)"), 1e-12);
    }

    @Test
    void whereVBeginsMovesTheHoldingPotential() {
        Findings findings = Loligo.run(LEAK + """
                protocol p : voltage { step test { at = 5 [ms]  for = 1 [ms]  level = 0 [mV] } }
                simulate run { under = p  until = 5 [ms]  record = I }
                sweep hold { of = run  vary = V  over = -90, -54.387 [mV]  measure = mean(I) }
                """);
        Series series = findings.result("hold").series();
        assertTrue(series != null);
        assertArrayEquals(new double[] {0.3 * (-90 + 54.387), 0}, series.columns().getFirst().values(), 1e-12);
    }

    @Test
    void theExplanationSaysThatTheClampIsIdeal() {
        Experiment experiment = ExperimentReader.read(new Source("text", SQUID.formatted("0") + "simulate run { under = p  until = 10 [ms] }"), new Shelf(null), List.of());
        assertTrue(Explanation.of(experiment).contains("an ideal clamp: V follows the command exactly"));
    }

    /// V begins at Nernst's potential; without `rest` the clamp holds it there.
    @Test
    void itHoldsVWhereItsFormulaBegins() {
        Findings findings = Loligo.run("""
                model Glia { temperature = 37 [degC]  membrane { C = 1 [uF/cm^2]  V = K.E + 10 [mV] }  ion K { inside = 140 [mM]  outside = 5 [mM] }  channel K1 : K { g = 1 [mS/cm^2] } }
                patch cell : Glia { }
                protocol p : voltage { step test { at = 5 [ms]  for = 5 [ms]  level = 0 [mV] } }
                simulate run { under = p  until = 20 [ms]  measure = min(V), min(K1.I), max(K1.I, test) }
                """);
        assertEquals(-79.059, value(findings, "min(V)"), 5e-4); // E_K = -89.059 mV, as the science specification has it
        assertEquals(10, value(findings, "min(K1.I)"), 1e-11);
        assertEquals(89.059, value(findings, "max(K1.I,test)"), 5e-4);
    }
}
