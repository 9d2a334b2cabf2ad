package loligo.model;

import loligo.notation.Expr;
import org.jspecify.annotations.Nullable;

/// A named value of a model: a number or an expression, and the range of its slider where the text gave one.
///
/// @param name as it is written where it stands (`g`, `V_half`), not the full name
public record Named(String name, Expr value, @Nullable Bounds bounds) {
    public Named(String name, Expr value) {
        this(name, value, null);
    }

    /// `from a to b`, as written.
    public record Bounds(Expr from, Expr to) {}

    /// The number that an expression is, with its sign inside (so that `-5 [degC]` is five degrees below zero); null when it has to be computed.
    static Expr.@Nullable Literal literal(Expr expr) {
        return switch (expr) {
            case Expr.Literal l -> l;
            case Expr.Negation(Expr.Literal(double value, var unit)) -> new Expr.Literal(-value, unit);
            default -> null;
        };
    }
}
