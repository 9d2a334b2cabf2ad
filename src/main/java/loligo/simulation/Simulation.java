package loligo.simulation;

import java.util.Optional;
import loligo.kernel.KernelField;
import loligo.recording.Recording;
import loligo.solver.Equilibrium;
import loligo.solver.Events;
import loligo.solver.Outcome;
import loligo.solver.Stepper;
import org.jspecify.annotations.Nullable;

/// The one time loop: step, mind the corners of the protocol and the resets of the model, record.
public final class Simulation {
    /// So many resets at one instant are a model that resets itself for ever.
    private static final int MOST_RESETS_AT_ONCE = 100;

    private final KernelField field;
    private final Stimulus stimulus;
    private final Stepper stepper;
    private final Observer observer;
    private final Watch watch;
    private final @Nullable Events events;
    private final double[] state; // [n], when a reset is due
    private final double[] triggers; // [resets]
    private final double[] sizes; // [n], below which an unknown is small
    private double[] before = new double[0]; // [n], when the first stimulus begins
    private double lastReset = Double.NEGATIVE_INFINITY;
    private int resetsAtOnce;

    /// What a run left: what was recorded until it ended, how it ended, by which method and at what cost.
    ///
    /// @param still where the membrane stands still without a stimulus, if it was about to // [n], empty when there is no such state near
    public record Run(Recording recording, Outcome outcome, String method, Stepper.Work work, Optional<double[]> still) {}

    /// @param stepper a stepper through `field`, whose inputs follow `stimulus`
    /// @param sizes below which each unknown is small // [n]
    public Simulation(KernelField field, Stimulus stimulus, Stepper stepper, Observer observer, double[] sizes, Watch watch) {
        this.field = field;
        this.stimulus = stimulus;
        this.stepper = stepper;
        this.observer = observer;
        this.sizes = sizes.clone();
        this.watch = watch;
        this.state = new double[field.dimension()];
        this.triggers = new double[field.resets()];
        this.events = field.resets() == 0 ? null : new Events(triggersOf(field), field.dimension());
    }

    private static Events.Functions triggersOf(KernelField field) {
        return new Events.Functions() {
            @Override
            public int count() {
                return field.resets();
            }

            @Override
            public void evaluate(double t, double[] y, double[] g) {
                field.triggers(t, y, g);
            }
        };
    }

    /// Runs from the initial state at time 0 to `until`, ms. In an outcome, components from n on are recorded columns.
    public Run run(double until) {
        double from = 0;
        for (double corner : stimulus.corners(until)) {
            double[] y = from == 0 ? initial() : stepper.state().clone();
            stimulus.enter(from);
            if (before.length == 0 && (from > 0 || corner == until)) before = y.clone();
            Outcome trouble = begin(from, y);
            while (trouble == null && stepper.time() < corner) trouble = advance(corner, until);
            if (trouble != null) return run(trouble);
            from = corner;
        }
        return run(new Outcome.Completed("ran to the end"));
    }

    /// Where the run begins: as the membrane stood before time 0, so at its inputs' resting values.
    private double[] initial() {
        stimulus.rest();
        return field.initial(0);
    }

    private Run run(Outcome outcome) {
        return new Run(observer.recording(), outcome, stepper.describe(), stepper.work(), still());
    }

    /// The equilibrium near the state in which the first stimulus met the membrane.
    private Optional<double[]> still() {
        if (triggers.length > 0 || before.length == 0) return Optional.empty();
        stimulus.enter(0);
        return Equilibrium.near(field, 0, before, sizes);
    }

    /// Starts the stepper at `t`, after the resets that are due there.
    private @Nullable Outcome begin(double t, double[] y) {
        for (int k = 0; k < triggers.length; k++) {
            field.triggers(t, y, triggers);
            if (triggers[k] > 0) {
                Outcome trouble = reset(k, t, y);
                if (trouble != null) return trouble;
            }
        }
        stepper.start(t, y);
        return null;
    }

    private @Nullable Outcome advance(double corner, double until) {
        if (watch.interrupted()) return new Outcome.Stopped("interrupted", stepper.time(), "stopped on request; what was computed until then is kept");
        Outcome trouble = stepper.step(corner);
        if (trouble != null) return trouble;
        double end = stepper.time();
        int due = -1;
        if (events != null && events.search(stepper, stepper.before())) {
            due = events.index();
            end = events.time();
        }
        trouble = observer.panel(field, stepper, stepper.before(), end, stimulus.moving());
        watch.reached(end / until);
        if (trouble == null && due >= 0) {
            double[] y = state.clone();
            stepper.interpolate(end, y);
            trouble = reset(due, end, y);
            if (trouble == null) trouble = begin(end, y);
        }
        return trouble;
    }

    private @Nullable Outcome reset(int k, double t, double[] y) {
        resetsAtOnce = t > lastReset ? 1 : resetsAtOnce + 1;
        lastReset = t;
        if (resetsAtOnce > MOST_RESETS_AT_ONCE) {
            return new Outcome.Stopped("bound reached", t, "the model resets itself again and again at one instant; the values after the reset must not fulfil its condition");
        }
        observer.reset(t);
        field.reset(k, t, y);
        return null;
    }
}
