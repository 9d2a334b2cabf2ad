package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import loligo.dynamics.Stability;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.model.Equations;
import loligo.quantity.Unit;

/// Draws the steady-state current against the potential, with the injected current as a line and equilibria where they cross: filled where stable.
final class StandstillFigure {
    private static final double LANDSCAPE = 0.7; // of the height of the panel above

    private StandstillFigure() {}

    static List<String> columns(Result.Standstills result) {
        List<String> columns = SteadyCurve.columns(result.study().on().equations());
        return columns.subList(1, columns.size());
    }

    static Figure of(Result.Standstills result) {
        Series series = result.series();
        if (series == null) throw new IllegalStateException("a result without columns is not drawn");
        Equations equations = result.study().on().equations();
        Series.Column current = series.columns().getFirst();
        double level = current.unit().outside(level(equations));
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.Rule.horizontal(level, SteadyCurve.membrane(equations) ? "injected" : ""));
        layers.add(Layer.Line.of(series.grid().shown(), current.shown(), "", 0));
        layers.add(points(result, Stability::stable, level, "stable").with(Layer.Marker.DISC));
        layers.add(points(result, s -> s == Stability.SADDLE, level, "saddle").with(Layer.Marker.DIAMOND));
        layers.add(points(result, s -> !s.stable() && s != Stability.SADDLE, level, "unstable").with(Layer.Marker.CIRCLE));
        Axis x = Axis.of(Figures.words(series.grid().name()), series.grid().unit().symbol());
        Axis y = Axis.of(SteadyCurve.membrane(equations) ? "steady-state current" : current.name(), current.unit().symbol());
        String caption = result.study().name() + ": " + (SteadyCurve.membrane(equations) ? "steady-state current" : current.name()) + " of " + result.study().on().model().name() + " against " + series.grid().name()
                + "; filled: stable equilibria, open: unstable ones, diamonds: saddles.";
        if (!PhaseLine.has(equations)) return Figure.of("", caption, List.of(new Panel("", x, y, drawn(layers))));
        double[] energy = series.columns().getLast().shown();
        layers.add(PhaseLine.arrows(result, series.grid().shown(), energy, level));
        String flow = " Arrows: where " + series.grid().name() + " goes. Below, the landscape down which it rolls, minus the integral of d" + series.grid().name() + "/dt over " + series.grid().name() + ".";
        return Figure.of("", caption + flow, List.of(new Panel("", x, y, drawn(layers)), landscape(result, series, x)));
    }

    private static List<Layer> drawn(List<Layer> layers) {
        return layers.stream().filter(l -> !(l instanceof Layer.Points p) || p.xs().length > 0).toList();
    }

    /// Of a single unknown: valleys where it rests, a hilltop where it may go either way.
    private static Panel landscape(Result.Standstills result, Series series, Axis x) {
        Series.Column energy = series.columns().getLast();
        Unit unit = series.grid().unit();
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.Line.of(series.grid().shown(), energy.shown(), "", 0));
        for (boolean stable : new boolean[] {true, false}) {
            double[] xs = result.found().stream().filter(e -> e.stability().stable() == stable).mapToDouble(e -> unit.outside(e.state()[0])).toArray();
            double[] ys = Arrays.stream(xs).map(at -> between(series.grid().shown(), energy.shown(), at)).toArray();
            layers.add(Layer.Points.of(xs, ys, "", 1).with(stable ? Layer.Marker.DISC : Layer.Marker.CIRCLE));
        }
        return new Panel("", x, Axis.of(PhaseLine.ENERGY, energy.unit().symbol()), drawn(layers), LANDSCAPE);
    }

    /// On the straight line between two rows of an evenly spaced grid.
    private static double between(double[] grid, double[] values, double at) {
        double place = (at - grid[0]) / (grid[1] - grid[0]);
        int k = Math.clamp((long) place, 0, grid.length - 2);
        return values[k] + (place - k) * (values[k + 1] - values[k]);
    }

    /// What flows at an equilibrium: the current that is injected.
    private static double level(Equations equations) {
        if (!SteadyCurve.membrane(equations)) return 0;
        return equations.inputs().stream().filter(i -> i.name().equals("I")).mapToDouble(Equations.Input::value).findFirst().orElse(0);
    }

    private static Layer.Points points(Result.Standstills result, Predicate<Stability> which, double level, String label) {
        Equations.State first = result.study().on().equations().states().getFirst();
        double[] xs = result.found().stream().filter(e -> which.test(e.stability())).mapToDouble(e -> first.unit().outside(e.state()[0])).toArray();
        double[] ys = new double[xs.length];
        Arrays.fill(ys, level);
        return Layer.Points.of(xs, ys, label, 1);
    }
}
