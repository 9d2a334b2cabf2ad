package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Cycles of systems whose cycles are known by construction. Membranes: [MembraneCyclesTest].
class CycleBranchTest {
    static List<Bifurcation> walk(CycleBranch branch) {
        List<Bifurcation> special = new ArrayList<>();
        while (branch.hasNext()) branch.next().special().ifPresent(special::add);
        return special;
    }

    static Bifurcation.Hopf hopf(Problem problem, double[] state, double[] parameters) {
        return HopfSystem.near(problem, state, parameters, 0).orElseThrow();
    }

    private static Problem plain(int n, NormalForms.Rates rates) {
        return Problem.plain(NormalForms.family(n, 1, rates));
    }

    /// r' = r (p + r^2 - r^4), angle' = 1: born at p = 0 and unstable, a fold at p = -1/4 with r^2 = 1/2.
    @Test
    void aBautinNormalFormFoldsWhereItMust() {
        Problem bautin = plain(2, (y, p, dy) -> {
            double r2 = y[0] * y[0] + y[1] * y[1];
            double grow = p[0] + r2 - r2 * r2;
            dy[0] = grow * y[0] - y[1];
            dy[1] = grow * y[1] + y[0];
        });
        Bifurcation.Hopf hopf = hopf(bautin, new double[] {0.01, 0}, new double[] {0.02});
        assertEquals(0, hopf.parameter(), 1e-13);
        assertEquals(2, hopf.lyapunov(), 1e-8);
        CycleBranch branch = Cycles.from(bautin, hopf, 0, new Range(-1, 2));
        List<Bifurcation> special = walk(branch);
        assertEquals(1, special.size());
        Bifurcation.FoldOfCycles fold = (Bifurcation.FoldOfCycles) special.getFirst();
        assertEquals(-0.25, fold.parameter(), 1e-10);
        assertTrue(Math.abs(fold.parameter() + 0.25) <= fold.error() && fold.error() < 1e-8);
        assertEquals(Math.sqrt(0.5), fold.at().extent(0)[1], 1e-5);
        assertEquals(2 * Math.PI, fold.at().period(), 1e-9);
        assertTrue(Math.abs(fold.at().period() - 2 * Math.PI) <= fold.at().periodError() && fold.at().periodError() < 1e-7, () -> "± " + fold.at().periodError());
        assertEquals(2, assertInstanceOf(Ending.LeftRange.class, branch.ending().orElseThrow()).parameter(), 1e-8);
    }

    /// The multiplier of r' = r (p - r^2) is e^{-2 p T}: exact where it is neither tiny nor 1.
    @Test
    void multipliersAreRight() {
        Problem hopfForm = plain(2, (y, p, dy) -> {
            double r2 = y[0] * y[0] + y[1] * y[1];
            dy[0] = (p[0] - r2) * y[0] - 2 * y[1];
            dy[1] = (p[0] - r2) * y[1] + 2 * y[0];
        });
        CycleBranch branch = Cycles.from(hopfForm, hopf(hopfForm, new double[] {0.01, 0}, new double[] {0.02}), 0, new Range(-1, 1));
        CycleBranch.Point point = branch.next();
        while (branch.hasNext()) {
            point = branch.next();
            Cycle cycle = point.cycle();
            assertEquals(Math.PI, cycle.period(), 1e-9);
            assertEquals(StrictMath.exp(-2 * point.parameter() * Math.PI), cycle.multipliers().real()[0], 1e-6);
            double[] y = cycle.at(0.3);
            assertEquals(point.parameter(), y[0] * y[0] + y[1] * y[1], 1e-6);
        }
        assertEquals(1, point.parameter(), 1e-8);
    }

