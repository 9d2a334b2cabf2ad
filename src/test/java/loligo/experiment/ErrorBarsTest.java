package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import loligo.feature.Feature;
import loligo.solver.Methods;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every reported error bar contains the converged value, and none is a hundred times too wide.
///
/// *Converged* is what the Rosenbrock pair says at a tolerance of 1e-13, whatever the study's own method; how far the automatic method, at the
/// same tolerance, is from that, plus 1e-12 of the value (ten times the tolerance), is the reference's own doubt.
///
/// *Too wide* can not be judged against the error of one number alone: an error passes through zero now and then, and a bar that were as small
/// by then would be small by luck. So a bar is held against the root mean square of the errors that the same number has in this run and in three more,
/// of 0.7, 0.85 and 1.15 times the tolerance or step (an accident does not happen four times), against the doubt of the reference, and against
/// the rounding of reading it, below which no bar may be.
class ErrorBarsTest {
    private static final double[] BESIDE = {0.7, 0.85, 1.15};
    private static final double TOO_WIDE = 100;

    /// What was seen: how many numbers there were, misses and wide ones in words, and bar over error of each number that has an error.
    private record Tally(List<String> texts, List<String> wrong, List<Double> ratios) {
        private Tally() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private String summary() {
            List<Double> sorted = ratios.stream().sorted().toList();
            return String.format(Locale.ROOT, "%d numbers of %d texts, %d of them wrong; bar over error: median %.1f, nine of ten below %.1f",
                    sorted.size(), texts.size(), wrong.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 9 / 10));
        }
    }

    private static List<Path> texts(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(f -> f.toString().endsWith(".loligo")).sorted().toList();
        }
    }

    @Test
    @Tag("slow")
    void everyBarOfEveryExampleContainsTheConvergedValue() throws Exception {
        Tally tally = new Tally();
        for (Path text : texts("examples")) judge(text, tally);
        for (Path text : texts("src/test/resources/error-bars")) judge(text, tally);
        assertTrue(tally.texts.size() > 14 && tally.ratios.size() > 1500, tally.summary());
        assertEquals(List.of(), tally.wrong, tally.summary());
        System.out.println("error bars: " + tally.summary());
    }

    @Test
    void theBarsOfBriefKicksContainTheConvergedValue() throws Exception {
        Tally tally = new Tally();
        judge(Path.of("src/test/resources/error-bars/squid-kicks.loligo"), tally);
        assertTrue(tally.ratios.size() > 150, tally.summary());
        assertEquals(List.of(), tally.wrong, tally.summary());
    }

    @Test
    void theBarsOfFiringCurvesContainTheConvergedValue() throws Exception {
        Tally tally = new Tally();
        judge(Path.of("src/test/resources/error-bars/firing-curves.loligo"), tally);
        assertTrue(tally.ratios.size() > 60, tally.summary());
        assertEquals(List.of(), tally.wrong, tally.summary());
    }

    @Test
    void theBarsOfAStrengthDurationCurveContainTheConvergedValue() throws Exception {
        Tally tally = new Tally();
        judge(Path.of("examples/lecture/strength-duration.loligo"), tally);
        assertTrue(tally.ratios.size() > 10, tally.summary());
        assertEquals(List.of(), tally.wrong, tally.summary());
    }

    @Test
    void withoutBarsTheValuesAreTheSame() throws Exception {
        Path text = Path.of("src/test/resources/error-bars/squid-kicks.loligo");
        for (Study study : read(text).studies()) {
            List<Feature> barred = features(study, false);
            List<Feature> bare = features(study, true);
            for (int i = 0; i < bare.size(); i++) {
                assertEquals(null, bare.get(i).error());
                if (barred.get(i).value() != null) assertEquals(barred.get(i).value(), bare.get(i).value());
            }
        }
    }

    private static Experiment read(Path text) throws Exception {
        return ExperimentReader.read(Shelf.read(text), new Shelf(text.toAbsolutePath().getParent()), List.of());
    }

    private static void judge(Path text, Tally tally) throws Exception {
        tally.texts.add(text.toString());
        for (Study study : read(text).studies()) judge(text + " " + study.name(), study, tally);
    }

    private static void judge(String where, Study study, Tally tally) {
        Study.Simulate run = study.run();
        if (run == null) return; // solves nothing in time: ExactBarsTest and MeetingBarsTest hold its bars
        List<Feature> stated = features(study, false);
        List<Feature> converged = features(by(study, new Study.Scheme(Methods.of("rodas5p"), 1e-13, Double.NaN)), true);
        List<Feature> control = features(by(study, new Study.Scheme(Methods.of("automatic"), 1e-13, Double.NaN)), true);
        List<List<Feature>> beside = new ArrayList<>();
        for (double factor : BESIDE) beside.add(features(by(study, scaled(run.scheme(), factor)), true));
        for (int i = 0; i < stated.size(); i++) {
            int k = i;
            judge(where, stated.get(i), converged.get(i), control.get(i), beside.stream().map(b -> b.get(k)).toList(), tally);
        }
    }

    private static void judge(String where, Feature stated, Feature converged, Feature control, List<Feature> beside, Tally tally) {
        if (stated.value() == null) return;
        Double truth = converged.value();
        Double check = control.value();
        Double bar = stated.error();
        if (truth == null || check == null || bar == null) {
            tally.wrong.add(where + ": " + stated + ", converged " + converged + ", " + control);
            return;
        }
        double doubt = Math.abs(truth - check) + 1e-12 * Math.abs(truth);
        double error = Math.abs(stated.value() - truth);
        if (error > bar + doubt) tally.wrong.add(where + ": a miss by " + error / bar + " bars: " + stated + ", converged " + truth);
        double squares = error * error;
        List<Double> others = beside.stream().map(Feature::value).filter(Objects::nonNull).toList();
        for (double other : others) squares += (other - truth) * (other - truth);
        double usual = Math.sqrt(squares / (1 + others.size()));
        double wide = bar / Math.max(Math.max(error, usual), Math.max(doubt, stated.rounding()));
        if (wide > TOO_WIDE) tally.wrong.add(where + ": a bar " + wide + " times too wide: " + stated + ", converged " + truth);
        tally.ratios.add(error > 0 ? bar / error : 1);
    }

    /// Of all members, in their order, and behind them those of the study as a whole.
    private static List<Feature> features(Study study, boolean fast) {
        Result result = new Laboratory(new Laboratory.Options(2, fast), Progress.NOBODY).perform(study);
        assertEquals(Outcome.Completed.class, result.outcome().getClass(), study.name() + ": " + result.outcome());
        Stream<Feature> whole = result.members().size() == 1 ? Stream.empty() : result.features().stream();
        return Stream.concat(result.members().stream().flatMap(m -> m.features().stream()), whole).toList();
    }

    /// The same study, solved otherwise.
    private static Study by(Study study, Study.Scheme scheme) {
        return switch (study) {
            case Study.Simulate s -> new Study.Simulate(s.name(), s.on(), s.under(), s.until(), s.after(), s.every(), s.record(), s.measures(), scheme);
            case Study.Clamp s -> new Study.Clamp(s.name(), s.word(), (Study.Simulate) by(s.run(), scheme), s.measure());
            case Study.Sweep s -> new Study.Sweep(s.name(), (Study.Simulate) by(s.of(), scheme), s.vary(), s.over(), s.measure());
            case Study.Ensemble s -> new Study.Ensemble(s.name(), (Study.Simulate) by(s.run(), scheme), s.cells(), s.measure());
            case Study.Threshold s -> new Study.Threshold(s.name(), (Study.Simulate) by(s.of(), scheme), s.vary(), s.from(), s.to(), s.when(), s.within(), s.along());
            case Study.Impedance s -> new Study.Impedance(s.name(), (Study.Simulate) by(s.run(), scheme), s.from(), s.to());
            case Study.Fi s -> new Study.Fi(s.name(), (Study.Simulate) by(s.run(), scheme), s.vary(), s.over(), s.within());
            case Study.Equilibria s -> s;
            case Study.Continue s -> s;
            case Study.PhaseDiagram s -> s;
            case Study.Plane s -> s;
            case Study.Basin s -> s;
            case Study.Chord s -> s;
        };
    }

    private static Study.Scheme scaled(Study.Scheme scheme, double factor) {
        return new Study.Scheme(scheme.method(), scheme.tolerance() * factor, scheme.step() * factor);
    }
}
