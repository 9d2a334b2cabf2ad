package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;
import org.junit.jupiter.api.Test;

class IsochronTest {
    private static final Range SIDE = new Range(-2, 2);
    private static final double[] NONE = {0};

    private static Problem circle(double c) {
        return new Problem(NormalForms.family(2, 1, (y, p, dy) -> {
            double r2 = y[0] * y[0] + y[1] * y[1], turn = 2 + c * (r2 - 1);
            dy[0] = (1 - r2) * y[0] - turn * y[1];
            dy[1] = (1 - r2) * y[1] + turn * y[0];
        }), new double[] {0.01, 0.01}, new double[] {1}, List.of(new Range(-4, 4), new Range(-4, 4)));
    }

    /// r' = r (1 - r^2), angle' = 2 + c (r^2 - 1): d(angle + c ln r)/dt = 2, so that spirals angle + c ln r = constant are the isochrons.
    @Test
    void spirals() {
        double c = 0.7;
        Problem problem = circle(c);
        Cycle cycle = Cycles.settled(problem, new double[] {0.5, 0}, NONE, 20).orElseThrow();
        double origin = cycle.peak(0);
        assertEquals(1, cycle.at(origin)[0], 1e-6);
        List<Isochron> isochrons = Isochron.of(problem, cycle, PhaseResponse.of(problem, cycle), origin, SIDE, SIDE, 8);
        assertEquals(8, isochrons.size());
        for (Isochron isochron : isochrons) {
            double least = 9, most = 0;
            for (double[] y : isochron.points()) {
                double r = StrictMath.hypot(y[0], y[1]);
                double turns = (StrictMath.atan2(y[1], y[0]) + c * StrictMath.log(r)) / (2 * Math.PI) - isochron.phase();
                assertEquals(0, turns - Math.rint(turns), 1e-5, () -> "phase " + isochron.phase() + " at r = " + r);
                least = Math.min(least, r);
                most = Math.max(most, r);
            }
            assertTrue(least < 0.02 && most > 2, least + " to " + most);
            for (int k = 1; k < isochron.points().length; k++) {
                double gap = StrictMath.hypot(isochron.points()[k][0] - isochron.points()[k - 1][0], isochron.points()[k][1] - isochron.points()[k - 1][1]);
                assertTrue(gap < 4 / 100.0, "a gap of " + gap);
            }
        }
        double[] extent = PhaseResponse.of(problem, Cycles.doubled(problem, cycle)).extent(0);
        assertEquals(Math.sqrt(1 + c * c) / 2, extent[1], 1e-5);
        assertEquals(-Math.sqrt(1 + c * c) / 2, extent[0], 1e-5);
    }

    /// I_Na,p + I_K with high threshold, firing at I = 10, and with low threshold at I = 25, where isochrons crowd along a line and then turn sharply: orbits that begin anywhere on an isochron come to the cycle at its phase, where isochrons crowd those that begin within a
    /// millionth of the plane's width from it. (Time goes forwards here, no tangent is used.)
    @Test
    void whatBeginsOnAnIsochronFiresTogether() {
        together(Membranes.HIGH, 10);
        together(Membranes.LOW, 25);
    }

    private static void together(Problem membrane, double current) {
        Range across = new Range(-80, 20), up = new Range(-0.02, 0.9);
        Problem problem = Plane.held(0, 1, across, up, new double[2]).system(membrane, new double[] {current, 1});
        Cycle cycle = Cycles.settled(problem, new double[] {-60, 0.1}, NONE, 20).orElseThrow();
        double origin = cycle.peak(0);
        double[] focus = Equilibrium.near(problem, current == 10 ? new double[] {-27, 0.4} : new double[] {-54.6, 0.13}, NONE).orElseThrow().state();
        double rounds = 10;
        for (Isochron isochron : Isochron.of(problem, cycle, PhaseResponse.of(problem, cycle), origin, across, up, 10)) {
            double phase = origin + isochron.phase();
            double[] outer = isochron.points()[0];
            assertTrue(!across.contains(outer[0]) || !up.contains(outer[1]), () -> "phase " + isochron.phase() + " ends at V = " + outer[0] + ", n = " + outer[1]);
            double[] expected = cycle.at(phase - Math.floor(phase));
            double[] rate = new double[2];
            problem.evaluate(expected, NONE, rate);
            double speed = StrictMath.hypot(rate[0], rate[1] * 100) * cycle.period();
            for (int k = 0; k < isochron.points().length; k += 23) {
                double[] y = isochron.points()[k];
                if (apart(y, focus) < 0.3) continue; // has no phase, and what is near it hardly one
                double[] end = later(problem, y, rounds * cycle.period());
                double off = apart(end, expected);
                double beside = apart(later(problem, new double[] {y[0] + 1e-4, y[1]}, rounds * cycle.period()), end); // a millionth of the width
                assertTrue(off < 2e-5 * speed || off < beside, () -> "phase " + isochron.phase() + " from V = " + y[0] + ", n = " + y[1] + ": off by " + off + " of " + speed);
            }
        }
    }

    /// The same cycle: a push of 0.01 mV shifts what comes many rounds later by what the phase response says.
    @Test
    void aPushShiftsWhatComes() {
        Range across = new Range(-80, 20), up = new Range(-0.02, 0.7);
        Problem problem = Plane.held(0, 1, across, up, new double[2]).system(Membranes.HIGH, new double[] {10, 1});
        Cycle cycle = Cycles.doubled(problem, Cycles.settled(problem, new double[] {-60, 0.1}, NONE, 20).orElseThrow());
        PhaseResponse response = PhaseResponse.of(problem, cycle);
        double push = 0.01;
        for (double phase = 0.05; phase < 1; phase += 0.15) {
            double[] less = cycle.at(phase), more = cycle.at(phase);
            less[0] -= push;
            more[0] += push;
            double[] before = later(problem, less, 6 * cycle.period()), after = later(problem, more, 6 * cycle.period());
            double[] rate = new double[2];
            problem.evaluate(cycle.at(phase), NONE, rate);
            int i = Math.abs(rate[0]) > 100 * Math.abs(rate[1]) ? 0 : 1;
            double shift = (after[i] - before[i]) / rate[i] / (2 * push);
            assertEquals(shift, response.at(phase)[0], 1e-4, "phase " + phase);
        }
    }

    private static double apart(double[] a, double[] b) {
        return StrictMath.hypot(a[0] - b[0], (a[1] - b[1]) * 100);
    }

    private static double[] later(Problem problem, double[] from, double time) {
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), new FieldOf(problem, NONE, false), Tolerance.scaled(1e-10, problem.size()));
        stepper.start(0, from);
        while (stepper.time() < time) assertEquals(null, stepper.step(time));
        return stepper.state().clone();
    }
}
