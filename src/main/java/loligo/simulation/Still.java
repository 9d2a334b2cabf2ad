package loligo.simulation;

import loligo.solver.Outcome;
import loligo.solver.Stepper;
import org.jspecify.annotations.Nullable;

/// Steps through time where there is nothing to solve: equations without unknowns, such as a leak under voltage clamp.
public final class Still implements Stepper {
    private static final double[] NOTHING = {};
    private double before = Double.NaN;
    private double time = Double.NaN;
    private long steps;

    @Override
    public void start(double t, double[] y) {
        if (y.length > 0) throw new IllegalArgumentException(y.length + " unknowns need a method");
        before = t;
        time = t;
    }

    @Override
    public @Nullable Outcome step(double limit) {
        before = time;
        time = limit;
        steps++;
        return null;
    }

    @Override
    public double before() {
        return before;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public double[] state() {
        return NOTHING;
    }

    @Override
    public void interpolate(double t, double[] y) {}

    @Override
    public Work work() {
        return new Work(steps, 0, 0, 0);
    }

    @Override
    public String describe() {
        return "formulas alone";
    }
}
