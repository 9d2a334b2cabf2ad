package loligo.model;

import java.util.Collection;
import loligo.quantity.Nearest;

/// Says at the end of a remedy what somebody may have meant.
final class Spelling {
    private static final int MANY = 12;

    private Spelling() {}

    /// A sentence that proposes the nearest known word, or lists the known ones.
    static String proposal(String word, Collection<String> known) {
        return Nearest.to(word, known).map(near -> "Did you mean " + near + "?").orElseGet(() -> list(known));
    }

    /// The same for a kind of block; some are known from other programs.
    static String block(String word, Collection<String> known) {
        return switch (word) {
            case "leak", "leakage", "current" -> "Write channel " + (word.equals("current") ? "NAME" : "leak") + " { g = ... [mS/cm^2]  E = ... [mV] }.";
            case "parameters", "params", "parameter", "param", "constants", "constant", "number" -> "Numbers stand in the model itself: NAME = value.";
            case "equations", "equation", "derivatives", "derivative", "dynamics" -> "Equations stand in the model itself: x' = ...; where x begins stands in state { x = ... }.";
            default -> proposal(word, known);
        };
    }

    private static String list(Collection<String> known) {
        if (known.isEmpty()) return "There is none here.";
        return "Known here: " + String.join(", ", known.stream().limit(MANY).toList()) + (known.size() > MANY ? " and " + (known.size() - MANY) + " more" : "") + ".";
    }
}
