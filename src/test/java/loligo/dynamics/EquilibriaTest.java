package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Equilibria of membranes against Izhikevich (2007) recomputed, and of systems whose equilibria are known by construction.
class EquilibriaTest {
    private static final Range VOLTAGES = new Range(-120, 80);

    @Test
    void persistentSodiumHasThreeAndNoOther() {
        Equilibria at0 = Equilibria.reduced(Membranes.PERSISTENT_SODIUM, Membranes.SODIUM_DEFAULTS, Membranes.sodiumReduction(0), VOLTAGES);
        double[] where = {-52.51232, -40.28546, 30.86315};
        double[] rates = {-0.48112, 0.54924, -6.68229};
        Stability[] kinds = {Stability.STABLE_NODE, Stability.UNSTABLE_NODE, Stability.STABLE_NODE};
        assertEquals(3, at0.found().size());
        for (int k = 0; k < 3; k++) {
            assertEquals(where[k], at0.found().get(k).state()[0], 1e-5);
            assertEquals(rates[k], at0.found().get(k).spectrum().real()[0], 1e-5);
            assertEquals(kinds[k], at0.found().get(k).stability());
            assertTrue(at0.found().get(k).error()[0] < 1e-12);
        }
        assertEquals(new Equilibria.Completeness.Proven(List.of()), at0.completeness());
        Equilibria at16 = Equilibria.reduced(Membranes.PERSISTENT_SODIUM, new double[] {16, 19, 74}, Membranes.sodiumReduction(16), VOLTAGES);
        assertEquals(1, at16.found().size());
        assertEquals(31.10182, at16.found().getFirst().state()[0], 1e-5);
    }

    @Test
    void whereTwoMeetTheProofSaysSo() {
        // f = (x - 1)^2: f and f' vanish together, so no bisection can decide
        Roots.Proven roots = Roots.proven(new Reduction.Enclosure() {
            @Override
            public Interval value(Interval x) {
                return x.plus(-1).square();
            }

            @Override
            public Interval slope(Interval x) {
                return x.plus(-1).times(2);
            }
        }, new Interval(-3, 4), 1e-6);
        assertEquals(List.of(), roots.roots());
        assertEquals(1, roots.undecided().size());
        assertTrue(roots.undecided().getFirst().contains(1) && roots.undecided().getFirst().width() < 1e-5);
    }

    @Test
    void samplingSeesPairsMuchCloserThanItsSpacing() {
        for (double gap : new double[] {1e-2, 1e-4, 1e-6}) {
            double middle = 0.1234567;
            List<Double> roots = Roots.sampled(x -> (x - middle) * (x - middle) - gap * gap / 4, new Range(-5, 5));
            assertEquals(2, roots.size());
            assertEquals(middle - gap / 2, roots.get(0), 1e-9);
            assertEquals(middle + gap / 2, roots.get(1), 1e-9);
        }
        assertEquals(List.of(), Roots.sampled(x -> x * x + 1e-9, new Range(-5, 5)));
        assertEquals(List.of(1.0), Roots.sampled(x -> x - 1, new Range(-1, 1)));
    }

    @Test
    void sodiumPotassiumChangesFromNodeToFocusAndBack() {
        check(0, -65.95295, -1.71528, 0, Stability.STABLE_NODE, -56.13996, -27.28049);
        check(3, -63.80540, -1.00741, 0.14914, Stability.STABLE_FOCUS, -58.13646, Double.NaN);
        check(4, -62.59469, -0.90913, 0, Stability.STABLE_NODE, -59.29644, -27.09916);
    }