    /// Deviations from the circle turn by half a turn in a round, so that their multipliers are -e^{2 pi p} and -e^{-4 pi}.
    @Test
    void aPeriodDoublingKnownByConstruction() {
        Problem moebius = plain(3, (y, p, dy) -> {
            double r = Math.sqrt(y[0] * y[0] + y[1] * y[1]), c = y[0] / r, s = y[1] / r;
            double rho = r - 1, z = y[2];
            double m11 = p[0] * (1 + c) / 2 - 2 * (1 - c) / 2, m22 = p[0] * (1 - c) / 2 - 2 * (1 + c) / 2, m12 = (p[0] + 2) * s / 2;
            double outwards = m11 * rho + m12 * z - z / 2 - rho * (rho * rho + z * z);
            dy[0] = outwards * c - y[1];
            dy[1] = outwards * s + y[0];
            dy[2] = m12 * rho + m22 * z + rho / 2 - z * (rho * rho + z * z);
        });
        Mesh mesh = Mesh.uniform(20);
        double[] nodes = new double[mesh.nodes() * 3];
        for (int k = 0; k < mesh.nodes(); k++) {
            nodes[3 * k] = StrictMath.cos(2 * Math.PI * mesh.node(k));
            nodes[3 * k + 1] = StrictMath.sin(2 * Math.PI * mesh.node(k));
        }
        Cycle circle = Cycles.near(moebius, mesh, nodes, new double[] {-0.53}, 2 * Math.PI, 1e-4).orElseThrow();
        List<Bifurcation> special = walk(Cycles.from(moebius, circle, 0, new Range(-0.6, 0.5), true));
        assertEquals(1, special.size());
        Bifurcation.PeriodDoubling doubling = assertInstanceOf(Bifurcation.PeriodDoubling.class, special.getFirst());
        assertEquals(0, doubling.parameter(), 1e-8);
        assertEquals(-StrictMath.exp(-4 * Math.PI), doubling.at().multipliers().real()[1], 1e-8);
    }

    /// A circle, and beside it a plane in which deviations turn and grow: multipliers e^{2 pi (p +- 0.3 i)}.
    @Test
    void aTorusAndACrossingKnownByConstruction() {
        Problem torus = plain(4, (y, p, dy) -> {
            double r2 = y[0] * y[0] + y[1] * y[1], s2 = y[2] * y[2] + y[3] * y[3];
            dy[0] = (1 - r2) * y[0] - y[1];
            dy[1] = (1 - r2) * y[1] + y[0];
            dy[2] = (p[0] - s2) * y[2] - 0.3 * y[3];
            dy[3] = (p[0] - s2) * y[3] + 0.3 * y[2];
        });
        Cycle circle = Cycles.settled(torus, new double[] {0.4, 0, 0.1, 0.1}, new double[] {-0.53}, 30).orElseThrow();
        List<Bifurcation> special = walk(Cycles.from(torus, circle, 0, new Range(-0.6, 0.5), true));
        assertEquals(1, special.size());
        Bifurcation.Torus at = assertInstanceOf(Bifurcation.Torus.class, special.getFirst());
        assertEquals(0, at.parameter(), 1e-9);
        assertEquals(0.6 * Math.PI, at.angle(), 1e-7);
        Problem crossing = plain(3, (y, p, dy) -> {
            double r2 = y[0] * y[0] + y[1] * y[1];
            dy[0] = (1 - r2) * y[0] - y[1];
            dy[1] = (1 - r2) * y[1] + y[0];
            dy[2] = (p[0] - y[2] * y[2]) * y[2];
        });
        Cycle same = Cycles.settled(crossing, new double[] {0.4, 0, 0.1}, new double[] {-0.53}, 30).orElseThrow();
        List<Bifurcation> other = walk(Cycles.from(crossing, same, 0, new Range(-0.6, 0.5), true));
        assertEquals(1, other.size());
        assertEquals(0, assertInstanceOf(Bifurcation.BranchPointOfCycles.class, other.getFirst()).parameter(), 1e-8);
    }

    /// angle' = p - cos(angle) on a circle: period 2 pi / sqrt(p^2 - 1).
    @Test
    void aSaddleNodeOnACircle() {
        Problem circle = plain(2, (y, p, dy) -> {
            double r2 = y[0] * y[0] + y[1] * y[1];
            double turn = p[0] - y[0] / Math.sqrt(r2);
            dy[0] = (1 - r2) * y[0] - turn * y[1];
            dy[1] = (1 - r2) * y[1] + turn * y[0];
        });
        Cycle start = Cycles.settled(circle, new double[] {1, 0}, new double[] {1.9}, 20).orElseThrow();
        assertEquals(2 * Math.PI / Math.sqrt(1.9 * 1.9 - 1), start.period(), 1e-8);
        CycleBranch branch = Cycles.from(circle, start, 0, new Range(0, 3), false);
        List<Bifurcation> special = walk(branch);
        assertEquals(List.of(), special);
        Ending.Snic snic = assertInstanceOf(Ending.Snic.class, branch.ending().orElseThrow());
        assertEquals(1, snic.point().parameter(), 1e-12);
        assertEquals(1, snic.extrapolated(), 1e-5);
        assertEquals(2 * Math.PI / Math.sqrt(2), snic.coefficient(), 1e-2);
    }

