package loligo.model;

import java.util.List;
import loligo.notation.Expr;
import org.jspecify.annotations.Nullable;

/// What opens and closes a channel: a fraction between 0 and 1.
public sealed interface Gate {
    Head head();

    default String name() {
        return head().name();
    }

    /// Name, power, and further named numbers and expressions (`q10` and `reference` among them, which go before the channel's).
    record Head(String name, int power, List<Named> numbers) {
        public Head {
            numbers = List.copyOf(numbers);
        }
    }

    /// `x' = alpha (1 - x) - beta x`.
    record Rates(Head head, Named alpha, Named beta) implements Gate {}

    /// `x' = (inf - x)/tau`.
    record Relaxation(Head head, Named inf, Named tau) implements Gate {}

    /// `x = inf` at once.
    record Instantaneous(Head head, Named inf) implements Gate {}

    /// Opening by `kf0 exp(split u)`, closing by `kb0 exp(-(1 - split) u)`, `u = (V - V_half)/slope`.
    ///
    /// @param steepness `charge`, in elementary charges, or `slope`, in mV
    record TwoState(Head head, Named kf0, Named kb0, @Nullable Named split, Named half, Named steepness) implements Gate {}

    /// A two-state equilibrium: `1/(1 + exp(-V/slope)/K)`, or `1/(1 + exp((V_half - V)/slope))`; at once, or with a time constant.
    ///
    /// @param steepness `charge` or `slope`
    /// @param midpoint `K`, the equilibrium constant at 0 mV, or `V_half`
    record Boltzmann(Head head, Named steepness, Named midpoint, @Nullable Named tau) implements Gate {}

    /// A Markov scheme. Occupancies sum to one: that of the last state is what the others leave.
    ///
    /// @param states in order of first mention
    /// @param open the open fraction, where it is not just the state of the scheme's name
    record Scheme(Head head, List<String> states, List<Transition> transitions, @Nullable Named open) implements Gate {
        public Scheme {
            states = List.copyOf(states);
            transitions = List.copyOf(transitions);
        }
    }

    /// `from -> to : rate`.
    record Transition(String from, String to, Expr rate) {}
}
