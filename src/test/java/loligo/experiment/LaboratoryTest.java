package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loligo.feature.Feature;
import loligo.notation.Source;
import loligo.quantity.Unit;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The laboratory keeps what it found, and finds the same whoever watches and however many hands it has.
class LaboratoryTest {
    private static final String SWEEP = """
            use hodgkin-huxley-1952
            patch axon : HodgkinHuxley1952 { }
            simulate run { until = 100 [ms] }
            sweep fi { of = run  vary = I  over = 0 to 20 by 1 [uA/cm^2]  measure = frequency, spike_count }
            """;

    @TempDir
    Path folder;

    private static Experiment read(String text) {
        return ExperimentReader.read(new Source("text", text), new Shelf(null), List.of());
    }

    private static Result sweep(Experiment experiment, int threads, Progress progress, Earlier earlier) {
        return new Laboratory(new Laboratory.Options(threads, false), progress, earlier).perform(experiment.study("fi"));
    }

    /// Interrupts when it has been asked so many times.
    private static Progress impatient(int questions) {
        AtomicInteger left = new AtomicInteger(questions);
        return new Progress() {
            @Override
            public boolean interrupted() {
                return left.decrementAndGet() < 0;
            }

            @Override
            public void reached(String study, double fraction) {}
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 20_000, 47_321})
    void anInterruptedSweepGoesOnToTheSameBits(int questions) throws IOException {
        Experiment experiment = read(SWEEP);
        Result undisturbed = sweep(experiment, 2, Progress.NOBODY, Earlier.NOTHING);
        Result part = sweep(experiment, 2, impatient(questions), Earlier.NOTHING);
        assertInstanceOf(Outcome.Stopped.class, part.outcome());
        assertTrue(part.members().size() < 21, part.members().size() + " members");
        assertEquals(undisturbed.members().subList(0, part.members().size()), part.members());
        Path out = folder.resolve("out");
        try (Output output = Output.begin(out)) {
            Report.write(new Findings(experiment, List.of(part)), output);
            output.commit();
        }
        Earlier earlier = Earlier.read(out, experiment);
        assertEquals(part.members().size(), earlier.members().getOrDefault("fi", List.of()).size());
        assertEquals(ResultHash.of(undisturbed), ResultHash.of(sweep(experiment, 2, Progress.NOBODY, earlier)));
    }

    /// A study that never began is told as stopped, without a time.
    @Test
    void whatNeverBeganIsToldAsStopped() {
        Experiment experiment = read(SWEEP);
        Laboratory laboratory = new Laboratory(new Laboratory.Options(2, false), impatient(0), Earlier.NOTHING);
        List<Result> results = experiment.studies().stream().map(laboratory::perform).toList();
        StringWriter json = new StringWriter();
        ResultJson.write(new Findings(experiment, results), json);
        JsonNode studies = new ObjectMapper().readTree(json.toString()).get("studies");
        for (String name : List.of("run", "fi")) {
            JsonNode outcome = studies.get(name).get("outcome");
            assertEquals("stopped", outcome.get("kind").asString());
            assertEquals("interrupted", outcome.get("reason").asString());
            assertEquals("stopped on request before any of its runs ended", outcome.get("message").asString());
            assertFalse(outcome.has("time"));
        }
    }

