package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loligo.feature.Feature;
import loligo.notation.Mistakes;
import loligo.notation.Source;
import org.junit.jupiter.api.Test;

/// `clamp` and `iv` through the whole chain. References: closed forms, and independent step-halved RK4 computations of the project's science
/// specification for the squid.
class ClampTest {
    /// A persistent channel that opens by a Boltzmann curve, half at -20 mV, and passes 2 mS/cm^2 around 60 mV.
    private static final String PERSISTENT = """
            model Persistent { membrane { C = 1 [uF/cm^2]  V = -80 [mV] }  channel NaP { g = 2 [mS/cm^2]  E = 60 [mV]  gate m { V_half = -20 [mV]  slope = 7 [mV]  tau = 0.5 [ms] } } }
            patch cell : Persistent { }
            """;
    /// An open channel that inactivates by a Boltzmann curve, half at -60 mV, with 5 ms everywhere.
    private static final String INACTIVATING = """
            model Inactivating { membrane { C = 1 [uF/cm^2]  V = -120 [mV] }  channel Na { g = 1 [mS/cm^2]  E = 60 [mV]  gate h { V_half = -60 [mV]  slope = -6 [mV]  tau = 5 [ms] } } }
            patch cell : Inactivating { }
            """;
    private static final String SQUID = "use hodgkin-huxley-1952\npatch axon : HodgkinHuxley1952 { }\n";

    /// That the number is there, is right to its own error, and that this error is small enough to say something.
    private static void close(double expected, Findings findings, String study, String name, double most) {
        Feature feature = findings.feature(study, name);
        Double value = feature.value();
        Double error = feature.error();
        assertTrue(value != null && error != null, () -> name + ": " + feature.note());
        assertTrue(error <= most, () -> name + " has the error " + error);
        assertEquals(expected, value, error, name);
    }

    @Test
    void activationOfAPersistentChannel() {
        Findings findings = Loligo.run(PERSISTENT + "iv act { measure = steady(NaP.I)  over = -80 to 80 by 5 [mV]  rest = -80 [mV]  for = 50 [ms] }");
        close(60, findings, "act", "reversal", 1e-3);
        close(-20, findings, "act", "V_half", 1e-3);
        close(7, findings, "act", "slope", 1e-3);
        close(2, findings, "act", "g_max", 1e-3);
        double open = 1 / (1 + StrictMath.exp(-80 / 7.0));
        close(2 * open, findings, "act", "slope_conductance", 1e-3);
        for (String name : List.of("V_half", "slope", "g_max")) assertTrue(String.valueOf(findings.feature("act", name).note()).matches(DigitsTest.FITTED), findings.feature("act", name)::toString);
        Result.Member first = findings.result("act").members().getFirst();
        assertEquals("V", first.set().getFirst().name());
        assertEquals("steady(NaP.I)", first.features().getFirst().name());
    }

    /// The conductance itself needs no driving force to be divided by, nor does the gate: the same curve three times. Where the step starts both are what they were before.
    @Test
    void activationOfAConductanceAndOfAGate() {
        Findings findings = Loligo.run(PERSISTENT + """
                iv conductance { measure = steady(NaP.conductance)  over = -80 to 80 by 5 [mV]  rest = -80 [mV]  for = 50 [ms] }
                iv formula { measure = end(NaP.g * NaP.m)  over = -80 to 80 by 5 [mV]  rest = -80 [mV]  for = 50 [ms] }
                iv gate { measure = steady(NaP.m), start(NaP.m)  over = -80 to 80 by 5 [mV]  rest = -80 [mV]  for = 50 [ms] }
                """);
        for (String study : List.of("conductance", "formula")) {
            close(-20, findings, study, "V_half", 1e-5);
            close(7, findings, study, "slope", 1e-5);
            close(2, findings, study, "g_max", 1e-5);
        }
        close(-20, findings, "gate", "V_half(steady(NaP.m))", 1e-5);
        close(7, findings, "gate", "slope(steady(NaP.m))", 1e-5);
        assertEquals(List.of("V_half(steady(NaP.m))", "slope(steady(NaP.m))"), findings.result("gate").features().stream().map(Feature::name).toList());
    }

