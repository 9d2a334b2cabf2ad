package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import loligo.dynamics.Neighbourhood;
import loligo.dynamics.Stability;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.figure.Tone;
import loligo.model.Equations;
import loligo.quantity.Dimension;

/// Draws the flow beside each equilibrium of a plane, and the linearised flow from the same beginnings.
final class NeighbourhoodFigure {
    /// Beside the two unknowns, in the columns of the series.
    static final String LINEAR = "linear";
    private static final int COLUMNS = 3;
    private static final int FEW = 2; // columns
    private static final int FLOW = 0; // tones
    private static final int LINEARISED = 2;

    private NeighbourhoodFigure() {}

    /// The orbits over time: of each its two unknowns, then the same of the linearised flow.
    static Series series(Neighbourhood near, Equations.State across, Equations.State up) {
        List<Series.Column> columns = new ArrayList<>();
        for (int k = 0; k < near.orbits().length; k++) {
            String orbit = "(" + (k + 1) + ")";
            for (int i = 0; i < 2; i++) columns.add(column((i == 0 ? across : up).name() + orbit, i == 0 ? across : up, near.orbits()[k], i));
            for (int i = 0; i < 2; i++) columns.add(column(LINEAR + "." + (i == 0 ? across : up).name() + orbit, i == 0 ? across : up, near.linear()[k], i));
        }
        return new Series(new Series.Column(SeriesOf.TIME, Dimension.TIME.unit(), near.times()), columns);
    }

    private static Series.Column column(String name, Equations.State state, double[][] points, int i) {
        return new Series.Column(name, state.unit(), Arrays.stream(points).mapToDouble(p -> p[i]).toArray());
    }

    static Figure of(Result.Plane result) {
        List<Equations.State> states = PlaneTable.states(result.study());
        List<Panel> panels = new ArrayList<>();
        Study.Plane study = result.study();
        for (Neighbourhood near : result.neighbourhoods()) {
            Axis x = axis(near, 0, states.getFirst(), study.x());
            Axis y = axis(near, 1, states.getLast(), study.y());
            boolean last = panels.size() == result.neighbourhoods().size() - 1;
            panels.add(new Panel(near.at().stability().toString(), x, y, layers(near, states.getFirst(), states.getLast(), last)));
        }
        panels.add(ClassificationPanel.of(result.found()));
        String caption = result.study().name() + ": orbits beside each equilibrium (solid), and what the linearised flow, e^(Lt), makes of the same beginnings (dashed, from the black circles). They agree the better, the closer they are to it. Last, where each stands by trace and determinant of its Jacobian.";
        return new Figure("", caption, Figure.WIDTH, 0, Figure.Arrangement.grid(panels.size() <= 2 * FEW ? FEW : COLUMNS), panels);
    }

    /// @param named whether the key names the two flows
    private static List<Layer> layers(Neighbourhood near, Equations.State across, Equations.State up, boolean named) {
        List<Layer> layers = new ArrayList<>();
        for (int k = 0; k < near.orbits().length; k++) {
            layers.add(line(near.orbits()[k], across, up, FLOW, named && k == 0 ? "flow" : ""));
            layers.add(line(near.linear()[k], across, up, LINEARISED, named && k == 0 ? LINEAR : "").dashed(Tone.Dash.DASHED));
        }
        double[] xs = IntStream.range(0, near.orbits().length).mapToDouble(k -> across.unit().outside(near.orbits()[k][0][0])).toArray();
        double[] ys = IntStream.range(0, near.orbits().length).mapToDouble(k -> up.unit().outside(near.orbits()[k][0][1])).toArray();
        layers.add(Layer.Points.of(xs, ys, "", FLOW).with(Layer.Marker.CIRCLE));
        boolean stable = near.at().stability().stable();
        Layer.Marker marker = stable ? Layer.Marker.DISC : near.at().stability() == Stability.SADDLE ? Layer.Marker.DIAMOND : Layer.Marker.CIRCLE;
        layers.add(Layer.Points.of(new double[] {across.unit().outside(near.at().state()[0])}, new double[] {up.unit().outside(near.at().state()[1])}, "", 1).with(marker));
        return layers;
    }

    /// The window around the equilibrium, as far as the plane goes.
    private static Axis axis(Neighbourhood near, int i, Equations.State state, Study.Side side) {
        double middle = near.at().state()[i];
        double low = Math.max(middle - near.reach()[i], side.range().low());
        double high = Math.min(middle + near.reach()[i], side.range().high());
        return Axis.of(state.name(), state.unit().symbol()).between(state.unit().outside(low), state.unit().outside(high));
    }

    private static Layer.Line line(double[][] points, Equations.State across, Equations.State up, int tone, String label) {
        double[] xs = Arrays.stream(points).mapToDouble(p -> across.unit().outside(p[0])).toArray();
        double[] ys = Arrays.stream(points).mapToDouble(p -> up.unit().outside(p[1])).toArray();
        return Layer.Line.of(xs, ys, label, tone);
    }
}
