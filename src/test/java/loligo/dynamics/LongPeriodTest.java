package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cycles of one long period in two parameters stand for homoclinic orbits and saddle-nodes on cycles.
class LongPeriodTest {
    private static final Range[] PLANE = {new Range(-2, 2), new Range(-0.5, 0.5)};

    /// Cycles are level sets `h = p - q^2` of a cubic, from its minimum at -4/27 to the loop of the saddle at 0.
    private static final Problem LEVELS = Problem.plain(NormalForms.family(2, 2, (y, p, dy) -> {
        double h = y[0] * y[0] * y[0] - y[0] * y[0] + y[1] * y[1];
        dy[0] = 2 * y[1];
        dy[1] = 2 * y[0] - 3 * y[0] * y[0] - y[1] * (h - p[0] + p[1] * p[1]);
    }));

    private static List<LongPeriodBranch.Point> walk(LongPeriodBranch branch) {
        List<LongPeriodBranch.Point> points = new ArrayList<>();
        while (branch.hasNext()) points.add(branch.next());
        return points;
    }

    @Test
    void aLoopThatIsKnownExactly() {
        CycleBranch one = Cycles.from(LEVELS, HopfSystem.near(LEVELS, new double[] {0.66, 0}, new double[] {-0.14, 0}, 0).orElseThrow(), 0, new Range(-1, 1));
        List<Cycle> cycles = new ArrayList<>();
        one.forEachRemaining(p -> cycles.add(p.cycle()));
        for (boolean growing : new boolean[] {true, false}) {
            LongPeriodBranch branch = LongPeriodBranch.of(LEVELS, cycles.getLast(), 0, 1, PLANE, growing).orElseThrow();
            for (LongPeriodBranch.Point point : walk(branch)) {
                double[] p = point.cycle().parameters();
                assertEquals(p[1] * p[1], p[0], 1e-5);
                assertEquals(0, assertInstanceOf(LongPeriodBranch.Stay.AtSaddle.class, point.stay()).quantity(), 1e-3);
                assertTrue(point.meeting().isEmpty());
            }
            assertEquals(growing ? 0.5 : -0.5, assertInstanceOf(Ending.LeftRange.class, branch.ending().orElseThrow()).parameter(), 1e-6);
        }
    }

    /// A phase that passes a saddle-node at p = q^2 while the radius settles at 1: the curve runs beside it, nearer for longer periods as `T = pi/sqrt(distance)` tells.
    @Test
    void aSaddleNodeOnACycle() {
        Problem circle = Problem.plain(NormalForms.family(2, 2, (y, p, dy) -> {
            double r = Math.sqrt(y[0] * y[0] + y[1] * y[1]), grow = 1 - r, turn = (1 + p[0] - p[1] * p[1] - y[0] / r) / 2;
            dy[0] = grow * y[0] - turn * y[1];
            dy[1] = grow * y[1] + turn * y[0];
        }));
        Cycle start = Cycles.settled(circle, new double[] {-1, 0}, new double[] {0.001, 0}, 100).orElseThrow();
        LongPeriodBranch branch = LongPeriodBranch.of(circle, start, 0, 1, PLANE, true).orElseThrow();
        for (LongPeriodBranch.Point point : walk(branch)) {
            double[] p = point.cycle().parameters();
            assertEquals(0.001, p[0] - p[1] * p[1], 1e-7);
            double[] node = assertInstanceOf(LongPeriodBranch.Stay.PastSaddleNode.class, point.stay()).node().at().parameters();
            assertEquals(node[1] * node[1], node[0], 1e-9);
        }
        assertInstanceOf(Ending.LeftRange.class, branch.ending().orElseThrow());
    }
}
