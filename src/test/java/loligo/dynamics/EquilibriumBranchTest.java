package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquilibriumBranchTest {
    private static List<Bifurcation> walk(EquilibriumBranch branch) {
        List<Bifurcation> special = new ArrayList<>();
        while (branch.hasNext()) branch.next().special().ifPresent(special::add);
        return special;
    }

    private static Problem plain(int n, int k, NormalForms.Rates rates) {
        return Problem.plain(NormalForms.family(n, k, rates));
    }

    @Test
    void aFoldWithItsCoefficient() {
        Problem fold = plain(1, 1, (y, p, dy) -> dy[0] = p[0] + 3 * y[0] * y[0] - y[0] * y[0] * y[0]);
        EquilibriumBranch branch = EquilibriumBranch.from(fold, new double[] {3.3}, new double[] {3}, 0, new Range(-10, 10), false);
        List<Bifurcation> special = walk(branch);
        assertEquals(2, special.size());
        Bifurcation.SaddleNode lower = (Bifurcation.SaddleNode) special.get(0); // y = 2, p = -4: f'' / 2 = 3 - 3 y
        assertEquals(-4, lower.parameter(), 1e-12);
        assertEquals(2, lower.at().state()[0], 1e-10);
        assertEquals(-3, lower.quadratic(), 1e-9);
        assertEquals(1, lower.drive(), 1e-10);
        Bifurcation.SaddleNode upper = (Bifurcation.SaddleNode) special.get(1);
        assertEquals(0, upper.parameter(), 1e-12);
        assertEquals(3, upper.quadratic(), 1e-9);
        Ending ending = branch.ending().orElseThrow();
        assertEquals(-10, assertInstanceOf(Ending.LeftRange.class, ending).parameter(), 1e-9);
    }

    /// In polar coordinates r' = r (p + c r^2), angle' = 2 + d r^2, then bent by a change of coordinates that leaves l1.
    @Test
    void hopfPointsWithChosenLyapunovCoefficients() {
        for (double c : new double[] {-0.7, 0.4}) {
            Problem hopf = plain(2, 1, (y, p, dy) -> {
                double u = y[0], v = y[1] - 0.3 * u * u;
                double r2 = u * u + v * v;
                dy[0] = p[0] * u - 2 * v + r2 * (c * u - 0.9 * v);
                dy[1] = 2 * u + p[0] * v + r2 * (c * v + 0.9 * u) + 0.6 * u * dy[0];
            });
            List<Bifurcation> special = walk(EquilibriumBranch.from(hopf, new double[2], new double[] {-0.93}, 0, new Range(-1, 1), true));
            assertEquals(1, special.size());
            Bifurcation.Hopf at = (Bifurcation.Hopf) special.getFirst();
            assertEquals(0, at.parameter(), 1e-13);
            assertEquals(2, at.frequency(), 1e-12);
            assertEquals(c, at.lyapunov(), 1e-8); // l1 = 2 c / w: r^2 = 2 |z|^2 for |q| = 1
            assertTrue(at.lyapunovError() < 1e-8);
        }
    }

    @Test
    void transcriticalAndPitchforkAreSwitchedAt() {
        Problem transcritical = plain(2, 1, (y, p, dy) -> {
            dy[0] = (p[0] - 0.25) * y[0] - y[0] * y[0];
            dy[1] = -y[1] + y[0];
        });
        Range range = new Range(-1, 1);
        List<Bifurcation> special = walk(EquilibriumBranch.from(transcritical, new double[2], new double[] {-0.9}, 0, range, true));
        assertEquals(1, special.size());
        Bifurcation.BranchPoint at = (Bifurcation.BranchPoint) special.getFirst();
        assertEquals(0.25, at.parameter(), 1e-12);
        EquilibriumBranch other = EquilibriumBranch.across(transcritical, at, 0, range, true);
        EquilibriumBranch.Point last = other.next();
        while (other.hasNext()) last = other.next();
        assertEquals(last.parameter() - 0.25, last.equilibrium().state()[0], 1e-10);
        assertEquals(1, Math.abs(last.parameter()), 1e-9);

        Problem pitchfork = plain(1, 1, (y, p, dy) -> dy[0] = p[0] * y[0] - y[0] * y[0] * y[0]);
        Bifurcation.BranchPoint fork = (Bifurcation.BranchPoint) walk(EquilibriumBranch.from(pitchfork, new double[1], new double[] {-0.93}, 0, range, true)).getFirst();
        assertEquals(0, fork.parameter(), 1e-12);
        for (boolean side : new boolean[] {true, false}) {
            EquilibriumBranch tine = EquilibriumBranch.across(pitchfork, fork, 0, range, side);
            EquilibriumBranch.Point end = tine.next();
            int events = 0;
            while (tine.hasNext()) {
                end = tine.next();
                if (end.special().isPresent()) events++;
            }
            assertEquals(0, events);
            assertEquals(side == fork.across()[0] > 0 ? 1 : -1, end.equilibrium().state()[0], 1e-9);
        }
        // and along the parabola, through the fork
        List<Bifurcation> through = walk(EquilibriumBranch.from(pitchfork, new double[] {0.97}, new double[] {0.94}, 0, range, false));
        assertEquals(1, through.size());
        assertInstanceOf(Bifurcation.BranchPoint.class, through.getFirst());
    }

    @Test
    void aLoopCloses() {
        Problem circle = plain(1, 1, (y, p, dy) -> dy[0] = p[0] * p[0] + y[0] * y[0] - 1);
        EquilibriumBranch branch = EquilibriumBranch.from(circle, new double[] {0.8}, new double[] {0.6}, 0, new Range(-3, 3), true);
        List<Bifurcation> special = walk(branch);
        assertEquals(2, special.size());
        assertInstanceOf(Ending.ClosedLoop.class, branch.ending().orElseThrow());
    }

    @Test
    void endingsAreSentences() {
        Problem jump = plain(1, 1, (y, p, dy) -> dy[0] = p[0] < 0.5 ? p[0] - y[0] : p[0] - y[0] + 4);
        EquilibriumBranch branch = EquilibriumBranch.from(jump, new double[1], new double[1], 0, new Range(-1, 1), true);
        walk(branch);
        Ending.StepTooSmall ending = assertInstanceOf(Ending.StepTooSmall.class, branch.ending().orElseThrow());
        assertEquals(0.5, ending.parameter(), 0.02); // the differences see the jump from that far
        assertTrue(ending.sentence().contains("may jump"));
        Problem boxed = new Problem(NormalForms.family(1, 1, (y, p, dy) -> dy[0] = 2 * p[0] - y[0]), new double[] {1}, new double[] {1}, List.of(new Range(-1, 1)));
        EquilibriumBranch out = EquilibriumBranch.from(boxed, new double[1], new double[1], 0, new Range(-3, 3), true);
        walk(out);
        assertEquals(0.5, assertInstanceOf(Ending.LeftBox.class, out.ending().orElseThrow()).parameter(), 1e-9);
        Problem none = plain(1, 1, (y, p, dy) -> dy[0] = 1 + y[0] * y[0]);
        assertThrows(IllegalArgumentException.class, () -> EquilibriumBranch.from(none, new double[1], new double[1], 0, new Range(-1, 1), true));
        Thread.currentThread().interrupt();
        EquilibriumBranch stopped = EquilibriumBranch.from(boxed, new double[1], new double[1], 0, new Range(-3, 3), true);
        walk(stopped);
        assertTrue(Thread.interrupted());
        assertInstanceOf(Ending.Interrupted.class, stopped.ending().orElseThrow());
    }

    /// Izhikevich (2007), recomputed: saddle-nodes at I = 15.775888 and -890.131637.
    @Test
    void persistentSodium() {
        List<Bifurcation> special = walk(EquilibriumBranch.from(Membranes.PERSISTENT_SODIUM, new double[] {-80}, new double[] {-950, 19, 74}, 0, new Range(-1000, 100), true));
        assertEquals(2, special.size());
        Bifurcation.SaddleNode lower = (Bifurcation.SaddleNode) special.get(0);
        assertEquals(15.775888, lower.parameter(), 5e-7);
        assertEquals(-46.195714, lower.at().state()[0], 5e-7);
        assertEquals(0.042473, lower.quadratic(), 5e-7);
        assertEquals(48.205, lower.bottleneck(), 5e-4);
        assertEquals(-890.131637, special.get(1).parameter(), 5e-7);
    }

    /// Izhikevich (2007), recomputed.
    @Test
    void sodiumPotassium() {
        List<Bifurcation> high = walk(EquilibriumBranch.from(Membranes.HIGH, new double[] {-70, 0}, new double[] {-100, 1}, 0, new Range(-150, 300), true));
        assertEquals(3, high.size(), high.toString());
        Bifurcation.SaddleNode onset = (Bifurcation.SaddleNode) high.get(0);
        assertEquals(4.512868, onset.parameter(), 5e-7);
        assertEquals(-60.932518, onset.at().state()[0], 5e-7);
        assertEquals(0.206463, onset.quadratic() * onset.drive(), 5e-7);
        assertEquals(6.9140, onset.bottleneck(), 5e-5);
        assertEquals(-85.822842, high.get(1).parameter(), 5e-7);
        Bifurcation.Hopf upper = (Bifurcation.Hopf) high.get(2);
        assertEquals(200.4395, upper.parameter(), 5e-5);
        assertEquals(5.0785, upper.frequency(), 5e-5);
        assertEquals(Bifurcation.Criticality.SUPERCRITICAL, upper.criticality());
        List<Bifurcation> low = walk(EquilibriumBranch.from(Membranes.LOW, new double[] {-62, 0}, new double[] {-10, 1}, 0, new Range(-20, 400), true));
        assertEquals(2, low.size());
        Bifurcation.Hopf first = (Bifurcation.Hopf) low.get(0);
        assertEquals(14.659040, first.parameter(), 5e-7);
        assertEquals(2.137477, first.frequency(), 5e-7);
        assertEquals(Bifurcation.Criticality.SUPERCRITICAL, first.criticality());
        assertEquals(353.5502, low.get(1).parameter(), 5e-5);
    }

    /// Hopf points of Hodgkin-Huxley with E_L = -54.387 mV.
    @Test
    void squid() {
        List<Bifurcation> special = walk(EquilibriumBranch.from(Membranes.SQUID, new double[] {-65, 0.05, 0.6, 0.3}, new double[1], 0, new Range(-10, 200), true));
        assertEquals(2, special.size());
        Bifurcation.Hopf first = (Bifurcation.Hopf) special.get(0);
        Bifurcation.Hopf second = (Bifurcation.Hopf) special.get(1);
        assertEquals(9.775438, first.parameter(), 5e-7);
        assertEquals(Bifurcation.Criticality.SUBCRITICAL, first.criticality());
        assertEquals(154.522434, second.parameter(), 5e-7);
        assertEquals(Bifurcation.Criticality.SUPERCRITICAL, second.criticality());
        assertTrue(first.lyapunovError() < 1e-6 * Math.abs(first.lyapunov()), first.toString());
        assertTrue(second.lyapunovError() < 1e-6 * Math.abs(second.lyapunov()), second.toString());
    }
}
