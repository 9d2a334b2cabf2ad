package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwoParameterTest {
    private static final Range[] PLANE = {new Range(-2, 2), new Range(-2, 2)};

    private static List<DoublePoint> walk(Optional<TwoParameterBranch> from) {
        TwoParameterBranch branch = from.orElseThrow();
        List<DoublePoint> special = new ArrayList<>();
        while (branch.hasNext()) branch.next().special().ifPresent(special::add);
        return special;
    }

    private static Problem plain(int n, NormalForms.Rates rates) {
        return Problem.plain(NormalForms.family(n, 2, rates));
    }

    private static Bifurcation.SaddleNode fold(Problem problem, double[] y, double[] p) {
        return FoldSystem.near(problem, y, p, 0).orElseThrow();
    }

    private static Bifurcation.Hopf hopf(Problem problem, double[] y, double[] p) {
        return HopfSystem.near(problem, y, p, 0).orElseThrow();
    }

    /// y' = p + q y - y^3, its cusp moved to (0.1, -0.2): p - 0.1 = -+ 2 ((q + 0.2) / 3)^1.5.
    @Test
    void aCusp() {
        Problem cusp = plain(2, (y, p, dy) -> {
            dy[0] = p[0] - 0.1 + (p[1] + 0.2) * y[0] - y[0] * y[0] * y[0];
            dy[1] = -y[1] + y[0];
        });
        Bifurcation.SaddleNode start = fold(cusp, new double[] {0.6, 0.6}, new double[] {-0.3, 1});
        TwoParameterBranch branch = TwoParameterBranch.of(cusp, start, 0, 1, PLANE, false).orElseThrow();
        List<DoublePoint> special = new ArrayList<>();
        while (branch.hasNext()) {
            TwoParameterBranch.Point point = branch.next();
            double q = point.parameters()[1] + 0.2;
            assertEquals(4 * q * q * q, 27 * (point.parameters()[0] - 0.1) * (point.parameters()[0] - 0.1), 1e-9);
            point.special().ifPresent(special::add);
        }
        assertEquals(1, special.size());
        assertArrayEquals(new double[] {0.1, -0.2}, assertInstanceOf(DoublePoint.Cusp.class, special.getFirst()).parameters(), 1e-10);
        assertEquals(2, assertInstanceOf(Ending.LeftRange.class, branch.ending().orElseThrow()).parameter(), 1e-9);
    }

    /// y1' = y2, y2' = p + q y2 + y1^2 + y1 y2: saddle-nodes on p = 0, Hopf points on p = -q^2, together at the origin.
    @Test
    void aBogdanovTakensPointFromBothCurves() {
        Problem takens = plain(2, (y, p, dy) -> {
            dy[0] = y[1];
            dy[1] = p[0] + p[1] * y[1] + y[0] * y[0] + y[0] * y[1];
        });
        Optional<TwoParameterBranch> folds = TwoParameterBranch.of(takens, fold(takens, new double[] {0.01, 0}, new double[] {0.01, 1}), 0, 1, PLANE, false);
        List<DoublePoint> special = walk(folds);
        assertEquals(1, special.size());
        assertArrayEquals(new double[2], assertInstanceOf(DoublePoint.BogdanovTakens.class, special.getFirst()).parameters(), 1e-10);
        TwoParameterBranch hopfs = TwoParameterBranch.of(takens, hopf(takens, new double[] {-0.98, 0}, new double[] {-1.02, 1}), 0, 1, PLANE, false).orElseThrow();
        List<DoublePoint> end = walk(Optional.of(hopfs));
        assertEquals(1, end.size());
        assertArrayEquals(new double[2], assertInstanceOf(DoublePoint.BogdanovTakens.class, end.getFirst()).parameters(), 1e-10);
        assertInstanceOf(Ending.AtDoublePoint.class, hopfs.ending().orElseThrow());
    }

    /// r' = r (p + (q - 0.3) r^2 - r^4), angle' = 1.5.
    @Test
    void aGeneralisedHopfPoint() {
        Problem bautin = plain(2, (y, p, dy) -> {
            double u = y[0], v = y[1] - 0.3 * u * u;
            double r2 = u * u + v * v, grow = p[0] + (p[1] - 0.3) * r2 - r2 * r2;
            dy[0] = grow * u - 1.5 * v;
            dy[1] = grow * v + 1.5 * u + 0.6 * u * dy[0];
        });
        List<DoublePoint> special = walk(TwoParameterBranch.of(bautin, hopf(bautin, new double[] {0.01, 0}, new double[] {0.02, 1}), 0, 1, PLANE, false));
        assertEquals(1, special.size());
        assertArrayEquals(new double[] {0, 0.3}, assertInstanceOf(DoublePoint.GeneralisedHopf.class, special.getFirst()).parameters(), 1e-8);
    }

    /// A pair p - 0.2 + z +- i beside z' = q - z^2: Hopf points on q = (p - 0.2)^2, saddle-nodes on q = 0.
    @Test
    void aZeroHopfPointFromBothCurves() {
        Problem zero = plain(3, (y, p, dy) -> {
            double grow = p[0] - 0.2 + y[2] - y[0] * y[0] - y[1] * y[1];
            dy[0] = grow * y[0] - y[1];
            dy[1] = grow * y[1] + y[0];
            dy[2] = p[1] - y[2] * y[2];
        });
        List<DoublePoint> onHopf = walk(TwoParameterBranch.of(zero, hopf(zero, new double[] {0.01, 0, 0.7}, new double[] {-0.48, 0.5}), 0, 1, PLANE, false));
        assertEquals(1, onHopf.size());
        assertArrayEquals(new double[] {0.2, 0}, assertInstanceOf(DoublePoint.ZeroHopf.class, onHopf.getFirst()).parameters(), 1e-8);
        Bifurcation.SaddleNode fold = FoldSystem.near(zero, new double[] {0, 0, 0.01}, new double[] {-1, 0.01}, 1).orElseThrow();
        List<DoublePoint> onFold = walk(TwoParameterBranch.of(zero, fold, 1, 0, PLANE, true));
        assertEquals(1, onFold.size());
        assertArrayEquals(new double[] {0, 0.2}, assertInstanceOf(DoublePoint.ZeroHopf.class, onFold.getFirst()).parameters(), 1e-8);
    }

    /// Izhikevich (2007), recomputed: cusp at g_L = 47.91718, I = 1033.0040, V = -13.44189; so g_Na / g_L = 1.544331.
    @Test
    void persistentSodiumLosesItsBistabilityInACusp() {
        Bifurcation.SaddleNode start = FoldSystem.near(Membranes.PERSISTENT_SODIUM, new double[] {-46}, new double[] {16, 19, 74}, 0).orElseThrow();
        Range[] ranges = {new Range(-2000, 2000), new Range(5, 60)};
        List<DoublePoint> special = walk(TwoParameterBranch.of(Membranes.PERSISTENT_SODIUM, start, 0, 1, ranges, true));
        assertEquals(1, special.size());
        DoublePoint.Cusp cusp = assertInstanceOf(DoublePoint.Cusp.class, special.getFirst());
        assertEquals(1033.0040, cusp.parameters()[0], 1e-4);
        assertEquals(47.91718, cusp.parameters()[1], 1e-5);
        assertEquals(-13.44189, cusp.at().state()[0], 1e-5);
        assertEquals(1.544331, 74 / cusp.parameters()[1], 1e-6);
    }

    /// In (I, tau) saddle-nodes do not depend on tau; the Hopf curve ends on them.
    @Test
    void sodiumPotassiumHasABogdanovTakensPoint() {
        Bifurcation.Hopf upper = HopfSystem.near(Membranes.HIGH, new double[] {-19.7, 0.7}, new double[] {200, 1}, 0).orElseThrow();
        Range[] ranges = {new Range(-200, 400), new Range(0.02, 3)};
        List<DoublePoint> special = walk(TwoParameterBranch.of(Membranes.HIGH, upper, 0, 1, ranges, false));
        assertEquals(1, special.size());
        DoublePoint.BogdanovTakens end = assertInstanceOf(DoublePoint.BogdanovTakens.class, special.getFirst());
        assertEquals(-85.822842, end.parameters()[0], 5e-7);
        assertEquals(0.0971340173, end.parameters()[1], 1e-9); // 1 / (dV'/dV) where d(V' at steady n)/dV = 0, in 25 digits
    }

    /// r' = r (p + q r^2 - r^4): cycles fold on p = -q^2 / 4 for q > 0, down to the generalised Hopf point at the origin.
    @Test
    void foldsOfCyclesInTwoParameters() {
        Problem bautin = plain(2, (y, p, dy) -> {
            double r2 = y[0] * y[0] + y[1] * y[1], grow = p[0] + p[1] * r2 - r2 * r2;
            dy[0] = grow * y[0] - (1.5 + r2) * y[1];
            dy[1] = grow * y[1] + (1.5 + r2) * y[0];
        });
        List<Bifurcation> special = CycleBranchTest.walk(Cycles.from(bautin, hopf(bautin, new double[] {0.01, 0}, new double[] {0.02, 1}), 0, new Range(-2, 2)));
        Bifurcation.FoldOfCycles start = assertInstanceOf(Bifurcation.FoldOfCycles.class, special.getFirst());
        FoldOfCyclesBranch up = FoldOfCyclesBranch.of(bautin, start, 0, 1, PLANE, true).orElseThrow();
        while (up.hasNext()) {
            Cycle at = up.next();
            double q = at.parameters()[1];
            assertEquals(-q * q / 4, at.parameters()[0], 1e-8);
            assertEquals(2 * Math.PI / (1.5 + q / 2), at.period(), 1e-7);
        }
        assertEquals(2, assertInstanceOf(Ending.LeftRange.class, up.ending().orElseThrow()).parameter(), 1e-8);
        FoldOfCyclesBranch down = FoldOfCyclesBranch.of(bautin, start, 0, 1, PLANE, false).orElseThrow();
        while (down.hasNext()) down.next();
        Ending.FoldsShrink end = assertInstanceOf(Ending.FoldsShrink.class, down.ending().orElseThrow());
        assertArrayEquals(new double[2], end.parameters(), 1e-3);
    }
}
