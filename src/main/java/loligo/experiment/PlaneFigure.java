package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Range;
import loligo.dynamics.Stability;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.figure.Tone;
import loligo.model.Equations;

/// Draws a phase plane: directions, nullclines, manifolds of saddles, cycles, equilibria (filled where stable).
final class PlaneFigure {
    private static final int FIRST_NULLCLINE = 1; // tones
    private static final int SECOND_NULLCLINE = 2;
    private static final int MANIFOLD = 4;
    private static final int CYCLE = 0;

    private final Result.Plane result;
    private final Equations.State across;
    private final Equations.State up;
    private final Set<String> named = new LinkedHashSet<>(); // what the key holds already

    private PlaneFigure(Result.Plane result) {
        this.result = result;
        List<Equations.State> states = result.study().on().equations().states();
        this.across = states.get(result.study().x().unknown());
        this.up = states.get(result.study().y().unknown());
    }

    /// The plane, orbits beside its equilibria, the phases of its cycles: what there is of them.
    static List<Plot> plots(Result.Plane result) {
        List<String> columns = new ArrayList<>();
        columns.add(PlaneTable.states(result.study()).getLast().name());
        if (PhaseFigure.draws(result)) columns.add(PhaseSearch.PHASE);
        if (!result.neighbourhoods().isEmpty()) columns.add(NeighbourhoodFigure.LINEAR);
        return columns.stream().map(column -> new Plot(result.study().name(), null, List.of(column))).toList();
    }

    static Figure of(Result.Plane result, Plot plot) {
        return switch (plot.y().getFirst()) {
            case PhaseSearch.PHASE -> PhaseFigure.of(result);
            case NeighbourhoodFigure.LINEAR -> NeighbourhoodFigure.of(result);
            default -> new PlaneFigure(result).figure();
        };
    }

    private Figure figure() {
        List<Layer> layers = new ArrayList<>();
        layers.add(arrows());
        for (Result.Route route : result.routes()) if (route.line()) layers.add(line(route));
        layers.addAll(dots(result.found(), e -> across.unit().outside(e.state()[0]), e -> up.unit().outside(e.state()[1])));
        return Figure.of("", result.study().name() + ": the phase plane of " + result.study().on().model().name() + ". On a nullcline one of the two stands still; arrows point where the state goes.", List.of(new Panel("", axis(result.study().x(), across), axis(result.study().y(), up), layers)));
    }

    private Layer arrows() {
        Result.Arrows arrows = result.arrows();
        return new Layer.Arrows(shown(arrows.xs(), across), shown(arrows.ys(), up), perUnit(arrows.us(), across), perUnit(arrows.vs(), up), true);
    }

    private static double[] shown(double[] inside, Equations.State state) {
        return Arrays.stream(inside).map(state.unit()::outside).toArray();
    }

    private static double[] perUnit(double[] rates, Equations.State state) {
        return Arrays.stream(rates).map(r -> r / state.unit().scale()).toArray();
    }

    private Layer line(Result.Route route) {
        double[][] cut = Clipping.within(route.series().grid().shown(), route.series().columns().getFirst().shown(), side(result.study().x(), across), side(result.study().y(), up));
        double[] xs = cut[0];
        double[] ys = cut[1];
        return switch (route.kind()) {
            case "nullcline" -> route.of().equals(across.name()) ? Layer.Line.of(xs, ys, once(route.of() + "' = 0"), FIRST_NULLCLINE).dashed(Tone.Dash.DASHED)
                    : Layer.Line.of(xs, ys, once(route.of() + "' = 0"), SECOND_NULLCLINE).dashed(Tone.Dash.DOTTED).wide(2);
            case "manifold" -> Layer.Line.of(xs, ys, once(route.of()), MANIFOLD).wide(Layer.THIN).dashed(route.stable() ? Tone.Dash.DASH_DOT : Tone.Dash.SOLID);
            default -> Layer.Line.of(xs, ys, once(route.of()), CYCLE).wide(2).dashed(route.stable() ? Tone.Dash.SOLID : Tone.Dash.DASHED).arrowed();
        };
    }

    static Axis axis(Study.Side side, Equations.State state) {
        Range shown = side(side, state);
        return Axis.of(Figures.words(state.name()), state.unit().symbol()).between(shown.low(), shown.high());
    }

    static Range side(Study.Side side, Equations.State state) {
        return new Range(state.unit().outside(side.range().low()), state.unit().outside(side.range().high()));
    }

    /// The label the first time, then none.
    private String once(String label) {
        return named.add(label) ? label : "";
    }

    /// Equilibria, filled where stable.
    static List<Layer> dots(List<Equilibrium> found, ToDoubleFunction<Equilibrium> x, ToDoubleFunction<Equilibrium> y) {
        List<Layer> dots = new ArrayList<>();
        dots(dots, found.stream().filter(e -> e.stability().stable()).toList(), x, y, "stable", Layer.Marker.DISC);
        dots(dots, found.stream().filter(e -> !e.stability().stable() && e.stability() != Stability.SADDLE).toList(), x, y, "unstable", Layer.Marker.CIRCLE);
        dots(dots, found.stream().filter(e -> e.stability() == Stability.SADDLE).toList(), x, y, "saddle", Layer.Marker.DIAMOND);
        return dots;
    }

    private static void dots(List<Layer> dots, List<Equilibrium> found, ToDoubleFunction<Equilibrium> x, ToDoubleFunction<Equilibrium> y, String label, Layer.Marker marker) {
        if (!found.isEmpty()) dots.add(Layer.Points.of(found.stream().mapToDouble(x).toArray(), found.stream().mapToDouble(y).toArray(), label, CYCLE).with(marker));
    }
}