    /// Behind the opening step every tail begins with the conductance that was open, so that the currents there lie on a line through E_K = -77 mV (Hodgkin & Huxley 1952).
    @Test
    void tailCurrentsReverseWhereThePotassiumDoes() {
        Findings findings = Loligo.run(SQUID + """
                protocol tails : voltage { rest = -65 [mV]  step open { at = 1 [ms]  for = 20 [ms]  level = 40 [mV] }  step tail { for = 10 [ms]  level = -120 to -50 by 10 [mV] } }
                clamp k { under = tails  measure = start(Kdr.I, tail), peak(Kdr.I, tail), end(Kdr.n, open) }
                """);
        Double opened = findings.result("k").members().getFirst().features().getLast().value();
        assertTrue(opened != null && opened > 0.8);
        close(-77, findings, "k", "reversal(start(Kdr.I,tail))", 1e-5);
        close(36 * StrictMath.pow(opened, 4), findings, "k", "slope_conductance(start(Kdr.I,tail))", 1e-3);
        for (String name : List.of("V_half", "slope", "g_max")) {
            assertEquals("a current where a step starts flows through what was open before; for an activation curve vary the step before it, and measure where one to a fixed potential starts",
                    findings.feature("k", name + "(start(Kdr.I,tail))").note());
            assertTrue(String.valueOf(findings.feature("k", name + "(peak(Kdr.I,tail))").note()).startsWith("these are tails, largest where the phase starts, and peak is the value farthest from there;"));
        }
        assertNull(findings.feature("k", "reversal(peak(Kdr.I,tail))").value());
        assertEquals(3, findings.result("k").members().getFirst().features().size(), "what tells tails is not among the results");
    }

    /// At one potential the driving force is the same, so that the currents where the tails start are as the channels that the step before has opened.
    @Test
    void activationByTheStartsOfTails() {
        Findings findings = Loligo.run(PERSISTENT + """
                protocol steps : voltage { rest = -80 [mV]  step open { at = 1 [ms]  for = 20 [ms]  level = -80 to 40 by 5 [mV] }  step tail { for = 5 [ms]  level = -100 [mV] } }
                clamp act { under = steps  measure = start(NaP.I, tail) }
                clamp late { under = steps  measure = peak(NaP.I, tail) }
                """);
        close(-20, findings, "act", "V_half", 1e-3);
        close(7, findings, "act", "slope", 1e-3);
        for (String name : List.of("V_half", "slope")) {
            assertEquals("these are tails, largest where the phase starts, and peak is the value farthest from there; measure them by start(I, PHASE)", findings.feature("late", name).note());
        }
    }

    /// The current through what a prepulse to -30 mV leaves open decays farther from where it starts than it rises: its peak is not what one means, says so, and is not fitted.
    @Test
    void aPeakThatIsNotTheLargest() {
        Findings findings = Loligo.run(SQUID + """
                protocol i : voltage { rest = -90 [mV]  step pre { at = 5 [ms]  for = 100 [ms]  level = -120 to -30 by 10 [mV] }  step test { for = 10 [ms]  level = 0 [mV] } }
                clamp peaks { under = i  measure = peak(NaV.I, test) }
                clamp lows { under = i  measure = min(NaV.I, test) }
                """);
        Feature last = findings.result("peaks").members().getLast().features().getFirst();
        assertEquals("farthest from where test starts, but min(NaV.I,test) is larger", last.note());
        assertNull(findings.result("peaks").members().getFirst().features().getFirst().note());
        assertTrue(String.valueOf(findings.feature("peaks", "V_half").note()).endsWith("; without 1 point whose peak is not the largest current of its step"));
        Double peaks = findings.feature("peaks", "V_half").value(), lows = findings.feature("lows", "V_half").value();
        assertTrue(peaks != null && lows != null);
        assertEquals(lows, peaks, 0.1);
    }

