package loligo.dynamics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Equilibria followed as one parameter changes, point by point: walk it, stop it, or watch it. Special points come in their place along the branch.
public final class EquilibriumBranch extends Trail<EquilibriumCurve.Point, EquilibriumBranch.Point> {
    /// A point of the branch.
    ///
    /// @param tangent the direction in which the branch goes on: state, then parameter, of length 1 in sizes // [n+1]
    /// @param special what happens here, if anything does
    public record Point(Equilibrium equilibrium, double parameter, double[] tangent, Optional<Bifurcation> special) {}

    private static final double MOST_OF_RANGE = 1.0 / 80;
    private static final int MOST_POINTS = 20_000;
    private static final double SAME = 1e-3; // sizes
    private static final double TURN = 0.15; // radians a step

    private final Problem problem;
    private final int active;
    private final Range range;
    private final double[] parameters;
    private final EquilibriumCurve curve;

    private EquilibriumBranch(Problem problem, double[] parameters, int active, Range range, EquilibriumCurve curve, EquilibriumCurve.Point start, boolean[] ignored) {
        double longest = Math.max(range.width() / problem.parameterSize()[active] * MOST_OF_RANGE, 1e-3);
        super(curve, new Strides(longest / 50, longest * 1e-6, longest, TURN, MOST_POINTS), start, ignored);
        this.problem = problem;
        this.active = active;
        this.range = range;
        this.parameters = parameters.clone();
        this.curve = curve;
        prepare();
    }

    /// From an equilibrium in the direction in which the parameter grows, or the other one.
    ///
    /// @param start near an equilibrium // [n]
    /// @param parameters the active one among them within the range // [k]
    /// @param active which parameter varies
    /// @throws IllegalArgumentException when there is no equilibrium near the start
    public static EquilibriumBranch from(Problem problem, double[] start, double[] parameters, int active, Range range, boolean growing) {
        if (!range.bounded() || !range.contains(parameters[active])) {
            throw new IllegalArgumentException("a branch needs a bounded range that contains its start; got " + parameters[active] + " and " + range);
        }
        double[] y = Equilibrium.newton(problem, start, parameters)
                .orElseThrow(() -> new IllegalArgumentException("no equilibrium near " + java.util.Arrays.toString(start) + " at the parameter " + parameters[active]));
        int n = y.length;
        double[] x = java.util.Arrays.copyOf(y, n + 1);
        x[n] = parameters[active];
        double[] direction = new double[n + 1];
        direction[n] = growing ? problem.parameterSize()[active] : -problem.parameterSize()[active];
        EquilibriumCurve curve = new EquilibriumCurve(problem, parameters, active, range);
        Corrector<EquilibriumCurve.Point> corrector = new Corrector<>(curve);
        EquilibriumCurve.Point at = corrector.onto(x, direction, 1, 1e-9)
                .orElseThrow(() -> new IllegalArgumentException("no branch can begin at a turning point: start a little beside " + parameters[active]));
        boolean[] none = new boolean[at.tests().length];
        none[growing ? EquilibriumCurve.LOW : EquilibriumCurve.HIGH] = true;
        return new EquilibriumBranch(problem, parameters, active, range, curve, at, none);
    }

    /// From a branch point along the branch that crosses, to the one side or the other.
    public static EquilibriumBranch across(Problem problem, Bifurcation.BranchPoint from, int active, Range range, boolean forwards) {
        int n = problem.dimension();
        double[] x = java.util.Arrays.copyOf(from.at().state(), n + 1);
        x[n] = from.parameter();
        double[] tangent = from.across().clone();
        if (!forwards) for (int i = 0; i <= n; i++) tangent[i] = -tangent[i];
        EquilibriumCurve curve = new EquilibriumCurve(problem, from.at().parameters(), active, range);
        boolean[] ignored = new boolean[6];
        java.util.Arrays.fill(ignored, 0, 3, true);
        return new EquilibriumBranch(problem, from.at().parameters(), active, range, curve, curve.sample(x, tangent), ignored);
    }

    /// Null at a sign change at which nothing happens.
    @Override
    @Nullable Point point(Walk.Passed<EquilibriumCurve.Point> passed) {
        EquilibriumCurve.Point at = passed.sample();
        SpecialEquilibria normal = new SpecialEquilibria(problem, active);
        Optional<? extends Bifurcation> special = switch (passed.test()) {
            case EquilibriumCurve.FOLD -> turnsAtCrossing(at) ? Optional.empty() : Optional.of(normal.saddleNode(at));
            case EquilibriumCurve.HOPF -> normal.hopf(at);
            case EquilibriumCurve.BRANCH -> new Crossing(problem, parameters, active, curve).near(at.x(), at.tangent());
            default -> Optional.empty();
        };
        if (special.isEmpty() && passed.test() >= 0 && !last(passed.test())) return null;
        double parameter = at.x()[problem.dimension()];
        return new Point(at.equilibrium(), parameter, at.tangent(), special.map(b -> b));
    }

    /// Where branches cross, one of them may turn round, as in a pitchfork: no saddle-node.
    private boolean turnsAtCrossing(EquilibriumCurve.Point at) {
        return new Crossing(problem, parameters, active, curve).near(at.x(), at.tangent())
                .filter(crossing -> problem.distance(crossing.at().state(), at.equilibrium().state()) < SAME).isPresent();
    }

    @Override
    Ending ending(Walk.Stop stop) {
        double parameter = here().x()[problem.dimension()];
        return switch (stop) {
            case AT_TEST -> wall(here(), parameter);
            case TOO_SMALL -> new Ending.StepTooSmall(parameter, stride());
            case INTERRUPTED -> new Ending.Interrupted(parameter);
            case GUIDE, CLOSED, TOO_LONG -> throw new IllegalStateException("an equilibrium branch does not end by itself: a mistake in Loligo");
        };
    }

    private Ending wall(EquilibriumCurve.Point here, double parameter) {
        int unknown = problem.atWall(here.x());
        boolean atEnd = Math.min(Math.abs(parameter - range.low()), Math.abs(parameter - range.high())) <= 1e-9 * range.width();
        return atEnd ? new Ending.LeftRange(parameter) : new Ending.LeftBox(unknown, here.x()[unknown], parameter);
    }

    @Override
    public boolean explains(EquilibriumCurve.Point from, EquilibriumCurve.Point to, double distance, boolean[] changed) {
        int count = 0;
        for (boolean c : changed) if (c) count++;
        if (count > 1) return false;
        double size = problem.parameterSize()[active];
        double rise = (to.x()[problem.dimension()] - from.x()[problem.dimension()]) / size;
        if (!changed[EquilibriumCurve.FOLD] && !Course.steady(rise, distance, from.tests()[EquilibriumCurve.FOLD], to.tests()[EquilibriumCurve.FOLD])) return false;
        int single = (changed[EquilibriumCurve.FOLD] ? 1 : 0) + (changed[EquilibriumCurve.BRANCH] ? 1 : 0);
        int difference = Math.abs(to.unstable() - from.unstable());
        return changed[EquilibriumCurve.HOPF] ? difference == 2 || difference == 0 : difference == single;
    }

    @Override
    public boolean last(int test) {
        return test >= EquilibriumCurve.LOW;
    }

    @Override
    public boolean ends(EquilibriumCurve.Point sample) {
        return false;
    }
}
