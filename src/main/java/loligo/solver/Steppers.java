package loligo.solver;

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
        Pace pace = new Pace.Adaptive(method.order(), tolerance, field.dimension(), bounds.largestStep());
        return new Marcher(method, field, scheme(method, field), pace, bounds.steps());
    }

    /// A stepper of equal steps, none longer than `step`.
    ///
    /// @throws IllegalArgumentException when the method needs a [SemilinearField] and the field is none
    public static Stepper fixed(Method method, VectorField field, double step) {
        return fixed(method, field, step, Bounds.WIDE);
    }

    /// A stepper of equal steps within bounds.
    public static Stepper fixed(Method method, VectorField field, double step, Bounds bounds) {
        return new Marcher(method, field, scheme(method, field), new Pace.Fixed(Math.min(step, bounds.largestStep())), bounds.steps());
    }

    private static Scheme scheme(Method method, VectorField field) {
        return switch (method) {
            case Method.RungeKutta m -> new ExplicitScheme(field, m);
            case Method.Rosenbrock m -> throw new IllegalArgumentException(m.name());
            case Method.ExponentialEuler m -> throw new IllegalArgumentException(m.name());
            case Method.RushLarsen m -> throw new IllegalArgumentException(m.name());
            case Method.Automatic m -> throw new IllegalArgumentException(m.name());
        };
    }
}