    /// x' = 2 y, y' = 2 x - 3 x^2 - y (H - p) with H = x^3 - x^2 + y^2: cycles are the levels H = p, down to the saddle at H = 0.
    @Test
    void aHomoclinicOrbit() {
        Problem levels = plain(2, (y, p, dy) -> {
            double h = y[0] * y[0] * y[0] - y[0] * y[0] + y[1] * y[1];
            dy[0] = 2 * y[1];
            dy[1] = 2 * y[0] - 3 * y[0] * y[0] - y[1] * (h - p[0]);
        });
        Bifurcation.Hopf hopf = hopf(levels, new double[] {0.66, 0}, new double[] {-0.14});
        assertEquals(-4.0 / 27, hopf.parameter(), 1e-12);
        CycleBranch branch = Cycles.from(levels, hopf, 0, new Range(-1, 1));
        List<Bifurcation> special = walk(branch);
        assertEquals(List.of(), special);
        Ending.Homoclinic end = assertInstanceOf(Ending.Homoclinic.class, branch.ending().orElseThrow());
        assertTrue(Math.abs(end.parameter()) <= end.error() && end.error() < 1e-6, end.toString());
        assertEquals(0, end.saddle().state()[0], 1e-9);
        assertEquals(0, end.saddleQuantity(), 1e-4);
    }

    /// Lorenz (1963), sigma = 10, beta = 8/3: a pitchfork at rho = 1, a subcritical Hopf point at rho = sigma (sigma + beta + 3)/(sigma - beta - 1) with
    /// omega^2 = 2 sigma beta (sigma + 1)/(sigma - beta - 1), whose unstable cycles end in a loop of the origin: rho = 13.926557407 by Runge-Kutta along its unstable manifold, bisected.
    @Test
    void lorenz() {
        double sigma = 10, beta = 8 / 3.0;
        Problem lorenz = plain(3, (y, p, dy) -> {
            dy[0] = sigma * (y[1] - y[0]);
            dy[1] = y[0] * (p[0] - y[2]) - y[1];
            dy[2] = y[0] * y[1] - beta * y[2];
        });
        EquilibriumBranch rest = EquilibriumBranch.from(lorenz, new double[3], new double[] {0.2}, 0, new Range(0.1, 30), true);
        Bifurcation.BranchPoint fork = null;
        while (rest.hasNext()) if (rest.next().special().orElse(null) instanceof Bifurcation.BranchPoint at) fork = at;
        assertEquals(1, Objects.requireNonNull(fork).parameter(), 1e-8);
        Bifurcation.Hopf hopf = null;
        EquilibriumBranch tine = EquilibriumBranch.across(lorenz, fork, 0, new Range(0.1, 30), true);
        while (tine.hasNext()) if (tine.next().special().orElse(null) instanceof Bifurcation.Hopf at) hopf = at;
        assertEquals(sigma * (sigma + beta + 3) / (sigma - beta - 1), Objects.requireNonNull(hopf).parameter(), 1e-8);
        assertEquals(Math.sqrt(2 * sigma * beta * (sigma + 1) / (sigma - beta - 1)), hopf.frequency(), 1e-8);
        assertTrue(hopf.lyapunov() > 0);
        CycleBranch cycles = Cycles.from(lorenz, hopf, 0, new Range(0.1, 30));
        assertEquals(List.of(), walk(cycles));
        Ending.Homoclinic end = assertInstanceOf(Ending.Homoclinic.class, cycles.ending().orElseThrow());
        assertEquals(13.926557407, end.parameter(), 1e-8);
        assertEquals(0, end.saddle().state()[0], 1e-9);
        assertEquals((-(sigma + 1) + Math.sqrt((sigma + 1) * (sigma + 1) + 4 * sigma * (end.parameter() - 1))) / 2 - beta, end.saddleQuantity(), 1e-6);
    }

