package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loligo.feature.Feature;
import loligo.notation.Mistakes;
import loligo.notation.Source;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Thresholds through the whole chain. References for the squid axon (E_L = -54.387) and for Gokhale's cell: independent step-halved RK4 computations of the
/// project's science specification, whose last printed digit is the tolerance here.
class ThresholdTest {
    private static final String AXON = """
            use hodgkin-huxley-1952
            patch axon : HodgkinHuxley1952 { }
            protocol long : current { at = 100 [ms]  for = 100 [ms]  level = 1 [uA/cm^2] }
            protocol kick : current { at = 100 [ms]  for = 0.5 [ms]  level = 1 [uA/cm^2] }
            protocol pair : current {
              step first  { at = 100 [ms]  for = 0.5 [ms]  level = 40 [uA/cm^2] }
              step second { at = 110 [ms]  for = 0.5 [ms]  level = 20 [uA/cm^2] }
              step watch  { for = 20 [ms]  level = 0 [uA/cm^2] }
            }
            simulate steps { under = long  until = 200 [ms] }
            simulate kicks { under = kick  until = 150 [ms] }
            simulate pairs { under = pair  until = 160 [ms] }
            """;

    private static Findings run(String text, String study, boolean fast) {
        Experiment experiment = ExperimentReader.read(new Source("text", text), new Shelf(null), List.of());
        Study asked = experiment.studies().stream().filter(s -> s.name().equals(study)).findFirst().orElseThrow();
        return new Findings(experiment, List.of(new Laboratory(new Laboratory.Options(2, fast), Progress.NOBODY).perform(asked)));
    }

    private static double value(Feature feature) {
        Double value = feature.value();
        assertNotNull(value, feature::toString);
        return value;
    }

    private static double error(Feature feature) {
        Double error = feature.error();
        assertNotNull(error, feature::toString);
        return error;
    }

    private static Feature member(Result result, int k, String name) {
        return result.members().get(k).only(List.of(name)).features().getFirst();
    }

    @Test
    void rheobaseOfTheSquidAxon() {
        Feature found = run(AXON + "threshold r { of = steps  vary = long.level  over = 0 to 40 [uA/cm^2]  when = max(V) > 0 [mV] }", "r", false).feature("r", "threshold");
        assertEquals(2.24033, value(found), 1e-5);
        assertEquals("uA/cm^2", found.unit().symbol());
        Feature converged = run(AXON.replace("until = 200 [ms]", "until = 200 [ms]  tolerance = 1e-12") + "threshold r { of = steps  vary = long.level  over = 2 to 3 [uA/cm^2]  when = max(V) > 0 [mV]  within = 1e-11 [uA/cm^2] }", "r", true)
                .feature("r", "threshold");
        double off = Math.abs(value(found) - value(converged));
        assertTrue(off <= error(found), () -> off + " off, with a bar of " + error(found));
        assertTrue(error(found) < 1e-5, found::toString);
    }

    @Test
    void strengthAndDuration() {
        int[] at = {0, 2, 3, 6, 7};
        double[] references = {65.1274, 13.27512, 6.91893, 2.24036, 2.24033};
        double[] digits = {1e-4, 1e-5, 1e-5, 1e-5, 1e-5};
        Result result = run(AXON + "threshold s { of = kicks  vary = kick.level  over = 0 to 100 [uA/cm^2]  when = max(V) > 0 [mV]  along = kick.for  at = 0.1, 0.2, 0.5, 1, 2, 5, 10, 20 [ms] }", "s", false).result("s");
        for (int k = 0; k < references.length; k++) {
            assertEquals(references[k], value(member(result, at[k], "threshold")), digits[k]);
            assertTrue(error(member(result, at[k], "threshold")) < 1e-4);
        }
        assertEquals(List.of("rheobase_weiss", "chronaxie_weiss", "rheobase_lapicque", "chronaxie_lapicque"), result.features().stream().map(Feature::name).toList());
        Feature chronaxie = result.features().getLast();
        assertTrue(value(chronaxie) > 1 && value(chronaxie) < 5 && error(chronaxie) < 1e-3 && String.valueOf(chronaxie.note()).matches(DigitsTest.FITTED), chronaxie::toString);
        assertEquals(2, result instanceof Result.Curve curve ? curve.fits().size() : 0);
    }

