package loligo.dynamics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cycles followed as one parameter changes, point by point, with their special points in place. Ends are recognised: a Hopf point, a saddle-node on the cycle,
/// a homoclinic orbit.
public final class CycleBranch extends Trail<CycleCurve.Point, CycleBranch.Point> {
    /// A point of the branch.
    public record Point(Cycle cycle, double parameter, Optional<Bifurcation> special) {}

    private static final double MOST_OF_RANGE = 1.0 / 80;
    private static final int MOST_POINTS = 3_000;
    private static final double TURN = 0.25; // radians a step
    private static final double SHRUNK = 1; // sizes: a branch that stopped with a smaller amplitude stopped at a Hopf point, or at the range
    private static final double SLOW = 1e-3; // sizes of the parameter per size of the whole
    private static final double TINY = 1e-2; // sizes
    static final double ACCURACY = 2e-4; // sizes: the interpolation error of the orbit; its period is far more exact

    private final Problem problem;
    private final int active;
    private final Range range;
    private final CycleCurve curve;
    private final LongPeriods periods;
    private @Nullable Ending byGuide;
    private long refining; // work
    private int unconfirmed;
    private boolean still; // at the last ordinary point

    CycleBranch(Problem problem, int active, Range range, CycleCurve curve, CycleCurve.Point start, boolean... ignored) {
        double longest = Math.max(range.width() / problem.parameterSize()[active] * MOST_OF_RANGE, 1e-2);
        super(curve.deliberate(), new Strides(longest / 100, longest * 1e-8, longest, TURN, MOST_POINTS), start, ignored);
        this.problem = problem;
        this.active = active;
        this.range = range;
        this.curve = curve;
        this.periods = new LongPeriods(problem, active);
        prepare();
    }

    /// Null where nothing happens, or where the finer mesh does not confirm what the coarse one saw.
    @Override
    @Nullable Point point(Walk.Passed<CycleCurve.Point> passed) {
        CycleCurve.Point at = passed.sample();
        int test = passed.test();
        if (test < 0) still = curve.still(at);
        if (test < 0 || last(test)) return new Point(curve.cycle(at), at.parameter() * problem.parameterSize()[active], Optional.empty());
        if (test != CycleCurve.FOLD && still && curve.still(at) && curve.still(here())) return null; // where the parameter stands still multipliers are rounding
        if (test == CycleCurve.BRANCH && Math.abs(at.slope()) < SLOW) return null; // beside a canard a multiplier is nearly 1 for long
        Refinement.Refined refined = Refinement.of(problem, active, range, at, curve.cycle(at), test);
        refining += refined.work();
        if (!(refined.error() < Double.POSITIVE_INFINITY)) {
            unconfirmed++;
            return null;
        }
        Cycle cycle = refined.cycle();
        if (test == CycleCurve.FOLD && tiny(cycle)) return null; // the turn at a Hopf point
        double parameter = cycle.parameters()[active];
        double error = refined.error();
        boolean crosses = problem.dimension() == 2 && test == CycleCurve.FOLD && Math.abs(at.slope()) > SLOW; // the multiplier is 1 while the parameter goes on
        Bifurcation special = switch (crosses ? CycleCurve.BRANCH : test) {
            case CycleCurve.FOLD -> new Bifurcation.FoldOfCycles(cycle, parameter, error);
            case CycleCurve.DOUBLING -> new Bifurcation.PeriodDoubling(cycle, parameter, error);
            case CycleCurve.BRANCH -> new Bifurcation.BranchPointOfCycles(cycle, parameter, error);
            case CycleCurve.TORUS -> torus(cycle, parameter, error);
            default -> throw new IllegalStateException("test " + test + " has no special point: a mistake in Loligo");
        };
        return special == null ? null : new Point(cycle, parameter, Optional.of(special));
    }

    private boolean tiny(Cycle cycle) {
        for (int i = 0; i < problem.dimension(); i++) {
            double[] extent = cycle.extent(i);
            if (extent[1] - extent[0] > TINY * problem.size()[i]) return false;
        }
        return true;
    }

