package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
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
    private static final double SAME = 1e-9; // of the range
    private static final int STILL = 0; // tones
    private static final int MOVING = 1;

    private final Result.Diagram result;
    private final Equations.State first;
    private final Study.Varied vary;
    private final Set<String> named = new LinkedHashSet<>(); // what the key holds already

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
        Axis x = Axis.of(Figures.words(vary.name()), vary.unit().symbol()).between(vary.unit().outside(result.study().over().low()), vary.unit().outside(result.study().over().high()));
        List<Layer> layers = new ArrayList<>();
        List<Layer> frequencies = new ArrayList<>();
        for (Result.Branch branch : result.branches()) {
            if (branch.kind().equals("equilibria")) {
                layers.addAll(lines(branch, first.name(), v -> v, STILL, "equilibrium"));
            } else {
                layers.addAll(lines(branch, first.name() + BranchSeries.LOWEST, v -> v, MOVING, "cycle"));
                layers.addAll(lines(branch, first.name() + BranchSeries.HIGHEST, v -> v, MOVING, "cycle"));
                frequencies.addAll(lines(branch, BranchSeries.PERIOD, period -> 1000 / period, MOVING, ""));
            }
        }
        List<Layer> notes = notes(layers);
        if (!notes.isEmpty()) layers.add(dots());
        layers.addAll(notes);
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel("", x, Axis.of(Figures.words(first.name()), first.unit().symbol()), layers));
        if (!frequencies.isEmpty()) panels.add(new Panel("", x, Axis.of("frequency", "Hz").between(0, Double.NaN), frequencies).share(LOWER_SHARE));
        String cycles = frequencies.isEmpty() ? "" : "; cycles by their lowest and highest value, and their frequency";
        return Figure.of("", result.study().name() + ": equilibria of " + result.study().on().model().name() + " against " + vary.name() + cycles + ". Solid: stable, dashed: unstable." + Shorthand.legend(result.points().stream().map(Result.Landmark::kind)), panels);
    }

    /// A column of a branch, cut where the number of unstable directions changes from none or to none.
    ///
    /// @param what it is, for the key; empty for what another panel names
    private List<Layer> lines(Result.Branch branch, String name, DoubleUnaryOperator shown, int tone, String what) {
        Series series = branch.series();
        double[] xs = series.grid().shown();
        double[] ys = Arrays.stream(column(series, name).shown()).map(shown).toArray();
        double[] unstable = column(series, BranchSeries.UNSTABLE).values();
        List<Layer> layers = new ArrayList<>();
        for (int from = 0, to = 1; from < xs.length - 1; from = to) {
            boolean stable = unstable[from] == 0 && unstable[from + 1] == 0;
            to = from + 1;
            while (to < xs.length - 1 && (unstable[to] == 0 && unstable[to + 1] == 0) == stable) to++;
            Layer.Line line = Layer.Line.of(Arrays.copyOfRange(xs, from, to + 1), Arrays.copyOfRange(ys, from, to + 1), what.isEmpty() ? "" : once((stable ? "stable " : "unstable ") + what), tone);
            layers.add(stable ? line.dashed(Tone.Dash.SOLID) : line.dashed(Tone.Dash.DASHED).wide(Layer.THIN));
        }
        return layers;
    }

    /// The label the first time, then none.
    private String once(String label) {
        return named.add(label) ? label : "";
    }

    private static Series.Column column(Series series, String name) {
        return series.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    /// The labels of the special points; of those that are near each other on one place.
    private List<Layer> notes(List<Layer> drawn) {
        Places places = new Places(vary.unit().outside(result.study().over().width()), drawn);
        result.points().forEach(point -> places.dot(vary.unit().outside(point.at()), first.unit().outside(height(point))));
        List<Layer.Note> notes = new ArrayList<>();
        for (Result.Landmark point : result.points()) {
            double x = vary.unit().outside(point.at());
            double y = first.unit().outside(height(point));
            if (point.kind().equals("saddle_node") && result.points().stream().anyMatch(p -> p.kind().equals("snic") && Math.abs(p.at() - point.at()) < SAME * result.study().over().width())) continue;
            Layer.Note near = notes.stream().filter(n -> places.near(n, x, y)).findFirst().orElse(null);
            if (near != null) notes.set(notes.indexOf(near), new Layer.Note(y > near.y() ? x : near.x(), Math.max(y, near.y()), near.text() + ", " + point.label(), near.anchor(), false));
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
}
