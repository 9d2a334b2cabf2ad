package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;
import org.jspecify.annotations.Nullable;

/// An orbit backwards in time, seen at evenly spaced moments as far as it is asked for, within the problem's box.
final class Strand {
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_STEPS = 100_000;

    private final Problem problem;
    private final Stepper stepper;
    private final double first;
    private final double every;
    private final List<double[]> seen = new ArrayList<>();
    private boolean gone;

    /// @param first how long before it begins it is seen first
    Strand(Problem problem, double[] from, double first, double every) {
        this.problem = problem;
        this.first = first;
        this.every = every;
        stepper = Steppers.adaptive(Methods.of("automatic"), new FieldOf(problem, new double[1], true), Tolerance.scaled(TOLERANCE, problem.size()), new Steppers.Bounds(Double.POSITIVE_INFINITY, MOST_STEPS));
        stepper.start(0, from);
        if (first == 0) seen.add(from);
    }

    /// Where it was at a moment, counted from the first; null when it had come from beyond the box.
    double @Nullable [] at(int moment) {
        while (!gone && seen.size() <= moment) {
            double time = first + seen.size() * every;
            while (!gone && stepper.time() < time) gone = stepper.step(time) != null || !problem.inBox(stepper.state());
            if (!gone) seen.add(stepper.state().clone());
        }
        return moment < seen.size() ? seen.get(moment) : null;
    }
}
