package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.figure.Tone;
import loligo.protocol.Kind;
import loligo.protocol.Protocol;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Draws a result: the columns that a plot names, or those that the study itself suggests.
final class Figures {
    private static final double STIMULUS_SHARE = 0.3;
    private static final int LONGEST_LABEL = 30;

    private Figures() {}

    /// A figure, the study it is of, and the name of its files.
    record Drawn(String of, String name, Figure figure) {}

    /// The figures of all results, in the order of the text; a study that no plot names is drawn in its usual way.
    static List<Drawn> of(Findings findings) {
        List<Drawn> drawn = new ArrayList<>();
        for (Result result : findings.results()) {
            boolean seen = drawable(result.series()) || (result instanceof Result.Diagram diagram && !diagram.branches().isEmpty()) || result instanceof Result.Plane || result instanceof Result.PhaseDiagram || (result instanceof Result.Curve curve && curve.traces() != null && drawable(curve.traces().series()));
            if (!seen) continue;
            List<Plot> plots = findings.experiment().plots().stream().filter(p -> p.of().equals(result.study().name())).toList();
            if (plots.isEmpty()) plots = usual(result);
            else if (result instanceof Result.Curve curve && plots.stream().allMatch(p -> curve.traces() != null && recorded(curve.traces(), p))) plots = Stream.concat(plots.stream(), usual(result).stream().skip(1)).toList();
            for (int i = 0; i < plots.size(); i++) {
                String name = result.study().name() + (plots.size() == 1 ? "" : "-" + (i + 1));
                drawn.add(new Drawn(result.study().name(), name, figure(result, plots.get(i), i == 0)));
            }
        }
        return drawn;
    }

    private static boolean drawable(@Nullable Series series) {
        return series != null && series.rows() > 1;
    }

    private static List<Plot> usual(Result result) {
        String name = result.study().name();
        return switch (result) {
            case Result.Traces traces -> List.of(new Plot(name, null, usual(traces.study())));
            case Result.Table table -> List.of(new Plot(name, null, table.study().measure()));
            case Result.Crowd crowd -> List.of(new Plot(name, null, CrowdFigure.usual(crowd.study())));
            case Result.Curve curve when curve.study() instanceof Study.Fi -> List.of(new Plot(name, null, List.of(FiringCurve.FREQUENCY)));
            case Result.Curve curve -> {
                List<Plot> both = new ArrayList<>();
                if (curve.traces() != null) both.add(new Plot(name, null, usual(curve.traces().study())));
                if (drawable(curve.series()) && curve.series() != null && curve.series().has(ThresholdCurves.SEPARATION)) both.add(new Plot(name, ThresholdCurves.SEPARATION, List.of(ThresholdCurves.RATIO)));
                else if (drawable(curve.series())) both.add(new Plot(name, null, CurveFigure.columns(curve)));
                yield both;
            }
            case Result.Diagram diagram -> List.of(new Plot(name, null, DiagramFigure.columns(diagram)));
            case Result.PhaseDiagram map -> List.of(new Plot(name, null, List.of(map.study().y().vary().name())));
            case Result.Plane plane -> PlaneFigure.plots(plane);
            case Result.Basin basin -> List.of(new Plot(name, null, List.of(PlaneTable.states(basin.study().plane()).getLast().name())));
            case Result.Standstills still -> List.of(new Plot(name, null, StandstillFigure.columns(still)));
        };
    }

    /// The membrane potential; where that is commanded, what answers: the current, or what was recorded first, with others of its kind.
    private static List<String> usual(Study.Simulate study) {
        List<Study.Recorded> record = study.record();
        if (!Targets.commanded(study.under()) || record.size() == 1) return List.of(record.getFirst().name());
        List<String> alike = record.stream().skip(1).filter(r -> r.unit().dimension().equals(record.get(1).unit().dimension())).map(Study.Recorded::name).toList();
        return Targets.count(study.under()) > 1 ? alike.subList(0, 1) : alike;
    }

