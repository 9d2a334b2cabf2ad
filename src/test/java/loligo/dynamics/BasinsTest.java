package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Basins whose borders are known, and what is seen where there is none.
class BasinsTest {
    private static final Range WIDE = new Range(-2, 2);
    private static final double[] NONE = {0};

    private static Supplier<Ground> plane(NormalForms.Rates field) {
        return () -> {
            Problem problem = Problem.plain(NormalForms.family(2, 1, field));
            return new Ground(new Problem(problem.family(), new double[] {0.1, 0.1}, new double[] {1}, List.of(new Range(-5, 5), new Range(-5, 5))), (h, v, y) -> {
                y[0] = h;
                y[1] = v;
            });
        };
    }

    private static Basins basins(Supplier<Ground> ground, Range across, Range up, int pieces, int hands) {
        Problem problem = ground.get().problem();
        PhasePortrait portrait = PhasePortrait.of(problem, across, up);
        List<double[][]> lines = portrait.manifolds().stream().filter(Manifold::stable).map(m -> m.points().toArray(double[][]::new)).toList();
        return Basins.of(ground, 0, 1, across, up, portrait.equilibria(), lines, pieces, hands, _ -> { });
    }

    private static Basins.Share share(Basins basins, int label) {
        return Objects.requireNonNull(basins.shares().get(label));
    }

    /// y1' = y1 - y1^3: the vertical axis parts the plane.
    @Test
    void twoWells() {
        Basins basins = basins(plane((y, p, dy) -> {
            dy[0] = y[0] - y[0] * y[0] * y[0];
            dy[1] = -y[1] + y[0];
        }), new Range(-2, 1.9), WIDE, 128, 2);
        assertEquals(2, basins.attractors().size());
        for (int node = 0; node < basins.label().length; node++) assertEquals(-2 + 3.9 * (node % 129) / 128 < 0 ? 0 : 1, basins.label()[node]);
        assertTrue(basins.orbits() < 129 * 129 / 3, "" + basins.orbits());
        Border border = basins.borders().getFirst();
        assertEquals(1, basins.borders().size());
        assertArrayEquals(new int[] {0, 1}, new int[] {border.one(), border.other()});
        assertEquals(129, border.points().length);
        for (double[] point : border.points()) assertEquals(0, point[0], 1e-4);
        assertEquals(2 / 3.9, share(basins, 0).value(), share(basins, 0).error() + 1e-4);
    }

    /// r' = r (r^2 - 1/4) (1 - r^2), angle' = 1: a circle of radius 1/2 parts what rests from what goes round.
    @Test
    void aCircleAroundRest() {
        Supplier<Ground> ground = plane((y, p, dy) -> {
            double r2 = y[0] * y[0] + y[1] * y[1], growth = (r2 - 0.25) * (1 - r2);
            dy[0] = growth * y[0] - y[1];
            dy[1] = growth * y[1] + y[0];
        });
        Basins basins = basins(ground, WIDE, WIDE, 128, 2);
        assertInstanceOf(Attractor.Rest.class, basins.attractors().getFirst());
        Attractor.Round round = assertInstanceOf(Attractor.Round.class, basins.attractors().getLast());
        assertEquals(2 * Math.PI, round.cycle().period(), 1e-8);
        assertEquals(1, basins.borders().size());
        double[][] line = basins.borders().getFirst().points();
        assertArrayEquals(line[0], line[line.length - 1]);
        for (double[] point : line) assertEquals(0.5, Math.hypot(point[0], point[1]), 4.0 / 128 / 256);
        Basins.Share inside = share(basins, 0);
        assertEquals(Math.PI / 4 / 16, inside.value(), inside.error());
        assertTrue(inside.error() < 100 * Math.abs(Math.PI / 4 / 16 - inside.value()) + 1e-9, inside::toString);
        assertArrayEquals(basins.label(), basins(ground, WIDE, WIDE, 128, 1).label());
    }

    /// y1' = y1^2 - 1: right of the saddle orbits run away, in a finite time.
    @Test
    void someRunAway() {
        Basins basins = basins(plane((y, p, dy) -> {
            dy[0] = y[0] * y[0] - 1;
            dy[1] = -y[1];
        }), new Range(-2, 2.1), WIDE, 64, 2);
        for (int node = 0; node < basins.label().length; node++) assertEquals(-2 + 4.1 * (node % 65) / 64 < 1 ? 0 : Basins.AWAY, basins.label()[node]);
    }

    /// A centre draws nobody: orbits go round for ever, and no answer is made up.
    @Test
    void aCentreDrawsNobody() {
        Basins basins = basins(plane((y, p, dy) -> {
            dy[0] = y[1];
            dy[1] = -y[0];
        }), WIDE, WIDE, 64, 2);
        assertEquals(List.of(), basins.attractors());
        assertEquals(1, basins.idle().size());
        assertTrue(Arrays.stream(basins.label()).allMatch(l -> l == Basins.NOWHERE));
        assertEquals(1, share(basins, Basins.NOWHERE).value(), 1e-9);
    }

