package loligo.model;

import java.util.List;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Span;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// One line of the book in which a model is written down before it becomes equations.
///
/// @param name the full name
/// @param expr with the names that `scope` understands
/// @param expected the dimension that it must have; null where the model is free to choose
/// @param pace what a rate is multiplied with or a time constant divided by, where temperature matters
record Line(
        String name, Role role, Expr expr, Scope scope, @Nullable Dimension expected, Sign sign, Named.@Nullable Bounds bounds, @Nullable Pace pace, Home home) {

    /// What a line becomes.
    enum Role {
        /// A parameter when it is a number, else a definition.
        VALUE,
        /// A definition that follows from others; an experiment can not replace it.
        FOLLOWS,
        /// Where a state begins: a parameter when it is a number, else part of the state.
        INITIAL,
        /// An input; the line is where it rests.
        INPUT,
        /// A right-hand side.
        DERIVATIVE,
        /// When an event happens.
        CONDITION,
        /// What an event sets.
        ASSIGNMENT
    }

    /// Which numbers make sense.
    enum Sign { ANY, NOT_NEGATIVE, POSITIVE, FRACTION }

    /// The factor by which temperature speeds up rates, by the name of its definition.
    record Pace(String factor, boolean divides) {}

    /// Where short names are looked up, the innermost first.
    record Scope(List<String> prefixes) {
        static final Scope TOP = new Scope(List.of(""));
    }

    /// Where messages about a line point to when its parts have no place of their own.
    record Home(Document document, Span at) {}

    Expr.@Nullable Literal literal() {
        return Named.literal(expr);
    }

    /// This line with what an experiment says instead; a plain number without a range of its own keeps the range that the model gave.
    Line replaced(Expr by, Named.@Nullable Bounds range, Home elsewhere) {
        Named.Bounds kept = range == null && Named.literal(by) != null ? Figures.complete(this) : range;
        return new Line(name, role, by, Scope.TOP, expected, sign, kept, pace, elsewhere);
    }
}