    private static Figure figure(Result result, Plot plot, boolean first) {
        return switch (result) {
            case Result.Traces traces -> traces(traces, plot, first);
            case Result.Table table -> CurveFigure.of(table, plot);
            case Result.Crowd crowd -> CrowdFigure.of(crowd, plot);
            case Result.Curve curve when curve.study() instanceof Study.Chord chord -> ChordFigure.of(chord, curve);
            case Result.Curve curve when curve.study() instanceof Study.Fi fi && FiFigure.draws(plot) -> FiFigure.of(fi, curve);
            case Result.Curve curve when curve.traces() != null && recorded(curve.traces(), plot) -> traces(curve.traces(), plot, first);
            case Result.Diagram diagram -> DiagramFigure.of(diagram);
            case Result.PhaseDiagram map -> PhaseDiagramFigure.of(map);
            case Result.Plane plane -> PlaneFigure.of(plane, plot);
            case Result.Basin basin -> BasinFigure.of(basin);
            case Result.Standstills still -> StandstillFigure.of(still);
            case Result.Curve curve -> CurveFigure.of(curve, plot);
        };
    }

    private static boolean recorded(Result.Traces traces, Plot plot) {
        return traces.study().record().stream().anyMatch(r -> r.name().equals(plot.y().getFirst()));
    }

    private static Figure traces(Result.Traces traces, Plot plot, boolean withStimulus) {
        boolean family = traces.members().size() > 1; // whose colours tell its members, so that every column needs a panel of its own
        Map<Object, List<String>> groups = new LinkedHashMap<>();
        for (String y : plot.y()) groups.computeIfAbsent(family ? y : unit(traces, y).dimension(), d -> new ArrayList<>()).add(y);
        List<Panel> panels = new ArrayList<>();
        int families = family ? traces.members().getFirst().set().size() : 1;
        for (List<String> names : groups.values()) {
            boolean key = panels.isEmpty();
            for (int f = families - 1; f >= 0; f--) panels.add(panel(traces, plot, names, f, key));
        }
        if (withStimulus && plot.x() == null) Stimuli.panels(traces, plot.y()).forEach(p -> panels.add(p.share(STIMULUS_SHARE)));
        return Figure.of("", caption(traces, plot), panels);
    }

    private static String caption(Result.Traces traces, Plot plot) {
        String what = String.join(", ", plot.y());
        String model = traces.study().on().model().name();
        String on = traces.study().on().name() + (traces.study().on().name().equals(model) ? "" : " (" + model + ")");
        String under = traces.study().under().isEmpty() ? "" : " under " + String.join(" and ", traces.study().under().stream().map(p -> named(p, traces.study())).toList());
        String from = traces.study().after() > 0 && plot.x() == null ? " Measured from the dashed line on." : "";
        return traces.study().name() + ": " + what + (plot.x() == null ? "" : " against " + plot.x()) + " of " + on + under + "." + from;
    }

    /// What a protocol is called; one that a study makes for itself has no name of its own.
    private static String named(Protocol protocol, Study.Simulate study) {
        if (!protocol.name().equals(study.name())) return protocol.name();
        return protocol.kind() == Kind.VOLTAGE ? "steps of a voltage clamp" : "its " + protocol.kind().word();
    }

    private static Unit unit(Result.Traces traces, String name) {
        if (name.equals(SeriesOf.TIME)) return Dimension.TIME.unit();
        return traces.study().record().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow().unit();
    }

