package loligo.solver;

import org.jspecify.annotations.Nullable;

/// Joins a [Scheme] and a [Pace] to a [Stepper]: tries, judges, lands on limits, counts, and says why when it can not go on.
final class Marcher implements Stepper {
    private final Method method;
    private final VectorField field;
    private final Scheme scheme;
    private final Pace pace;
    private final long budget;
    private double[] from; // y[i] before the last step
    private double[] y; // y[i] after it
    private double[] next; // y[i], tried
    private final double[] error; // local error[i], tried
    private double before;
    private double time = Double.NaN;
    private long steps;
    private long rejected;

    Marcher(Method method, VectorField field, Scheme scheme, Pace pace, long budget) {
        this.method = method;
        this.field = field;
        this.scheme = scheme;
        this.pace = pace;
        this.budget = budget;
        int n = field.dimension();
        from = new double[n];
        y = new double[n];
        next = new double[n];
        error = new double[n];
    }

    @Override
    public void start(double t, double[] state) {
        if (state.length != y.length) throw new IllegalArgumentException("state must have " + y.length + " entries, has " + state.length);
        System.arraycopy(state, 0, y, 0, y.length);
        System.arraycopy(state, 0, from, 0, y.length);
        before = t;
        time = t;
        scheme.begin(t, y);
        pace.begin();
    }

    @Override
    public @Nullable Outcome step(double limit) {
        if (!(limit > time)) throw new IllegalArgumentException("limit must lie after " + time + ", is " + limit);
        if (steps == 0 || before == time) {
            Outcome lost = lostAtStart();
            if (lost != null) return lost;
        }
        while (steps + rejected < budget) {
            double remaining = limit - time;
            double length = pace.next(field, time, y, scheme, remaining);
            double end = length >= remaining ? limit : time + length;
            double h = end - time;
            if (!(h > 0)) return tooShort();
            scheme.attempt(time, h, y, next, error);
            if (pace.accepts(h, y, next, error)) {
                advance(end);
                return null;
            }
            rejected++;
            if (!pace.canShorten(time)) return tooShort();
        }
        return outOfSteps();
    }

    Outcome outOfSteps() {
        return new Outcome.Stopped("bound reached", time, "stopped after " + budget + " steps of " + method.name() + "; allow more steps, a shorter time, or a larger tolerance");
    }

    private void advance(double end) {
        double[] free = from;
        from = y;
        y = next;
        next = free;
        before = time;
        time = end;
        steps++;
        scheme.accept(time, y);
    }

    private @Nullable Outcome lostAtStart() {
        int state = Pace.notFinite(y);
        if (state >= 0) {
            return new Outcome.NotFinite(time, state, "starts as " + y[state], "give it a finite value");
        }
        int slope = Pace.notFinite(scheme.slope());
        if (slope < 0) return null;
        return new Outcome.NotFinite(time, slope, "has no finite rate of change (" + scheme.slope()[slope] + ")",
                "look for a division by zero, or a logarithm or root of a negative number, in its equation");
    }

    private Outcome tooShort() {
        if (Pace.notFinite(next) >= 0) {
            int lost = scheme.culprit() >= 0 ? scheme.culprit() : Pace.notFinite(next);
            if (scheme.steep()) {
                return new Outcome.NotFinite(time, lost, "has an equation whose slope is infinite, as that of a root at zero,",
                        "this method can not step from there: begin a little beside it, or take method = dopri5");
            }
            String remedy = pace instanceof Pace.Fixed ? "the step is too long for this method, or its equation blows up there; take a smaller step, or method = automatic"
                    : "its equation blows up there; look for what drives it so far, a division by zero, or a logarithm or root of a negative number";
            return new Outcome.NotFinite(time, lost, "left the numbers in the step that begins", remedy);
        }
        int worst = worst();
        return new Outcome.NotFinite(time, worst, "changes too fast to follow with any step", "its equation blows up or jumps there, or the tolerance is too fine for doubles");
    }

    /// The unknown with the largest error next to its size.
    private int worst() {
        int worst = 0;
        for (int i = 1; i < y.length; i++) {
            if (relativeError(i) > relativeError(worst)) worst = i;
        }
        return worst;
    }

    private double relativeError(int i) {
        return Math.abs(error[i]) / Math.max(Double.MIN_NORMAL, Math.abs(y[i]));
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
        return y;
    }

    @Override
    public void interpolate(double t, double[] out) {
        if (!(t >= before && t <= time)) throw new IllegalArgumentException("time must lie in [" + before + ", " + time + "], is " + t);
        if (t == time) System.arraycopy(y, 0, out, 0, y.length);
        else if (t == before) System.arraycopy(from, 0, out, 0, y.length);
        else scheme.interpolate((t - before) / (time - before), time - before, from, y, out);
    }

    @Override
    public Work work() {
        return new Work(steps, rejected, scheme.evaluations(), scheme.jacobians());
    }

    @Override
    public String describe() {
        return method.name();
    }

    boolean steep() {
        return scheme.steep();
    }

    long tried() {
        return steps + rejected;
    }

    long rejected() {
        return rejected;
    }

    double stiffness(double[] weights) {
        return scheme.stiffness(time - before, y, weights);
    }
}
