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

    /// A branch of cycles shrank to an equilibrium: a Hopf point.
    record AtHopf(Bifurcation.Hopf point) implements Ending {
        @Override
        public String sentence() {
            return "The cycle shrinks to the Hopf point at " + point.parameter() + ".";
        }
    }

    /// A cycle got stuck at a saddle-node on its way round.
    ///
    /// @param point the saddle-node
    /// @param extrapolated where the periods say that they become infinite; independent of `point`
    /// @param coefficient of `period = coefficient / sqrt(distance)`, from the periods
    record Snic(Bifurcation.SaddleNode point, double extrapolated, double coefficient, double longest) implements Ending {
        @Override
        public String sentence() {
            return "Saddle-node on an invariant circle at " + point.parameter() + ": the period grows like " + coefficient
                    + " / sqrt(distance), and reached " + longest + ".";
        }
    }

    /// A cycle became a loop from a saddle to itself.
    ///
    /// @param saddle the equilibrium, at the last parameter computed
    /// @param parameter extrapolated
    /// @param saddleQuantity the sum of the two eigenvalues nearest to the axis from either side: negative, and a stable cycle is born
    record Homoclinic(Equilibrium saddle, double parameter, double error, double saddleQuantity, double longest) implements Ending {
        @Override
        public String sentence() {
            return "Homoclinic orbit of a saddle at " + parameter + ": the period grows like the logarithm of the distance, and reached " + longest
                    + "; saddle quantity " + saddleQuantity + (saddleQuantity < 0 ? ", so the cycle born there is stable." : ", so the cycle born there is unstable.");
        }
    }

    /// The period grew beyond all bounds in some other way.
    record InfinitePeriod(double parameter, double longest) implements Ending {
        @Override
        public String sentence() {
            return "The period reached " + longest + " at the parameter " + parameter + " and seems to grow without bound; neither a saddle-node nor a saddle was found on the orbit.";
        }
    }

    /// A curve in two parameters ends on another one.
    record AtDoublePoint(DoublePoint point) implements Ending {
        @Override
        public String sentence() {
            return "The curve ends here. " + point.sentence();
        }
    }

    /// A curve of folds of cycles came down to cycles so small that they are nearly points: a generalised Hopf point is near.
    ///
    /// @param parameters the two, where it stopped // [2]
    /// @param state the mean of the last cycle // [n]
    record FoldsShrink(double[] parameters, double[] state) implements Ending {
        @Override
        public String sentence() {
            return "The folding cycles shrink to an equilibrium near (" + parameters[0] + ", " + parameters[1] + "): a generalised Hopf point is near.";
        }
    }

    /// Cycles of one long period shrank to a point: a Bogdanov-Takens point is near, if the period is long.
    ///
    /// @param parameters the two, where it stopped // [2]
    /// @param state the mean of the last cycle // [n]
    record LoopShrinks(double[] parameters, double[] state) implements Ending {
        @Override
        public String sentence() {
            return "The cycles of long period shrink to an equilibrium near (" + parameters[0] + ", " + parameters[1] + "): a Bogdanov-Takens point is near.";
        }
    }

    /// Cycles of one period no longer linger at a saddle or past a saddle-node.
    ///
    /// @param parameters the two, where it stopped // [2]
    record NotLong(double[] parameters, double period) implements Ending {
        @Override
        public String sentence() {
            return "At (" + parameters[0] + ", " + parameters[1] + ") the period " + period + " is no longer long: the cycle lingers nowhere.";
        }
    }
}