    @Test
    void refractoryAndSupernormal() {
        double[] references = {3.178, 0.851, 1.014};
        Result result = run(AXON + "threshold r { of = pairs  vary = pair.second.level  over = 0 to 160 [uA/cm^2]  when = max(V, watch) > 0 [mV]  along = pair.second.at  at = 110, 118, 130 [ms] }", "r", true).result("r");
        for (int k = 0; k < references.length; k++) assertEquals(references[k], value(member(result, k, "ratio")), 1e-3);
        assertEquals(13.2751, value(result.features().getFirst()), 1e-4);
        assertEquals(List.of(10.0, 18.0, 30.0), result.series() == null ? List.of() : java.util.Arrays.stream(result.series().column("separation").values()).boxed().toList());
    }

    /// The potential alone is displaced; the gates begin where the axon rests.
    @Test
    void instantaneousDepolarisation() {
        double rest = -64.996379331;
        double m = steady(-(rest + 40) / 10 / StrictMath.expm1(-(rest + 40) / 10), 4 * StrictMath.exp(-(rest + 65) / 18));
        double h = steady(0.07 * StrictMath.exp(-(rest + 65) / 20), 1 / (1 + StrictMath.exp(-(rest + 35) / 10)));
        double n = steady(-0.1 * (rest + 55) / 10 / StrictMath.expm1(-(rest + 55) / 10), 0.125 * StrictMath.exp(-(rest + 65) / 80));
        String text = "use hodgkin-huxley-1952\npatch axon : HodgkinHuxley1952 { NaV.m = " + m + "  NaV.h = " + h + "  Kdr.n = " + n + " }\nsimulate run { until = 50 [ms] }\n"
                + "threshold t { of = run  vary = V.initial  over = -65 to -40 [mV]  when = max(V) > 0 [mV] }";
        assertEquals(6.50507, value(run(text, "t", true).feature("t", "threshold")) - rest, 1e-5);
    }

    private static double steady(double alpha, double beta) {
        return alpha / (alpha + beta);
    }

    @ParameterizedTest
    @CsvSource({"23, 56.96, 0.01", "35, 45.83, 0.01"})
    void gokhale(String celsius, double reference, double digit) {
        String model = loligo.model.Library.find("gokhale-2017-" + celsius).orElseThrow().text().lines().filter(l -> l.startsWith("model ")).findFirst().orElseThrow().substring(6).strip();
        String text = "use gokhale-2017-" + celsius + "\npatch cell : " + model + " { }\nprotocol kick : current { at = 500 [ms]  for = 1 [ms]  level = 1 [pA/pF] }\nsimulate run { under = kick  until = 560 [ms] }\n"
                + "threshold t { of = run  vary = kick.level  over = 0 to 100 [pA/pF]  when = max(V) > 0 [mV] }";
        assertEquals(reference, value(run(text, "t", true).feature("t", "threshold")), digit);
    }

    /// A range in which every kick is strong enough, and one in which none is.
    @Test
    void saysOnWhichSideItLies() {
        Feature below = run(AXON + "threshold t { of = kicks  vary = kick.level  over = 20 to 40 [uA/cm^2] }", "t", true).feature("t", "threshold");
        assertNull(below.value());
        assertEquals("spike_count >= 1 holds at all 16 values that were tried from 20 [uA/cm^2] to 40 [uA/cm^2]; a threshold would lie before 20 [uA/cm^2]", below.note());
        Feature beyond = run(AXON + "threshold t { of = kicks  vary = kick.level  over = 0 to 10 [uA/cm^2] }", "t", true).feature("t", "threshold");
        assertNull(beyond.value());
        assertTrue(String.valueOf(beyond.note()).endsWith("a threshold would lie beyond 10 [uA/cm^2]"), beyond::toString);
    }

