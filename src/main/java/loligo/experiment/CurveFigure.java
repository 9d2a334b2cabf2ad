package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loligo.feature.How;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.figure.Tone;
import loligo.quantity.Dimension;

/// Draws numbers against the number that was varied: one panel for each dimension, with fitted curves and, below, what they leave.
final class CurveFigure {
    private static final double RESIDUALS_SHARE = 0.25;

    private final Series series;
    private final List<Result.Fit> fits;

    private CurveFigure(Series series, List<Result.Fit> fits) {
        this.series = series;
        this.fits = fits;
    }

    static Figure of(Result.Table table, Plot plot) {
        Series series = drawn(table);
        if (plot.x() != null) series = new Series(series.column(plot.x()), series.all());
        return new CurveFigure(series, List.of()).figure(plot.y(), caption(table, plot) + " of " + table.study().of().name() + " for each " + table.study().vary().name() + (plot.y().stream().map(series::column).anyMatch(CurveFigure::fires) ? "; " + FiFigure.SILENT : "."));
    }

    static Figure of(Result.Curve curve, Plot plot) {
        Series series = drawn(curve);
        if (plot.x() != null) series = new Series(series.column(plot.x()), series.all());
        List<String> laws = curve.fits().stream().filter(f -> f.residuals().length > 0).map(f -> f.label().isEmpty() ? "fitted curves" : f.label()).distinct().toList();
        String fitted = laws.isEmpty() ? "" : " Points are measured, lines are " + String.join(" and ", laws) + "; below, what these leave of the points.";
        String caption = caption(curve, plot) + " of " + model(curve.study()) + (plot.x() == null ? " for each " + series.grid().name() : "") + "." + fitted;
        return new CurveFigure(series, curve.fits()).figure(plot.y(), caption);
    }

    private static String model(Study study) {
        return switch (study) {
            case Study.Clamp clamp -> clamp.run().on().model().name();
            case Study.Threshold threshold -> threshold.of().on().model().name();
            case Study.Fi fi -> fi.run().on().model().name();
            case Study.Impedance impedance -> impedance.run().on().model().name();
            default -> throw new IllegalStateException("Loligo's own bug: a study that is no curve: " + study.name());
        };
    }

    /// All columns of a curve, but for those in whose place a fraction of them is drawn.
    static List<String> columns(Result.Curve curve) {
        return drawn(curve).columns().stream().map(Series.Column::name).filter(name -> curve.fits().stream().noneMatch(f -> f.instead().equals(name))).toList();
    }

    private static Series drawn(Result result) {
        Series series = result.series();
        if (series == null) throw new IllegalStateException("a result without columns is not drawn");
        return series;
    }

    private static String caption(Result result, Plot plot) {
        return result.study().name() + ": " + String.join(", ", plot.y()) + (plot.x() == null ? "" : " against " + plot.x());
    }

    private Figure figure(List<String> names, String caption) {
        Map<Dimension, List<Series.Column>> groups = new LinkedHashMap<>();
        for (String name : names) {
            Series.Column column = series.column(name);
            groups.computeIfAbsent(column.unit().dimension(), d -> new ArrayList<>()).add(column);
        }
        Axis x = free();
        List<Panel> panels = new ArrayList<>();
        groups.forEach((dimension, columns) -> {
            panels.add(new Panel("", x, steep(x, columns) ? logarithmic(axis(columns, dimension)) : axis(columns, dimension), curves(columns)));
            List<Layer> left = residuals(columns);
            if (!left.isEmpty()) panels.add(new Panel("", x, Axis.of("residual", columns.getFirst().unit().symbol()), left, RESIDUALS_SHARE));
        });
        return Figure.of("", caption, panels);
    }

    private Axis free() {
        double[] xs = series.grid().shown();
        String label = Figures.words(series.grid().name());
        String unit = series.grid().unit().symbol();
        Axis free = geometric(xs) ? Axis.log(label, unit) : counts(series.grid().name()) ? Axis.count(label) : Axis.of(label, unit);
        double low = Arrays.stream(xs).min().orElse(0);
        double high = Arrays.stream(xs).max().orElse(0);
        return low < high && series.columns().stream().anyMatch(c -> Arrays.stream(c.values()).anyMatch(Double::isNaN)) ? free.between(low, high) : free;
    }

    /// Whether both scales are better logarithmic: what falls over more than a decade while the varied number rises by factors.
    private static boolean steep(Axis x, List<Series.Column> columns) {
        if (columns.stream().anyMatch(CurveFigure::rises)) return false;
        double[] values = columns.stream().flatMapToDouble(c -> Arrays.stream(c.shown())).filter(v -> !Double.isNaN(v)).toArray();
        double low = Arrays.stream(values).min().orElse(0);
        return (x.scale() == Axis.Scale.LOG || relative(columns)) && columns.stream().noneMatch(CurveFigure::fires) && low > 0 && Arrays.stream(values).max().orElse(0) > 10 * low;
    }

