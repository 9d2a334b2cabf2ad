package loligo.dynamics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// A curve of saddle-nodes or Hopf points in the plane of two parameters, with its double points in place. A curve of Hopf points ends where its frequency vanishes.
public final class TwoParameterBranch extends Trail<TwoParameterCurve.Point, TwoParameterBranch.Point> {
    /// A point of the curve.
    ///
    /// @param parameters the two // [2]
    /// @param coefficient of a saddle-node the quadratic one along a null vector that turns steadily, of a Hopf point the first Lyapunov coefficient; NaN at an end where there is none
    public record Point(Equilibrium equilibrium, double[] parameters, double coefficient, Optional<DoublePoint> special) {
        /// The same with the two parameters in the other order.
        Point swapped() {
            return new Point(equilibrium, new double[] {parameters[1], parameters[0]}, coefficient, special.map(DoublePoint::swapped));
        }
    }

    private static final double MOST_OF_RANGE = 1.0 / 80;
    private static final int MOST_POINTS = 5_000;
    private static final double TURN = 0.15; // radians a step

    private final Problem problem;
    private final TwoParameterCurve curve;
    private final boolean hopf;

    private TwoParameterBranch(Problem problem, TwoParameterCurve curve, boolean hopf, TwoParameterCurve.Point start, double longest, boolean[] ignored) {
        super(curve, new Strides(longest / 50, longest * 1e-6, longest, TURN, MOST_POINTS), start, ignored);
        this.problem = problem;
        this.curve = curve;
        this.hopf = hopf;
        prepare();
    }

    /// The curve of saddle-nodes through one, in the direction in which the second parameter grows, or the other one.
    ///
    /// @param first, second which parameters vary
    /// @param ranges of the two // [2]
    /// @return empty where no such curve goes through the point, or where it turns back in the second parameter just there
    public static Optional<TwoParameterBranch> of(Problem problem, Bifurcation.SaddleNode start, int first, int second, Range[] ranges, boolean growing) {
        FoldCurve curve = new FoldCurve(problem, start, first, second, ranges);
        return from(curve, problem, curve.begin(start, first, second), false, first, second, ranges, growing);
    }

    /// The curve of Hopf points through one, likewise.
    public static Optional<TwoParameterBranch> of(Problem problem, Bifurcation.Hopf start, int first, int second, Range[] ranges, boolean growing) {
        HopfCurve curve = new HopfCurve(problem, start, first, second, ranges);
        return from(curve, problem, curve.begin(start, first, second), true, first, second, ranges, growing);
    }

    private static Optional<TwoParameterBranch> from(TwoParameterCurve curve, Problem problem, double[] x, boolean hopf, int first, int second, Range[] ranges, boolean growing) {
        double[] direction = new double[x.length];
        direction[x.length - 1] = growing ? 1 : -1;
        double longest = Math.max(Math.min(ranges[0].width() / problem.parameterSize()[first], ranges[1].width() / problem.parameterSize()[second]) * MOST_OF_RANGE, 1e-3);
        return new Corrector<>(curve).onto(x, direction, 1, 1e-9).map(start -> new TwoParameterBranch(problem, curve, hopf, start, longest, new boolean[start.tests().length]));
    }

    @Override
    Point point(Walk.Passed<TwoParameterCurve.Point> passed) {
        TwoParameterCurve.Point at = passed.sample();
        return new Point(at.equilibrium(), at.parameters(), at.tests()[TwoParameterCurve.DEGENERATE], special(at, passed.test()));
    }

    private Optional<DoublePoint> special(TwoParameterCurve.Point at, int test) {
        if (test < 0 || test >= TwoParameterCurve.WALLS) return Optional.empty();
        DoublePoint.Place place = new DoublePoint.Place(at.parameters(), Uncertainty.of(curve, at, test));
        Equilibrium e = at.equilibrium();
        double[] frequencies = frequencies(e);
        return Optional.of(switch (test) {
            case TwoParameterCurve.DEGENERATE -> hopf ? new DoublePoint.GeneralisedHopf(e, place, frequencies[0]) : new DoublePoint.Cusp(e, place, new DoubleForms(problem, e).cubic());
            case TwoParameterCurve.TAKENS -> takens(e, place);
            case TwoParameterCurve.ZERO_HOPF -> new DoublePoint.ZeroHopf(e, place, frequencies[0]);
            case TwoParameterCurve.DOUBLE_HOPF -> new DoublePoint.DoubleHopf(e, place, frequencies[0], frequencies[1]);
            default -> throw new IllegalStateException("no such test: a mistake in Loligo");
        });
    }

    private DoublePoint.BogdanovTakens takens(Equilibrium e, DoublePoint.Place place) {
        double[] form = new DoubleForms(problem, e).takens();
        return new DoublePoint.BogdanovTakens(e, place, form[0], form[1]);
    }

    /// Of the two pairs nearest to the imaginary axis; NaN where there are fewer // [2]
    private static double[] frequencies(Equilibrium e) {
        double[][] pairs = Arrays.stream(e.eigenvalues()).filter(pair -> pair[1] > 0).sorted(Comparator.comparingDouble(pair -> Math.abs(pair[0]))).toArray(double[][]::new);
        return new double[] {pairs.length > 0 ? pairs[0][1] : Double.NaN, pairs.length > 1 ? pairs[1][1] : Double.NaN};
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
            return new Ending.AtDoublePoint(takens(here.equilibrium(), new DoublePoint.Place(here.parameters(), Uncertainty.of(curve, here, TwoParameterCurve.TAKENS))));
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
