package loligo.simulation;

import java.util.Arrays;
import loligo.kernel.KernelField;
import loligo.solver.Events;
import loligo.solver.Outcome;
import loligo.solver.Stepper;
import org.jspecify.annotations.Nullable;

/// The reset events of a model: each acts when its condition becomes true, not while it stays so.
final class Resets {
    /// So many resets at one instant are a model that resets itself for ever.
    private static final int MOST_AT_ONCE = 100;
    /// So many in one run as well.
    private static final int MOST = 1_000_000;
    private static final double AT_ONCE = 1e-12; // relative to the time

    private static final String OWN = "a reset leaves its own condition true, so it can not happen again; its values must not fulfil its condition";

    private final KernelField field;
    private final Events events;
    private final boolean[] holds; // [resets], whether the condition was true when last looked at
    private final double[] before; // [resets], the conditions' functions before a reset: positive where true
    private final double[] after; // [resets], and after it
    private final boolean[] verge; // [resets], whether its reset left it neither true nor false: what follows tells
    private double last = Double.NEGATIVE_INFINITY;
    private int atOnce;
    private int count;

    Resets(KernelField field) {
        this.field = field;
        this.holds = new boolean[field.resets()];
        this.before = new double[field.resets()];
        this.after = new double[field.resets()];
        this.verge = new boolean[field.resets()];
        this.events = new Events(new Events.Functions() {
            @Override
            public int count() {
                return field.resets();
            }

            @Override
            public void evaluate(double t, double[] y, double[] g) {
                field.triggers(t, y, g);
            }
        }, field.dimension());
    }

    /// Searches the last step for the first condition that becomes true.
    boolean search(Stepper stepper) {
        if (holds.length == 0) return false;
        boolean found = events.search(stepper, stepper.before());
        for (int k = 0; k < holds.length && !found; k++) holds[k] = still(k, events.last(k));
        return found;
    }

    /// After a step in which nothing was found: whether a condition has come true that its own reset had left on the verge.
    @Nullable Outcome fallen(double t) {
        for (int k = 0; k < verge.length; k++) {
            if (verge[k] && holds[k]) return tooMany(t, OWN);
            verge[k] = false;
        }
        return null;
    }

    /// Whether a condition holds whose function is `g`; on the verge it is what it was.
    private boolean still(int k, double g) {
        return g > 0 || (g == 0 && holds[k]);
    }

    /// When it became true, ms.
    double time() {
        return events.time();
    }

    /// Performs the reset that was found, and those that follow from it.
    @Nullable Outcome found(double t, double[] y, Observer observer) {
        field.triggers(t, y, before);
        for (int k = 0; k < holds.length; k++) holds[k] = still(k, before[k]);
        Outcome trouble = reset(events.index(), t, y, observer);
        return trouble != null ? trouble : due(t, y, observer);
    }

    /// Performs the resets whose conditions became true at `t`, where the state or an input jumped.
    @Nullable Outcome due(double t, double[] y, Observer observer) {
        for (int k = 0; k < holds.length; k++) {
            field.triggers(t, y, before);
            boolean now = still(k, before[k]);
            if (now && !holds[k]) {
                Outcome trouble = reset(k, t, y, observer);
                if (trouble != null) return trouble;
                k = -1; // what it changed may make another condition true
            } else {
                holds[k] = now;
            }
        }
        return null;
    }

    private @Nullable Outcome reset(int k, double t, double[] y, Observer observer) {
        atOnce = t - last > AT_ONCE * Math.max(1, Math.abs(t)) ? 1 : atOnce + 1;
        last = t;
        if (atOnce > MOST_AT_ONCE) return tooMany(t, "the model resets itself again and again at one instant; the values after a reset must not lead back to its condition");
        if (++count > MOST) return tooMany(t, "more than a million resets; the values after a reset lie too near to its condition, or the run is too long");
        double[] y0 = y.clone();
        field.reset(k, t, y);
        field.triggers(t, y, after);
        holds[k] = after[k] >= 0;
        if (y[0] != y0[0]) observer.reset(t); // a spike: the first unknown is reset
        if (Arrays.equals(y, y0)) return tooMany(t, "a reset changes nothing; its values must not be those at which it happens");
        verge[k] = after[k] == 0 && after[k] != before[k];
        return after[k] > 0 && after[k] != before[k] ? tooMany(t, OWN) : null;
    }

    private static Outcome tooMany(double t, String message) {
        return new Outcome.Stopped("bound reached", t, message);
    }
}
