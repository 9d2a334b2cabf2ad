package loligo.solver;

/// How a computation ended. Not finishing is a result, not an exception; every ending has a sentence that says what happened and what to try.
public sealed interface Outcome {
    /// What happened, and what to try next, for a person.
    String message();

    record Completed(String message) implements Outcome {}

    /// Ended early on purpose: interrupted, or a bound reached.
    ///
    /// @param time in the field's unit; NaN where several runs ended at different times, or none began
    record Stopped(String reason, double time, String message) implements Outcome {
        /// Because somebody asked for it.
        ///
        /// @param more how far it was, and what is kept: how the sentence goes on
        public static Stopped onRequest(double time, String more) {
            return new Stopped("interrupted", time, "stopped on request" + more);
        }

        /// The same of several runs, or before any began.
        public static Stopped onRequest(String more) {
            return onRequest(Double.NaN, more);
        }
    }

    /// A number left the doubles.
    ///
    /// @param time in the field's unit
    /// @param component the index of the unknown, -1 when unknown
    /// @param what the unknown does, as the rest of a sentence that begins with its name
    /// @param remedy what to try next
    record NotFinite(double time, int component, String what, String remedy) implements Outcome {
        @Override
        public String message() {
            return message("unknown " + component, String.valueOf(time));
        }

        /// The message with the name that the unknown has in its model, and the time with its unit.
        public String message(String unknown, String when) {
            return unknown + " " + what + " at t = " + when + "; " + remedy;
        }
    }
}
