package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loligo.feature.Feature;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.figure.Tone;

/// Draws the conductances that a potential implies, and below the potential that they imply beside the potential itself: filled dots where the membrane rests.
final class ChordFigure {
    private static final double DECADES = 1e-5; // of the largest conductance: what is smaller is not seen

    private ChordFigure() {}

    static Figure of(Study.Chord study, Result.Curve curve) {
        Series series = curve.series();
        if (series == null) throw new IllegalStateException("a result without columns is not drawn");
        boolean injected = ChordCurve.injected(study.on().equations()) != 0;
        String caption = study.name() + ": above, the conductances of " + study.on().model().name() + " with gates settled at V; below, the potential that they imply" + (injected ? " together with the injected current" : "")
                + ", the mean of the reversal potentials weighted by them. Where it is V itself the membrane stands still: filled, stable; open, unstable. Upright lines: where it is stable.";
        Axis x = Axis.of(Figures.words("V"), "mV").between(study.over().low(), study.over().high());
        return Figure.of("", caption, List.of(conductances(curve, series, x), implied(curve, series, x)));
    }

    private static Panel conductances(Result.Curve curve, Series series, Axis x) {
        List<Series.Column> channels = series.columns().subList(0, series.columns().size() - 2);
        double largest = channels.stream().flatMapToDouble(c -> Arrays.stream(c.shown())).filter(Double::isFinite).max().orElse(0);
        Axis y = largest > 0 ? Axis.log("conductance", channels.getFirst().unit().symbol()) : Axis.of("conductance", channels.getFirst().unit().symbol());
        List<Layer> layers = new ArrayList<>();
        for (double rest : potentials(curve, true)) layers.add(Layer.Rule.vertical(rest, ""));
        for (int i = 0; i < channels.size(); i++) {
            double[] seen = Arrays.stream(channels.get(i).shown()).map(g -> g >= DECADES * largest ? g : Double.NaN).toArray();
            layers.add(Layer.Line.of(series.grid().shown(), seen, channels.get(i).name().replaceFirst("[.]conductance$", ""), i));
        }
        return new Panel("", x, y, layers);
    }

    private static Panel implied(Result.Curve curve, Series series, Axis x) {
        double[] potentials = series.grid().shown();
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.Line.of(new double[] {potentials[0], potentials[potentials.length - 1]}, new double[] {potentials[0], potentials[potentials.length - 1]}, "V itself", 0).dashed(Tone.Dash.DASHED).wide(Layer.THIN));
        layers.add(Layer.Line.of(potentials, series.column(ChordCurve.IMPLIED).shown(), "implied", 0));
        for (boolean stable : new boolean[] {true, false}) {
            double[] at = potentials(curve, stable);
            if (at.length > 0) layers.add(Layer.Points.of(at, at, stable ? "stable" : "unstable", 1).with(stable ? Layer.Marker.DISC : Layer.Marker.CIRCLE));
        }
        return new Panel("", x, Axis.of("implied potential", "mV"), layers);
    }

    /// Where implied and own potential agree // [crossings of this kind], mV
    private static double[] potentials(Result.Curve curve, boolean stable) {
        return curve.members().stream().map(m -> m.only(List.of("V")).features().getFirst()).filter(f -> String.valueOf(f.note()).startsWith("stable") == stable).mapToDouble(ChordFigure::value).toArray();
    }

    private static double value(Feature feature) {
        Double value = feature.value();
        return value == null ? Double.NaN : value;
    }
}
