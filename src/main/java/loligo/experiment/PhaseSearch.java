package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import loligo.dynamics.Cycle;
import loligo.dynamics.Cycles;
import loligo.dynamics.Isochron;
import loligo.dynamics.PhasePortrait;
import loligo.dynamics.PhaseResponse;
import loligo.dynamics.Problem;
import loligo.feature.Feature;
import loligo.model.Equations;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// What tells the phase of a stable cycle of a plane: its isochrons, and how far a small push shifts it.
///
/// @param states the two unknowns of the plane
record PhaseSearch(Problem planar, Study.Plane study, List<Equations.State> states) {
    static final String PHASE = "phase";
    static final String PUSH = "shift_by_";   // before the name of what is pushed
    static final int ISOCHRONS = 20;
    private static final int SHOWN = 400;     // points of a phase response
    private static final double ROUNDING = 1e-9;
    private static final double TYPE_II = 10; // a delay of a tenth of the advance or more

    /// Two curves of a cycle; none where it is not isolated.
    List<Result.Route> of(PhasePortrait.Closed closed, String name) {
        Cycle cycle = closed.orbit();
        double origin = cycle.peak(0);
        Cycle finer = Cycles.doubled(planar, cycle);
        PhaseResponse response;
        PhaseResponse finest;
        try {
            response = PhaseResponse.of(planar, cycle);
            finest = PhaseResponse.of(planar, finer);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        List<Isochron> isochrons = Isochron.of(planar, cycle, response, origin, study.x().range(), study.y().range(), ISOCHRONS);
        String peak = "the peak of " + states.getFirst().name();
        List<Result.Route> routes = new ArrayList<>();
        routes.add(new Result.Route(Result.Route.ISOCHRONS, name, true, isochrons.size() + " isochrons, counted from " + peak + (leave(cycle, isochrons) ? "" : "; they end beside it, as orbits come to it too slowly to be followed back farther"), isochrons(isochrons)));
        List<Feature> shifts = shifts(response.extent(0), finest.extent(0), finer == cycle);
        routes.add(new Result.Route(Result.Route.RESPONSE, name, true, sentence(finest.extent(0), shifts, peak), response(finest, origin), shifts));
        return routes;
    }

    /// Whether one of them comes away from the cycle, by a 50th of the plane.
    private boolean leave(Cycle cycle, List<Isochron> isochrons) {
        double[] across = cycle.extent(0), up = cycle.extent(1);
        double right = study.x().range().width() / 50, above = study.y().range().width() / 50;
        return isochrons.stream().flatMap(i -> Arrays.stream(i.points())).anyMatch(p -> p[0] < across[0] - right || p[0] > across[1] + right || p[1] < up[0] - above || p[1] > up[1] + above);
    }

    private Series isochrons(List<Isochron> isochrons) {
        List<Series.Column> columns = List.of(column(states.getLast(), isochrons, 1), new Series.Column(PHASE, Unit.ONE, isochrons.stream().flatMapToDouble(i -> Arrays.stream(i.points()).mapToDouble(_ -> i.phase())).toArray()));
        return new Series(column(states.getFirst(), isochrons, 0), columns);
    }

    private static Series.Column column(Equations.State state, List<Isochron> isochrons, int of) {
        return new Series.Column(state.name(), state.unit(), isochrons.stream().flatMap(i -> Arrays.stream(i.points())).mapToDouble(p -> p[of]).toArray());
    }

    private Series response(PhaseResponse response, double origin) {
        double[] phases = new double[SHOWN + 1];
        double[][] z = new double[SHOWN + 1][];
        for (int k = 0; k <= SHOWN; k++) {
            phases[k] = (double) k / SHOWN;
            z[k] = response.at(origin + phases[k]);
        }
        return new Series(new Series.Column(PHASE, Unit.ONE, phases), List.of(shift(0, z), shift(1, z)));
    }

    private Series.Column shift(int of, double[][] z) {
        ToDoubleFunction<double[]> one = row -> row[of];
        return new Series.Column(PUSH + states.get(of).name(), unit(states.get(of)), Arrays.stream(z).mapToDouble(one).toArray());
    }

    /// Time per push.
    private static Unit unit(Equations.State state) {
        String symbol = state.unit().symbol();
        String below = symbol.contains("/") || symbol.contains("*") ? "(" + symbol + ")" : symbol;
        return state.unit().pure() ? Dimension.TIME.unit() : new Unit("ms/" + below, Dimension.TIME.over(state.dimension()), 1 / state.unit().scale(), 0);
    }

    private List<Feature> shifts(double[] coarse, double[] fine, boolean unchecked) {
        List<Feature> shifts = new ArrayList<>();
        Unit unit = unit(states.getFirst());
        shifts.add(shift("largest_advance", fine[1], coarse[1], unit, unchecked));
        shifts.add(shift("largest_delay", -fine[0], -coarse[0], unit, unchecked));
        return shifts;
    }

    private static Feature shift(String name, double fine, double coarse, Unit unit, boolean unchecked) {
        double error = (Math.abs(fine - coarse) + ROUNDING * Math.abs(fine)) / unit.scale();
        return new Feature(name, fine / unit.scale(), unit, 0, unchecked ? null : error, null).unchecked("on a mesh of twice as many intervals the cycle was not found again");
    }

    private String sentence(double[] extent, List<Feature> shifts, String peak) {
        String push = "a small push in " + states.getFirst().name();
        if (extent[1] <= 0) return push + " puts " + peak + " off by up to " + Digits.told(shifts.getLast());
        String first = push + " brings " + peak + " forward by up to " + Digits.told(shifts.getFirst());
        if (extent[0] >= 0) return first + " and never puts it off (type I)";
        return first + ", or puts it off by up to " + Digits.told(shifts.getLast()) + (-extent[0] * TYPE_II < extent[1] ? " (type I)" : " (type II)");
    }
}
