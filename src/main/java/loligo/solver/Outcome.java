package loligo.solver;

/// How a computation ended. Not finishing is a result, not an exception; every ending has a sentence that says what happened and what to try.
public sealed interface Outcome {
    /// What happened, and what to try next, for a person.
    String message();

    record Completed(String message) implements Outcome {}

    /// Ended early on purpose: interrupted, or a bound reached.
    record Stopped(String reason, double time, String message) implements Outcome {}

    /// A number left the doubles. `component` is the index of the unknown, -1 when unknown; `time` in the field's unit.
    record NotFinite(double time, int component, String message) implements Outcome {}
}
