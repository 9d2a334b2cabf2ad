package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loligo.notation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Families and sweeps by fixed steps are made in lanes and in threads by themselves; nobody can tell from the numbers.
class LanesInStudiesTest {
    private static final String TEXT = """
            use hodgkin-huxley-1952
            patch axon : HodgkinHuxley1952 { }
            protocol steps : current { at = 20 [ms]  for = 150 [ms]  level = -4 to 20 by 2 [uA/cm^2] }
            simulate family { on = axon  under = steps  until = 200 [ms]  method = rk4  step = 0.008 [ms]  every = 1 [ms]  record = V, NaV.I, NaV.m }
            sweep conductances { of = single  vary = NaV.g  over = 90 to 150 by 4 [mS/cm^2]  measure = spike_count, peak, rest, threshold, mean }
            protocol kick : current { at = 20 [ms]  for = 1 [ms]  level = 30 [uA/cm^2] }
            simulate single { on = axon  under = kick  until = 200 [ms]  method = rush_larsen2  step = 0.01 [ms]  every = 1 [ms] }
            """;

    private static final Result FAMILY = perform(experiment(), "family", 2);
    private static final Result SWEEP = perform(experiment(), "conductances", 2);

    @TempDir
    Path folder;

    private static Experiment experiment(String... settings) {
        return ExperimentReader.read(new Source("text", TEXT), new Shelf(null), List.of(settings));
    }

    private static Result perform(Experiment experiment, String name, int threads) {
        Study study = experiment.studies().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
        return new Laboratory(new Laboratory.Options(threads, false), Progress.NOBODY).perform(study);
    }

    /// So that these tests are about what they say.
    @Test
    void theyDoStepTogether() {
        Study.Simulate family = (Study.Simulate) experiment().studies().getFirst();
        Bench bench = new Bench(family);
        List<Bench.Job> jobs = new ArrayList<>();
        for (long k = 0; k < Targets.count(family.under()); k++) jobs.add(new Bench.Job(List.of(), bench.numbers(), Targets.members(family.under(), k, bench.equations(), bench.numbers().inputs())));
        Formation formation = Formation.of(bench, jobs, 0.008, 0.002, 7, 2);
        assertNotNull(formation.unison());
        assertEquals(List.of(8, 5), formation.bunches().stream().map(List::size).toList());
        assertEquals(13, Formation.of(bench, jobs, 1, 0.25, 7, 2).bunches().size(), "too little work is not worth being compiled");
    }

    @Test
    void theSameOnAnyNumberOfThreads() {
        for (int threads : new int[] {1, 3}) assertEquals(ResultHash.of(FAMILY), ResultHash.of(perform(experiment(), "family", threads)), threads + " threads");
    }

    @Test
    void eachMemberIsTheRunThatItIsAlone() {
        List<Result.Member> family = FAMILY.members();
        List<Result.Member> sweep = SWEEP.members();
        for (int k : new int[] {0, 7, 12}) {
            Result alone = perform(experiment("steps.level=" + (-4 + 2 * k) + " [uA/cm^2]"), "family", 2);
            assertEquals(alone.members().getFirst().features(), family.get(k).features(), "level " + k);
        }
        for (int k : new int[] {0, 15}) {
            Result alone = perform(experiment("axon.NaV.g=" + (90 + 4 * k) + " [mS/cm^2]"), "single", 2);
            assertEquals(alone.members().getFirst().only(List.of("spike_count", "peak", "rest", "threshold", "mean")).features(), sweep.get(k).features(), "conductance " + k);
        }
    }

    /// In a process where nothing was said about vectors: it loads them itself, and says nothing either; and where they are forbidden.
    @Test
    void theSameWithVectorsAndWithout() throws Exception {
        Path text = Files.writeString(folder.resolve("text.loligo"), "experiment \"x\"\n" + TEXT);
        for (String lanes : List.of("on", "off")) {
            ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-Xlog:disable", "-Xlog:all=off", "--add-exports", "java.base/jdk.internal.module=ALL-UNNAMED",
                    "-cp", System.getProperty("java.class.path"), "loligo.cli.Main", "run", text.toString(), "--study", "conductances", "--out", folder.resolve("out-" + lanes).toString());
            builder.environment().put("LOLIGO_LANES", lanes);
            Path said = folder.resolve("said-" + lanes);
            Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(said.toFile()).start();
            assertEquals(0, process.waitFor(), Files.readString(said));
            assertTrue(Files.readString(said, StandardCharsets.UTF_8).lines().noneMatch(line -> line.contains("WARNING")), Files.readString(said));
            Matcher hash = Pattern.compile("\"resultHash\"\\s*:\\s*\"([^\"]*)\"").matcher(Files.readString(folder.resolve("out-" + lanes + "/result.json")));
            assertTrue(hash.find());
            assertEquals(ResultHash.of(SWEEP), hash.group(1), "lanes " + lanes);
        }
    }
}
