package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;

/// Draws an ensemble: when its cells fire, and between which potentials nine tenths of them lie; or one number of the cells against another.
final class CrowdFigure {
    /// Of so many cells it is shown when they fire.
    static final int MOST_CELLS = 100;
    private static final double RASTER_SHARE = 1.2;
    private static final double STROKE = 0.8; // of a row, a spike

    private CrowdFigure() {}

    static Figure of(Result.Crowd crowd, Plot plot) {
        return plot.y().equals(usual(crowd.study())) && plot.x() == null ? overTime(crowd) : scattered(crowd, plot);
    }

    /// The recorded column whose envelope is drawn.
    static List<String> usual(Study.Ensemble study) {
        return List.of(study.run().record().getFirst().name());
    }

    private static Figure overTime(Result.Crowd crowd) {
        Series envelope = crowd.envelope();
        if (envelope == null) throw new IllegalStateException("an ensemble without runs is not drawn");
        Axis time = Axis.of("time", "ms");
        int shown = crowd.spikes().length;
        List<Panel> panels = new ArrayList<>();
        Layer.Line raster = raster(crowd.spikes());
        if (raster.xs().length > 0) panels.add(new Panel("", time, Axis.of("cell", "").between(0, shown + 1.0), List.of(raster), RASTER_SHARE));
        Study.Recorded first = crowd.study().run().record().getFirst();
        double[] times = envelope.grid().shown();
        double[][] shares = Spread.NAMES.stream().map(n -> envelope.column(first.name() + "." + n).shown()).toArray(double[][]::new);
        panels.add(new Panel("", time, Axis.of(Figures.words(first.name()), first.unit().symbol()),
                List.of(new Layer.Band(times, shares[0], shares[2], "nine tenths of the cells", 0), Layer.Line.of(times, shares[1], "median", 0))));
        String cells = crowd.members().size() > shown ? " The raster shows the first " + shown + " of " + crowd.members().size() + " cells." : "";
        return Figure.of("", crowd.study().name() + ": spikes and " + first.name() + " of " + crowd.members().size() + " cells of " + crowd.study().cells().of().model().name() + "." + cells, panels);
    }

    /// A stroke for each spike, all strokes one line with gaps.
    private static Layer.Line raster(double[][] spikes) {
        DoubleStream.Builder xs = DoubleStream.builder();
        DoubleStream.Builder ys = DoubleStream.builder();
        for (int k = 0; k < spikes.length; k++) {
            for (double t : spikes[k]) {
                xs.add(t).add(t).add(t);
                ys.add(k + 1 - STROKE / 2).add(k + 1 + STROKE / 2).add(Double.NaN);
            }
        }
        return Layer.Line.of(xs.build().toArray(), ys.build().toArray(), "", 0).wide(Layer.THIN);
    }

    private static Figure scattered(Result.Crowd crowd, Plot plot) {
        Series table = crowd.series();
        if (table == null) throw new IllegalStateException("an ensemble without runs is not drawn");
        Series.Column x = plot.x() == null ? table.grid() : table.column(plot.x());
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < plot.y().size(); i++) layers.add(Layer.Points.of(x.shown(), table.column(plot.y().get(i)).shown(), plot.y().size() == 1 ? "" : plot.y().get(i), i));
        Axis down = Axis.of(plot.y().size() == 1 ? Figures.words(plot.y().getFirst()) : "", table.column(plot.y().getFirst()).unit().symbol());
        return Figure.of("", crowd.study().name() + ": " + String.join(", ", plot.y()) + " of each cell against " + x.name() + ".", List.of(new Panel("", Axis.of(Figures.words(x.name()), x.unit().symbol()), down, layers)));
    }

    /// What can be drawn: the recorded column over time, and the numbers of the cells.
    static List<String> columns(Study.Ensemble study) {
        List<String> names = new ArrayList<>(List.of("cell"));
        study.cells().draws().forEach(d -> names.add(d.name()));
        names.addAll(study.measure());
        names.addAll(usual(study));
        return names;
    }
}
