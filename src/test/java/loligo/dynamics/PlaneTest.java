package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaneTest {
    /// y1' vanishes on two circles and a line: three pieces, two of them closed.
    @Test
    void nullclinesAreCompleteAlsoWhereTheyAreFoldedOrDisconnected() {
        Problem problem = Problem.plain(NormalForms.family(2, 1, (y, p, dy) -> {
            double a = y[0] * y[0] + y[1] * y[1] - 0.25, b = (y[0] - 1.2) * (y[0] - 1.2) + y[1] * y[1] - 0.01, line = y[1] - 1.3 - 0.2 * y[0];
            dy[0] = a * b * line;
            dy[1] = y[1] * y[1] * y[1] - y[1] - y[0];
        }));
        Plane plane = Plane.held(0, 1, new Range(-2, 2), new Range(-2, 2), new double[2]);
        Nullcline first = Nullcline.of(problem, new double[1], 0, plane);
        assertEquals(3, first.pieces().size());
        int closed = 0;
        for (double[][] piece : first.pieces()) {
            if (piece[0][0] == piece[piece.length - 1][0] && piece[0][1] == piece[piece.length - 1][1]) closed++;
            for (double[] x : piece) {
                double a = x[0] * x[0] + x[1] * x[1] - 0.25, b = (x[0] - 1.2) * (x[0] - 1.2) + x[1] * x[1] - 0.01, line = x[1] - 1.3 - 0.2 * x[0];
                assertEquals(0, a * b * line, 1e-9);
            }
        }
        assertEquals(2, closed);
        Nullcline folded = Nullcline.of(problem, new double[1], 1, plane);
        assertEquals(1, folded.pieces().size());
        double[][] piece = folded.pieces().getFirst();
        for (double[] x : piece) assertEquals(x[0], x[1] * x[1] * x[1] - x[1], 1e-9);
        assertEquals(2, Math.abs(piece[0][0]), 1e-8);
        assertEquals(2, Math.abs(piece[piece.length - 1][0]), 1e-8);
    }

    /// The axis itself, on a line of the grid.
    @Test
    void aNullclineOnALineOfTheGridIsSeen() {
        Problem problem = Problem.plain(NormalForms.family(2, 1, (y, p, dy) -> {
            dy[0] = y[1];
            dy[1] = (1 - y[0] * y[0]) * y[1] - y[0];
        }));
        for (double up : new double[] {4, 3.9}) {
            Plane plane = Plane.held(0, 1, new Range(-3, 3), new Range(-4, up), new double[2]);
            Nullcline axis = Nullcline.of(problem, new double[1], 0, plane);
            assertEquals(1, axis.pieces().size());
            for (double[] x : axis.pieces().getFirst()) assertEquals(0, x[1], 1e-9);
        }
    }

    /// A spiral, coarse where it is straight: no line leaves it by more than a 2000th of the picture.
    @Test
    void linesLookLikeTheCurvesThatTheyStandFor() {
        double[] extent = {2, 4};
        List<double[]> points = Polyline.of(t -> new double[] {StrictMath.cos(t * t), 2 * StrictMath.sin(t * t)}, new double[] {0, 1, 4}, extent);
        assertTrue(points.size() < 500, points.size() + " points");
        for (int k = 1; k < points.size(); k++) {
            double[] a = points.get(k - 1), b = points.get(k);
            assertEquals(1, StrictMath.hypot(b[0], b[1] / 2), 1e-12);
            assertEquals(1, StrictMath.hypot((a[0] + b[0]) / 2, (a[1] + b[1]) / 4), 2.2 * 5e-4);
        }
    }

    /// y1' = y1 (1 - y1^2), y2' = -y2 + y1^2: the unstable manifold of the origin is a curve to (+-1, 1), the stable one the vertical axis.
    @Test
    void manifoldsOfASaddleGoWhereTheyMust() {
        Problem problem = new Problem(NormalForms.family(2, 1, (y, p, dy) -> {
            dy[0] = y[0] * (1 - y[0] * y[0]);
            dy[1] = -y[1] + y[0] * y[0];
        }), new double[] {1, 1}, new double[] {1}, List.of(new Range(-3, 3), new Range(-3, 3)));
        Equilibrium saddle = Equilibrium.near(problem, new double[] {0.1, 0.1}, new double[1]).orElseThrow();
        List<Manifold> halves = Manifold.of(problem, saddle, 100);
        assertEquals(4, halves.size());
        for (Manifold half : halves) {
            if (half.stable()) {
                assertInstanceOf(Manifold.Arrival.Outside.class, half.arrival());
                for (double[] y : half.points()) assertEquals(0, y[0], 1e-12);
            } else {
                Manifold.Arrival.At at = assertInstanceOf(Manifold.Arrival.At.class, half.arrival());
                assertEquals(1, Math.abs(at.equilibrium().state()[0]), 1e-9);
                // on it y2 = y1^2 s(y1^2) with (1 - u) u s' 2 + ... solved by y2 = 1 - (sqrt(1-u)/sqrt u) asin sqrt u, u = y1^2
                for (double[] y : half.points()) {
                    double u = y[0] * y[0];
                    if (u > 1e-3 && u < 0.999) assertEquals(1 - Math.sqrt((1 - u) / u) * StrictMath.asin(Math.sqrt(u)), y[1], 1e-6);
                }
            }
        }
    }

    /// The separatrix of I_Na,p + I_K with high threshold at I = 0: the stable manifold of its saddle leaves the box, the unstable one leads to rest on both sides.
    @Test
    void theSaddleOfSodiumPotassium() {
        Equilibrium saddle = Equilibrium.near(Membranes.HIGH, new double[] {-56.1, 0.002}, new double[] {0, 1}).orElseThrow();
        assertEquals(Stability.SADDLE, saddle.stability());
        List<Manifold> halves = Manifold.of(Membranes.HIGH, saddle, 200);
        assertEquals(4, halves.size());
        for (Manifold half : halves) {
            if (half.stable()) continue;
            Manifold.Arrival.At rest = assertInstanceOf(Manifold.Arrival.At.class, half.arrival());
            assertEquals(-65.95295, rest.equilibrium().state()[0], 1e-5);
        }
    }

    /// r' = r (1 - r^2), angle' = 2 + c (r^2 - 1): phase response (-sin a, cos a) / 2 + (c / 2) (cos a, sin a) / 2 in time.
    @Test
    void phaseResponseOfACircle() {
        double c = 0.7;
        Problem problem = Problem.plain(NormalForms.family(2, 1, (y, p, dy) -> {
            double r2 = y[0] * y[0] + y[1] * y[1], turn = 2 + c * (r2 - 1);
            dy[0] = (1 - r2) * y[0] - turn * y[1];
            dy[1] = (1 - r2) * y[1] + turn * y[0];
        }));
        Cycle cycle = Cycles.settled(problem, new double[] {0.5, 0}, new double[1], 20).orElseThrow();
        PhaseResponse response = PhaseResponse.of(problem, cycle);
        assertTrue(response.error() < 1e-6, "" + response.error());
        for (double phase = 0; phase < 1; phase += 0.07) {
            double[] y = cycle.at(phase);
            double[] z = response.at(phase);
            assertEquals((-y[1] + c * y[0]) / 2, z[0], 2e-4);
            assertEquals((y[0] + c * y[1]) / 2, z[1], 2e-4);
        }
    }

    /// The diagram of a pitchfork beside a fold: three lines, found from slices.
    @Test
    void allBranchesOfARange() {
        Problem problem = new Problem(NormalForms.family(1, 1, (y, p, dy) -> dy[0] = y[0] * (p[0] - y[0] * y[0]) * (p[0] + 0.5 - (y[0] - 4) * (y[0] - 4))),
                new double[] {1}, new double[] {1}, List.of(new Range(-10, 10)));
        EquilibriumDiagram diagram = EquilibriumDiagram.of(problem, new double[1], 0, new Range(-1, 2),
                p -> Equilibria.search(problem, p, 20), 5);
        assertEquals(3, diagram.lines().size());
        assertEquals(5, diagram.searched().size());
        long folds = diagram.lines().stream().flatMap(l -> l.special().stream()).filter(b -> b instanceof Bifurcation.SaddleNode s && Math.abs(s.parameter() + 0.5) < 1e-9).count();
        assertEquals(1, folds);
    }
}
