package loligo.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SteppersTest {
    private static final Tolerance FINE = Tolerance.of(1e-6, 1e-6);

    static java.util.List<Method> methods() {
        return Methods.all();
    }

    private static Stepper stepper(Method method, VectorField field) {
        return method.adaptive() ? Steppers.adaptive(method, field, FINE) : Steppers.fixed(method, field, 0.03);
    }

    private static @Nullable Outcome march(Stepper stepper, double end) {
        while (stepper.time() < end) {
            Outcome outcome = stepper.step(end);
            if (outcome != null) return outcome;
        }
        return null;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void landsOnEveryCornerToTheBit(Method method) {
        Stepper stepper = stepper(method, Problem.GATE.field());
        stepper.start(0, Problem.GATE.begin());
        double shortest = Double.POSITIVE_INFINITY;
        for (double corner : new double[] {0.1, 0.1 + 1e-3, 1 / 3.0, 2.0000000001, 4}) {
            while (stepper.time() < corner) {
                assertNull(stepper.step(corner));
                assertTrue(stepper.time() <= corner);
                if (corner == 4) shortest = Math.min(shortest, stepper.time() - stepper.before());
            }
            assertEquals(corner, stepper.time());
            stepper.start(corner, Problem.GATE.solution().apply(corner));
        }
        assertTrue(shortest > 0.02, "a remnant of " + shortest);
        assertTrue(Problem.GATE.error(4, stepper.state()) < 0.02);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void interpolationMeetsTheEndsOfTheStep(Method method) {
        Stepper stepper = stepper(method, Problem.GATE.field());
        stepper.start(0, Problem.GATE.begin());
        assertNull(stepper.step(4));
        double[] y = new double[2];
        stepper.interpolate(stepper.time(), y);
        assertArrayEquals(stepper.state(), y);
        stepper.interpolate(0, y);
        assertArrayEquals(Problem.GATE.begin(), y);
        stepper.interpolate(Math.nextDown(stepper.time()), y);
        assertArrayEquals(stepper.state(), y, 1e-14);
        assertThrows(IllegalArgumentException.class, () -> stepper.interpolate(-0.1, y));
    }

    /// y' = y^2, y(0) = 1 is infinite at t = 1.
    @ParameterizedTest
    @MethodSource("methods")
    void blowUpIsAnOutcome(Method method) {
        SemilinearField field = Problem.field((t, y, dy, d) -> {
            dy[0] = y[0] * y[0];
            d[0] = 2 * y[0];
        }, false);
        if (!method.adaptive() && !method.name().equals("rk4")) return; // an exponential of fixed length may jump across
        Stepper stepper = stepper(method, field);
        stepper.start(0, new double[] {1});
        Outcome.NotFinite lost = assertInstanceOf(Outcome.NotFinite.class, march(stepper, 3));
        assertEquals(0, lost.component());
        if (method.adaptive()) assertEquals(1, lost.time(), 1e-3);
        assertTrue(lost.message().contains("blows up"), lost.message());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void nanIsAnOutcome(Method method) {
        SemilinearField field = Problem.field((t, y, dy, d) -> {
            dy[0] = 1;
            dy[1] = Math.sqrt(1 - y[0]);
            d[0] = 0;
            d[1] = 0;
        }, false, false);
        Stepper stepper = stepper(method, field);
        stepper.start(0, new double[] {0, 0});
        Outcome.NotFinite lost = assertInstanceOf(Outcome.NotFinite.class, march(stepper, 3));
        assertEquals(1, lost.component());
        assertEquals(1, lost.time(), 0.05);
        stepper.start(2, new double[] {2, 0});
        Outcome.NotFinite atOnce = assertInstanceOf(Outcome.NotFinite.class, stepper.step(3));
        assertEquals(1, atOnce.component());
        assertEquals(2, atOnce.time());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void budgetStops(Method method) {
        Steppers.Bounds bounds = new Steppers.Bounds(0.01, 50);
        VectorField field = Problem.DRIVEN.field();
        Stepper stepper = method.adaptive() ? Steppers.adaptive(method, field, FINE, bounds) : Steppers.fixed(method, field, 0.01, bounds);
        stepper.start(0, Problem.DRIVEN.begin());
        Outcome.Stopped stopped = assertInstanceOf(Outcome.Stopped.class, march(stepper, 5));
        assertEquals(stepper.time(), stopped.time());
        assertEquals("bound reached", stopped.reason());
        assertEquals(50, stepper.work().steps() + stepper.work().rejected());
        assertTrue(stopped.message().contains("50 steps"), stopped.message());
    }

    /// Van der Pol with mu = 1000, y'' = mu (1 - y^2) y' - y from (2, 0). y(2000): Hairer & Wanner 1996 (rescaled, IV.10:
    /// 0.1706167732170483e1).
    @Test
    void automaticHandsOverOnVanDerPol() {
        Stepper stepper = Steppers.adaptive(Methods.AUTOMATIC, new VanDerPol(1000), Tolerance.of(1e-8, 1e-8));
        stepper.start(0, new double[] {2, 0});
        assertNull(march(stepper, 2000));
        assertEquals(1.706167732170483, stepper.state()[0], 1e-6);
        assertTrue(stepper.describe().contains("stiff at t = 0.02"), stepper.describe());
        assertTrue(stepper.describe().contains("hand-overs in all"), stepper.describe()); // back at every jump
        assertTrue(stepper.work().steps() + stepper.work().rejected() < 6000, stepper.work().toString());
    }

    @Test
    void automaticStaysExplicitOnTheSquidAxon() {
        Stepper stepper = Steppers.adaptive(Methods.AUTOMATIC, new HodgkinHuxley(10), FINE);
        stepper.start(0, HodgkinHuxley.rest());
        assertNull(march(stepper, 100));
        assertEquals("automatic: dopri5", stepper.describe());
        assertEquals(0, stepper.work().jacobians());
    }

    /// Robertson 1966; the reference at t = 40 as in Hairer & Wanner 1996, IV.10.
    @Test
    void robertsonReaction() {
        SemilinearField field = Problem.field((t, y, dy, d) -> {
            dy[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
            dy[2] = 3e7 * y[1] * y[1];
            dy[1] = -dy[0] - dy[2];
        }, false, false, false);
        Stepper stepper = Steppers.adaptive(Methods.AUTOMATIC, field, new Tolerance(1e-8, new double[] {1e-10, 1e-14, 1e-10}));
        stepper.start(0, new double[] {1, 0, 0});
        assertNull(march(stepper, 40));
        assertArrayEquals(new double[] {0.7158270688, 9.185534765e-6, 0.2841637457}, stepper.state(), 1e-8);
        assertTrue(stepper.work().steps() < 1000, stepper.work() + " " + stepper.describe());
    }

    @Test
    void mistakesInACallAreNamed() {
        VectorField field = new VanDerPol(1);
        assertThrows(IllegalArgumentException.class, () -> Methods.of("euler"));
        assertThrows(IllegalArgumentException.class, () -> Steppers.adaptive(Methods.of("rk4"), field, FINE));
        assertThrows(IllegalArgumentException.class, () -> Steppers.fixed(Methods.of("rush_larsen"), field, 0.1));
        assertThrows(IllegalArgumentException.class, () -> Steppers.fixed(Methods.of("rk4"), field, 0));
        assertThrows(IllegalArgumentException.class, () -> Tolerance.of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Tolerance.of(1e-3, -1));
        Stepper stepper = Steppers.fixed(Methods.of("rk4"), field, 0.1);
        assertThrows(IllegalArgumentException.class, () -> stepper.start(0, new double[3]));
        stepper.start(0, new double[2]);
        assertThrows(IllegalArgumentException.class, () -> stepper.step(0));
    }

    /// y'' = mu (1 - y^2) y' - y
    record VanDerPol(double mu) implements VectorField {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void evaluate(double t, double[] y, double[] dy) {
            dy[0] = y[1];
            dy[1] = mu * (1 - y[0] * y[0]) * y[1] - y[0];
        }
    }
}
