package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.figure.Tone;
import loligo.model.Equations;
import loligo.quantity.Unit;

/// Draws a diagram as textbooks do: equilibria, and the lowest and highest value of cycles, against the number that varies; solid where stable, dashed where
/// not. Below it the frequency of the cycles.
final class DiagramFigure {
    private static final double LOWER_SHARE = 0.45;
    private static final int STILL = 0; // tones
    private static final int MOVING = 1;

    private final Result.Diagram result;
    private final Equations.State first;
    private final Study.Varied vary;

    private DiagramFigure(Result.Diagram result) {
        this.result = result;
        this.first = result.study().on().equations().states().getFirst();
        this.vary = result.study().vary();
    }

    static List<String> columns(Result.Diagram result) {
        return List.of(result.study().on().equations().states().getFirst().name());
    }

    static Figure of(Result.Diagram result) {
        return new DiagramFigure(result).figure();
    }

    private Figure figure() {
        Axis x = Axis.of(Figures.words(vary.name()), vary.unit().symbol());
        List<Layer> layers = new ArrayList<>();
        List<Layer> frequencies = new ArrayList<>();
        for (Result.Branch branch : result.branches()) {
            if (branch.kind().equals("equilibria")) {
                layers.addAll(lines(branch, first.name(), v -> v, STILL));
            } else {
                layers.addAll(lines(branch, first.name() + BranchSeries.LOWEST, v -> v, MOVING));
                layers.addAll(lines(branch, first.name() + BranchSeries.HIGHEST, v -> v, MOVING));
                frequencies.addAll(lines(branch, BranchSeries.PERIOD, period -> 1000 / period, MOVING));
            }
        }
        List<Layer> notes = notes(layers);
        if (!notes.isEmpty()) layers.add(dots());
        layers.addAll(notes);
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel("", x, Axis.of(Figures.words(first.name()), first.unit().symbol()), layers));
        if (!frequencies.isEmpty()) panels.add(new Panel("", x, Axis.of("frequency", "Hz"), frequencies).share(LOWER_SHARE));
        String cycles = frequencies.isEmpty() ? "" : "; cycles by their lowest and highest value, and their frequency";
        return Figure.of("", result.study().name() + ": equilibria of " + result.study().on().model().name() + " against " + vary.name() + cycles + ". Solid: stable, dashed: unstable.", panels);
    }

    /// A column of a branch, cut where the number of unstable directions changes from none or to none.
    private static List<Layer> lines(Result.Branch branch, String name, DoubleUnaryOperator shown, int tone) {
        Series series = branch.series();
        double[] xs = series.grid().shown();
        double[] ys = Arrays.stream(column(series, name).shown()).map(shown).toArray();
        double[] unstable = column(series, BranchSeries.UNSTABLE).values();
        List<Layer> layers = new ArrayList<>();
        for (int from = 0, to = 1; from < xs.length - 1; from = to) {
            boolean stable = unstable[from] == 0 && unstable[from + 1] == 0;
            to = from + 1;
            while (to < xs.length - 1 && (unstable[to] == 0 && unstable[to + 1] == 0) == stable) to++;
            Layer.Line line = Layer.Line.of(Arrays.copyOfRange(xs, from, to + 1), Arrays.copyOfRange(ys, from, to + 1), "", tone);
            layers.add(stable ? line.dashed(Tone.Dash.SOLID) : line.dashed(Tone.Dash.DASHED).wide(Layer.THIN));
        }
        return layers;
    }

    private static Series.Column column(Series series, String name) {
        return series.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    /// The labels of the special points; of those that are near each other on one place.
    private List<Layer> notes(List<Layer> drawn) {
        Places places = new Places(vary.unit().outside(result.study().over().width()), drawn);
        List<Layer.Note> notes = new ArrayList<>();
        for (Result.Landmark point : result.points()) {
            double x = vary.unit().outside(point.at());
            double y = first.unit().outside(height(point));
            if (point.kind().equals("saddle_node") && result.points().stream().anyMatch(p -> p.kind().equals("snic") && p.at() == point.at())) continue;
            Layer.Note near = notes.stream().filter(n -> places.near(n, x, y)).findFirst().orElse(null);
            if (near != null) notes.set(notes.indexOf(near), new Layer.Note(near.x(), near.y(), near.text() + ", " + point.label(), near.anchor(), false));
            else notes.add(new Layer.Note(x, y, point.label(), Layer.Anchor.ABOVE, false));
        }
        return notes.stream().map(places::free).map(Layer.class::cast).toList();
    }

    private Layer dots() {
        double[] xs = result.points().stream().mapToDouble(p -> vary.unit().outside(p.at())).toArray();
        return Layer.Points.of(xs, result.points().stream().mapToDouble(p -> first.unit().outside(height(p))).toArray(), "", STILL);
    }

    private static double height(Result.Landmark point) {
        if (point.equilibrium() != null) return point.equilibrium().state()[0];
        return point.cycle() == null ? 0 : point.cycle().extent(0)[1];
    }

    /// Where words cover the least of what is drawn.
    private static final class Places {
        private static final double NEAR_ACROSS = 0.015;// of the width: labels nearer than that are written as one
        private static final double NEAR_UP = 0.06;     // of the height
        private static final double LETTER = 0.0095;    // of the width
        private static final double LINE = 0.07;        // of the height
        private static final int BETWEEN = 20;          // looks between two points of a line

        private final double width;
        private final double height;
        private final double[][] inked; // points on lines // [points][2]

        Places(double width, List<Layer> drawn) {
            this.width = width;
            List<Layer.Line> lines = drawn.stream().filter(Layer.Line.class::isInstance).map(Layer.Line.class::cast).toList();
            DoubleSummaryStatistics ys = lines.stream().flatMapToDouble(l -> Arrays.stream(l.ys())).filter(Double::isFinite).summaryStatistics();
            this.height = ys.getMax() > ys.getMin() ? ys.getMax() - ys.getMin() : 1;
            this.inked = lines.stream().flatMap(l -> IntStream.range(0, (l.xs().length - 1) * BETWEEN).mapToObj(k -> between(l, k / BETWEEN, (double) (k % BETWEEN) / BETWEEN))).toArray(double[][]::new);
        }

        private static double[] between(Layer.Line line, int i, double part) {
            return new double[] {line.xs()[i] + part * (line.xs()[i + 1] - line.xs()[i]), line.ys()[i] + part * (line.ys()[i + 1] - line.ys()[i])};
        }

        boolean near(Layer.Note note, double x, double y) {
            return Math.abs(note.x() - x) < NEAR_ACROSS * width && Math.abs(note.y() - y) < NEAR_UP * height;
        }

        Layer.Note free(Layer.Note note) {
            Layer.Anchor best = Arrays.stream(Layer.Anchor.values()).min(Comparator.comparingLong(a -> covered(note, a))).orElseThrow();
            return new Layer.Note(note.x(), note.y(), note.text(), best, note.dot());
        }

        private long covered(Layer.Note note, Layer.Anchor anchor) {
            double across = LETTER * width * note.text().length();
            double x = note.x() + switch (anchor) {
                case LEFT -> -across / 2 - 2 * LETTER * width;
                case RIGHT -> across / 2 + 2 * LETTER * width;
                case ABOVE, BELOW -> 0;
            };
            double y = note.y() + switch (anchor) {
                case ABOVE -> LINE * height;
                case BELOW -> -LINE * height;
                case LEFT, RIGHT -> 0;
            };
            return Arrays.stream(inked).filter(p -> Math.abs(p[0] - x) < across / 2 && Math.abs(p[1] - y) < LINE / 2 * height).count();
        }
    }
}
