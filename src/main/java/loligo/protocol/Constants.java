package loligo.protocol;

import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Span;
import loligo.quantity.Dimension;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Evaluates expressions that consist of numbers only. A number that was written in a unit stays in it, digit by digit.
final class Constants {
    private final Document document;
    private final Diagnostics diagnostics;
    private final Span otherwise;

    /// @param otherwise where a mistake is shown when the expression has no place of its own
    Constants(Document document, Diagnostics diagnostics, Span otherwise) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.otherwise = otherwise;
    }

    /// The value, or null after a diagnostic.
    @Nullable Quantity value(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> new Quantity(literal.value(), literal.unit());
            case Expr.Negation negation -> negated(value(negation.of()));
            case Expr.Sum sum -> sum(sum, value(sum.left()), value(sum.right()), 1);
            case Expr.Difference difference -> sum(difference, value(difference.left()), value(difference.right()), -1);
            case Expr.Product product -> product(value(product.left()), value(product.right()));
            case Expr.Quotient quotient -> quotient(value(quotient.left()), value(quotient.right()));
            case Expr.Power power -> power(power, value(power.base()), value(power.exponent()));
            case Expr.Name name -> refuse(name, name.id() + " is not a number", "A protocol's numbers are written out: digits, a unit, and + - * / ^ ( ).");
            case Expr.Call call -> refuse(call, call.function().word() + "() is not computed here", "Write its value.");
            case Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> refuse(expr, "a condition where a number is wanted", "Write a number with its unit.");
        };
    }

    private static @Nullable Quantity negated(@Nullable Quantity of) {
        if (of == null) return null;
        return of.unit().offset() == 0 ? new Quantity(-of.value(), of.unit()) : bare(-of.inside(), of.unit().dimension());
    }

    private @Nullable Quantity sum(Expr expr, @Nullable Quantity left, @Nullable Quantity right, int sign) {
        if (left == null || right == null) return null;
        if (!left.unit().dimension().equals(right.unit().dimension()))
            return refuse(expr, "units do not agree", left + " and " + right + " can not be added or subtracted.");
        if (left.unit().offset() != 0 || right.unit().offset() != 0) return refuse(expr, "absolute temperatures are not added", "Write the temperature itself.");
        double other = right.unit().equals(left.unit()) ? right.value() : left.unit().outside(right.inside());
        return new Quantity(left.value() + sign * other, left.unit());
    }

    private static @Nullable Quantity product(@Nullable Quantity left, @Nullable Quantity right) {
        if (left == null || right == null) return null;
        if (isNumber(right)) return scaled(left, right.inside());
        if (isNumber(left)) return scaled(right, left.inside());
        return bare(left.inside() * right.inside(), left.unit().dimension().times(right.unit().dimension()));
    }

    private static @Nullable Quantity quotient(@Nullable Quantity left, @Nullable Quantity right) {
        if (left == null || right == null) return null;
        if (isNumber(right) && left.unit().offset() == 0) return new Quantity(left.value() / right.inside(), left.unit());
        return bare(left.inside() / right.inside(), left.unit().dimension().over(right.unit().dimension()));
    }

    private @Nullable Quantity power(Expr expr, @Nullable Quantity base, @Nullable Quantity exponent) {
        if (base == null || exponent == null) return null;
        if (!isNumber(base) || !isNumber(exponent)) return refuse(expr, "a power of a quantity", "Write its value with its unit.");
        return new Quantity(StrictMath.pow(base.inside(), exponent.inside()), Unit.ONE);
    }

    private static Quantity scaled(Quantity of, double by) {
        return of.unit().offset() == 0 ? new Quantity(of.value() * by, of.unit()) : bare(of.inside() * by, of.unit().dimension());
    }

    static boolean isNumber(Quantity of) {
        return of.unit().dimension().equals(Dimension.NONE);
    }

    private static Quantity bare(double inside, Dimension dimension) {
        return Quantity.of(inside, dimension.unit());
    }

    private @Nullable Quantity refuse(Expr expr, String problem, String remedy) {
        diagnostics.add(document.source(), document.place(expr, otherwise), problem, remedy);
        return null;
    }
}
