package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Stability;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.figure.Tone;
import loligo.model.Equations;

/// Draws basins: pale what goes to each attractor, dark the borders between them, on them the attractors and the other equilibria.
final class BasinFigure {
    private static final int INK = 0; // tones
    private static final int[] RESTS = {3, 4, 5, 7, 1};
    private static final int[] ROUNDS = {6, 2, 5, 7};
    private static final int NOWHERE = 0;
    private static final double SHOWN = 0.1; // digits of a key

    private final Result.Basin result;
    private final Equations.State across;
    private final Equations.State up;
    private final int side; // nodes

    private BasinFigure(Result.Basin result) {
        this.result = result;
        List<Equations.State> states = PlaneTable.states(result.study().plane());
        this.across = states.getFirst();
        this.up = states.getLast();
        this.side = result.pieces() + 1;
    }

    static Figure of(Result.Basin result) {
        return new BasinFigure(result).figure();
    }

    private Figure figure() {
        List<Layer> layers = new ArrayList<>();
        int rests = 0, rounds = 0;
        for (Result.Goal goal : result.goals()) {
            if (goal.label() < 0) continue; // white
            int tone = goal.label() == 0 ? NOWHERE : goal.rest() != null ? RESTS[rests++ % RESTS.length] : ROUNDS[rounds++ % ROUNDS.length];
            layers.addAll(new BasinPatches(result.label(), side, goal.label(), this::x, this::y).bands(key(goal), tone));
        }
        for (Result.Route border : result.borders()) layers.add(Layer.Line.of(border.series().grid().shown(), border.series().columns().getFirst().shown(), "", INK).wide(Layer.THIN).dashed(Tone.Dash.SOLID));
        for (Result.Goal goal : result.goals()) if (goal.round().length > 0) layers.add(round(goal));
        points(layers, e -> e.stability().stable(), "stable", Layer.Marker.DISC);
        points(layers, e -> !e.stability().stable() && e.stability() != Stability.SADDLE, "unstable", Layer.Marker.CIRCLE);
        points(layers, e -> e.stability() == Stability.SADDLE, "saddle", Layer.Marker.DIAMOND);
        String white = result.goals().stream().anyMatch(g -> g.label() < 0) ? " White: far away." : "";
        return Figure.of("", result.study().name() + ": where orbits of " + result.study().plane().on().model().name() + " go that begin here." + white, List.of(new Panel("", axis(across, 0), axis(up, 1), layers)));
    }

    /// Short, as a key has room for few words.
    private String key(Result.Goal goal) {
        if (goal.rest() != null) return "to " + across.name() + " = " + Digits.value(across.unit().outside(goal.rest().state()[result.study().plane().x().unknown()]), SHOWN) + across.unit().after();
        if (!goal.attracts()) return "undecided";
        return result.goals().stream().filter(g -> g.period() != null).count() > 1 ? "to the " + goal.name() : "to the cycle";
    }

    private Axis axis(Equations.State state, int k) {
        return Axis.of(Figures.words(state.name()), state.unit().symbol()).between(k == 0 ? x(0) : y(0), k == 0 ? x(side - 1) : y(side - 1));
    }

    private double x(double column) {
        return across.unit().outside(result.study().plane().x().range().at(column / (side - 1)));
    }

    private double y(double row) {
        return up.unit().outside(result.study().plane().y().range().at(row / (side - 1)));
    }

    private Layer round(Result.Goal goal) {
        double[][] cut = Clipping.within(Arrays.stream(goal.round()).mapToDouble(p -> across.unit().outside(p[0])).toArray(), Arrays.stream(goal.round()).mapToDouble(p -> up.unit().outside(p[1])).toArray(),
                new loligo.dynamics.Range(x(0), x(side - 1)), new loligo.dynamics.Range(y(0), y(side - 1)));
        return Layer.Line.of(cut[0], cut[1], "", INK).wide(2).dashed(Tone.Dash.SOLID).arrowed();
    }

    private void points(List<Layer> layers, Predicate<Equilibrium> which, String label, Layer.Marker marker) {
        Study.Plane plane = result.study().plane();
        double[][] at = result.found().stream().filter(which).map(e -> new double[] {e.state()[plane.x().unknown()], e.state()[plane.y().unknown()]})
                .filter(p -> plane.x().range().contains(p[0]) && plane.y().range().contains(p[1])).toArray(double[][]::new);
        if (at.length == 0) return;
        layers.add(Layer.Points.of(Arrays.stream(at).mapToDouble(p -> across.unit().outside(p[0])).toArray(), Arrays.stream(at).mapToDouble(p -> up.unit().outside(p[1])).toArray(), label, INK).with(marker));
    }
}
