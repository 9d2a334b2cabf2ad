package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.figure.Tone;
import loligo.model.Equations;

/// Draws, of each stable cycle of a plane, its isochrons, and below them how far a small push shifts it.
final class PhaseFigure {
    private static final int CYCLE = 0; // tones
    private static final int RESPONSE = 1;
    private static final double HEIGHT = 0.5; // of a phase response, beside its isochrons

    private PhaseFigure() {}

    static boolean draws(Result.Plane result) {
        return result.routes().stream().anyMatch(r -> r.kind().equals(Result.Route.ISOCHRONS));
    }

    static Figure of(Result.Plane result) {
        List<Equations.State> states = PlaneTable.states(result.study());
        List<Panel> panels = new ArrayList<>();
        for (Result.Route route : result.routes()) {
            if (route.kind().equals(Result.Route.ISOCHRONS)) panels.add(isochrons(result, route, states));
            if (route.kind().equals(Result.Route.RESPONSE)) panels.add(response(route, states.getFirst()).share(HEIGHT));
        }
        String x = states.getFirst().name();
        String caption = result.study().name() + ": isochrons of the stable cycle, states that come to fire together, and how far a small push in " + x + " shifts the firing. Phases are counted from the peak of " + x + ".";
        return new Figure("", caption, Figure.WIDTH, 0, Figure.Arrangement.STACKED, panels);
    }

    private static Panel isochrons(Result.Plane result, Result.Route route, List<Equations.State> states) {
        double[] xs = route.series().grid().shown();
        double[] ys = route.series().columns().getFirst().shown();
        double[] phases = route.series().columns().getLast().shown();
        List<Layer.Member> members = new ArrayList<>();
        for (int from = 0, to; from < xs.length; from = to) {
            for (to = from; to < xs.length && phases[to] == phases[from]; ) to++;
            double[][] cut = cut(result, states, Arrays.copyOfRange(xs, from, to), Arrays.copyOfRange(ys, from, to));
            members.add(new Layer.Member(phases[from], cut[0], cut[1]));
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Family(members, PhaseSearch.PHASE, "1", Tone.ROUND));
        for (Result.Route orbit : result.routes()) {
            if (!orbit.kind().equals("orbit") || !orbit.stable()) continue;
            double[][] cut = cut(result, states, orbit.series().grid().shown(), orbit.series().columns().getFirst().shown());
            layers.add(Layer.Line.of(cut[0], cut[1], "", CYCLE).wide(2).arrowed());
        }
        layers.addAll(PlaneFigure.dots(result.found(), e -> states.getFirst().unit().outside(e.state()[0]), e -> states.getLast().unit().outside(e.state()[1])));
        return new Panel("", PlaneFigure.axis(result.study().x(), states.getFirst()), PlaneFigure.axis(result.study().y(), states.getLast()), layers);
    }

    private static double[][] cut(Result.Plane result, List<Equations.State> states, double[] xs, double[] ys) {
        return Clipping.within(xs, ys, PlaneFigure.side(result.study().x(), states.getFirst()), PlaneFigure.side(result.study().y(), states.getLast()));
    }

    private static Panel response(Result.Route route, Equations.State pushed) {
        Series.Column shift = route.series().columns().getFirst();
        Axis phase = Axis.of("phase at which " + pushed.name() + " is pushed", "1").between(0, 1);
        List<Layer> layers = List.of(Layer.Rule.horizontal(0, ""), Layer.Line.of(route.series().grid().shown(), shift.shown(), "", RESPONSE));
        return new Panel("", phase, Axis.of("advance", shift.unit().symbol()), layers);
    }
}