    @Test
    void sodiumAndPotassiumCurrentsOfTheSquid() {
        Findings findings = Loligo.run(SQUID + """
                protocol steps : voltage { rest = -65 [mV]  step test { at = 1 [ms]  for = 10 [ms]  level = -100 to 80 by 10 [mV] } }
                clamp act { under = steps  measure = peak(NaV.I, test), steady(Kdr.I, test) }
                """);
        close(50, findings, "act", "reversal(peak(NaV.I,test))", 1e-3);
        close(-77, findings, "act", "reversal(steady(Kdr.I,test))", 6); // 10 mV apart where the conductance is small and bends: its error says so
        Result result = findings.result("act");
        Result.Member zero = result.members().stream().filter(m -> m.set().getFirst().value() == 0).findFirst().orElseThrow();
        assertEquals("steps.test.level", zero.set().getFirst().name());
        Double peak = zero.features().getFirst().value();
        assertTrue(peak != null);
        assertEquals(-1456.838, peak, 6e-4);
        Result.Curve curve = assertInstanceOf(Result.Curve.class, result);
        assertTrue(curve.series() != null && curve.traces() != null);
        assertEquals(List.of("peak(NaV.I,test)", "steady(Kdr.I,test)", "activation(peak(NaV.I,test))", "activation(steady(Kdr.I,test))"), curve.series().columns().stream().map(Series.Column::name).toList());
        assertEquals(List.of("V", "I", "NaV.I", "Kdr.I"), curve.traces().study().record().stream().map(Study.Recorded::name).toList());
        assertEquals(12.1, curve.traces().study().until(), 1e-12);
        assertEquals(List.of("act-1", "act-2"), Figures.of(findings).stream().map(Figures.Drawn::name).toList());
        assertEquals(List.of("current", "activation", "residual"), Figures.of(findings).getLast().figure().panels().stream().map(p -> p.y().label()).toList());
    }

    /// A plot shows what was recorded, or what was measured over what varies.
    @Test
    void plotsOfAClampChooseTracesOrCurves() {
        Findings findings = Loligo.run("""
                use hodgkin-huxley-1952
                patch axon : HodgkinHuxley1952 { }
                protocol steps : voltage { rest = -80 [mV]  step test { at = 1 [ms]  for = 10 [ms]  level = -20 to 60 by 20 [mV] } }
                clamp iv { under = steps  measure = peak(NaV.I, test), steady(Kdr.I, test) }
                plot iv { y = steady(Kdr.I, test)  x = steps.test.level }
                plot iv { y = Kdr.I }
                """);
        assertEquals(List.of("steady(Kdr.I,test)", "Kdr.I"), Figures.of(findings).stream().map(d -> d.figure().panels().getFirst().y().label()).toList());
    }

    @Test
    void availabilityAfterAPrepulse() {
        Findings findings = Loligo.run(INACTIVATING + """
                protocol p : voltage { rest = -120 [mV]  step prepulse { for = 200 [ms]  level = -120 to 0 by 10 [mV] }  step test { for = 2 [ms]  level = 0 [mV] } }
                clamp inactivation { under = p  measure = max(Na.h, test) }
                """);
        close(-60, findings, "inactivation", "V_half", 0.05);
        close(6, findings, "inactivation", "slope", 0.05);
    }

    /// Availability and recovery are usually drawn as fractions, with what their fits leave; the columns as measured stay.
    @Test
    void fractionsAreDrawnInPlaceOfWhatWasMeasured() {
        Findings findings = Loligo.run(INACTIVATING + """
                protocol p : voltage { rest = -120 [mV]  step prepulse { for = 200 [ms]  level = -120 to 0 by 10 [mV] }  step test { for = 2 [ms]  level = 0 [mV] } }
                protocol q : voltage { rest = -120 [mV]  step first { for = 50 [ms]  level = 0 [mV] }  step second { at = 51, 52, 55, 60, 70, 90 [ms]  for = 2 [ms]  level = 0 [mV] } }
                clamp h { under = p  measure = start(Na.I, test) }
                clamp back { under = q  measure = start(Na.I, second) }
                """);
        fraction(findings.result("h"), "availability", "start(Na.I,test)", 1, 0);
        fraction(findings.result("back"), "recovery", "start(Na.I,second)", 1 - StrictMath.exp(-0.2), 1 - StrictMath.exp(-8));
    }

    private static void fraction(Result result, String name, String measured, double first, double last) {
        Result.Curve curve = assertInstanceOf(Result.Curve.class, result);
        double[] shares = curve.series() == null ? new double[0] : curve.series().column(name).values();
        assertEquals(first, shares[0], 2e-3);
        assertEquals(last, shares[shares.length - 1], 2e-3);
        assertEquals(List.of(name), CurveFigure.columns(curve));
        assertTrue(curve.series() != null && curve.series().has(measured));
    }

