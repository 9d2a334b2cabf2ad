package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import loligo.dynamics.Attractor;
import loligo.dynamics.Basins;
import loligo.dynamics.Border;
import loligo.dynamics.Cycle;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Family;
import loligo.dynamics.Ground;
import loligo.dynamics.Manifold;
import loligo.dynamics.PhasePortrait;
import loligo.dynamics.Plane;
import loligo.dynamics.Problem;
import loligo.feature.Feature;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Equations;
import loligo.quantity.Unit;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// Asks of each point of a plane where the orbit goes that begins there.
final class BasinSearch {
    static final List<String> CITES = List.of("lyapunov-1892", "khalil-2002", "lorensen-cline-1987", "hairer-norsett-wanner-1993");
    static final int PIECES = 512;
    private static final double SAME = 1e-3; // sizes
    private static final int ROUND = 400;    // points of a cycle

    private final Study.Basin study;
    private final Study.Plane plane;
    private final List<Equations.State> states;
    private final Kernel kernel;

    private BasinSearch(Study.Basin study) {
        this.study = study;
        this.plane = study.plane();
        this.kernel = Kernel.compile(plane.on().equations());
        this.states = kernel.equations().states();
    }

    /// On a thread that is interrupted when asked to.
    static Result.Basin perform(Study.Basin study, int hands, Progress progress) {
        return new BasinSearch(study).search(hands, progress);
    }

    private Followers followers() {
        return new Followers(kernel, ProblemOf.field(kernel), plane);
    }

    /// @param like of the same sizes, in the same box
    private Ground ground(Problem like) {
        KernelField field = ProblemOf.field(kernel);
        return new Ground(new Problem(Family.of(states.size(), 1, p -> field), like.size(), new double[] {1}, like.box()), followers());
    }

    private Result.Basin search(int hands, Progress progress) {
        FreePreparation free = new FreePreparation(kernel, List.of(), EquilibriaReader.whole(kernel.equations()));
        Problem problem = ground(free.problem()).problem();
        List<Equilibrium> found = new ArrayList<>();
        List<double[][]> lines = new ArrayList<>();
        free.standstills(new double[0]).found().forEach(e -> add(found, problem, e.state()));
        if (states.size() == 2) portrait(problem, found, lines);
        Basins basins = Basins.of(() -> ground(problem), plane.x().unknown(), plane.y().unknown(), plane.x().range(), plane.y().range(), found, lines, PIECES, hands, part -> progress.reached(study.name(), part));
        int k = basins.attractors().size();
        Outcome outcome = basins.whole() ? new Outcome.Completed(Digits.counted(k, "attractor") + ", " + Digits.counted(basins.orbits(), "orbit"))
                : Outcome.Stopped.onRequest("; what was found until then is kept");
        return new Result.Basin(study, outcome, new Result.Procedure("orbits to a relative tolerance", CITES, Basins.TOLERANCE, Double.NaN), goals(basins), List.copyOf(found), array(basins.label()), borders(basins), completeness(basins));
    }

    private void add(List<Equilibrium> found, Problem problem, double[] state) {
        Equilibrium.near(problem, state, new double[1]).filter(e -> found.stream().noneMatch(f -> problem.distance(f.state(), e.state()) < SAME)).ifPresent(found::add);
    }

    /// What parts a plane that is all there is: manifolds that lead into saddles, and cycles that repel.
    private void portrait(Problem problem, List<Equilibrium> found, List<double[][]> lines) {
        int x = plane.x().unknown();
        Problem planar = new Plane(x, 1 - x, plane.x().range(), plane.y().range(), followers()).system(problem, new double[1]);
        PhasePortrait portrait = PhasePortrait.of(planar, plane.x().range(), plane.y().range());
        portrait.equilibria().forEach(e -> add(found, problem, x == 0 ? e.state() : new double[] {e.state()[1], e.state()[0]}));
        portrait.manifolds().stream().filter(Manifold::stable).forEach(m -> lines.add(m.points().toArray(double[][]::new)));
        portrait.cycles().stream().filter(c -> !c.stable()).forEach(c -> lines.add(c.points()));
    }

    /// In the array attractors count from 1; 0 is of orbits that had not settled, -1 of those that left.
    private static int number(int label) {
        return label == Basins.NOWHERE ? 0 : label == Basins.AWAY ? -1 : label + 1;
    }

