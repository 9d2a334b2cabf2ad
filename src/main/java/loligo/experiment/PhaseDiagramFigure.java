package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loligo.dynamics.Range;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.figure.Tone;

/// Draws a diagram in two numbers: curves by their kind, the points where they meet, and under them, pale, what the cells of a grid hold.
final class PhaseDiagramFigure {
    private static final int FOLD = 0; // tones
    private static final int HOPF = 1;
    private static final int LOOP = 2;
    private static final int CYCLES = 4;
    private static final Map<String, Integer> PATCHES = Map.of("bistable", 3, "oscillating", 6, "rest or oscillating", 1, "no rest", 4, "bistable or oscillating", 7, "no equilibrium", 0);
    private static final int MANY_RESTS = 4;

    private final Result.PhaseDiagram result;
    private final Study.Free across;
    private final Study.Free up;
    private final Set<String> named = new LinkedHashSet<>(); // what the key holds already

    private PhaseDiagramFigure(Result.PhaseDiagram result) {
        this.result = result;
        this.across = result.study().x();
        this.up = result.study().y();
    }

    static Figure of(Result.PhaseDiagram result) {
        return new PhaseDiagramFigure(result).figure();
    }

    private Figure figure() {
        List<Layer.Line> lines = new ArrayList<>();
        for (Result.Branch curve : result.curves()) lines.addAll(drawn(curve));
        List<String> kinds = lines.stream().map(Layer.Line::label).distinct().toList();
        Places places = new Places(shown(across), shown(up), List.copyOf(lines));
        List<Layer> notes = points(places);
        Set<String> written = regions(places, notes);
        List<Layer> layers = new ArrayList<>();
        Set<String> keyed = new LinkedHashSet<>(result.patches().seen().stream().map(Patchwork.Region::label).toList());
        Set<String> labels = new LinkedHashSet<>(result.patches().regions().stream().map(Patchwork.Region::label).toList());
        labels.stream().filter(l -> !l.equals("rest")).forEach(label -> layers.add(patch(label, written.contains(label) || !keyed.contains(label) ? "" : label)));
        for (Layer.Line line : lines) layers.add(kinds.size() > 1 && named.add(line.label()) ? line : line.named(""));
        if (!result.points().isEmpty()) layers.add(dots());
        layers.addAll(notes);
        String caption = result.study().name() + ": where the picture of " + result.study().on().model().name() + " changes in kind with " + across.vary().name() + " and " + up.vary().name()
                + (kinds.size() == 1 ? ": " + kinds.getFirst() : "") + ". Curves are followed; what the cells of a grid hold was found without them." + Shorthand.legend(result.points().stream().map(Result.Meeting::kind));
        return Figure.of("", caption, List.of(new Panel("", axis(across), axis(up), layers)));
    }

    private List<Layer.Line> drawn(Result.Branch curve) {
        return switch (curve.kind()) {
            case "saddle_node" -> folds(curve);
            case "hopf" -> hopf(curve);
            case "fold_of_cycles" -> pieces(curve, _ -> true, "fold of cycles", "", CYCLES).stream().map(l -> l.dashed(Tone.Dash.DASH_DOT)).toList();
            case "homoclinic" -> pieces(curve, _ -> true, "loop of a saddle", "", LOOP).stream().map(l -> l.dashed(Tone.Dash.SOLID)).toList();
            case "snic" -> pieces(curve, _ -> true, "saddle-node on a cycle", "", LOOP).stream().map(l -> l.dashed(Tone.Dash.DASHED)).toList();
            default -> throw new IllegalStateException("Loligo's own bug: no such curve: " + curve.kind());
        };
    }

    private static Axis axis(Study.Free free) {
        Range shown = shown(free);
        return Axis.of(Figures.words(free.vary().name()), free.vary().unit().symbol()).between(shown.low(), shown.high());
    }

    private static Range shown(Study.Free free) {
        return new Range(free.vary().unit().outside(free.over().low()), free.vary().unit().outside(free.over().high()));
    }

    /// The cells of one label, runs of them in a row as one piece.
    private Layer patch(String label, String key) {
        Patchwork patches = result.patches();
        List<double[]> corners = new ArrayList<>(); // x, lower, upper
        for (int row = 0; row * patches.columns() < patches.cells().length; row++) {
            for (int from = 0, to; from < patches.columns(); from = to) {
                to = from + 1;
                if (!holds(label, row, from)) continue;
                while (to < patches.columns() && holds(label, row, to)) to++;
                double low = shown(up).at((double) row / patches.rows()), high = shown(up).at((row + 1.0) / patches.rows());
                corners.add(new double[] {shown(across).at((double) from / patches.columns()), low, high});
                corners.add(new double[] {shown(across).at((double) to / patches.columns()), low, high});
                corners.add(new double[] {Double.NaN, Double.NaN, Double.NaN});
            }
        }
        return new Layer.Band(column(corners, 0), column(corners, 1), column(corners, 2), key, PATCHES.getOrDefault(label, MANY_RESTS));
    }

