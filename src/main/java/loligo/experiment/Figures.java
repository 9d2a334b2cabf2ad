package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

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
            if (result.series() == null || result.series().rows() < 2) continue;
            List<Plot> plots = findings.experiment().plots().stream().filter(p -> p.of().equals(result.study().name())).toList();
            if (plots.isEmpty()) plots = List.of(usual(result));
            for (int i = 0; i < plots.size(); i++) {
                String name = result.study().name() + (plots.size() == 1 ? "" : "-" + (i + 1));
                drawn.add(new Drawn(result.study().name(), name, figure(result, plots.get(i), i == 0)));
            }
        }
        return drawn;
    }

    private static Plot usual(Result result) {
        return switch (result) {
            case Result.Traces traces -> new Plot(traces.study().name(), null, usual(traces.study()));
            case Result.Table table -> new Plot(table.study().name(), null, table.study().measure());
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
            case Result.Table table -> table(table, plot);
        };
    }

    private static Figure traces(Result.Traces traces, Plot plot, boolean withStimulus) {
        Map<Dimension, List<String>> groups = new LinkedHashMap<>();
        for (String y : plot.y()) groups.computeIfAbsent(unit(traces, y).dimension(), d -> new ArrayList<>()).add(y);
        List<Panel> panels = new ArrayList<>();
        groups.values().forEach(names -> panels.add(panel(traces, plot, names, panels.isEmpty())));
        if (withStimulus && plot.x() == null) Stimuli.panels(traces).forEach(p -> panels.add(p.share(STIMULUS_SHARE)));
        return Figure.of("", caption(traces, plot), panels);
    }

    private static String caption(Result.Traces traces, Plot plot) {
        String what = String.join(", ", plot.y());
        String on = traces.study().on().model().name();
        String under = traces.study().under().isEmpty() ? "" : " under " + String.join(" and ", traces.study().under().stream().map(p -> p.name()).toList());
        return traces.study().name() + ": " + what + (plot.x() == null ? "" : " against " + plot.x()) + " of " + on + under + ".";
    }

    private static Unit unit(Result.Traces traces, String name) {
        if (name.equals(SeriesOf.TIME)) return Dimension.TIME.unit();
        return traces.study().record().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow().unit();
    }

    private static Panel panel(Result.Traces traces, Plot plot, List<String> names, boolean key) {
        Axis x = plot.x() == null ? Axis.of("time", "ms") : Axis.of(words(plot.x()), unit(traces, plot.x()).symbol());
        Axis y = Axis.of(names.size() == 1 ? words(names.getFirst()) : common(names, unit(traces, names.getFirst()).dimension()), unit(traces, names.getFirst()).symbol());
        List<Layer> layers = new ArrayList<>();
        double after = traces.study().after();
        if (after > 0 && plot.x() == null) layers.add(Layer.Rule.vertical(after, ""));
        if (traces.members().size() == 1) {
            for (int i = 0; i < names.size(); i++) {
                double[] xs = SeriesOf.shown(traces, plot.x(), 0);
                double[] ys = SeriesOf.shown(traces, names.get(i), 0);
                layers.add(Layer.Line.of(xs, ys, names.size() == 1 ? "" : names.get(i), i));
                if (plot.x() != null && xs.length > 0) layers.add(Layer.Points.of(new double[] {xs[0]}, new double[] {ys[0]}, "", i).with(Layer.Marker.CIRCLE));
            }
        } else {
            for (String name : names) layers.add(family(traces, key, k -> new Curve(SeriesOf.shown(traces, plot.x(), k), SeriesOf.shown(traces, name, k))));
        }
        return new Panel("", x, y, layers);
    }

    /// A line // [n] each
    record Curve(double[] xs, double[] ys) {}

    /// One curve for each member, in the shade of what was varied last.
    ///
    /// @param key whether this panel tells what the shades mean
    static Layer.Family family(Result.Traces traces, boolean key, IntFunction<Curve> curve) {
        Result.Setting varied = traces.members().getFirst().set().getLast();
        List<Layer.Member> members = new ArrayList<>();
        for (int k = 0; k < traces.members().size(); k++) {
            Result.Setting set = traces.members().get(k).set().getLast();
            Curve drawn = curve.apply(k);
            members.add(new Layer.Member(set.unit().outside(set.value()), drawn.xs(), drawn.ys()));
        }
        return new Layer.Family(members, key ? varied.name() : "", varied.unit().symbol());
    }

    /// What several curves in one panel have in common.
    private static String common(List<String> names, Dimension dimension) {
        List<String> last = names.stream().map(n -> n.substring(n.lastIndexOf('.') + 1)).distinct().toList();
        if (last.size() == 1) return words(last.getFirst());
        if (names.stream().allMatch(n -> n.contains(".")) && last.stream().allMatch(n -> n.length() <= 2)) return "gates";
        String all = String.join(", ", names);
        return all.length() <= LONGEST_LABEL ? all : dimension.phrase().substring(dimension.phrase().indexOf(' ') + 1);
    }

    /// A recorded name in the field's words.
    private static String words(String name) {
        return switch (name) {
            case "V" -> "membrane potential V";
            case "I" -> "current";
            case SeriesOf.TIME -> "time";
            case "conductance" -> "conductance";
            default -> name;
        };
    }

    /// One panel for each dimension.
    private static Figure table(Result.Table table, Plot plot) {
        Series series = table.series();
        if (series == null) throw new IllegalStateException("a table without columns is not drawn");
        Series.Column along = plot.x() == null ? series.grid() : series.column(plot.x());
        double[] xs = along.shown();
        String label = words(along.name());
        String unit = along.unit().symbol();
        Axis free = geometric(xs) ? Axis.log(label, unit) : Axis.of(label, unit);
        double low = Arrays.stream(xs).min().orElse(0);
        double high = Arrays.stream(xs).max().orElse(0);
        Axis x = low < high && series.columns().stream().anyMatch(c -> Arrays.stream(c.values()).anyMatch(Double::isNaN)) ? free.between(low, high) : free;
        Map<Dimension, List<Series.Column>> groups = new LinkedHashMap<>();
        for (String name : plot.y()) {
            Series.Column column = series.column(name);
            groups.computeIfAbsent(column.unit().dimension(), d -> new ArrayList<>()).add(column);
        }
        List<Panel> panels = new ArrayList<>();
        groups.forEach((dimension, columns) -> panels.add(new Panel("", x, tableAxis(columns, dimension), curves(xs, columns))));
        return Figure.of("", table.study().name() + ": " + String.join(", ", plot.y()) + (plot.x() == null ? "" : " against " + plot.x()) + " of " + table.study().of().name() + " for each " + table.study().vary().name() + ".", panels);
    }

    private static Axis tableAxis(List<Series.Column> columns, Dimension dimension) {
        List<String> names = columns.stream().map(c -> c.name().replace('_', ' ')).toList();
        return Axis.of(names.size() == 1 ? names.getFirst() : common(names, dimension), columns.getFirst().unit().symbol());
    }

    private static List<Layer> curves(double[] xs, List<Series.Column> columns) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String label = columns.size() == 1 ? "" : columns.get(i).name().replace('_', ' ');
            layers.add(Layer.Line.of(xs, columns.get(i).shown(), label, i).wide(Layer.THIN));
            layers.add(Layer.Points.of(xs, columns.get(i).shown(), "", i));
        }
        return layers;
    }

    /// Whether values were chosen by factors, over more than a decade: their logarithms are spaced more evenly than they are.
    private static boolean geometric(double[] xs) {
        if (xs.length < 4 || !(xs[0] > 0) || !(xs[xs.length - 1] > 10 * xs[0])) return false;
        double widest = 0;
        double factor = 0;
        for (int i = 1; i < xs.length; i++) {
            if (!(xs[i] > xs[i - 1])) return false;
            widest = Math.max(widest, (xs[i] - xs[i - 1]) / (xs[xs.length - 1] - xs[0]));
            factor = Math.max(factor, StrictMath.log(xs[i] / xs[i - 1]) / StrictMath.log(xs[xs.length - 1] / xs[0]));
        }
        return factor < widest;
    }
}