    /// @param varied which of the numbers that are varied the shades of a family tell
    private static Panel panel(Result.Traces traces, Plot plot, List<String> names, int varied, boolean key) {
        Axis x = plot.x() == null ? Axis.of("time", "ms") : Axis.of(words(plot.x()), unit(traces, plot.x()).symbol());
        Axis y = Axis.of(names.size() == 1 ? words(names.getFirst()) : common(names, unit(traces, names.getFirst()).dimension()), unit(traces, names.getFirst()).symbol());
        List<Layer> layers = new ArrayList<>();
        double after = traces.study().after();
        if (after > 0 && plot.x() == null) layers.add(Layer.Rule.vertical(after, ""));
        if (traces.members().size() == 1) {
            for (int i = 0; i < names.size(); i++) {
                double[] xs = SeriesOf.shown(traces, plot.x(), 0);
                double[] ys = SeriesOf.shown(traces, names.get(i), 0);
                Layer.Line line = Layer.Line.of(xs, ys, names.size() == 1 ? "" : names.get(i), i);
                layers.add(turnsBack(xs) ? line.arrowed() : line);
                if (xs.length > 0 && orbit(traces, plot)) layers.add(Layer.Points.of(new double[] {xs[0]}, new double[] {ys[0]}, "", i).with(Layer.Marker.CIRCLE));
            }
        } else {
            for (String name : names) layers.add(family(traces, varied, key, k -> new Curve(SeriesOf.shown(traces, plot.x(), k), SeriesOf.shown(traces, name, k))));
        }
        return new Panel("", x, y, layers);
    }

    /// Whether a curve goes to both sides, so that it does not tell by itself which way it is gone.
    private static boolean turnsBack(double[] xs) {
        boolean left = false;
        boolean right = false;
        for (int i = 1; i < xs.length; i++) {
            left |= xs[i] < xs[i - 1];
            right |= xs[i] > xs[i - 1];
        }
        return left && right;
    }

    /// Whether one unknown is drawn against another, as in a phase plane: then it is marked where the orbit begins.
    private static boolean orbit(Result.Traces traces, Plot plot) {
        return traces.study().equations().states().stream().anyMatch(s -> s.name().equals(plot.x()));
    }

    /// A line // [n] each
    record Curve(double[] xs, double[] ys) {}

    /// One curve for each member, in the shade of one of the numbers that are varied, which has a ramp of its own.
    ///
    /// @param which of them, in their order
    /// @param key whether this panel tells what the shades mean
    static Layer.Family family(Result.Traces traces, int which, boolean key, IntFunction<Curve> curve) {
        List<Result.Setting> all = traces.members().getFirst().set();
        Result.Setting varied = all.get(which);
        List<Layer.Member> members = new ArrayList<>();
        for (int k = 0; k < traces.members().size(); k++) {
            Result.Setting set = traces.members().get(k).set().get(which);
            Curve drawn = curve.apply(k);
            members.add(new Layer.Member(set.unit().outside(set.value()), drawn.xs(), drawn.ys()));
        }
        return new Layer.Family(members, key ? shorter(varied.name()) : "", varied.unit().symbol(), (all.size() - 1 - which) % Tone.ROUND);
    }

    /// `test.level` of `steps.test.level`: the protocol stands in the caption.
    private static String shorter(String name) {
        int dot = name.indexOf('.');
        return dot < name.lastIndexOf('.') ? name.substring(dot + 1) : name;
    }

    /// What several curves in one panel have in common.
    static String common(List<String> names, Dimension dimension) {
        List<String> last = names.stream().map(n -> n.substring(n.lastIndexOf('.') + 1)).distinct().toList();
        if (last.size() == 1) return words(last.getFirst());
        if (names.stream().allMatch(n -> n.contains(".")) && last.stream().allMatch(n -> n.length() <= 2)) return "gates";
        String all = String.join(", ", names);
        String kind = dimension.phrase().substring(dimension.phrase().indexOf(' ') + 1);
        if (!dimension.equals(Dimension.NONE)) return kind.startsWith("quantity") ? "" : kind; // the key says the names
        return all.length() <= LONGEST_LABEL ? all : "";
    }

    /// A recorded name in the field's words.
    static String words(String name) {
        return switch (name) {
            case "V" -> "membrane potential V";
            case "I" -> "current";
            case SeriesOf.TIME -> "time";
            case "conductance" -> "conductance";
            case ThresholdCurves.SEPARATION -> "time between the two steps";
            default -> name;
        };
    }
}
