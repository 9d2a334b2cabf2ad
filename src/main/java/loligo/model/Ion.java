package loligo.model;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An ion: its reversal potential, either given or Nernst's for the concentrations on both sides.
///
/// @param valence where the text says it; else the ion is one of [#known(String)]
public record Ion(String name, @Nullable Named reversal, @Nullable Named inside, @Nullable Named outside, @Nullable Named valence) {
    private static final Map<String, Integer> KNOWN = Map.ofEntries(
            Map.entry("Na", 1), Map.entry("K", 1), Map.entry("Li", 1), Map.entry("H", 1), Map.entry("NH4", 1), Map.entry("Rb", 1), Map.entry("Cs", 1),
            Map.entry("Ca", 2), Map.entry("Mg", 2), Map.entry("Ba", 2), Map.entry("Sr", 2), Map.entry("Mn", 2), Map.entry("Zn", 2),
            Map.entry("Cl", -1), Map.entry("F", -1), Map.entry("Br", -1), Map.entry("HCO3", -1));

    /// The valence of an ion by its chemical symbol.
    public static OptionalInt known(String symbol) {
        Integer valence = KNOWN.get(symbol);
        return valence == null ? OptionalInt.empty() : OptionalInt.of(valence);
    }

    /// Whether both concentrations are there, as Nernst's and Goldman's equations need.
    public boolean hasConcentrations() {
        return inside != null && outside != null;
    }
}
