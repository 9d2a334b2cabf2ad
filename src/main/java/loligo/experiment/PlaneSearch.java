package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Manifold;
import loligo.dynamics.Neighbourhood;
import loligo.dynamics.Nullcline;
import loligo.dynamics.PhasePortrait;
import loligo.dynamics.Plane;
import loligo.dynamics.Problem;
import loligo.feature.Feature;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Equations;
import loligo.solver.Outcome;

/// Finds what organises the flow of a preparation in a plane.
final class PlaneSearch {
    static final List<String> CITES = List.of("keller-1977", "ascher-christiansen-russell-1981", "lapack-1999", "malkin-1949", "winfree-1974", "guckenheimer-1975", "hansel-mato-meunier-1995");
    private static final double TOLERANCE = 1e-9;
    private static final int COLUMNS = 23; // arrows
    private static final int ROWS = 15;

    private final Study.Plane study;
    private final List<Equations.State> states;

    private PlaneSearch(Study.Plane study) {
        this.study = study;
        this.states = study.on().equations().states();
    }

    /// On a thread that is interrupted when asked to.
    static Result.Plane perform(Study.Plane study, Progress progress) {
        return new PlaneSearch(study).search(progress);
    }

    private Result.Plane search(Progress progress) {
        Kernel kernel = Kernel.compile(study.on().equations());
        KernelField field = ProblemOf.field(kernel);
        Problem whole = ProblemOf.resting(field, kernel.equations(), EquilibriaReader.whole(kernel.equations()));
        Followers followers = new Followers(kernel, field, study);
        Problem planar = new Plane(study.x().unknown(), study.y().unknown(), study.x().range(), study.y().range(), followers).system(whole, new double[0]);
        PhasePortrait portrait = PhasePortrait.of(planar, study.x().range(), study.y().range());
        List<Neighbourhood> neighbourhoods = portrait.equilibria().stream().map(e -> Neighbourhood.of(planar, e, study.x().range(), study.y().range())).toList();
        List<Result.Route> routes = routes(planar, portrait, neighbourhoods);
        progress.reached(study.name(), 1);
        Outcome outcome = Thread.currentThread().isInterrupted() ? Outcome.Stopped.onRequest("; what was found until then is kept") : new Outcome.Completed(Digits.counted(portrait.equilibria().size(), "equilibrium", "equilibria") + ", " + Digits.counted(portrait.cycles().size(), "cycle"));
        String completeness = followers.sentence(states) + "Equilibria are where the nullclines cross, and where Newton's method with deflation arrived from many places; pieces of nullclines smaller than a 120th of the plane, and what only they cross, might be missed. "
                + "Cycles are those on which orbits settle that leave equilibria, forwards and backwards in time, within some thousand times the slowest time constant there; slower ones are not seen.";
        return new Result.Plane(study, outcome, new Result.Procedure("nullclines followed, orbits to a relative tolerance", CITES, TOLERANCE, Double.NaN), portrait.equilibria(), routes, neighbourhoods, arrows(planar), completeness);
    }

    private List<Result.Route> routes(Problem planar, PhasePortrait portrait, List<Neighbourhood> neighbourhoods) {
        List<Result.Route> routes = new ArrayList<>();
        nullcline(portrait.still(), state(true).name(), routes);
        nullcline(portrait.level(), state(false).name(), routes);
        for (Manifold manifold : portrait.manifolds()) {
            String of = manifold.stable() ? "stable manifold" : "unstable manifold";
            routes.add(new Result.Route("manifold", of, manifold.stable(), where(manifold), series(manifold.points().toArray(double[][]::new))));
        }
        for (PhasePortrait.Closed cycle : portrait.cycles()) {
            Feature period = Periods.of(cycle.orbit().period(), cycle.orbit().periodError());
            routes.add(new Result.Route("orbit", cycle.stable() ? "stable cycle" : "unstable cycle", cycle.stable(), "a period of " + Digits.told(period), series(cycle.points()), List.of(period)));
        }
        for (Neighbourhood near : neighbourhoods) {
            String sentence = near.orbits().length + " orbits, and what the linearised flow makes of their beginnings";
            routes.add(new Result.Route(Result.Route.NEIGHBOURHOOD, near.at().stability() + " at " + place(near.at()), near.at().stability().stable(), sentence, NeighbourhoodFigure.series(near, state(true), state(false))));
        }
        PhaseSearch phases = new PhaseSearch(planar, study, List.of(state(true), state(false)));
        List<PhasePortrait.Closed> attracting = portrait.cycles().stream().filter(PhasePortrait.Closed::stable).toList();
        for (PhasePortrait.Closed cycle : attracting) routes.addAll(phases.of(cycle, attracting.size() == 1 ? "stable cycle" : "stable cycle of " + Digits.value(cycle.orbit().period(), Double.NaN) + " ms"));
        return List.copyOf(routes);
    }

    private void nullcline(Nullcline nullcline, String of, List<Result.Route> routes) {
        for (double[][] piece : nullcline.pieces()) {
            boolean closed = Arrays.equals(piece[0], piece[piece.length - 1]);
            routes.add(new Result.Route("nullcline", of, false, closed ? "closed" : "leaves the plane at both ends", series(piece)));
        }
    }

    private String where(Manifold manifold) {
        String way = manifold.stable() ? "backwards in time " : "";
        return way + switch (manifold.arrival()) {
            case Manifold.Arrival.Outside _ -> "leaves the plane";
            case Manifold.Arrival.At at -> "goes to the " + at.equilibrium().stability() + " at " + place(at.equilibrium());
            case Manifold.Arrival.Stuck _ -> "comes to where the equations can not be followed";
            case Manifold.Arrival.GoesOn _ -> "goes round and round";
        };
    }

    private String place(Equilibrium at) {
        return state(true).name() + " = " + Digits.value(state(true).unit().outside(at.state()[0]), Double.NaN);
    }

    private Equations.State state(boolean x) {
        return states.get((x ? study.x() : study.y()).unknown());
    }

    private Series series(double[][] points) {
        double[] xs = Arrays.stream(points).mapToDouble(p -> p[0]).toArray();
        double[] ys = Arrays.stream(points).mapToDouble(p -> p[1]).toArray();
        return new Series(new Series.Column(state(true).name(), state(true).unit(), xs), List.of(new Series.Column(state(false).name(), state(false).unit(), ys)));
    }

    private Result.Arrows arrows(Problem planar) {
        int n = COLUMNS * ROWS;
        Result.Arrows arrows = new Result.Arrows(new double[n], new double[n], new double[n], new double[n]);
        double[] rate = new double[2];
        for (int k = 0; k < n; k++) {
            arrows.xs()[k] = study.x().range().at((k % COLUMNS + 0.5) / COLUMNS);
            int row = k / COLUMNS;
            arrows.ys()[k] = study.y().range().at((row + 0.5) / ROWS);
            planar.evaluate(new double[] {arrows.xs()[k], arrows.ys()[k]}, new double[1], rate);
            arrows.us()[k] = rate[0];
            arrows.vs()[k] = rate[1];
        }
        return arrows;
    }
}
