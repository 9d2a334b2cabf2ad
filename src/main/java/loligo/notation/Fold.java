package loligo.notation;

import loligo.quantity.Dimension;

/// The value of a formula that is made of pure literals alone.
final class Fold {
    private Fold() {}

    /// The constant, or NaN when the formula is none.
    static double constant(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal.unit().dimension().equals(Dimension.NONE) ? literal.inside() : Double.NaN;
            case Expr.Negation(Expr of) -> -constant(of);
            case Expr.Sum(Expr left, Expr right) -> constant(left) + constant(right);
            case Expr.Difference(Expr left, Expr right) -> constant(left) - constant(right);
            case Expr.Product(Expr left, Expr right) -> constant(left) * constant(right);
            case Expr.Quotient(Expr left, Expr right) -> constant(left) / constant(right);
            case Expr.Name _, Expr.Power _, Expr.Call _, Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> Double.NaN;
        };
    }
}