    private boolean holds(String label, int row, int column) {
        int at = row * result.patches().columns() + column;
        return at < result.patches().cells().length && result.patches().label(at).equals(label);
    }

    private static double[] column(List<double[]> rows, int k) {
        return rows.stream().mapToDouble(r -> r[k]).toArray();
    }

    /// Strong where a rest is one of the two that meet.
    private List<Layer.Line> folds(Result.Branch curve) {
        double[] elsewhere = curve.series().column(BranchSeries.UNSTABLE).values();
        List<Layer.Line> layers = new ArrayList<>();
        for (Layer.Line piece : pieces(curve, i -> elsewhere[i] == 0, "saddle-node of a rest", "other saddle-node", FOLD)) layers.add(piece.dashed(Tone.Dash.SOLID));
        return layers;
    }

    private List<Layer.Line> hopf(Result.Branch curve) {
        double[] lyapunov = curve.series().column(MapSeries.LYAPUNOV).values().clone();
        for (int i = 1; i < lyapunov.length; i++) if (Double.isNaN(lyapunov[i])) lyapunov[i] = lyapunov[i - 1]; // an end in a Bogdanov-Takens point has none
        for (int i = lyapunov.length - 2; i >= 0; i--) if (Double.isNaN(lyapunov[i])) lyapunov[i] = lyapunov[i + 1];
        List<Layer.Line> layers = new ArrayList<>();
        for (Layer.Line piece : pieces(curve, i -> lyapunov[i] <= 0, "Hopf, supercritical", "Hopf, subcritical", HOPF)) layers.add(piece.dashed(piece.width() == Layer.THIN ? Tone.Dash.DOTTED : Tone.Dash.DASHED));
        return layers;
    }

    private interface Row {
        boolean holds(int i);
    }

    /// A curve cut where its rows change; wide where they hold.
    private List<Layer.Line> pieces(Result.Branch curve, Row wide, String one, String other, int tone) {
        double[][] shown = {curve.series().grid().shown(), curve.series().columns().getFirst().shown()};
        List<Layer.Line> pieces = new ArrayList<>();
        for (int from = 0, to = 1; from < shown[0].length - 1; from = to) {
            boolean strong = wide.holds(from) && wide.holds(from + 1);
            to = from + 1;
            while (to < shown[0].length - 1 && (wide.holds(to) && wide.holds(to + 1)) == strong) to++;
            double[][] cut = Clipping.within(Arrays.copyOfRange(shown[0], from, to + 1), Arrays.copyOfRange(shown[1], from, to + 1), shown(across), shown(up));
            if (cut[0].length > 0) pieces.add(Layer.Line.of(cut[0], cut[1], strong ? one : other, tone).wide(strong ? 2 : Layer.THIN));
        }
        return pieces;
    }

    private double[] at(double[] inside) {
        return new double[] {across.vary().unit().outside(inside[0]), up.vary().unit().outside(inside[1])};
    }

    private Layer dots() {
        return Layer.Points.of(result.points().stream().mapToDouble(p -> at(p.at())[0]).toArray(), result.points().stream().mapToDouble(p -> at(p.at())[1]).toArray(), "", FOLD);
    }

    /// The names of the points.
    private List<Layer> points(Places places) {
        result.points().forEach(p -> places.dot(at(p.at())[0], at(p.at())[1]));
        List<Layer> notes = new ArrayList<>();
        for (Result.Meeting point : result.points()) notes.add(places.free(new Layer.Note(at(point.at())[0], at(point.at())[1], point.label(), Layer.Anchor.ABOVE, false)));
        return notes;
    }

    /// Writes what a region holds into each that has room for it, the largest first; which of them stand somewhere.
    private Set<String> regions(Places places, List<Layer> notes) {
        Set<String> written = new LinkedHashSet<>();
        for (int r = 0; r < result.patches().regions().size(); r++) {
            int region = r;
            String label = result.patches().regions().get(r).label();
            places.within((x, y) -> regionAt(x, y) == region, label, at(result.patches().regions().get(region).at()), cells(region)).ifPresent(note -> {
                notes.add(note);
                written.add(label);
            });
        }
        return written;
    }

    private int regionAt(double x, double y) {
        Patchwork patches = result.patches();
        int column = (int) ((x - shown(across).low()) / shown(across).width() * patches.columns()), row = (int) ((y - shown(up).low()) / shown(up).width() * patches.rows());
        int k = Math.clamp(row, 0, patches.rows() - 1) * patches.columns() + Math.clamp(column, 0, patches.columns() - 1);
        return k < patches.cells().length ? patches.cells()[k] : -1;
    }

    /// The middles of every fourth of a region's cells.
    private List<double[]> cells(int region) {
        Patchwork patches = result.patches();
        List<double[]> all = new ArrayList<>();
        for (int k = 0; k < patches.cells().length; k++) {
            int row = k / patches.columns();
            if (patches.cells()[k] == region && row % 2 == 0 && k % patches.columns() % 2 == 0) all.add(new double[] {shown(across).at((k % patches.columns() + 0.5) / patches.columns()), shown(up).at((row + 0.5) / patches.rows())});
        }
        return all;
    }
}
