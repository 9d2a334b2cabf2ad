package loligo.dynamics;

/// Why a branch goes no further, with a sentence for a person.
public sealed interface Ending {
    String sentence();

    /// The parameter reached the end of its range.
    record LeftRange(double parameter) implements Ending {
        @Override
        public String sentence() {
            return "The parameter reached the end of its range at " + parameter + ".";
        }
    }

    /// An unknown reached the end of the box of states that make sense.
    record LeftBox(int unknown, double value, double parameter) implements Ending {
        @Override
        public String sentence() {
            return "Unknown " + unknown + " reached " + value + ", the end of its box, at the parameter " + parameter + ".";
        }
    }

    /// The branch came back to where it began.
    record ClosedLoop(int points) implements Ending {
        @Override
        public String sentence() {
            return "The branch is a closed loop: after " + points + " points it came back to where it began.";
        }
    }

    /// Newton's method did not arrive even for the smallest step.
    record StepTooSmall(double parameter, double step) implements Ending {
        @Override
        public String sentence() {
            return "No further point was found at the parameter " + parameter + ", even by a step of " + step
                    + " sizes: the field may jump or not be smooth there, or leave its domain.";
        }
    }

    /// More points than allowed.
    record TooLong(int points) implements Ending {
        @Override
        public String sentence() {
            return "Stopped after " + points + " points, the most allowed.";
        }
    }

    /// Someone asked to stop.
    record Interrupted(double parameter) implements Ending {
        @Override
        public String sentence() {
            return "Interrupted at the parameter " + parameter + "; what was found up to there is kept.";
        }
    }
}
