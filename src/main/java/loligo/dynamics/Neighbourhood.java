package loligo.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;

/// Orbits of a planar flow beside an equilibrium, and what the linearised flow e^{Lt} makes of the same beginnings (Strogatz 1994, *Nonlinear Dynamics and Chaos*, 6.3).
///
/// @param times evenly spaced, from 0 // [rows]
/// @param orbits of the flow; NaN once an orbit has left the window // [orbits][rows][2]
/// @param linear the same of the linearised flow // [orbits][rows][2]
/// @param reach half the sides of the window around the equilibrium // [2]
public record Neighbourhood(Equilibrium at, double[] times, double[][][] orbits, double[][][] linear, double[] reach) {
    private static final int ORBITS = 8;
    private static final int SPIRALS = 2;          // where the flow turns, each orbit passes by the others' beginnings
    private static final int ROWS = 961;
    private static final double REACH = 0.12;      // of the sides of the plane
    private static final double FAR = 0.8;         // of the reach: where orbits begin that come in
    private static final double NEAR = 0.15;       // of the reach: where orbits begin that go out
    private static final double SETTLED = 4;       // slowest time constants
    private static final double MOST_TURNS = 3;    // of a focus
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_STEPS = 20_000;

    /// Of a hyperbolic equilibrium or any other whose eigenvalues are not all zero.
    ///
    /// @param planar of two unknowns, see [Plane#system]
    public static Neighbourhood of(Problem planar, Equilibrium at, Range across, Range up) {
        double[] reach = {REACH * across.width(), REACH * up.width()};
        double start = at.growing() == 2 ? NEAR : FAR;
        double[] times = new double[ROWS];
        double until = duration(at);
        for (int k = 0; k < ROWS; k++) times[k] = until * k / (ROWS - 1);
        List<double[][]> orbits = new ArrayList<>();
        List<double[][]> linear = new ArrayList<>();
        int count = turns(at) ? SPIRALS : ORBITS;
        for (int i = 0; i < count; i++) {
            double angle = 2 * StrictMath.PI * i / count;
            double[] beside = {start * reach[0] * StrictMath.cos(angle), start * reach[1] * StrictMath.sin(angle)};
            if (!across.contains(at.state()[0] + beside[0]) || !up.contains(at.state()[1] + beside[1])) continue;
            orbits.add(orbit(planar, at, beside, times, reach));
            linear.add(linear(at, beside, times, reach));
        }
        return new Neighbourhood(at, times, orbits.toArray(double[][][]::new), linear.toArray(double[][][]::new), reach);
    }

    private static boolean turns(Equilibrium at) {
        return Arrays.stream(at.eigenvalues()).anyMatch(pair -> pair[1] != 0);
    }

    private static double duration(Equilibrium at) {
        double slowest = Double.POSITIVE_INFINITY;
        double turn = Double.POSITIVE_INFINITY;
        for (double[] pair : at.eigenvalues()) {
            slowest = Math.min(slowest, Math.abs(pair[0]));
            if (pair[1] != 0) turn = 2 * StrictMath.PI / Math.abs(pair[1]);
        }
        double settled = SETTLED / slowest;
        double turned = MOST_TURNS * turn;
        if (settled < Double.POSITIVE_INFINITY && slowest > 0) return Math.min(settled, turned);
        return turned < Double.POSITIVE_INFINITY ? turned : SETTLED / fastest(at);
    }

    private static double fastest(Equilibrium at) {
        return Arrays.stream(at.eigenvalues()).mapToDouble(pair -> Math.abs(pair[0])).max().orElse(1);
    }

    private static double[][] orbit(Problem planar, Equilibrium at, double[] beside, double[] times, double[] reach) {
        double[][] points = unknown(times.length);
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), new FieldOf(planar, at.parameters(), false), Tolerance.scaled(TOLERANCE, planar.size()), new Steppers.Bounds(Double.POSITIVE_INFINITY, MOST_STEPS));
        stepper.start(0, new double[] {at.state()[0] + beside[0], at.state()[1] + beside[1]});
        points[0] = stepper.state().clone();
        double last = times[times.length - 1];
        for (int k = 1; k < times.length; ) {
            if (Thread.currentThread().isInterrupted() || stepper.step(last) != null) return points;
            for (; k < times.length && times[k] <= stepper.time(); k++) {
                double[] y = new double[2];
                stepper.interpolate(times[k], y);
                if (!within(at, y, reach)) return points;
                points[k] = y;
            }
        }
        return points;
    }

    private static double[][] linear(Equilibrium at, double[] beside, double[] times, double[] reach) {
        double[][] points = unknown(times.length);
        double[] step = at.flow(times[1]);
        double[] d = beside.clone();
        for (int k = 0; k < times.length; k++) {
            double[] y = {at.state()[0] + d[0], at.state()[1] + d[1]};
            if (!within(at, y, reach)) return points;
            points[k] = y;
            d = new double[] {step[0] * d[0] + step[1] * d[1], step[2] * d[0] + step[3] * d[1]};
        }
        return points;
    }

    private static double[][] unknown(int rows) {
        double[][] points = new double[rows][2];
        for (double[] point : points) Arrays.fill(point, Double.NaN);
        return points;
    }

    private static boolean within(Equilibrium at, double[] y, double[] reach) {
        return Math.abs(y[0] - at.state()[0]) <= reach[0] && Math.abs(y[1] - at.state()[1]) <= reach[1];
    }
}
