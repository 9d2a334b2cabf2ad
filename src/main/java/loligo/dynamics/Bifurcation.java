package loligo.dynamics;

/// A point at which the picture changes in kind, with a sentence for a person.
public sealed interface Bifurcation {
    String sentence();

    /// The value of the (first) varied parameter, and how uncertain it is.
    double parameter();

    double error();

    /// Two equilibria meet and vanish. Along the null vector `x' = b (p - parameter) + a x^2`.
    ///
    /// @param direction the null vector, of length 1 in sizes // [n]
    /// @param quadratic a
    /// @param quadraticError of the differences that made it
    /// @param drive b
    record SaddleNode(Equilibrium at, double parameter, double error, double[] direction, double quadratic, double quadraticError, double drive) implements Bifurcation {
        /// `pi / sqrt(a b)`: on the side without equilibria the passage takes this divided by the root of the distance.
        public double bottleneck() {
            return Math.PI / Math.sqrt(Math.abs(quadratic * drive));
        }

        @Override
        public String sentence() {
            return "Saddle-node at " + parameter + ": two equilibria meet and vanish on the side where the parameter is "
                    + (quadratic * drive > 0 ? "larger." : "smaller.");
        }
    }

    /// A complex pair crosses the imaginary axis, and a cycle is born.
    ///
    /// @param frequency of the pair, in radians per unit of time
    /// @param lyapunov the first Lyapunov coefficient, for an eigenvector of length 1 in sizes; negative: supercritical
    /// @param lyapunovError of the differences that made it
    /// @param right the eigenvector of `i frequency`: real, then imaginary parts // [2n]
    record Hopf(Equilibrium at, double parameter, double error, double frequency, double lyapunov, double lyapunovError, double[] right) implements Bifurcation {
        public Criticality criticality() {
            if (Math.abs(lyapunov) <= lyapunovError) return Criticality.DEGENERATE;
            return lyapunov < 0 ? Criticality.SUPERCRITICAL : Criticality.SUBCRITICAL;
        }

        @Override
        public String sentence() {
            String cycle = switch (criticality()) {
                case SUPERCRITICAL -> "the cycle born there is stable within the plane of the pair";
                case SUBCRITICAL -> "the cycle born there is unstable";
                case DEGENERATE -> "its first Lyapunov coefficient can not be told from zero";
            };
            return "Hopf point (" + criticality() + ") at " + parameter + " with " + frequency + " rad per unit of time: " + cycle + ".";
        }
    }

    /// What a Hopf point's first Lyapunov coefficient says.
    enum Criticality {
        SUPERCRITICAL, SUBCRITICAL, DEGENERATE;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Two branches of equilibria cross.
    ///
    /// @param along, across their tangents, state then parameter, of length 1 in sizes // [n+1]
    record BranchPoint(Equilibrium at, double parameter, double error, double[] along, double[] across) implements Bifurcation {
        @Override
        public String sentence() {
            return "Branch point at " + parameter + ": two branches of equilibria cross.";
        }
    }

    /// A stable and an unstable cycle meet and vanish, or two unstable ones.
    record FoldOfCycles(Cycle at, double parameter, double error) implements Bifurcation {
        @Override
        public String sentence() {
            return "Fold of cycles at " + parameter + ", period " + at.period() + ": two cycles meet and vanish.";
        }
    }

    /// A multiplier passes -1, and a cycle of twice the period is born.
    record PeriodDoubling(Cycle at, double parameter, double error) implements Bifurcation {
        @Override
        public String sentence() {
            return "Period doubling at " + parameter + ", period " + at.period() + ": a cycle of twice the period branches off.";
        }
    }

    /// A complex pair of multipliers passes the unit circle, and an invariant torus is born.
    ///
    /// @param angle of the pair, in radians per round
    record Torus(Cycle at, double parameter, double error, double angle) implements Bifurcation {
        @Override
        public String sentence() {
            return "Torus (Neimark-Sacker) point at " + parameter + ", period " + at.period() + ": an invariant torus branches off, turning by " + angle + " rad a round.";
        }
    }

    /// Two branches of cycles cross.
    record BranchPointOfCycles(Cycle at, double parameter, double error) implements Bifurcation {
        @Override
        public String sentence() {
            return "Branch point of cycles at " + parameter + ", period " + at.period() + ": two branches of cycles cross.";
        }
    }
}
