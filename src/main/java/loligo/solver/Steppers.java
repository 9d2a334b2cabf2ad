package loligo.solver;

import java.util.Arrays;

/// Makes steppers: a method, a field, and either a tolerance or a step.
public final class Steppers {
    private Steppers() {}

    /// What an adaptive stepper may do at most.
    ///
    /// @param largestStep in the field's unit of time
    /// @param steps tried steps, taken and rejected
    public record Bounds(double largestStep, long steps) {
        /// No bound on the step, a billion steps.
        public static final Bounds WIDE = new Bounds(Double.POSITIVE_INFINITY, 1_000_000_000L);

        public Bounds {
            if (!(largestStep > 0)) throw new IllegalArgumentException("largest step must be positive, is " + largestStep);
            if (steps < 1) throw new IllegalArgumentException("steps must be at least 1, is " + steps);
        }
    }

    /// A stepper whose steps follow the tolerance.
    public static Stepper adaptive(Method method, VectorField field, Tolerance tolerance) {
        return adaptive(method, field, tolerance, Bounds.WIDE);
    }

    /// A stepper whose steps follow the tolerance within bounds.
    ///
    /// @throws IllegalArgumentException when the method estimates no error
    public static Stepper adaptive(Method method, VectorField field, Tolerance tolerance, Bounds bounds) {
        if (!method.adaptive()) throw new IllegalArgumentException(method.name() + " estimates no error: give it a step, not a tolerance");
        if (method instanceof Method.Automatic automatic) return new AutomaticStepper(automatic, field, tolerance, bounds);
        Pace pace = new Pace.Adaptive(method.order(), tolerance, field.dimension(), bounds.largestStep());
        return new Marcher(method, field, scheme(method, field), pace, bounds.steps());
    }

    /// A stepper of equal steps, none longer than `step`.
    ///
    /// @throws IllegalArgumentException when the method needs a [SemilinearField] and the field is none
    public static Stepper fixed(Method method, VectorField field, double step) {
        return fixed(method, field, step, Bounds.WIDE);
    }

    /// A stepper of equal steps within bounds. The automatic choice has nothing to choose by, and stays explicit.
    public static Stepper fixed(Method method, VectorField field, double step, Bounds bounds) {
        if (method instanceof Method.Automatic automatic) return fixed(automatic.explicit(), field, step, bounds);
        return new Marcher(method, field, scheme(method, field), new Pace.Fixed(Math.min(step, bounds.largestStep())), bounds.steps());
    }

    private static Scheme scheme(Method method, VectorField field) {
        return switch (method) {
            case Method.RungeKutta m -> new ExplicitScheme(field, m);
            case Method.Rosenbrock m -> new RosenbrockScheme(field, m);
            case Method.ExponentialEuler m -> exponential(m, semilinear(m, field));
            case Method.RushLarsen m -> exponential(m, semilinear(m, field));
            case Method.Automatic m -> new ExplicitScheme(field, m.explicit());
        };
    }

    private static Scheme exponential(Method method, SemilinearField field) {
        return new ExponentialScheme(field, method.order() == 2, exponential(method, field.relaxing()));
    }

    /// Which unknowns a fixed-step method moves by their exponential, given which relax // [n]
    public static boolean[] exponential(Method method, boolean[] relaxing) {
        boolean[] every = new boolean[relaxing.length];
        return switch (method) {
            case Method.RushLarsen m when m.order() == 1 -> relaxing.clone();
            case Method.RushLarsen _, Method.ExponentialEuler _ -> {
                Arrays.fill(every, true);
                yield every;
            }
            default -> every;
        };
    }

    /// How long the next of equal steps is, none longer than `step`, which cut the way that remains.
    public static double piece(double remaining, double step) {
        double pieces = Math.ceil(remaining / step - 1e-6);
        if (pieces <= 1) return remaining;
        return pieces < 1e15 ? remaining / pieces : step;
    }

    /// How many equal steps, none longer than `step`, lead from a time to another.
    public static long pieces(double from, double until, double step) {
        long pieces = 0;
        for (double time = from; time < until; pieces++) {
            double remaining = until - time;
            double length = piece(remaining, step);
            time = length >= remaining ? until : time + length;
        }
        return pieces;
    }

    private static SemilinearField semilinear(Method method, VectorField field) {
        if (field instanceof SemilinearField semilinear) return semilinear;
        throw new IllegalArgumentException(method.name() + " needs a field that knows its own slopes (SemilinearField), got "
                + field.getClass().getSimpleName());
    }
}
