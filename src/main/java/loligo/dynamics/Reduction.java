package loligo.dynamics;

import java.util.Optional;

/// How the equilibrium equations of a family at one setting come down to one equation in one unknown, as where gates are eliminated by their steady states.
public interface Reduction {
    /// What is left of the equations at the one unknown; zero exactly at equilibria.
    double balance(double v);

    /// The full state that belongs to the one unknown // [n]
    double[] state(double v);

    /// The same balance on intervals, if the caller can give it; then no equilibrium is missed, provably.
    default Optional<Enclosure> enclosure() {
        return Optional.empty();
    }

    /// A function that can be evaluated on intervals, with its derivative.
    interface Enclosure {
        /// An interval that holds the balance at every point of `v`.
        Interval value(Interval v);

        /// An interval that holds the derivative of the balance at every point of `v`.
        Interval slope(Interval v);
    }
}