    /// A ball in two wells with little friction (Guckenheimer & Holmes 1983, 2.2): basins are wound round each other in narrow bands. What was not asked is what an orbit finds.
    @Test
    void narrowBands() {
        Supplier<Ground> ground = plane((y, p, dy) -> {
            dy[0] = y[1];
            dy[1] = y[0] - y[0] * y[0] * y[0] - 0.1 * y[1];
        });
        Basins basins = basins(ground, new Range(-2.5, 2.5), new Range(-2.5, 2.5), 256, 2);
        Window window = new Window(0, 1, new Range(-2.5, 2.5), new Range(-2.5, 2.5), 256);
        Settler settler = new Settler(ground.get(), window, basins.attractors(), 1000);
        int wrong = 0;
        for (int node = 0; node < window.nodes(); node += 23) if (settler.goal(window.h(window.column(node)), window.v(window.row(node))) != basins.label()[node]) wrong++;
        assertEquals(0, wrong);
        Basins.Share half = share(basins, 0);
        assertEquals(0.5, half.value(), half.error() + 1e-3);
    }

    /// Stopped between two rounds: every node has a label of what was found until then.
    @Test
    void whatWasFoundIsKept() {
        Supplier<Ground> ground = plane((y, p, dy) -> {
            dy[0] = y[0] - y[0] * y[0] * y[0];
            dy[1] = -y[1] + y[0];
        });
        List<Equilibrium> all = PhasePortrait.of(ground.get().problem(), WIDE, WIDE).equilibria();
        Basins basins = Basins.of(ground, 0, 1, new Range(-2, 1.9), WIDE, all, List.of(), 128, 2, _ -> Thread.currentThread().interrupt());
        assertTrue(Thread.interrupted());
        assertEquals(List.of(false, 2), List.of(basins.whole(), basins.attractors().size()));
        assertEquals(129 * 129, basins.label().length);
        for (int node = 0; node < basins.label().length; node += 8) if (node / 129 % 8 == 0 && node % 129 % 8 == 0) assertEquals(-2 + 3.9 * (node % 129) / 128 < 0 ? 0 : 1, basins.label()[node]);
        assertTrue(Arrays.stream(basins.label()).allMatch(l -> l == 0 || l == 1), Arrays.toString(Arrays.stream(basins.label()).distinct().toArray()));
    }

    /// With fast potassium (tau = 0.16 ms) rest and spiking are both stable at I = 4: the border is the stable manifold of the saddle between them.
    @Test
    void restAndSpikingShareThePlane() {
        double[] p = {4, 0.16};
        Supplier<Ground> ground = () -> new Ground(new Problem(NormalForms.family(2, 1, (y, q, dy) -> Membranes.HIGH.evaluate(y, p, dy)), Membranes.HIGH.size(), new double[] {1}, Membranes.HIGH.box()), (h, v, y) -> {
            y[0] = h;
            y[1] = v;
        });
        Range across = new Range(-80, 0), up = new Range(0, 0.8);
        Problem problem = ground.get().problem();
        List<Equilibrium> all = List.of(Equilibrium.near(problem, new double[] {-62.6, 0}, NONE).orElseThrow(), Equilibrium.near(problem, new double[] {-59.3, 0.001}, NONE).orElseThrow(), Equilibrium.near(problem, new double[] {-30, 0.3}, NONE).orElseThrow());
        Basins basins = Basins.of(ground, 0, 1, across, up, all, List.of(), 128, 2, _ -> { });
        assertEquals(2, basins.attractors().size());
        assertEquals(2, basins.shares().size());
        List<double[]> manifold = Manifold.of(problem, all.get(1), 100).stream().filter(Manifold::stable).flatMap(m -> m.points().stream()).toList();
        for (Border border : basins.borders()) {
            for (double[] point : border.points()) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int k = 1; k < manifold.size(); k++) nearest = Math.min(nearest, fromPiece(manifold.get(k - 1), manifold.get(k), point, across.width(), up.width()));
                assertTrue(nearest < 1.0 / 128, "the border leaves the manifold at " + point[0] + ", " + point[1] + " by " + nearest);
            }
        }
    }

    /// Distance from a straight piece, in widths.
    private static double fromPiece(double[] a, double[] b, double[] point, double wide, double high) {
        double dx = (b[0] - a[0]) / wide, dy = (b[1] - a[1]) / high, px = (point[0] - a[0]) / wide, py = (point[1] - a[1]) / high;
        double part = dx == 0 && dy == 0 ? 0 : Math.clamp((dx * px + dy * py) / (dx * dx + dy * dy), 0, 1);
        return Math.hypot(px - part * dx, py - part * dy);
    }
}
