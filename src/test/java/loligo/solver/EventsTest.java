package loligo.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class EventsTest {
    /// k functions by formula.
    interface Formula {
        void write(double t, double[] y, double[] g);
    }

    private static Events.Functions functions(int count, Formula formula) {
        return new Events.Functions() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public void evaluate(double t, double[] y, double[] g) {
                formula.write(t, y, g);
            }
        };
    }

    private static Stepper stepped(Problem problem, double step) {
        Stepper stepper = Steppers.fixed(Methods.of("dopri5"), problem.field(), step);
        stepper.start(0, problem.begin());
        assertNull(stepper.step(problem.end()));
        return stepper;
    }

    /// A ball dropped from 1 with gravity 1 and restitution 0.5 meets the ground at sqrt 2, 2 sqrt 2, 2.5 sqrt 2, ...
    @Test
    void bouncingBall() {
        SemilinearField ball = Problem.field((t, y, dy, d) -> {
            dy[0] = y[1];
            dy[1] = -1;
        }, false, false);
        Stepper stepper = Steppers.adaptive(Methods.of("dopri5"), ball, Tolerance.of(1e-9, 1e-9), new Steppers.Bounds(0.05, 10_000));
        Events ground = new Events(functions(1, (t, y, g) -> g[0] = -y[0]), 2);
        stepper.start(0, new double[] {1, 0});
        double expected = Math.sqrt(2);
        double flight = 2 * Math.sqrt(2);
        double[] y = new double[2];
        for (int bounce = 0; bounce < 5; bounce++) {
            double begin = stepper.time();
            do assertNull(stepper.step(100)); while (!ground.search(stepper, Math.max(begin, stepper.before())));
            assertEquals(expected, ground.time(), 1e-11 * (bounce + 1));
            flight /= 2;
            expected += flight;
            stepper.interpolate(ground.time(), y);
            y[0] = 0;
            y[1] = -y[1] / 2;
            stepper.start(ground.time(), y);
        }
    }

    @Test
    void timeIsTheFirstDoubleNotNegative() {
        Stepper stepper = stepped(Problem.ROTATION, 3);
        Events events = new Events(functions(1, (t, y, g) -> g[0] = t - 1.1), 2);
        assertTrue(events.search(stepper, 0));
        assertEquals(1.1, events.time(), 4e-16);
        assertTrue(events.time() >= 1.1);
    }

    @Test
    void firstOfSeveralWins() {
        Stepper stepper = stepped(Problem.ROTATION, 3);
        Events events = new Events(functions(3, (t, y, g) -> {
            g[0] = t - 1.6;
            g[1] = t - 1.55;
            g[2] = 0.5 - t;
        }), 2);
        assertTrue(events.search(stepper, 0));
        assertEquals(1, events.index());
        assertEquals(1.55, events.time(), 1e-15);
    }

    @Test
    void twoCrossingsInOneStepAreSeen() {
        Stepper stepper = stepped(Problem.ROTATION, 3);
        Events events = new Events(functions(1, (t, y, g) -> g[0] = (t - 1.2) * (2 - t)), 2);
        assertTrue(events.search(stepper, 0));
        assertEquals(1.2, events.time(), 1e-15);
        assertFalse(events.search(stepper, events.time()), "found again");
        assertEquals(-1, events.index());
    }

    /// Hard for regula falsi: flat, then steep, on either side.
    @Test
    void flatAndSteepFunctions() {
        Stepper stepper = stepped(Problem.ROTATION, 3);
        int[] asked = {0};
        for (int power : new int[] {1, 3, 9, 21}) {
            Events events = new Events(functions(2, (t, y, g) -> {
                asked[0]++;
                g[0] = StrictMath.pow(Math.abs(t - 0.3), power) * Math.signum(t - 0.3);
                g[1] = StrictMath.exp(40 * (t - 2)) - 1;
            }), 2);
            asked[0] = 0;
            assertTrue(events.search(stepper, 0));
            assertEquals(0.3, events.time(), 1e-14);
            assertTrue(asked[0] < 70, asked[0] + " evaluations");
        }
    }

    @Test
    void notANumberIsNoCrossing() {
        Stepper stepper = stepped(Problem.ROTATION, 3);
        assertFalse(new Events(functions(1, (t, y, g) -> g[0] = Double.NaN), 2).search(stepper, 0));
    }
}