    private static boolean rises(Series.Column column) {
        double[] seen = Arrays.stream(column.shown()).filter(Double::isFinite).toArray();
        return seen.length > 1 && seen[seen.length - 1] >= seen[0];
    }

    /// Whether all are thresholds relative to a threshold, which 1 stands for.
    private static boolean relative(List<Series.Column> columns) {
        return columns.stream().allMatch(c -> c.name().equals(ThresholdCurves.RATIO));
    }

    private static Axis logarithmic(Axis axis) {
        return Axis.log(axis.label(), axis.unit());
    }

    private static Axis axis(List<Series.Column> columns, Dimension dimension) {
        List<String> names = columns.stream().map(c -> spoken(c.name())).toList();
        boolean counts = columns.stream().allMatch(c -> counts(c.name()));
        String label = relative(columns) ? "relative threshold" : names.size() == 1 ? names.getFirst() : counts ? "count" : common(names, dimension);
        Axis axis = Axis.of(label, columns.getFirst().unit().symbol());
        return counts ? Axis.count(label) : label.equals(ImpedanceChirp.MAGNITUDE) ? axis.between(0, Double.NaN) : axis;
    }

    /// A name as it is spoken: `spike count`.
    private static String spoken(String name) {
        return name.replace('_', ' ');
    }

    /// Whether it is a number of things: measured, or one of those of a protocol.
    private static boolean counts(String name) {
        return name.equals("spike_count") || name.startsWith(How.CROSSINGS.word() + "(") || name.endsWith(".count") || name.endsWith(".seed");
    }

    /// What several columns have in common: of pure numbers their one word, `activation`; `current` where currents are measured.
    private static String common(List<String> names, Dimension dimension) {
        List<String> words = names.stream().map(n -> n.replaceFirst("[(].*", "")).distinct().toList();
        if (dimension.equals(Dimension.NONE) && words.size() == 1) return words.getFirst();
        List<String> measured = names.stream().map(n -> n.replaceFirst("^\\w+[(]([^(),]*).*$", "$1")).toList();
        boolean alike = measured.stream().map(n -> n.substring(n.lastIndexOf('.') + 1)).distinct().count() == 1;
        return Figures.common(alike ? measured : names, dimension);
    }

    /// Points, joined where nothing was fitted to them.
    private List<Layer> curves(List<Series.Column> columns) {
        double[] xs = series.grid().shown();
        List<Layer> layers = new ArrayList<>();
        if (relative(columns)) layers.add(Layer.Rule.horizontal(1, ""));
        for (int i = 0; i < columns.size(); i++) {
            Series.Column column = columns.get(i);
            String label = columns.size() == 1 ? "" : spoken(column.name());
            List<Result.Fit> own = fits(column);
            if (own.isEmpty()) layers.add(Layer.Line.of(xs, column.shown(), label, i).wide(Layer.THIN));
            for (Result.Fit fit : own) {
                Layer.Line line = Layer.Line.of(fit.xs(), fit.ys(), fit.label().isEmpty() ? label : spoken(fit.label()), i + own.indexOf(fit)).wide(Layer.THIN);
                layers.add(own.indexOf(fit) == 0 ? line : line.dashed(Tone.Dash.DASHED));
            }
            layers.add(Layer.Points.of(xs, column.shown(), "", i));
            if (fires(column)) layers.add(FiFigure.silent(xs, column.shown(), i));
        }
        return layers;
    }

    /// Whether it is a frequency of firing, which is nothing where it does not fire.
    private static boolean fires(Series.Column column) {
        return column.name().equals("frequency") && Arrays.stream(column.values()).anyMatch(Double::isNaN) && Arrays.stream(column.values()).anyMatch(Double::isFinite);
    }

    private List<Layer> residuals(List<Series.Column> columns) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (Result.Fit fit : fits(columns.get(i))) {
                if (fit.residuals().length == 0) continue;
                if (layers.isEmpty()) layers.add(Layer.Rule.horizontal(0, ""));
                Layer.Points points = Layer.Points.of(series.grid().shown(), fit.residuals(), "", i + fits(columns.get(i)).indexOf(fit));
                layers.add(fits(columns.get(i)).indexOf(fit) == 0 ? points : points.with(Layer.Marker.CROSS));
            }
        }
        return layers;
    }

    private List<Result.Fit> fits(Series.Column column) {
        return fits.stream().filter(f -> f.column().equals(column.name())).toList();
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
