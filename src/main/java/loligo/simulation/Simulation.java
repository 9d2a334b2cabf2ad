package loligo.simulation;

import java.util.Optional;
import java.util.function.Supplier;
import loligo.kernel.KernelField;
import loligo.recording.Recording;
import loligo.solver.Newton;
import loligo.solver.Outcome;
import loligo.solver.Stepper;
import org.jspecify.annotations.Nullable;

/// The one time loop: step, mind the corners of the protocol and the resets of the model, record.
public final class Simulation {
    private final KernelField field;
    private final Stimulus stimulus;
    private final Stepper stepper;
    private final Observer observer;
    private final Watch watch;
    private final Resets resets;
    private final Steps steps = new Steps();
    private final Steps.@Nullable Ceiling ceiling;
    private final double[] sizes; // [n], below which an unknown is small
    private double[] before = new double[0]; // [n], when the first stimulus begins

    /// What a run left: what was recorded until it ended, how it ended, and by which method.
    ///
    /// @param seen hands out what was recorded; of a run that nobody looks at, it is never put together
    /// @param steps those that the solver took
    /// @param settled finds where the membrane stands still without a stimulus
    public record Run(Supplier<Recording> seen, Outcome outcome, String method, Steps steps, Supplier<Optional<Newton.Root>> settled) {
        static Outcome toTheEnd() {
            return new Outcome.Completed("ran to the end");
        }

        /// What was recorded until it ended.
        public Recording recording() {
            return seen.get();
        }

        /// Where the membrane stands still without a stimulus, if it was about to; empty when there is no such state near. Computed anew whenever it is asked for.
        public Optional<Newton.Root> still() {
            return settled.get();
        }
    }

    /// @param stepper a stepper through `field`, whose inputs follow `stimulus`
    /// @param sizes below which each unknown is small // [n]
    /// @param coarser steps below which to stay; null leaves the steps to the solver
    public Simulation(KernelField field, Stimulus stimulus, Stepper stepper, Observer observer, double[] sizes, @Nullable Steps coarser, Watch watch) {
        this.field = field;
        this.stimulus = stimulus;
        this.stepper = stepper;
        this.observer = observer;
        this.sizes = sizes.clone();
        this.ceiling = coarser == null ? null : coarser.ceiling();
        this.watch = watch;
        this.resets = new Resets(field);
    }

    /// Runs from the initial state at time 0 to `until`, ms. In an outcome, components from n on are recorded columns.
    public Run run(double until) {
        double from = 0;
        for (double corner : stimulus.corners(until)) {
            double[] y = from == 0 ? initial(field, stimulus) : stepper.state().clone();
            stimulus.enter(from);
            if (before.length == 0 && (from > 0 || corner == until || stimulus.immediate())) before = y.clone();
            Outcome trouble = begin(from, y);
            while (trouble == null && stepper.time() < corner) trouble = advance(corner, until);
            if (trouble != null) return run(trouble);
            from = corner;
        }
        return run(Run.toTheEnd());
    }

    /// Where the run begins: as the membrane stood before time 0, so at its inputs' resting values.
    static double[] initial(KernelField field, Stimulus stimulus) {
        stimulus.rest();
        return field.initial(0);
    }

    private Run run(Outcome outcome) {
        return new Run(observer.recorder()::recording, outcome, stepper.describe(), steps, () -> still(field, stimulus, before, sizes));
    }

    /// The equilibrium near the state in which the first stimulus met the membrane.
    static Optional<Newton.Root> still(KernelField field, Stimulus stimulus, double[] before, double[] sizes) {
        if (field.resets() > 0 || before.length == 0) return Optional.empty();
        stimulus.rest();
        return Newton.root(field, 0, before, sizes);
    }

    /// Starts the stepper at `t`, after the resets that are due there.
    private @Nullable Outcome begin(double t, double[] y) {
        Outcome trouble = resets.due(t, y, observer);
        if (trouble == null) stepper.start(t, y);
        return trouble;
    }

    private @Nullable Outcome advance(double corner, double until) {
        if (watch.interrupted()) return Outcome.Stopped.onRequest(stepper.time(), "; what was computed until then is kept");
        double limit = stimulus.limit(stepper.time(), corner);
        Outcome trouble = stepper.step(ceiling == null ? limit : ceiling.limit(stepper.time(), limit));
        if (trouble != null) return trouble;
        boolean due = resets.search(stepper);
        double end = due ? resets.time() : stepper.time();
        steps.add(end);
        trouble = observer.panel(field, stepper, stepper.before(), end, stimulus.moving());
        watch.reached(end / until);
        if (trouble != null) return trouble;
        return due ? reset(end) : resets.fallen(end);
    }

    private @Nullable Outcome reset(double t) {
        double[] y = new double[field.dimension()];
        stepper.interpolate(t, y);
        Outcome trouble = resets.found(t, y, observer);
        if (trouble == null) stepper.start(t, y);
        return trouble;
    }
}