    private static void check(double current, double rest, double slower, double turning, Stability kind, double saddle, double focus) {
        Equilibria all = Equilibria.reduced(Membranes.HIGH, new double[] {current, 1}, Membranes.sodiumPotassiumReduction(-80, -25, current), VOLTAGES);
        assertEquals(3, all.found().size());
        Equilibrium first = all.found().get(0);
        assertEquals(rest, first.state()[0], 1e-5);
        assertEquals(slower, first.spectrum().real()[1], 1e-5);
        assertEquals(turning, first.spectrum().imaginary()[0], 1e-5);
        assertEquals(kind, first.stability());
        assertEquals(1, first.index());
        assertEquals(saddle, all.found().get(1).state()[0], 1e-5);
        assertEquals(Stability.SADDLE, all.found().get(1).stability());
        assertEquals(-1, all.found().get(1).index());
        if (Double.isFinite(focus)) assertEquals(focus, all.found().get(2).state()[0], 1e-5);
        assertEquals(Stability.UNSTABLE_FOCUS, all.found().get(2).stability());
        assertInstanceOf(Equilibria.Completeness.Sampled.class, all.completeness());
    }

    @Test
    void traceAndDeterminantAgreeWithTheTable() {
        Equilibrium rest = Equilibrium.near(Membranes.HIGH, new double[] {-66, 0}, new double[] {0, 1}).orElseThrow();
        assertEquals(-2.73391, rest.trace(), 1e-5);
        assertEquals(1.74724, rest.determinant(), 1e-5);
    }

    @Test
    void manyStartsFindAllOfASearchInTheBox() {
        Equilibria membrane = Equilibria.search(Membranes.HIGH, new double[] {0, 1}, 30);
        assertEquals(3, membrane.found().size());
        // x' = sin-like cubic in each of three unknowns: 27 equilibria at -1, 0, 1
        Family cubes = NormalForms.family(3, 1, (y, p, dy) -> {
            for (int i = 0; i < 3; i++) dy[i] = y[i] - y[i] * y[i] * y[i];
        });
        Problem problem = new Problem(cubes, new double[] {1, 1, 1}, new double[] {1}, List.of(new Range(-2, 2), new Range(-2, 2), new Range(-2, 2)));
        Equilibria all = Equilibria.search(problem, new double[1], 100);
        assertEquals(27, all.found().size());
        assertEquals(8, all.found().stream().filter(e -> e.stability().stable()).count());
        assertTrue(all.completeness().sentence().contains("not proof"));
    }

    @Test
    void nonsenseIsRefused() {
        assertTrue(Equilibrium.near(Membranes.HIGH, new double[] {Double.NaN, 0}, new double[] {0, 1}).isEmpty());
        Problem unbounded = Problem.plain(NormalForms.family(1, 1, (y, p, dy) -> dy[0] = y[0]));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Equilibria.search(unbounded, new double[1], 3));
        assertTrue(String.valueOf(e.getMessage()).contains("bounded box"));
    }

    @Test
    void smallDeviationsFollowTheLinearisedFlow() {
        // L = [[-1, 2], [-2, -1]]: a rotation that decays
        Family turning = NormalForms.family(2, 1, (y, p, dy) -> {
            dy[0] = -y[0] + 2 * y[1];
            dy[1] = -2 * y[0] - y[1];
        });
        Equilibrium origin = Equilibrium.near(Problem.plain(turning), new double[] {0.3, 0.1}, new double[1]).orElseThrow();
        double t = 1.7, decay = StrictMath.exp(-t), c = StrictMath.cos(2 * t), s = StrictMath.sin(2 * t);
        assertArrayEquals(new double[] {decay * c, decay * s, -decay * s, decay * c}, origin.flow(t), 1e-12);
        assertEquals(Stability.STABLE_FOCUS, origin.stability());
        assertEquals(1, origin.index());
    }

    @Test
    void differencesGiveTheJacobianToTenDigits() {
        double[] y = {-40.3, 0.3, 0.4, 0.5};
        double[] exact = new double[16];
        double[] differences = new double[16];
        Membranes.SQUID.jacobian(y, new double[] {7}, exact);
        Family blind = NormalForms.family(4, 1, (s, p, dy) -> Membranes.SQUID.evaluate(s, p, dy));
        new Problem(blind, Membranes.SQUID.size(), new double[] {1}, Membranes.SQUID.box()).jacobian(y, new double[] {7}, differences);
        for (int i = 0; i < 16; i++) assertEquals(exact[i], differences[i], 1e-10 * (1 + Math.abs(exact[i])));
    }
}
