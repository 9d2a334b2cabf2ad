package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Range;
import loligo.feature.Feature;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Bars of what no tolerance of a solver moves: equilibria, special points of diagrams in one and two numbers, chords. Every study of the examples that has them is performed three
/// times more with somewhat wider ranges, so that branches are begun elsewhere, stepped otherwise, and points come out of other meshes and other rounding: then the bars of the same
/// number have to meet. (That they also hold the exact value is seen in [ExactBarsTest] where exact values can be had.)
class MeetingBarsTest {
    private static final double[][] WIDER = {{0.013, 0.029}, {0.041, 0.007}, {0.002, 0.053}}; // of the range, below and above

    /// A number with its bar.
    private record Stated(String name, double value, double error) {}

    /// Numbers that belong to one point.
    ///
    /// @param at where it is, to know it again // [k]
    private record Point(String kind, double[] at, List<Stated> numbers) {
        private double from(Point other) {
            return IntStream.range(0, at.length).mapToDouble(i -> Math.abs(at[i] - other.at[i]) / (1e-9 + Math.abs(at[i]))).sum();
        }
    }

    @Test
    void ofEquilibriaAndDiagrams() throws Exception {
        judge(List.of("where-two-rests-meet", "how-firing-is-born", "where-it-rests", "conductance-and-voltage", "phase-plane"), 100);
    }

    @Test
    @Tag("slow")
    void ofEveryExample() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("examples/lecture"))) {
            judge(files.map(f -> f.getFileName().toString().replace(".loligo", "")).sorted().toList(), 250);
        }
    }

    private static void judge(List<String> examples, int least) throws Exception {
        List<String> wrong = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (String example : examples) {
            Path text = Path.of("examples/lecture", example + ".loligo");
            for (Study study : ExperimentReader.read(Shelf.read(text), new Shelf(text.toAbsolutePath().getParent()), List.of()).studies()) {
                if (study.run() == null) judge(example + " " + study.name(), study, wrong, ratios);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(ratios.size() > least, () -> ratios.size() + " numbers");
        List<Double> sorted = ratios.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "bars that meet: %d pairs; sum of both bars over distance: median %.1f, nine of ten below %.1f%n", sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 9 / 10));
    }

    private static void judge(String where, Study study, List<String> wrong, List<Double> ratios) {
        List<Point> stated = points(perform(study));
        for (double[] wider : WIDER) {
            List<Point> others = points(perform(wider(study, wider)));
            for (Point point : stated) {
                Optional<Point> other = others.stream().filter(o -> o.kind.equals(point.kind)).min(Comparator.comparingDouble(point::from));
                if (other.isEmpty()) wrong.add(where + ": no " + point.kind + " any more in the wider range");
                for (Stated number : point.numbers) {
                    other.flatMap(o -> o.numbers.stream().filter(n -> n.name.equals(number.name)).findFirst()).ifPresent(n -> judge(where + " " + point.kind, number, n, wrong, ratios));
                }
            }
        }
    }

    private static void judge(String where, Stated a, Stated b, List<String> wrong, List<Double> ratios) {
        double apart = Math.abs(a.value - b.value);
        double rounding = Math.ulp(a.value);
        if (!(apart <= a.error + b.error + rounding)) wrong.add(where + " " + a.name + ": " + a.value + " +- " + a.error + " and " + b.value + " +- " + b.error + " do not meet");
        ratios.add((a.error + b.error) / Math.max(apart, rounding));
    }

    private static Result perform(Study study) {
        return new Laboratory(new Laboratory.Options(2, false), Progress.NOBODY).perform(study);
    }

    private static List<Point> points(Result result) {
        return switch (result) {
            case Result.Standstills still -> still.found().stream().map(e -> new Point("equilibrium", e.state(), state(e))).toList();
            case Result.Plane plane -> Stream.concat(plane.found().stream().map(e -> new Point("equilibrium", e.state(), state(e))), plane.routes().stream().filter(r -> !r.features().isEmpty()).map(MeetingBarsTest::point)).toList();
            case Result.Diagram diagram -> diagram.points().stream().map(MeetingBarsTest::point).toList();
            case Result.PhaseDiagram map -> map.points().stream().map(MeetingBarsTest::point).toList();
            case Result.Curve curve when curve.study() instanceof Study.Chord -> curve.members().stream().map(m -> new Point("crossing", new double[] {value(m.features().getFirst())}, m.features().stream().filter(f -> f.value() != null).map(f -> new Stated(f.name(), value(f), error(f))).toList())).toList();
            default -> List.of();
        };
    }

    private static double value(Feature feature) {
        Double value = feature.value();
        return value == null ? Double.NaN : value;
    }

    private static double error(Feature feature) {
        Double error = feature.error();
        return error == null ? Double.NaN : error;
    }

    private static List<Stated> state(Equilibrium e) {
        return IntStream.range(0, e.state().length).mapToObj(i -> new Stated("state " + i, e.state()[i], e.error()[i])).toList();
    }

    private static Point point(Result.Route route) {
        List<Stated> numbers = route.features().stream().map(f -> new Stated(f.name(), value(f), error(f))).toList();
        return new Point(route.kind(), new double[] {numbers.getFirst().value()}, numbers);
    }

    private static Point point(Result.Landmark at) {
        List<Stated> numbers = new ArrayList<>();
        numbers.add(new Stated("at", at.at(), at.error()));
        for (Map.Entry<String, Double> entry : at.coefficients().entrySet()) {
            Double error = at.coefficients().get(entry.getKey() + "_error");
            if (error != null) numbers.add(new Stated(entry.getKey(), entry.getValue(), error));
        }
        return new Point(at.kind(), new double[] {at.at()}, numbers);
    }

    private static Point point(Result.Meeting at) {
        return new Point(at.kind(), at.at(), IntStream.range(0, 2).filter(i -> Double.isFinite(at.error()[i])).mapToObj(i -> new Stated("number " + i, at.at()[i], at.error()[i])).toList());
    }

    private static Study wider(Study study, double[] by) {
        return switch (study) {
            case Study.Equilibria s -> new Study.Equilibria(s.name(), s.on(), wider(s.over(), by));
            case Study.Continue s -> new Study.Continue(s.name(), s.on(), s.vary(), wider(s.over(), by), s.within(), s.cycles());
            case Study.PhaseDiagram s -> new Study.PhaseDiagram(s.name(), s.on(), wider(s.x(), by), wider(s.y(), by), s.within());
            case Study.Plane s -> new Study.Plane(s.name(), s.on(), new Study.Side(s.x().unknown(), wider(s.x().range(), by)), new Study.Side(s.y().unknown(), wider(s.y().range(), by)), s.held());
            case Study.Chord s -> new Study.Chord(s.name(), s.on(), wider(s.over(), by));
            default -> study;
        };
    }

    private static Study.Free wider(Study.Free free, double[] by) {
        return new Study.Free(free.vary(), wider(free.over(), by));
    }

    private static Range wider(Range range, double[] by) {
        return new Range(range.low() - by[0] * range.width(), range.high() + by[1] * range.width());
    }
}