    /// Circles of radius 1 and 1 + p: they cross at p = 0, where the multiplier of either passes 1 and nothing turns.
    @Test
    void branchesOfThePlaneCross() {
        Problem crossing = plain(2, (y, p, dy) -> {
            double r = Math.sqrt(y[0] * y[0] + y[1] * y[1]), outwards = (r - 1) * (p[0] - (r - 1));
            dy[0] = outwards * y[0] / r - y[1];
            dy[1] = outwards * y[1] / r + y[0];
        });
        Cycle circle = Cycles.settled(crossing, new double[] {1.05, 0}, new double[] {-0.53}, 30).orElseThrow();
        List<Bifurcation> special = walk(Cycles.from(crossing, circle, 0, new Range(-0.6, 0.5), true));
        assertEquals(1, special.size());
        assertEquals(0, assertInstanceOf(Bifurcation.BranchPointOfCycles.class, special.getFirst()).parameter(), 1e-8);
    }

    /// FitzHugh-Nagumo is the same at 1.75 - I, upside down: both folds of its canards, passed in other directions, are each other's picture.
    @Test
    void canardsOfThePlaneFoldWhereTheirMultiplierIsOne() {
        for (double epsilon : new double[] {0.08, 0.03, 0.01}) {
            Problem nagumo = plain(2, (y, p, dy) -> {
                dy[0] = y[0] - y[0] * y[0] * y[0] / 3 - y[1] + p[0];
                dy[1] = epsilon * (y[0] + 0.7 - 0.8 * y[1]);
            });
            Cycle large = Cycles.settled(nagumo, new double[] {0, 0}, new double[] {0.875}, 4 / epsilon).orElseThrow();
            Cycle[] folds = new Cycle[2];
            for (int k = 0; k < 2; k++) {
                List<Bifurcation> special = walk(Cycles.from(nagumo, large, 0, new Range(0, 1.75), k == 1));
                assertEquals(1, special.size(), "epsilon = " + epsilon + special.stream().map(Bifurcation::sentence).toList());
                folds[k] = assertInstanceOf(Bifurcation.FoldOfCycles.class, special.getFirst()).at();
                assertEquals(1, folds[k].multipliers().real()[0], 1e-6);
            }
            assertEquals(1.75, folds[0].parameters()[0] + folds[1].parameters()[0], 1e-9);
            assertEquals(folds[0].period(), folds[1].period(), 1e-7 * folds[0].period());
            assertEquals(-folds[0].extent(0)[0], folds[1].extent(0)[1], 1e-5);
        }
    }

    /// Relaxation oscillations of van der Pol in the variables of Lienard: the period tends to `(3 - 2 ln 2) mu + 7.01432 mu^(-1/3)` (Dorodnitsyn 1947; the number is minus three times the first zero of the Airy function).
    @Test
    void sharpJumpsFromASimulatedOrbit() {
        Problem oscillator = plain(2, (y, p, dy) -> {
            dy[0] = p[0] * (y[0] - y[0] * y[0] * y[0] / 3 - y[1]);
            dy[1] = y[0] / p[0];
        });
        for (double mu : new double[] {10, 20, 40, 60, 100, 150}) {
            Cycle cycle = Cycles.settled(oscillator, new double[] {0.1, 0}, new double[] {mu}, 2 * mu).orElseThrow(() -> new AssertionError("none for " + mu));
            double limit = (3 - 2 * Math.log(2)) * mu + 7.01432 / Math.cbrt(mu);
            assertEquals(limit, cycle.period(), 3 * Math.log(mu) / mu, "mu = " + mu);
            assertTrue(cycle.stable());
        }
    }

    /// Van der Pol with mu = 5: period 11.61223067, integrated with DOP853 at a tolerance of 3e-14.
    @Test
    void vanDerPolFromASimulatedOrbit() {
        Problem oscillator = plain(2, (y, p, dy) -> {
            dy[0] = y[1];
            dy[1] = p[0] * (1 - y[0] * y[0]) * y[1] - y[0];
        });
        Cycle cycle = Cycles.settled(oscillator, new double[] {2, 0}, new double[] {5}, 40).orElseThrow();
        assertEquals(11.61223067, cycle.period(), 2e-6);
        CycleBranch branch = Cycles.from(oscillator, cycle, 0, new Range(0.1, 6), false);
        assertEquals(List.of(), walk(branch));
        assertInstanceOf(Ending.LeftRange.class, branch.ending().orElseThrow());
        assertTrue(Cycles.settled(oscillator, new double[] {0.1, 0}, new double[] {-1}, 20).isEmpty());
    }
}
