package loligo.dynamics;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A curve of folds of cycles in the plane of two parameters. It ends where the cycles shrink to a generalised Hopf point.
public final class FoldOfCyclesBranch implements Iterator<FoldOfCyclesBranch.Point>, Walk.Guide<FoldOfCyclesCurve.Point> {
    /// A point of the curve.
    ///
    /// @param parameters the two // [2]
    public record Point(double[] parameters, double period, double[] mean) {}

    private static final double SMALL = 0.02; // sizes: amplitude of a cycle that is taken for a point

    private final FoldOfCyclesCurve curve;
    private final Walk<FoldOfCyclesCurve.Point> walk;
    private @Nullable Point next;
    private int points;

    private FoldOfCyclesBranch(FoldOfCyclesCurve curve, FoldOfCyclesCurve.Point start, double longest) {
        this.curve = curve;
        walk = new Walk<>(curve, this, new Strides(longest / 50, longest * 1e-6, longest, 0.25, 2_000), start);
        prepare();
    }

    /// Through a fold of cycles, in the direction in which the second parameter grows, or the other one.
    ///
    /// @param first the parameter along which the fold was found
    public static FoldOfCyclesBranch of(Problem problem, Bifurcation.FoldOfCycles start, int first, int second, Range[] ranges, boolean growing) {
        double[] x = begin(problem, start.at(), first, second);
        FoldOfCyclesCurve curve = new FoldOfCyclesCurve(problem, start.at().parameters(), first, second, ranges, start.at().mesh(), x);
        double[] direction = new double[x.length];
        direction[x.length - 1] = growing ? 1 : -1;
        FoldOfCyclesCurve.Point at = new Corrector<>(curve).onto(x.clone(), direction, 1, 1e-9)
                .orElseThrow(() -> new IllegalArgumentException("the curve of folds turns at the one given: start a little beside"));
        double widest = Math.min(ranges[0].width() / problem.parameterSize()[first], ranges[1].width() / problem.parameterSize()[second]);
        return new FoldOfCyclesBranch(curve, at, Math.max(widest / 40, 1e-2));
    }

    /// The fold with its null vector: the tangent of the branch of cycles, along which the parameter does not move.
    private static double[] begin(Problem problem, Cycle cycle, int first, int second) {
        int n = problem.dimension();
        double[] u = Cycles.unknowns(problem, cycle, first);
        CycleCurve branch = new CycleCurve(problem, cycle.parameters(), first, Range.ALL, CycleBranch.ACCURACY, cycle.mesh(), u);
        double[] mean = cycle.mean();
        double[] swing = u.clone();
        for (int k = 0; k < cycle.nodes().length; k++) swing[k] -= mean[k % n] / problem.size()[k % n];
        swing[swing.length - 1] = 0;
        swing[swing.length - 2] = 0;
        double[] row = new double[u.length], step = new double[u.length], tangent = new double[u.length];
        branch.weigh(swing, row);
        if (!branch.newton(u, row, step, tangent)) throw new IllegalArgumentException("the cycle given is not a fold");
        double length = Math.sqrt(new Corrector<>(branch).inner(tangent, tangent));
        double[] x = new double[2 * cycle.nodes().length + 4];
        for (int k = 0; k < cycle.nodes().length; k++) {
            int at = k / n * 2 * n + k % n;
            x[at] = u[k];
            x[at + n] = tangent[k] / length;
        }
        x[x.length - 4] = u[u.length - 2];
        x[x.length - 3] = tangent[u.length - 2] / length;
        x[x.length - 2] = u[u.length - 1];
        x[x.length - 1] = cycle.parameters()[second] / problem.parameterSize()[second];
        return x;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Point next() {
        Point point = next;
        if (point == null) throw new NoSuchElementException("the curve has ended");
        prepare();
        return point;
    }

    private void prepare() {
        next = null;
        Optional<Walk.Passed<FoldOfCyclesCurve.Point>> passed = walk.next();
        if (passed.isEmpty()) return;
        points++;
        FoldOfCyclesCurve.Point at = passed.get().sample();
        Cycle cycle = curve.cycle(at);
        next = new Point(curve.parameters(at), cycle.period(), cycle.mean());
    }

    /// Why the curve ended; empty while it goes on.
    public Optional<Ending> ending() {
        Walk.Stop stop = walk.stop();
        if (stop == null || next != null) return Optional.empty();
        FoldOfCyclesCurve.Point here = walk.here();
        double[] p = curve.parameters(here);
        return Optional.of(switch (stop) {
            case AT_TEST -> new Ending.LeftRange(p[nearestWall(here.tests()) / 2]);
            case CLOSED -> new Ending.ClosedLoop(points);
            case TOO_SMALL -> new Ending.StepTooSmall(p[1], walk.stride());
            case TOO_LONG -> new Ending.TooLong(points);
            case INTERRUPTED -> new Ending.Interrupted(p[1]);
            case GUIDE -> new Ending.FoldsShrink(p, curve.cycle(here).mean());
        });
    }

    private static int nearestWall(double[] tests) {
        int nearest = 0;
        for (int k = 1; k < tests.length; k++) if (tests[k] < tests[nearest]) nearest = k;
        return nearest;
    }

    @Override
    public boolean explains(FoldOfCyclesCurve.Point from, FoldOfCyclesCurve.Point to, double distance, boolean[] changed) {
        return true;
    }

    @Override
    public boolean last(int test) {
        return true;
    }

    @Override
    public boolean ends(FoldOfCyclesCurve.Point sample) {
        return curve.amplitude(sample) < SMALL;
    }
}
