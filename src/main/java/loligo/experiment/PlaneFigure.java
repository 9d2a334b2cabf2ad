package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

    static Figure of(Result.Plane result) {
        return new PlaneFigure(result).figure();
    }

    private Figure figure() {
        List<Layer> layers = new ArrayList<>();
        layers.add(arrows());
        for (Result.Route route : result.routes()) if (!route.kind().equals(Result.Route.NEIGHBOURHOOD)) layers.add(line(route));
        points(layers, e -> e.stability().stable(), "stable", Layer.Marker.DISC);
        points(layers, e -> !e.stability().stable() && e.stability() != Stability.SADDLE, "unstable", Layer.Marker.CIRCLE);
        points(layers, e -> e.stability() == Stability.SADDLE, "saddle", Layer.Marker.DIAMOND);
        Axis x = Axis.of(Figures.words(across.name()), across.unit().symbol()).between(across.unit().outside(result.study().x().range().low()), across.unit().outside(result.study().x().range().high()));
        Axis y = Axis.of(Figures.words(up.name()), up.unit().symbol()).between(up.unit().outside(result.study().y().range().low()), up.unit().outside(result.study().y().range().high()));
        return Figure.of("", result.study().name() + ": the phase plane of " + result.study().on().model().name() + ". On a nullcline one of the two stands still; arrows point where the state goes.", List.of(new Panel("", x, y, layers)));
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

    private static Range side(Study.Side side, Equations.State state) {
        return new Range(state.unit().outside(side.range().low()), state.unit().outside(side.range().high()));
    }

    /// The label the first time, then none.
    private String once(String label) {
        return named.add(label) ? label : "";
    }

    private void points(List<Layer> layers, Predicate<Equilibrium> which, String label, Layer.Marker marker) {
        double[][] at = result.found().stream().filter(which).map(e -> new double[] {across.unit().outside(e.state()[0]), up.unit().outside(e.state()[1])}).toArray(double[][]::new);
        if (at.length == 0) return;
        layers.add(Layer.Points.of(Arrays.stream(at).mapToDouble(p -> p[0]).toArray(), Arrays.stream(at).mapToDouble(p -> p[1]).toArray(), label, CYCLE).with(marker));
    }
}
