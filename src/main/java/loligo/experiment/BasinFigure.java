package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import loligo.dynamics.Equilibrium;
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
    private final Study.Plane plane;

    private BasinFigure(Result.Basin result) {
        this.result = result;
        this.plane = result.study().plane();
        List<Equations.State> states = PlaneTable.states(plane);
        this.across = states.getFirst();
        this.up = states.getLast();
    }

    static Figure of(Result.Basin result) {
        return new BasinFigure(result).figure();
    }

    private Figure figure() {
        List<Layer> layers = new ArrayList<>();
        Series array = Objects.requireNonNull(result.series());
        int rests = 0, rounds = 0;
        for (Result.Goal goal : result.goals()) {
            if (goal.label() < 0) continue; // white
            int tone = goal.label() == 0 ? NOWHERE : goal.rest() != null ? RESTS[rests++ % RESTS.length] : ROUNDS[rounds++ % ROUNDS.length];
            layers.addAll(new BasinPatches(array, goal.label(), PlaneFigure.side(plane.x(), across), PlaneFigure.side(plane.y(), up)).bands(key(goal), tone));
        }
        for (Result.Route border : result.borders()) layers.add(Layer.Line.of(border.series().grid().shown(), border.series().columns().getFirst().shown(), "", INK).wide(Layer.THIN).dashed(Tone.Dash.SOLID));
        for (Result.Goal goal : result.goals()) if (goal.round().length > 0) layers.add(round(goal));
        List<Equilibrium> seen = result.found().stream().filter(e -> plane.x().range().contains(x(e.state())) && plane.y().range().contains(y(e.state()))).toList();
        layers.addAll(PlaneFigure.dots(seen, e -> across.unit().outside(x(e.state())), e -> up.unit().outside(y(e.state()))));
        String white = result.goals().stream().anyMatch(g -> g.label() < 0) ? " White: far away." : "";
        return Figure.of("", result.study().name() + ": where orbits of " + plane.on().model().name() + " go that begin here." + white, List.of(new Panel("", PlaneFigure.axis(plane.x(), across), PlaneFigure.axis(plane.y(), up), layers)));
    }

    /// Short, as a key has room for few words.
    private String key(Result.Goal goal) {
        if (goal.rest() != null) return "to " + across.name() + " = " + Digits.value(across.unit().outside(x(goal.rest().state())), SHOWN) + across.unit().after();
        if (!goal.attracts()) return "undecided";
        return result.goals().stream().filter(g -> g.period() != null).count() > 1 ? "to the " + goal.name() : "to the cycle";
    }

    private double x(double[] state) {
        return state[plane.x().unknown()];
    }

    private double y(double[] state) {
        return state[plane.y().unknown()];
    }

    private Layer round(Result.Goal goal) {
        double[][] cut = Clipping.within(Arrays.stream(goal.round()).mapToDouble(p -> across.unit().outside(p[0])).toArray(), Arrays.stream(goal.round()).mapToDouble(p -> up.unit().outside(p[1])).toArray(), PlaneFigure.side(plane.x(), across), PlaneFigure.side(plane.y(), up));
        return Layer.Line.of(cut[0], cut[1], "", INK).wide(2).dashed(Tone.Dash.SOLID).arrowed();
    }
}
