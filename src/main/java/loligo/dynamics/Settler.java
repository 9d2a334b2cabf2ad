package loligo.dynamics;

import java.util.List;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;

/// Follows orbits that begin in a plane until they arrive. Each has a stepper of its own, so that where it goes does not depend on those before it. Not for several threads.
final class Settler {
    static final int NOWHERE = -1; // in the time allowed
    static final int AWAY = -2;    // far from the plane, or beyond all numbers

    private static final int MOST_STEPS = 50_000;
    private static final double FAR = 100; // widths of the plane
    private static final double OUTSIDE = 2;

    private final Ground ground;
    private final Window window;
    private final List<Attractor.Lookout> lookouts;
    private final double time;
    private final double[] y; // [n]
    private double spent;

    /// @param time how long an orbit may take
    Settler(Ground ground, Window window, List<Attractor> attractors, double time) {
        this.ground = ground;
        this.window = window;
        this.lookouts = attractors.stream().map(Attractor::lookout).toList();
        this.time = time;
        this.y = new double[ground.problem().dimension()];
    }

    /// Which attractor an orbit goes to, or where else.
    int goal(double h, double v) {
        ground.plane().at(h, v, y);
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), new FieldOf(ground.problem(), Basins.IDLE, false), Tolerance.scaled(Basins.TOLERANCE, ground.problem().size()), new Steppers.Bounds(Double.POSITIVE_INFINITY, MOST_STEPS));
        stepper.start(0, y);
        for (Attractor.Lookout lookout : lookouts) lookout.begin(y);
        int goal = NOWHERE;
        while (goal == NOWHERE && stepper.time() < time && !Thread.currentThread().isInterrupted() && stepper.step(time) == null) {
            for (int k = 0; k < lookouts.size(); k++) if (lookouts.get(k).arrived(stepper)) goal = k;
            if (window.beyond(stepper.state(), FAR)) goal = AWAY;
        }
        spent = stepper.time();
        System.arraycopy(stepper.state(), 0, y, 0, y.length);
        if (goal == NOWHERE && spent < time && window.beyond(y, OUTSIDE)) return AWAY;
        return goal;
    }

    /// How long the last orbit was followed.
    double spent() {
        return spent;
    }

    /// Where it ended // [n]
    double[] end() {
        return y.clone();
    }
}
