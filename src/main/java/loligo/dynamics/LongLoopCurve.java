package loligo.dynamics;

import java.util.Arrays;
import java.util.Optional;

/// Cycles of one long period as two parameters change: x = (nodes, p_first, p_second), see [LongLoop]. They run beside a curve of homoclinic orbits or of saddle-nodes on a
/// cycle (Kuznetsov 2004, ch. 6 and 7.1; AUTO's way, Doedel et al. 2007).
final class LongLoopCurve extends LoopCurve {
    static final int NODE = LIKENESS + 1; // a saddle-node in the way appears or vanishes
    private static final double FAR = 40; // sizes

    private final double period;

    LongLoopCurve(Problem problem, Cycle start, int first, int second, Range[] ranges, double[] reference) {
        this.period = start.period();
        super(problem, start.parameters(), first, second, ranges, start.mesh(), reference);
    }

    @Override
    Loop loop() {
        return new LongLoop(problem, parameters, first, second, period);
    }

    @Override
    double period(double[] x) {
        return period;
    }

    /// Also how far the first parameter is from a saddle-node where the orbit moves least; NaN where none is near.
    @Override
    public Point sample(double[] x, double[] tangent) {
        Point point = super.sample(x, tangent);
        double[] tests = Arrays.copyOf(point.tests(), NODE + 1);
        Cycle cycle = cycle(point);
        tests[NODE] = node(cycle).map(node -> (cycle.parameters()[first] - node.parameter()) / problem.parameterSize()[first]).orElse(Double.NaN);
        return new Point(point.x(), tangent, tests, point.mesh());
    }

    /// The saddle-node nearest to where the orbit moves least.
    Optional<Bifurcation.SaddleNode> node(Cycle cycle) {
        double[] slowest = LongPeriods.slowest(problem, cycle);
        return FoldSystem.near(problem, slowest, cycle.parameters(), first).filter(f -> problem.distance(f.at().state(), slowest) < FAR);
    }
}