    /// a (4 - a) is above 3 between 1 and 3.
    @Test
    void tellsOfAnAnswerThatIsNotMonotonic() {
        String text = "model Bump { state { x = 0 } input { a = 0 from 0 to 4 } x' = 1 [1/ms] * (a*(4 - a) - x) }\npatch p { }\nsimulate run { until = 60 [ms] }\n"
                + "threshold t { of = run  vary = a  over = 0 to 4  when = max(x) > 3 [1] }";
        Feature found = run(text, "t", false).feature("t", "threshold");
        assertEquals(1, value(found), 2e-8);
        assertEquals("the condition switches 2 times in the scan of the range; this is the first time that it begins to hold", found.note());
        assertTrue(Math.abs(value(found) - 1) <= error(found), found::toString);
    }

    @Test
    void numbersDoNotDependOnThreads() {
        Experiment experiment = ExperimentReader.read(new Source("text", AXON + "threshold t { of = kicks  vary = kick.level  over = 0 to 40 [uA/cm^2]  along = kick.for  at = 0.5, 1 [ms] }"), new Shelf(null), List.of());
        Study study = experiment.studies().getLast();
        assertEquals(ResultHash.of(new Laboratory(new Laboratory.Options(1, false), Progress.NOBODY).perform(study)), ResultHash.of(new Laboratory(new Laboratory.Options(3, false), Progress.NOBODY).perform(study)));
    }

    @Test
    void aCountIsDrawnInWordsAndWholeNumbers() {
        String drawn = Figures.of(run(AXON + "threshold t { of = kicks  vary = kick.level  over = 0 to 40 [uA/cm^2] }", "t", true)).getFirst().figure().svg();
        assertTrue(drawn.contains(">spike count<"), drawn);
        assertFalse(drawn.contains("spike_count<") || drawn.contains(">0.2<") || drawn.contains(">0.5<"), drawn);
    }

    @Test
    void anInterruptionKeepsWhatWasFinished() {
        Progress never = new Progress() {
            @Override
            public boolean interrupted() {
                return true;
            }

            @Override
            public void reached(String study, double fraction) {}
        };
        Study study = ExperimentReader.read(new Source("text", AXON + "threshold t { of = kicks  vary = kick.level  over = 0 to 40 [uA/cm^2] }"), new Shelf(null), List.of()).studies().getLast();
        Result result = new Laboratory(new Laboratory.Options(2, false), never).perform(study);
        assertTrue(result.outcome() instanceof Outcome.Stopped && result.members().isEmpty(), result::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "vary = kick.level  over = 0 to 40 [mV] | units do not agree",
        "vary = kick.level  over = 0 to 40 by 2 [uA/cm^2] | over is an interval here",
        "vary = kick.level  over = 4 to 4 [uA/cm^2] | over has no width",
        "vary = kick.level | a threshold lies in a range",
        "over = 0 to 40 [uA/cm^2] | a threshold varies something",
        "vary = kick.for  over = 0 to 1 [ms] | lasts 0 ms",
        "vary = kick.level  over = 0 to 40 [uA/cm^2]  when = max(V) > 0 | units do not agree",
        "vary = kick.level  over = 0 to 40 [uA/cm^2]  when = max(V) | when is one comparison with <, <=, > or >=",
        "vary = kick.level  over = 0 to 40 [uA/cm^2]  when = spike_count == 1 | when is one comparison with <, <=, > or >=",
        "vary = kick.level  over = 0 to 40 [uA/cm^2]  when = spike_cont >= 1 | no feature is called spike_cont",
        "vary = kick.level  over = 0 to 40 [uA/cm^2]  when = max(V) > V | the level is no number",
        "vary = kick.level  over = 0 to 40 [uA/cm^2]  within = 0 [uA/cm^2] | within must be more than zero",
        "vary = kick.level  over = 0 to 40 [uA/cm^2]  along = kick.for | along kick.for at which values?",
        "vary = kick.level  over = 0 to 40 [uA/cm^2]  at = 1, 2 [ms] | values of which number?",
        "vary = kick.level  over = 0 to 40 [uA/cm^2]  along = kick.level  at = 1, 2 [uA/cm^2] | kick.level is varied already"})
    void refuses(String body, String problem) {
        Mistakes mistakes = assertThrows(Mistakes.class, () -> run(AXON + "threshold t { of = kicks  " + body + " }", "t", true));
        assertTrue(mistakes.diagnostics().stream().anyMatch(d -> d.problem().contains(problem)), () -> mistakes.diagnostics().stream().map(d -> d.problem()).toList().toString());
    }
}