    /// Null where the product of two real multipliers passes 1, at which nothing happens.
    private static Bifurcation.@Nullable Torus torus(Cycle cycle, double parameter, double error) {
        Multipliers m = cycle.multipliers();
        for (int k = 0; k < m.size(); k++) {
            if (m.imaginary()[k] > 0 && Math.abs(m.modulus(k) - 1) < 1e-5) {
                return new Bifurcation.Torus(cycle, parameter, error, StrictMath.atan2(m.imaginary()[k], m.real()[k]));
            }
        }
        return null;
    }

    /// How many signs of special points a finer mesh did not confirm until now; they are not reported.
    public int unconfirmed() {
        return unconfirmed;
    }

    /// What the branch has cost until now: for every step of Newton's method the intervals of its mesh times the cube of the unknowns.
    public long work() {
        return curve.work() + refining;
    }

    @Override
    Ending ending(Walk.Stop stop) {
        double parameter = here().parameter() * problem.parameterSize()[active];
        return switch (stop) {
            case AT_TEST -> atTest(here(), parameter);
            case TOO_SMALL -> periods.ending().orElse(new Ending.StepTooSmall(parameter, stride()));
            case INTERRUPTED -> new Ending.Interrupted(parameter);
            case GUIDE -> java.util.Objects.requireNonNull(byGuide);
            case CLOSED, TOO_LONG -> throw new IllegalStateException("told before: a mistake in Loligo");
        };
    }

    private Ending atTest(CycleCurve.Point here, double parameter) {
        if (here.likeness() <= SHRUNK) {
            Cycle cycle = curve.cycle(here);
            Optional<Bifurcation.Hopf> hopf = HopfSystem.near(problem, cycle.mean(), cycle.parameters(), active);
            if (hopf.isPresent()) return new Ending.AtHopf(hopf.get());
        }
        boolean atEnd = Math.min(Math.abs(parameter - range.low()), Math.abs(parameter - range.high())) <= 1e-7 * range.width();
        if (atEnd) return new Ending.LeftRange(parameter);
        int unknown = curve.atWall(here);
        return new Ending.LeftBox(unknown, here.x()[unknown] * problem.size()[unknown], parameter);
    }

    @Override
    public boolean explains(CycleCurve.Point from, CycleCurve.Point to, double distance, boolean[] changed) {
        if (changed[CycleCurve.HOPF]) { // the parameter turns and a multiplier is 1 where the amplitude vanishes: no fold, no branch point
            changed[CycleCurve.FOLD] = false;
            changed[CycleCurve.BRANCH] = false;
            return true;
        }
        if (problem.dimension() == 2) { // the only multiplier is above zero
            changed[CycleCurve.DOUBLING] = false;
            changed[CycleCurve.TORUS] = false;
            if (curve.still(from) && curve.still(to)) return true; // slopes are rounding
        }
        int count = 0;
        for (boolean c : changed) if (c) count++;
        if (count > 1) return false;
        if (!changed[CycleCurve.FOLD] && !Course.steady(to.parameter() - from.parameter(), distance, from.slope(), to.slope())) return false;
        int single = 0;
        for (int test : new int[] {CycleCurve.FOLD, CycleCurve.DOUBLING, CycleCurve.BRANCH}) if (changed[test]) single++;
        int difference = Math.abs(to.unstable() - from.unstable());
        if (changed[CycleCurve.TORUS] ? difference != 2 && difference != 0 : difference != single) return false;
        return single > 0 || changed[CycleCurve.TORUS] || calm(from.multipliers(), to.multipliers());
    }

    /// Whether no multiplier can have passed the unit circle and come back.
    private static boolean calm(Multipliers from, Multipliers to) {
        for (int k = 0; k < from.size(); k++) {
            if (Course.near(StrictMath.log(from.modulus(k)), StrictMath.log(to.modulus(k)))) return false;
        }
        return true;
    }

    @Override
    public boolean last(int test) {
        return test >= CycleCurve.HOPF;
    }

    @Override
    public boolean ends(CycleCurve.Point sample) {
        Optional<Ending> ending = periods.add(curve.cycle(sample));
        ending.ifPresent(e -> byGuide = e);
        return ending.isPresent();
    }
}