    /// A column for each value of the first unknown, which is its name, over the second unknown.
    private @Nullable Series array(int[] label) {
        if (label.length == 0) return null;
        int side = PIECES + 1;
        Equations.State across = states.get(plane.x().unknown()), up = states.get(plane.y().unknown());
        List<Series.Column> columns = IntStream.range(0, side).mapToObj(column -> new Series.Column(Double.toString(across.unit().outside(plane.x().range().at((double) column / PIECES))), Unit.ONE,
                IntStream.range(0, side).mapToDouble(row -> number(label[row * side + column])).toArray())).toList();
        return new Series(new Series.Column(up.name(), up.unit(), IntStream.range(0, side).mapToDouble(row -> plane.y().range().at((double) row / PIECES)).toArray()), columns);
    }

    private List<Result.Goal> goals(Basins basins) {
        List<Result.Goal> goals = new ArrayList<>();
        if (basins.label().length == 0) return goals;
        for (int label = 0; label < basins.attractors().size(); label++) {
            Feature share = share(basins, label);
            goals.add(switch (basins.attractors().get(label)) {
                case Attractor.Rest(Equilibrium e, _) -> new Result.Goal(number(label), e.stability() + " at " + place(e), e, new double[0][], null, share);
                case Attractor.Round(Cycle cycle, _) -> {
                    Feature period = Periods.of(cycle.period(), cycle.periodError());
                    yield new Result.Goal(number(label), "cycle of " + Digits.value(cycle.period(), Double.NaN) + " ms", null, round(cycle), period, share);
                }
            });
        }
        if (basins.shares().containsKey(Basins.NOWHERE)) goals.add(new Result.Goal(0, "nothing that was found", null, new double[0][], null, share(basins, Basins.NOWHERE)));
        if (basins.shares().containsKey(Basins.AWAY)) goals.add(new Result.Goal(-1, "far away", null, new double[0][], null, share(basins, Basins.AWAY)));
        return List.copyOf(goals);
    }

    private static Feature share(Basins basins, int label) {
        Basins.Share share = basins.shares().getOrDefault(label, new Basins.Share(0, 1.0 / PIECES));
        Feature feature = new Feature("share", share.value(), Unit.ONE, 0, basins.whole() ? share.error() : null, null);
        return basins.whole() ? feature : feature.unchecked("it was stopped before");
    }

    private String place(Equilibrium e) {
        Equations.State first = states.getFirst();
        return first.name() + " = " + Digits.value(first.unit().outside(e.state()[0]), Double.NaN) + first.unit().after();
    }

    private double[][] round(Cycle cycle) {
        return IntStream.rangeClosed(0, ROUND).mapToObj(k -> cycle.at((double) k / ROUND)).map(y -> new double[] {y[plane.x().unknown()], y[plane.y().unknown()]}).toArray(double[][]::new);
    }

    /// One for each two labels that are neighbours; its pieces are parted by a row without numbers.
    private List<Result.Route> borders(Basins basins) {
        Map<List<Integer>, List<Border>> pairs = new LinkedHashMap<>();
        for (Border border : basins.borders()) pairs.computeIfAbsent(List.of(number(border.one()), number(border.other())).stream().sorted().toList(), _ -> new ArrayList<>()).add(border);
        List<Result.Route> routes = new ArrayList<>();
        pairs.forEach((pair, borders) -> {
            List<double[]> points = new ArrayList<>();
            for (Border border : borders) {
                if (!points.isEmpty()) points.add(new double[] {Double.NaN, Double.NaN});
                points.addAll(List.of(border.points()));
            }
            routes.add(new Result.Route("border", pair.getFirst() + " and " + pair.getLast(), false, Digits.counted(borders.size(), "piece"), new Series(column(plane.x(), points, 0), List.of(column(plane.y(), points, 1)))));
        });
        return List.copyOf(routes);
    }

    private Series.Column column(Study.Side side, List<double[]> points, int k) {
        Equations.State state = states.get(side.unknown());
        return new Series.Column(state.name(), state.unit(), points.stream().mapToDouble(p -> p[k]).toArray());
    }

    private String completeness(Basins basins) {
        String others = followers().sentence(states);
        String begin = others.isEmpty() ? "" : "Orbits begin on this plane, where " + others + "Then all unknowns move. ";
        String idle = basins.idle().isEmpty() ? "" : Digits.counted(basins.idle().size(), "equilibrium", "equilibria") + " neither repelled nor drew as the linearised flow says, and counted as no attractor. ";
        return begin + idle + "Every eighth of " + (PIECES + 1) + " by " + (PIECES + 1) + " points was asked, then, finer and finer, what lies where neighbours differ" + (states.size() == 2 ? ", where a manifold leads into a saddle or a cycle repels" : "")
                + ": " + Digits.counted(basins.orbits(), "orbit") + ". An island that lies between the points might be missed.";
    }
}
