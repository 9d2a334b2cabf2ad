package loligo.solver;

/// The arithmetic of one step of one method. Knows nothing of step control, limits or budgets: those are [Marcher] and [Pace].
interface Scheme {
    /// Learns that the next step starts afresh at `t` from `y` // [n]
    void begin(double t, double[] y);

    /// Tries a step of length `h` from `(t, y)`: writes the state after it into `next` and its local error into `error` // [n] each
    void attempt(double t, double h, double[] y, double[] next, double[] error);

    /// Learns that the step just tried was taken, and ends at `(t, y)`.
    void accept(double t, double[] y);

    /// Writes the state at the fraction `x` of the step just taken, `h` long, into `y`; `from` and `to` are its ends // [n] each
    void interpolate(double x, double h, double[] from, double[] to, double[] y);

    /// f where the next step begins // [n]
    double[] slope();

    /// How large `h |lambda|` was in the step just taken, which ended at `y`, in a norm weighted by `weights` // [n].
    /// For an explicit method an estimate from below, for an implicit one a bound from above. NaN when nothing is known.
    double stiffness(double h, double[] y, double[] weights);

    /// The unknown whose equation gave the first number that is not finite in the step just tried; -1 when none did.
    int culprit();

    /// Whether what was lost is the slope of an equation: infinite, as that of a root at zero, although the unknowns move.
    default boolean steep() {
        return false;
    }

    long evaluations();

    long jacobians();
}
