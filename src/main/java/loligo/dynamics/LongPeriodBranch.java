package loligo.dynamics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cycles of one long period in the plane of two parameters: they stand for the orbits of infinite period beside them. The curve ends where the cycles shrink to a point, as at a
/// Bogdanov-Takens point, and where the period is long no more.
public final class LongPeriodBranch extends Trail<LoopCurve.Point, LongPeriodBranch.Point> {
    /// A cycle, and where it spends its time.
    ///
    /// @param meeting the saddle-node that stands on the way just here
    public record Point(Cycle cycle, Stay stay, Optional<Bifurcation.SaddleNode> meeting) {}

    /// Where a cycle of long period spends its time.
    public sealed interface Stay {
        /// Beside a saddle.
        ///
        /// @param quantity the sum of the slowest growth and the slowest decay: negative, and the cycles are stable
        record AtSaddle(Equilibrium saddle, double quantity) implements Stay {}

        /// In the bottleneck that a saddle-node leaves where it vanished.
        record PastSaddleNode(Bifurcation.SaddleNode node) implements Stay {}

        /// Nowhere: the period is not long here.
        record Nowhere() implements Stay {}
    }

    private static final double SMALL = 0.1; // sizes: amplitude of a cycle that is taken for a point
    private static final double NEAR = 1;    // sizes, of a saddle
    private static final double MET = 1e-6;  // sizes of the parameter: a saddle-node on the way
    private static final double BESIDE = 5;  // sizes, of a saddle-node that vanished
    private static final double LAW = 2;     // between the period and that of the bottleneck alone, either way
    private static final int MOST_POINTS = 1_000;

    private final Problem problem;
    private final LongLoopCurve curve;
    private final int[] active; // [2]

    private LongPeriodBranch(Problem problem, LongLoopCurve curve, LoopCurve.Point start, double longest, int first, int second) {
        super(curve, new Strides(longest / 50, longest * 1e-6, longest, 0.25, MOST_POINTS), start);
        this.problem = problem;
        this.curve = curve;
        this.active = new int[] {first, second};
        prepare();
    }

    /// Through a cycle of long period, in the direction in which the second parameter grows, or the other one.
    ///
    /// @return empty where no such curve goes through the cycle, or where it turns back in the second parameter just there
    public static Optional<LongPeriodBranch> of(Problem problem, Cycle start, int first, int second, Range[] ranges, boolean growing) {
        double[] x = Cycles.unknowns(problem, start, first);
        x[x.length - 2] = start.parameters()[first] / problem.parameterSize()[first];
        x[x.length - 1] = start.parameters()[second] / problem.parameterSize()[second];
        LongLoopCurve curve = new LongLoopCurve(problem, start, first, second, ranges, x.clone());
        double[] direction = new double[x.length];
        direction[x.length - 1] = growing ? 1 : -1;
        double widest = Math.min(ranges[0].width() / problem.parameterSize()[first], ranges[1].width() / problem.parameterSize()[second]);
        return new Corrector<>(curve).onto(x, direction, 1, 1e-9).map(at -> new LongPeriodBranch(problem, curve, at, Math.max(widest / 40, 1e-2), first, second));
    }

    @Override
    @Nullable Point point(Walk.Passed<LoopCurve.Point> passed) {
        Cycle cycle = curve.cycle(passed.sample());
        if (passed.test() != LongLoopCurve.NODE) return new Point(cycle, stay(cycle), Optional.empty());
        Optional<Bifurcation.SaddleNode> node = curve.node(cycle).filter(f -> problem.distance(f.at().state(), LongPeriods.slowest(problem, cycle)) < NEAR && Math.abs(passed.sample().tests()[LongLoopCurve.NODE]) < MET);
        return node.isEmpty() ? null : new Point(cycle, stay(cycle), node); // else another saddle-node came nearer
    }

    private Stay stay(Cycle cycle) {
        double[] slowest = LongPeriods.slowest(problem, cycle);
        Optional<Equilibrium> saddle = Equilibrium.near(problem, slowest, cycle.parameters()).filter(e -> e.stability() == Stability.SADDLE && problem.distance(e.state(), slowest) < NEAR);
        if (saddle.isPresent()) {
            double[] leading = LongPeriods.leading(saddle.get());
            return new Stay.AtSaddle(saddle.get(), leading[0] + leading[1]);
        }
        for (int k : active) {
            Optional<Bifurcation.SaddleNode> node = FoldSystem.near(problem, slowest, cycle.parameters(), k).filter(f -> problem.distance(f.at().state(), slowest) < BESIDE);
            if (node.isEmpty()) continue;
            double law = node.get().bottleneck() / Math.sqrt(Math.abs(node.get().parameter() - cycle.parameters()[k])) / cycle.period();
            if (law > 1 / LAW && law < LAW) return new Stay.PastSaddleNode(node.get());
        }
        return new Stay.Nowhere();
    }

    /// What the curve has cost until now, see [CycleBranch#work].
    public long work() {
        return curve.work();
    }

    @Override
    Ending ending(Walk.Stop stop) {
        Cycle last = curve.cycle(here());
        return switch (stop) {
            case AT_TEST -> curve.left(here()).orElseGet(() -> new Ending.LoopShrinks(last.parameters(), last.mean()));
            case TOO_SMALL -> new Ending.StepTooSmall(last.parameters()[0], stride());
            case INTERRUPTED -> new Ending.Interrupted(last.parameters()[0]);
            case GUIDE -> curve.amplitude(here()) < SMALL ? new Ending.LoopShrinks(last.parameters(), last.mean()) : new Ending.NotLong(last.parameters(), last.period());
            case CLOSED, TOO_LONG -> throw new IllegalStateException("told before: a mistake in Loligo");
        };
    }

    @Override
    public boolean explains(LoopCurve.Point from, LoopCurve.Point to, double distance, boolean[] changed) {
        return true;
    }

    @Override
    public boolean last(int test) {
        return test != LongLoopCurve.NODE;
    }

    @Override
    public boolean ends(LoopCurve.Point sample) {
        return curve.amplitude(sample) < SMALL || stay(curve.cycle(sample)) instanceof Stay.Nowhere;
    }
}
