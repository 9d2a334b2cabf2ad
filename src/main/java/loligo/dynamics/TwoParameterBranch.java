package loligo.dynamics;

import java.util.Optional;

/// A curve of saddle-nodes or Hopf points in the plane of two parameters, with its double points in place. A curve of Hopf points ends where its frequency vanishes.
public final class TwoParameterBranch extends Trail<TwoParameterCurve.Point, TwoParameterBranch.Point> {
    /// A point of the curve.
    ///
    /// @param parameters the two // [2]
    public record Point(Equilibrium equilibrium, double[] parameters, Optional<DoublePoint> special) {}

    private static final double MOST_OF_RANGE = 1.0 / 80;
    private static final int MOST_POINTS = 5_000;
    private static final double TURN = 0.15; // radians a step

    private final Problem problem;
    private final boolean hopf;

    private TwoParameterBranch(Problem problem, TwoParameterCurve curve, boolean hopf, TwoParameterCurve.Point start, double longest, boolean[] ignored) {
        super(curve, new Strides(longest / 50, longest * 1e-6, longest, TURN, MOST_POINTS), start, ignored);
        this.problem = problem;
        this.hopf = hopf;
        prepare();
    }

    /// The curve of saddle-nodes through one, in the direction in which the second parameter grows, or the other one.
    ///
    /// @param first, second which parameters vary
    /// @param ranges of the two // [2]
    public static TwoParameterBranch of(Problem problem, Bifurcation.SaddleNode start, int first, int second, Range[] ranges, boolean growing) {
        FoldCurve curve = new FoldCurve(problem, start, first, second, ranges);
        return from(curve, problem, curve.begin(start, first, second), false, first, second, ranges, growing);
    }

    /// The curve of Hopf points through one, likewise.
    public static TwoParameterBranch of(Problem problem, Bifurcation.Hopf start, int first, int second, Range[] ranges, boolean growing) {
        HopfCurve curve = new HopfCurve(problem, start, first, second, ranges);
        return from(curve, problem, curve.begin(start, first, second), true, first, second, ranges, growing);
    }

    private static TwoParameterBranch from(TwoParameterCurve curve, Problem problem, double[] x, boolean hopf, int first, int second, Range[] ranges, boolean growing) {
        double[] direction = new double[x.length];
        direction[x.length - 1] = growing ? 1 : -1;
        TwoParameterCurve.Point start = new Corrector<>(curve).onto(x, direction, 1, 1e-9)
                .orElseThrow(() -> new IllegalArgumentException("no curve through the point given, or it turns there: start a little beside"));
        double longest = Math.max(Math.min(ranges[0].width() / problem.parameterSize()[first], ranges[1].width() / problem.parameterSize()[second]) * MOST_OF_RANGE, 1e-3);
        return new TwoParameterBranch(problem, curve, hopf, start, longest, new boolean[start.tests().length]);
    }

    @Override
    Point point(Walk.Passed<TwoParameterCurve.Point> passed) {
        TwoParameterCurve.Point at = passed.sample();
        return new Point(at.equilibrium(), at.parameters(), special(at.equilibrium(), at.parameters(), passed.test()));
    }

    private Optional<DoublePoint> special(Equilibrium at, double[] p, int test) {
        return switch (test) {
            case TwoParameterCurve.DEGENERATE -> Optional.of(hopf ? new DoublePoint.GeneralisedHopf(at, p) : new DoublePoint.Cusp(at, p));
            case TwoParameterCurve.TAKENS -> Optional.of(new DoublePoint.BogdanovTakens(at, p));
            case TwoParameterCurve.ZERO_HOPF -> Optional.of(new DoublePoint.ZeroHopf(at, p));
            case TwoParameterCurve.DOUBLE_HOPF -> Optional.of(new DoublePoint.DoubleHopf(at, p));
            default -> Optional.empty();
        };
    }

    @Override
    Ending ending(Walk.Stop stop) {
        double second = here().parameters()[1];
        return switch (stop) {
            case AT_TEST -> atTest(here());
            case TOO_SMALL -> new Ending.StepTooSmall(second, stride());
            case INTERRUPTED -> new Ending.Interrupted(second);
            case GUIDE, CLOSED, TOO_LONG -> throw new IllegalStateException("a curve of special points does not end by itself: a mistake in Loligo");
        };
    }

    private Ending atTest(TwoParameterCurve.Point here) {
        double[] tests = here.tests();
        int wall = 0;
        for (int k = 1; k < 5; k++) if (tests[TwoParameterCurve.WALLS + k] < tests[TwoParameterCurve.WALLS + wall]) wall = k;
        if (hopf && Math.abs(tests[TwoParameterCurve.TAKENS]) < Math.abs(tests[TwoParameterCurve.WALLS + wall])) {
            return new Ending.AtDoublePoint(new DoublePoint.BogdanovTakens(here.equilibrium(), here.parameters()));
        }
        if (wall < 4) return new Ending.LeftRange(here.parameters()[wall / 2]);
        int unknown = problem.atWall(here.equilibrium().state());
        return new Ending.LeftBox(unknown, here.equilibrium().state()[unknown], here.parameters()[0]);
    }

    @Override
    public boolean explains(TwoParameterCurve.Point from, TwoParameterCurve.Point to, double distance, boolean[] changed) {
        int count = 0;
        for (boolean c : changed) if (c) count++;
        return count <= 1;
    }

    @Override
    public boolean last(int test) {
        return test >= TwoParameterCurve.WALLS || hopf && test == TwoParameterCurve.TAKENS;
    }

    @Override
    public boolean ends(TwoParameterCurve.Point sample) {
        return false;
    }
}