    @Test
    void recoveryFollowsTheTimeBetweenTwoSteps() {
        Findings findings = Loligo.run(INACTIVATING + """
                protocol p : voltage { rest = -120 [mV]  step inactivate { for = 50 [ms]  level = 0 [mV] }  step gap { for = 1, 2, 4, 8, 16, 32 [ms]  level = -120 [mV] }  step test { for = 2 [ms]  level = 0 [mV] } }
                clamp recovery { under = p  measure = max(Na.h, test) }
                """);
        close(5, findings, "recovery", "time_constant", 1e-4);
    }

    @Test
    void noReversalNoConductance() {
        Findings findings = Loligo.run(PERSISTENT + "iv low { measure = steady(NaP.I)  over = -80 to 0 by 10 [mV]  for = 20 [ms] }");
        Feature reversal = findings.feature("low", "reversal");
        assertNull(reversal.value());
        assertEquals("the current does not turn from inward to outward between these potentials", reversal.note());
        assertEquals("no reversal potential to count the driving force from", findings.feature("low", "V_half").note());
    }

    @Test
    void twoFamiliesHaveMembersOnly() {
        Findings findings = Loligo.run(PERSISTENT + """
                protocol p : voltage { rest = -80 [mV]  step test { for = 10, 20 [ms]  level = -40 to 0 by 20 [mV] } }
                clamp both { under = p  measure = steady(NaP.I, test) }
                """);
        assertEquals(6, findings.result("both").members().size());
        assertTrue(findings.result("both").features().isEmpty());
        assertFalse(Figures.of(findings).isEmpty());
    }

    @Test
    void aSingleStepHasTheFeaturesOfItsRun() {
        Findings findings = Loligo.run(PERSISTENT + """
                protocol p : voltage { rest = -80 [mV]  step test { for = 50 [ms]  level = -20 [mV] } }
                clamp one { under = p  measure = steady(NaP.I, test) }
                """);
        close(-80, findings, "one", "steady(NaP.I,test)", 1e-5);
    }

    @Test
    void mistakesSayWhatToWrite() {
        assertMistake("clamp act { measure = peak(NaP.I, test) }", "clamp under which voltage protocol?");
        assertMistake("iv act { measure = peak(NaP.I)  for = 20 [ms] }", "an iv goes over potentials");
        assertMistake("iv act { measure = peak(NaP.I)  over = -80 to 0 by 5 [mV] }", "an iv steps for how long?");
        assertMistake("iv act { over = -80 to 0 by 5 [mV]  for = 20 [ms] }", "an iv measures something");
        assertMistake("iv act { measure = peak(NaP.I)  over = 1 to 5 by 1 [ms]  for = 20 [ms] }", "units do not agree");
    }

    @Test
    void theExplanationTellsWhatIsMeasured() {
        Experiment experiment = ExperimentReader.read(new Source("text", PERSISTENT + "iv act { measure = peak(NaP.I)  over = -80 to 0 by 5 [mV]  for = 20 [ms] }"), new Shelf(null), List.of());
        assertTrue(Explanation.of(experiment).contains("iv act on cell under act, 0 to 24 ms\n  17 runs"));
    }

    private static void assertMistake(String study, String expected) {
        Mistakes mistakes = assertThrows(Mistakes.class, () -> Loligo.run(PERSISTENT + study));
        assertTrue(String.valueOf(mistakes.getMessage()).contains(expected), () -> "" + mistakes.getMessage());
    }

    /// The largest of a current is kinked where it reverses: no polynomial tells where that is.
    @Test
    void anExtremeHasNoReversal() {
        Findings findings = Loligo.run("""
            use hodgkin-huxley-1952
            patch s : HodgkinHuxley1952
            protocol p : voltage { rest = -65 [mV]  step open { for = 10 [ms]  level = 20 [mV] }  step tail { for = 10 [ms]  level = -110 to -40 by 10 [mV] } }
            clamp c { on = s  under = p  measure = max(Kdr.I, tail), steady(Kdr.I, tail) }
            """);
        assertEquals(List.of(), findings.result("c").features().stream().map(f -> f.name()).filter(n -> n.endsWith("(max(Kdr.I,tail))")).toList());
        assertEquals(1, findings.result("c").features().stream().filter(f -> f.name().equals("reversal(steady(Kdr.I,tail))")).count());
    }
}
