package loligo.dynamics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import loligo.solver.Events;
import loligo.solver.Stepper;

/// Where orbits settle.
public sealed interface Attractor {
    /// Someone who sees whether one orbit arrives.
    Lookout lookout();

    /// For one orbit after the other; not for several threads.
    interface Lookout {
        /// At the beginning of an orbit.
        void begin(double[] y);

        /// After each step.
        boolean arrived(Stepper stepper);
    }

    /// An equilibrium.
    ///
    /// @param bowl what enters it is taken to have arrived
    record Rest(Equilibrium equilibrium, Bowl bowl) implements Attractor {
        /// Empty where the linearised flow does not rule.
        public static Optional<Rest> of(Problem problem, Equilibrium equilibrium) {
            return Bowl.around(problem, equilibrium).map(bowl -> new Rest(equilibrium, bowl));
        }

        @Override
        public Lookout lookout() {
            return new Lookout() {
                @Override
                public void begin(double[] y) {}

                @Override
                public boolean arrived(Stepper stepper) {
                    return bowl.holds(stepper.state());
                }
            };
        }
    }

    /// A cycle.
    ///
    /// @param gates what passes one of them is taken to have arrived // [gates]
    record Round(Cycle cycle, Gate[] gates) implements Attractor {
        private static final double[] PHASES = {0, 0.25, 0.5, 0.75};

        /// Empty where no orbit was seen to come nearer.
        public static Optional<Round> of(Problem problem, Cycle cycle) {
            Gate[] gates = DoubleStream.of(PHASES).mapToObj(phase -> Gate.across(problem, cycle, phase)).filter(gate -> gate.radius() > 0).toArray(Gate[]::new);
            return gates.length == 0 ? Optional.empty() : Optional.of(new Round(cycle, gates));
        }

        @Override
        public Lookout lookout() {
            return new Lookout() {
                private final double[] heights = new double[gates.length];
                private final Events[] passages = Arrays.stream(gates).map(gate -> new Events(gate, gate.at().length)).toArray(Events[]::new);
                private double[] y = {};

                @Override
                public void begin(double[] state) {
                    y = state.clone();
                    for (int k = 0; k < gates.length; k++) heights[k] = gates[k].height(state);
                }

                @Override
                public boolean arrived(Stepper stepper) {
                    for (int k = 0; k < gates.length; k++) {
                        double before = heights[k];
                        heights[k] = gates[k].height(stepper.state());
                        if (before < 0 && heights[k] >= 0 && gates[k].passes(stepper, passages[k], y) && gates[k].distance(y) < gates[k].radius()) return true;
                    }
                    return false;
                }
            };
        }
    }
}
