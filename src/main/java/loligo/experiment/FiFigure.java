package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import loligo.feature.Feature;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import org.jspecify.annotations.Nullable;

/// Draws frequency over current: filled where the membrane goes on firing, joined from the onset on; open and at zero where it does not.
final class FiFigure {
    /// What a caption says of [#silent] points.
    static final String SILENT = "open: it does not go on firing.";

    private FiFigure() {}

    /// Where nothing fires, at zero.
    ///
    /// @param frequencies Hz, NaN where nothing fires
    static Layer silent(double[] xs, double[] frequencies, int tone) {
        return Layer.Points.of(xs, Arrays.stream(frequencies).map(f -> Double.isNaN(f) ? 0 : Double.NaN).toArray(), "", tone).with(Layer.Marker.CIRCLE);
    }

    /// Whether a plot asks for nothing but this.
    static boolean draws(Plot plot) {
        return plot.x() == null && plot.y().equals(List.of(FiringCurve.FREQUENCY));
    }

    static Figure of(Study.Fi study, Result.Curve curve) {
        Series series = curve.series();
        if (series == null) throw new IllegalStateException("a result without columns is not drawn");
        double[] xs = series.grid().shown();
        double[] frequencies = series.column(FiringCurve.FREQUENCY).shown();
        Double onset = value(curve, "onset");
        List<Layer> layers = new ArrayList<>();
        if (onset != null) layers.add(Layer.Rule.vertical(onset, "onset"));
        if (curve.fits().isEmpty()) layers.add(Layer.Line.of(xs, frequencies, "", 0).wide(Layer.THIN));
        for (Result.Fit line : curve.fits()) layers.add(Layer.Line.of(line.xs(), line.ys(), "", 0).wide(Layer.THIN));
        layers.add(Layer.Points.of(xs, frequencies, "", 0));
        layers.add(silent(xs, frequencies, 0));
        Axis x = Axis.of(Figures.words(series.grid().name()), series.grid().unit().symbol()).between(xs[0], xs[xs.length - 1]);
        String caption = study.name() + ": how often " + study.run().on().model().name() + " fires when it has gone on firing for long, against " + series.grid().name() + ", switched on at rest; " + SILENT;
        return Figure.of("", caption, List.of(new Panel("", x, Axis.of("frequency", "Hz").between(0, Double.NaN), layers)));
    }

    private static @Nullable Double value(Result.Curve curve, String name) {
        return curve.features().stream().filter(f -> f.name().equals(name)).map(Feature::value).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
