package loligo.dynamics;

import java.util.Optional;

/// A curve of folds of cycles in the plane of two parameters, cycle by cycle. It ends where the cycles shrink to a generalised Hopf point.
public final class FoldOfCyclesBranch extends Trail<LoopCurve.Point, Cycle> {
    private static final double SMALL = 0.02; // sizes: amplitude of a cycle that is taken for a point

    private static final double SHRUNK = 1;   // sizes: a curve that stopped at smaller cycles stopped at a generalised Hopf point

    private final FoldOfCyclesCurve curve;

    private FoldOfCyclesBranch(FoldOfCyclesCurve curve, LoopCurve.Point start, double longest) {
        super(curve, new Strides(longest / 50, longest * 1e-6, longest, 0.25, 2_000), start);
        this.curve = curve;
        prepare();
    }

    /// Through a fold of cycles, in the direction in which the second parameter grows, or the other one.
    ///
    /// @param first the parameter along which the fold was found
    ///
    /// @return empty where the curve turns back in the second parameter just there
    public static Optional<FoldOfCyclesBranch> of(Problem problem, Bifurcation.FoldOfCycles start, int first, int second, Range[] ranges, boolean growing) {
        double[] x = begin(problem, start.at(), first, second);
        FoldOfCyclesCurve curve = new FoldOfCyclesCurve(problem, start.at().parameters(), first, second, ranges, start.at().mesh(), x);
        double[] direction = new double[x.length];
        direction[x.length - 1] = growing ? 1 : -1;
        double widest = Math.min(ranges[0].width() / problem.parameterSize()[first], ranges[1].width() / problem.parameterSize()[second]);
        return new Corrector<>(curve).onto(x.clone(), direction, 1, 1e-9).map(at -> new FoldOfCyclesBranch(curve, at, Math.max(widest / 40, 1e-2)));
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
    Cycle point(Walk.Passed<LoopCurve.Point> passed) {
        return curve.cycle(passed.sample());
    }

    /// What the curve has cost until now, see [CycleBranch#work].
    public long work() {
        return curve.work();
    }

    @Override
    Ending ending(Walk.Stop stop) {
        Cycle last = curve.cycle(here());
        return switch (stop) {
            case AT_TEST -> curve.left(here()).orElseGet(() -> new Ending.FoldsShrink(last.parameters(), last.mean()));
            case TOO_SMALL -> curve.amplitude(here()) < SHRUNK ? new Ending.FoldsShrink(last.parameters(), last.mean()) : new Ending.StepTooSmall(last.parameters()[0], stride());
            case INTERRUPTED -> new Ending.Interrupted(last.parameters()[0]);
            case GUIDE -> new Ending.FoldsShrink(last.parameters(), last.mean());
            case CLOSED, TOO_LONG -> throw new IllegalStateException("told before: a mistake in Loligo");
        };
    }

    @Override
    public boolean explains(LoopCurve.Point from, LoopCurve.Point to, double distance, boolean[] changed) {
        return true;
    }

    @Override
    public boolean last(int test) {
        return true;
    }

    @Override
    public boolean ends(LoopCurve.Point sample) {
        return curve.amplitude(sample) < SMALL;
    }
}
