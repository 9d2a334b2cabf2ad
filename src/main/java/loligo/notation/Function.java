package loligo.notation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loligo.quantity.Nearest;

/// The functions of the notation. `exprel(x)` is `(exp(x) - 1)/x`, 1 at 0. `MIN` and `MAX` take two or more arguments, `IF` a condition
/// and two values.
public enum Function {
    EXP(1), EXPM1(1), EXPREL(1), LOG(1), LOG10(1), SQRT(1), ABS(1), MIN(2), MAX(2), SIN(1), COS(1), TAN(1), SINH(1), COSH(1), TANH(1),
            ATAN(1), ERF(1), IF(3);

    private final int arity;

    Function(int arity) {
        this.arity = arity;
    }

    /// Number of arguments; the least number for `min` and `max`.
    public int arity() {
        return arity;
    }

    /// The name in the text.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The names of all, in the order of this list.
    public static List<String> words() {
        return Arrays.stream(values()).map(Function::word).toList();
    }

    public static Optional<Function> of(String word) {
        for (Function f : values()) if (f.word().equals(word)) return Optional.of(f);
        return Optional.empty();
    }

    /// The problem with a word that is called like a function and is none.
    public static String unknown(String word) {
        return "'" + word + "' is not a function";
    }

    /// What to write instead of it: what other languages call so, or the nearest word, or the list.
    public static String proposal(String word) {
        return switch (word) {
            case "ln" -> "The natural logarithm is log.";
            case "pow", "power" -> "A power is written a^b.";
            case "fabs" -> "The absolute value is abs.";
            case "arctan" -> "Write atan.";
            case "heaviside", "ifelse", "where" -> "Write if(condition, a, b).";
            default -> Nearest.to(word, words()).map(near -> "Did you mean " + near + "?")
                    .orElseGet(() -> "Functions are " + String.join(", ", words()) + ". For a product, write *.");
        };
    }
}
