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
    private static final double TOLERANCE = 1e-8;
    private static final int MOST_STEPS = 100_000;

    private final Problem problem;
    private final Stepper stepper;
    private final int skipped;
    private final double first;
    private final double every;
    private final List<double[]> seen = new ArrayList<>();
    private boolean gone;

    /// @param skipped how many moments before its beginning are not its own
    /// @param first how long before it begins it is seen first
    Strand(Problem problem, double[] from, int skipped, double first, double every) {
        this.problem = problem;
        this.skipped = skipped;
        this.first = first;
        this.every = every;
        stepper = Steppers.adaptive(Methods.of("automatic"), new FieldOf(problem, new double[1], true), Tolerance.scaled(TOLERANCE, problem.size()), new Steppers.Bounds(Double.POSITIVE_INFINITY, MOST_STEPS));
        stepper.start(0, from);
        if (first == 0) seen.add(from);
    }

    /// The first moment of its own.
    int begins() {
        return skipped;
    }

    /// Where it was at a moment; null when it had come from beyond the box.
    double @Nullable [] at(int time) {
        int moment = time - skipped;
        while (!gone && seen.size() <= moment) {
            if (stepper.step(Double.POSITIVE_INFINITY) != null) gone = true;
            else look();
        }
        return moment < seen.size() ? seen.get(moment) : null;
    }

    /// Sees what lies within the last step.
    private void look() {
        double time;
        while (!gone && (time = first + seen.size() * every) <= stepper.time()) {
            double[] y = new double[problem.dimension()];
            stepper.interpolate(time, y);
            if (problem.inBox(y)) seen.add(y);
            else gone = true;
        }
        gone |= !problem.inBox(stepper.state());
    }
}
