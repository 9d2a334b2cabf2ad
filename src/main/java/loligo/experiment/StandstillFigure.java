package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.model.Equations;

/// Draws the steady-state current against the potential, with the injected current as a line and equilibria where they cross: filled where stable.
final class StandstillFigure {
    private StandstillFigure() {}

    static List<String> columns(Result.Standstills result) {
        List<String> columns = SteadyCurve.columns(result.study().on().equations());
        return columns.subList(1, columns.size());
    }

    static Figure of(Result.Standstills result) {
        Series series = result.series();
        if (series == null) throw new IllegalStateException("a result without columns is not drawn");
        Equations equations = result.study().on().equations();
        Series.Column flow = series.columns().getFirst();
        double level = flow.unit().outside(level(equations));
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.Rule.horizontal(level, SteadyCurve.membrane(equations) ? "injected" : ""));
        layers.add(Layer.Line.of(series.grid().shown(), flow.shown(), "", 0));
        layers.add(points(result, true, level).with(Layer.Marker.DISC));
        layers.add(points(result, false, level).with(Layer.Marker.CIRCLE));
        Axis x = Axis.of(Figures.words(series.grid().name()), series.grid().unit().symbol());
        Axis y = Axis.of(SteadyCurve.membrane(equations) ? "steady-state current" : flow.name(), flow.unit().symbol());
        String caption = result.study().name() + ": " + (SteadyCurve.membrane(equations) ? "steady-state current" : flow.name()) + " of " + result.study().on().model().name() + " against " + series.grid().name()
                + "; filled: stable equilibria, open: unstable ones.";
        return Figure.of("", caption, List.of(new Panel("", x, y, layers.stream().filter(l -> !(l instanceof Layer.Points p) || p.xs().length > 0).toList())));
    }

    /// What flows at an equilibrium: the current that is injected.
    private static double level(Equations equations) {
        if (!SteadyCurve.membrane(equations)) return 0;
        return equations.inputs().stream().filter(i -> i.name().equals("I")).mapToDouble(Equations.Input::value).findFirst().orElse(0);
    }

    private static Layer.Points points(Result.Standstills result, boolean stable, double level) {
        Equations.State first = result.study().on().equations().states().getFirst();
        double[] xs = result.found().stream().filter(e -> e.stability().stable() == stable).mapToDouble(e -> first.unit().outside(e.state()[0])).toArray();
        double[] ys = new double[xs.length];
        Arrays.fill(ys, level);
        return Layer.Points.of(xs, ys, stable ? "stable" : "unstable", 1);
    }
}