    /// A single run that is interrupted keeps its numbers; those that nothing finer confirms say so.
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 200, 400, 800, 1600})
    void aNumberWithoutErrorSaysWhy(int questions) {
        Study run = read(SWEEP.replace("HodgkinHuxley1952 { }", "HodgkinHuxley1952 { I = 10 [uA/cm^2] }")).study("run");
        Result result = new Laboratory(new Laboratory.Options(1, false), impatient(questions), Earlier.NOTHING).perform(run);
        for (Feature f : result.features()) {
            assertTrue(f.value() == null || (f.error() == null && String.valueOf(f.note()).endsWith("no error: interrupted before two finer solutions were finished")), f.toString());
        }
        List<Feature> fast = new Laboratory(new Laboratory.Options(1, true), Progress.NOBODY, Earlier.NOTHING).perform(run).features();
        assertTrue(fast.stream().noneMatch(f -> String.valueOf(f.note()).contains("no error")), fast.toString());
    }

    /// What a run tells is read before anything finer is solved, and of a finer run that was interrupted nothing is copied, so that an interruption waits for neither (else a fifth, and a twentieth, of all time would come after).
    @Test
    void anInterruptionEndsALongRunAtOnce() {
        Study run = read(SWEEP.replace("HodgkinHuxley1952 { }", "HodgkinHuxley1952 { I = 10 [uA/cm^2] }").replace("100 [ms]", "20000 [ms]")).study("run");
        double least = 1;
        for (int trial = 0; trial < 3; trial++) {
            long begun = System.nanoTime();
            AtomicLong stopped = new AtomicLong();
            Progress late = new Progress() {
                @Override
                public boolean interrupted() {
                    return stopped.get() != 0;
                }

                @Override
                public void reached(String study, double fraction) {
                    if (fraction > 0.9) stopped.compareAndSet(0, System.nanoTime());
                }
            };
            Result result = new Laboratory(new Laboratory.Options(1, false), late).perform(run);
            long ended = System.nanoTime();
            assertTrue(stopped.get() != 0 && result.features().stream().allMatch(f -> f.error() == null));
            least = Math.min(least, (ended - stopped.get()) / (double) (ended - begun));
        }
        assertTrue(least < 0.03, "a share of " + least + " after the interruption");
    }

    /// Of many searches an interruption keeps those that ended, and has no time of its own.
    @Test
    void anInterruptedSearchHasNoTime() {
        Experiment experiment = read(SWEEP + "threshold onset { of = run  vary = I  over = 0 to 20 [uA/cm^2]  when = spike_count >= 2 }");
        Result result = new Laboratory(new Laboratory.Options(1, false), impatient(300), Earlier.NOTHING).perform(experiment.study("onset"));
        Outcome.Stopped stopped = assertInstanceOf(Outcome.Stopped.class, result.outcome());
        assertTrue(Double.isNaN(stopped.time()), stopped.toString());
    }

    @Test
    void anotherTextDoesNotGoOn() throws IOException {
        Experiment experiment = read(SWEEP);
        try (Output output = Output.begin(folder.resolve("out"))) {
            Report.write(new Findings(experiment, List.of(sweep(experiment, 2, Progress.NOBODY, Earlier.NOTHING))), output);
            output.commit();
        }
        assertEquals(Earlier.NOTHING, Earlier.read(folder.resolve("out"), read(SWEEP.replace("100 [ms]", "101 [ms]"))));
    }

    /// Whatever happened to the file of an earlier run, it is used only where it says what that run found.
    @Test
    void aDamagedEarlierResultIsNoResult() throws IOException {
        Experiment experiment = read(SWEEP.replace("20 by 1", "8 by 4").replace("100 [ms]", "20 [ms]"));
        Path out = folder.resolve("out");
        try (Output output = Output.begin(out)) {
            Report.write(new Findings(experiment, List.of(sweep(experiment, 2, Progress.NOBODY, Earlier.NOTHING))), output);
            output.commit();
        }
        Path file = out.resolve(Output.MARK);
        String whole = Files.readString(file);
        assertEquals(3, kept(out, experiment));
        for (int length = 0; length < whole.stripTrailing().length(); length += 7) assertEquals(0, keptOf(whole.substring(0, length), out, experiment), "cut to " + length);
        String first = whole.substring(whole.indexOf("\"members\""));
        for (String edit : List.of("\"value\" : 8.0>\"value\" : 9.0", "\"set\">\"gone\"", "\"unit\" : \"Hz\">\"unit\" : \"1/ms\"", "\"unit\" : \"uA/cm^2\">\"unit\" : \"mA/cm^2\"",
                "\"error\" : 0>\"error\" : 1", "\"value\" : 0>\"value\" : 1", "\"value\" : 0>\"value\" : 1e999", "\"value\" : 0>\"value\" : \"0\"", "\"spike_count\">\"spikes\"",
                "\"note\" : \">\"note\" : \"not ", "\"note\">\"remark\"", "\"members\" : [>\"members\" : [ 3,", "\"features\" : {>\"features\" : [], \"more\" : {")) {
            String from = edit.substring(0, edit.indexOf('>'));
            assertTrue(first.contains(from), edit + " in " + first);
            String edited = whole.replace(first, first.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(edit.substring(from.length() + 1))));
            assertEquals(0, keptOf(edited, out, experiment), edit);
        }
        Files.write(file, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        assertEquals(0, kept(out, experiment));
        assertEquals(3, keptOf(whole, out, experiment));
    }

    private static int keptOf(String text, Path out, Experiment experiment) throws IOException {
        Files.writeString(out.resolve(Output.MARK), text);
        return kept(out, experiment);
    }

    private static int kept(Path out, Experiment experiment) throws IOException {
        return Earlier.read(out, experiment).members().getOrDefault("fi", List.of()).size();
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        Experiment experiment = read(SWEEP);
        String one = ResultHash.of(sweep(experiment, 1, Progress.NOBODY, Earlier.NOTHING));
        assertEquals(one, ResultHash.of(sweep(experiment, 3, Progress.NOBODY, Earlier.NOTHING)));
    }

    /// A number has its unit also where it is missing: that of a resistance by the current that the membrane takes.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -70 [mV] } | kOhm*cm^2
            membrane { C = 100 [pF]  V = -70 [mV] }     channel leak { g = 10 [nS]        E = -70 [mV] } | MOhm
            """)
    void aMissingResistanceHasItsUnit(String model, String unit) {
        Findings findings = Loligo.run("model Leak { " + model + " } patch p : Leak { } simulate run { until = 5 [ms] }"
                + " threshold none { of = run  vary = leak.E  over = -80 to -60 [mV]  when = input_resistance > 1 [" + unit + "] }");
        Feature missing = findings.feature("run", "input_resistance");
        assertEquals(null, missing.value());
        assertEquals(Unit.parse(unit), missing.unit());
        assertTrue(String.valueOf(findings.feature("none", "threshold").note()).contains("does not hold"));
    }

    @Test
    void whatBlowsUpIsTold() {
        Findings findings = Loligo.run("""
                model Runaway { state { x = 1 }  x' = x^2 / 1 [ms] }
                patch p : Runaway { }
                simulate run { until = 5 [ms] }
                """);
        Outcome.NotFinite lost = assertInstanceOf(Outcome.NotFinite.class, findings.result("run").outcome());
        assertEquals(1, lost.time(), 1e-6); // x = 1/(1 - t)
        assertEquals("x", findings.result("run").variable(lost.component()));
    }

    /// The page says of its errors what is true of its studies.
    @ParameterizedTest
    @CsvSource({"run, false, solved twice more", "run, true, solved once", "stills, false, rounding may have left it"})
    void thePageSaysWhereErrorsComeFrom(String study, boolean fast, String sentence) {
        Experiment experiment = read(SWEEP.replace("100 [ms]", "5 [ms]") + "equilibria stills { on = axon }");
        Result result = new Laboratory(new Laboratory.Options(1, fast), Progress.NOBODY).perform(experiment.study(study));
        String page = ReportPage.html(new Findings(experiment, List.of(result)), List.of());
        for (String other : List.of("solved twice more", "solved once", "rounding may have left it")) assertEquals(other.equals(sentence), page.contains(other), other);
    }

    @Test
    void aNumberOfTheModelFollowsAWaveform() {
        Feature peak = Loligo.run("""
                use hodgkin-huxley-1952
                patch p : HodgkinHuxley1952 { }
                protocol open : set { of = leak.E  step up { at = 1 [ms]  for = 30 [ms]  level = -30 [mV] } }
                simulate run { under = open  until = 30 [ms] }
                """).feature("run", "spike_count");
        assertTrue(peak.value() != null && peak.value() >= 1);
    }
}
