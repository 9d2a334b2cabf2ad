package loligo.dynamics;

/// A point at which two conditions meet: found on a curve of saddle-nodes or Hopf points as two parameters change.
public sealed interface DoublePoint {
    Equilibrium at();

    /// The two parameters // [2]
    double[] parameters();

    String sentence();

    /// Two curves of saddle-nodes meet in a cusp: the quadratic coefficient vanishes.
    record Cusp(Equilibrium at, double[] parameters) implements DoublePoint {
        @Override
        public String sentence() {
            return "Cusp at (" + parameters[0] + ", " + parameters[1] + "): two saddle-nodes meet and vanish, and with them bistability.";
        }
    }

    /// A double zero eigenvalue with one eigenvector: a Hopf curve ends on a curve of saddle-nodes, and a curve of homoclinic orbits begins.
    record BogdanovTakens(Equilibrium at, double[] parameters) implements DoublePoint {
        @Override
        public String sentence() {
            return "Bogdanov-Takens point at (" + parameters[0] + ", " + parameters[1] + "): a curve of Hopf points and one of homoclinic orbits begin on the saddle-nodes.";
        }
    }

    /// The first Lyapunov coefficient vanishes: a curve of folds of cycles begins.
    record GeneralisedHopf(Equilibrium at, double[] parameters) implements DoublePoint {
        @Override
        public String sentence() {
            return "Generalised Hopf (Bautin) point at (" + parameters[0] + ", " + parameters[1] + "): the Hopf point changes between super- and subcritical, and a fold of cycles begins.";
        }
    }

    /// A zero eigenvalue together with a pair on the imaginary axis.
    record ZeroHopf(Equilibrium at, double[] parameters) implements DoublePoint {
        @Override
        public String sentence() {
            return "Zero-Hopf point at (" + parameters[0] + ", " + parameters[1] + "): a saddle-node and a Hopf point coincide.";
        }
    }

    /// Two pairs on the imaginary axis.
    record DoubleHopf(Equilibrium at, double[] parameters) implements DoublePoint {
        @Override
        public String sentence() {
            return "Double Hopf point at (" + parameters[0] + ", " + parameters[1] + "): two Hopf points coincide.";
        }
    }
}
