package loligo.solver;

import org.jspecify.annotations.Nullable;

/// A machine that takes accepted steps through a vector field, one at a time. Allocates nothing while it steps.
public interface Stepper {
    /// Begins at time `t` from `y`, or begins anew after a corner or a jump. Keeps what it learned of the step size.
    void start(double t, double[] y);

    /// Takes one accepted step that does not pass `limit` (it ends on it exactly when it would come near).
    ///
    /// @return null after an accepted step, else why there can be none
    @Nullable Outcome step(double limit);

    /// Where the last step began and ended.
    double before();

    double time();

    /// The state at [#time()] // [n], the stepper's own array until the next step: read, do not write, do not keep.
    double[] state();

    /// Writes the state at time `t` within the last step into `y` // [n], to the order of the method's dense output.
    void interpolate(double t, double[] y);

    Work work();

    /// Words for what was done: the method's name, and a hand-over where one happened.
    String describe();

    /// What it cost.
    record Work(long steps, long rejected, long evaluations, long jacobians) {}
}
