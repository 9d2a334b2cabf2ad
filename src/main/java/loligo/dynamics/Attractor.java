package loligo.dynamics;

/// Where orbits settle.
public sealed interface Attractor {
    /// Whether a state is so near that it is taken to have arrived.
    boolean holds(Problem problem, double[] y);

    /// An equilibrium.
    record Rest(Equilibrium equilibrium) implements Attractor {
        private static final double NEAR = 0.05; // sizes

        @Override
        public boolean holds(Problem problem, double[] y) {
            return problem.distance(y, equilibrium.state()) < NEAR;
        }
    }

    /// A cycle.
    ///
    /// @param samples states along it, one after the other // [samples][n]
    record Round(Cycle cycle, double[][] samples) implements Attractor {
        private static final int SAMPLES = 400;
        private static final double NEAR = 0.2; // sizes

        /// Sampled at 400 phases.
        public static Round of(Cycle cycle) {
            double[][] samples = new double[SAMPLES + 1][];
            for (int k = 0; k <= SAMPLES; k++) samples[k] = cycle.at((double) k / SAMPLES);
            return new Round(cycle, samples);
        }

        @Override
        public boolean holds(Problem problem, double[] y) {
            for (int k = 1; k < samples.length; k++) if (distance(problem, samples[k - 1], samples[k], y) < NEAR * NEAR) return true;
            return false;
        }

        /// The squared distance from a straight piece, in sizes.
        private static double distance(Problem problem, double[] a, double[] b, double[] y) {
            double square = 0, along = 0;
            for (int i = 0; i < y.length; i++) {
                double size = problem.size()[i];
                square += (b[i] - a[i]) / size * ((b[i] - a[i]) / size);
                along += (b[i] - a[i]) / size * ((y[i] - a[i]) / size);
            }
            double fraction = square == 0 ? 0 : Math.clamp(along / square, 0, 1);
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double gap = (y[i] - a[i] - fraction * (b[i] - a[i])) / problem.size()[i];
                sum += gap * gap;
            }
            return sum;
        }
    }
}
