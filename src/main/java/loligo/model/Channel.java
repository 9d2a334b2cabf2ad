package loligo.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A population of channels: what it lets through, and what opens it.
///
/// @param ion the ion that passes, null for a channel with a reversal potential of its own
/// @param reversal its own reversal potential, which goes before the ion's
/// @param gates open fractions that multiply
/// @param numbers further named numbers and expressions; `q10` and `reference` among them
public record Channel(
        String name, @Nullable String ion, Conduction conduction, @Nullable Named reversal, List<Gate> gates, List<Named> numbers) {
    public Channel {
        gates = List.copyOf(gates);
        numbers = List.copyOf(numbers);
    }

    /// How current depends on the potential when all gates are open.
    public sealed interface Conduction {
        /// Ohm's law, `g (V - E)`.
        record Ohmic(Named g) implements Conduction {}

        /// Goldman's current (Goldman 1943) for a permeability and the ion's concentrations.
        record Permeable(Named permeability) implements Conduction {}
    }
}
