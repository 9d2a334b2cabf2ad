package loligo.solver;

import org.jspecify.annotations.Nullable;

/// Steps with an explicit method, hands over to an implicit one when the steps are short for stability alone, and back when they are not
/// (the test of Hairer & Wanner 1996, IV.2, after every step).
final class AutomaticStepper implements Stepper {
    private static final double STIFF = 2.7; // h |lambda| near the edge of stability, 3.3 for dopri5
    private static final double MILD = 2.0;
    private static final int SUSPECTS = 15;
    private static final int ACQUITTED = 6;
    private static final int CALM = 40;
    private static final long REJECTED = 25;

    private final Marcher explicit;
    private final Marcher implicit;
    private final Pace.Adaptive explicitPace;
    private final Pace.Adaptive implicitPace;
    private final Method.Automatic method;
    private final long budget;
    private final double[] weights; // of the unknowns in norms, one over the error tolerated at the start [n]
    private Marcher current; // takes the next step
    private Marcher taken; // took the last step
    private int suspects;
    private int harmless;
    private long rejectedBefore;
    private double firstHandOver = Double.NaN;
    private int handOvers;

    AutomaticStepper(Method.Automatic method, VectorField field, Tolerance tolerance, Steppers.Bounds bounds) {
        this.method = method;
        int n = field.dimension();
        budget = bounds.steps();
        weights = new double[n];
        explicitPace = new Pace.Adaptive(method.explicit().order(), tolerance, n, bounds.largestStep());
        implicitPace = new Pace.Adaptive(method.implicit().order(), tolerance, n, bounds.largestStep());
        explicit = new Marcher(method, field, new ExplicitScheme(field, method.explicit()), explicitPace, budget);
        implicit = new Marcher(method, field, new RosenbrockScheme(field, method.implicit()), implicitPace, budget);
        current = explicit;
        taken = explicit;
    }

    @Override
    public void start(double t, double[] y) {
        current.start(t, y);
        taken = current;
        explicitPace.weights(y, weights);
        suspects = 0;
        harmless = 0;
    }

    @Override
    public @Nullable Outcome step(double limit) {
        if (spent() >= budget) return current.outOfSteps();
        if (current != taken) current.start(taken.time(), taken.state());
        Outcome outcome = current.step(limit);
        if (outcome instanceof Outcome.NotFinite && Pace.finite(current.state())) outcome = retry(limit, outcome);
        if (outcome != null) return outcome;
        taken = current;
        watch();
        return null;
    }

    private long spent() {
        return explicit.tried() + implicit.tried();
    }

    /// Where one method gets stuck the other may not.
    private @Nullable Outcome retry(double limit, Outcome stuck) {
        Marcher other = current == explicit ? implicit : explicit;
        other.start(current.time(), current.state());
        Outcome too = other.step(limit);
        if (too != null) return other.steep() ? too : stuck;
        handOver(other);
        return null;
    }

    private void watch() {
        double stiffness = current.stiffness(weights);
        if (current == explicit) watchExplicit(stiffness);
        else watchImplicit(stiffness);
    }

    private void watchExplicit(double stiffness) {
        long rejected = explicit.rejected();
        boolean struggling = rejected - rejectedBefore >= REJECTED;
        rejectedBefore = rejected;
        if (stiffness > STIFF) {
            suspects++;
            harmless = 0;
        } else if (++harmless >= ACQUITTED) {
            suspects = 0;
        }
        if (suspects < SUSPECTS && !struggling) return;
        implicitPace.size(explicitPace.size());
        handOver(implicit);
    }

    private void watchImplicit(double stiffness) {
        harmless = stiffness < MILD ? harmless + 1 : 0;
        if (harmless < CALM) return;
        explicitPace.size(implicitPace.size());
        handOver(explicit);
    }

    private void handOver(Marcher to) {
        current = to;
        suspects = 0;
        harmless = 0;
        if (handOvers++ == 0) firstHandOver = Math.max(explicit.time(), implicit.before());
    }

    @Override
    public double before() {
        return taken.before();
    }

    @Override
    public double time() {
        return taken.time();
    }

    @Override
    public double[] state() {
        return taken.state();
    }

    @Override
    public void interpolate(double t, double[] y) {
        taken.interpolate(t, y);
    }

    @Override
    public Work work() {
        Work a = explicit.work();
        Work b = implicit.work();
        return new Work(a.steps() + b.steps(), a.rejected() + b.rejected(), a.evaluations() + b.evaluations(),
                a.jacobians() + b.jacobians());
    }

    @Override
    public String describe() {
        String begin = method.name() + ": " + method.explicit().name();
        if (handOvers == 0) return begin;
        String first = begin + ", stiff at t = " + Math.rint(firstHandOver * 1000) / 1000 + ", from there " + method.implicit().name();
        if (handOvers == 1) return first;
        return first + "; " + handOvers + " hand-overs in all, now " + (current == explicit ? method.explicit() : method.implicit()).name();
    }
}
