package loligo.model;

import loligo.notation.Expr;
import loligo.quantity.Decimal;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Checks the plain numbers of a model: signs that make sense, ranges that are ranges.
final class Figures {
    private static final double COLDEST = 200; // K
    private static final double HOTTEST = 400; // K

    private final Proof proof;

    Figures(Proof proof) {
        this.proof = proof;
    }

    void check(Line line) {
        Expr.Literal number = line.literal();
        if (number == null) {
            if (line.bounds() != null && line.role() != Line.Role.INPUT) proof.mistake(line, line.expr(), "an expression has a range", "Only a plain number has one. Remove `from ... to ...`, or write a number.");
            if (line.role() == Line.Role.INPUT) proof.mistake(line, line.expr(), "an input rests at a number", "Write a plain number with its unit; a protocol moves it.");
            return;
        }
        double value = number.inside();
        boolean wrong = switch (line.sign()) {
            case ANY -> false;
            case NOT_NEGATIVE -> value < 0;
            case POSITIVE -> value <= 0;
            case FRACTION -> value < 0 || value > 1;
        };
        if (wrong) {
            String bound = switch (line.sign()) {
                case POSITIVE -> "must be above zero";
                case FRACTION -> "must lie between 0 and 1";
                case NOT_NEGATIVE, ANY -> "can not be negative";
            };
            proof.mistake(line, line.expr(), line.name() + " " + bound, "It is " + shown(number.value(), number.unit()) + " here.");
        } else if (Dimension.TEMPERATURE.equals(line.expected()) && number.unit().dimension().equals(Dimension.TEMPERATURE)) {
            temperature(line, number);
        }
        if (line.bounds() != null) bounds(line, number, line.bounds());
    }

    private static String shown(double value, Unit unit) {
        return Decimal.text(value) + unit.bracketed();
    }

    /// Kelvin written where degrees Celsius were meant, or the other way round.
    private void temperature(Line line, Expr.Literal number) {
        boolean cold = number.inside() < COLDEST;
        if (!cold && number.inside() <= HOTTEST) return;
        Unit other = cold ? Unit.parse("degC") : Algebra.KELVIN;
        double meant = other.inside(number.value());
        String instead = meant >= COLDEST && meant <= HOTTEST ? shown(number.value(), other) : "20 [degC]";
        proof.mistake(line, line.expr(), line.name() + " is " + (cold ? "colder" : "hotter") + " than any membrane",
                "It is " + Decimal.text(number.inside()) + " K here. Write " + instead + ", or what it was.");
    }

    private void bounds(Line line, Expr.Literal number, Named.Bounds bounds) {
        if (!number.unit().dimension().equals(proof.dimension(line.name()))) return; // told already
        Expr.Literal from = end(bounds.from(), number.unit());
        Expr.Literal to = end(bounds.to(), number.unit());
        if (from == null || to == null) {
            proof.mistake(line, from == null ? bounds.from() : bounds.to(), "a range needs plain numbers", "Write from 0 to 10, with the value's unit or their own.");
            return;
        }
        for (Expr.Literal end : new Expr.Literal[] {from, to}) {
            Dimension d = end.unit().dimension();
            if (d.equals(number.unit().dimension())) continue;
            proof.mistake(line, bounds.from(), "units do not agree", "The value is " + number.unit().dimension().phrase() + ", an end of its range " + d.phrase() + ".");
            return;
        }
        if (from.inside() >= to.inside()) proof.mistake(line, bounds.from(), "an empty range", "Write the smaller end first: from 0 to 10.");
        else if (number.inside() < from.inside() || number.inside() > to.inside()) {
            proof.warn(line, line.name() + " lies outside its own range", "It is " + shown(number.value(), number.unit()) + "; its range goes from " + shown(from.value(), from.unit()) + " to " + shown(to.value(), to.unit()) + ".");
        }
    }

    /// An end of a range; a bare number has the unit of the value.
    static Expr.@Nullable Literal end(Expr expr, Unit unit) {
        Expr.Literal literal = Named.literal(expr);
        return literal == null || !literal.unit().equals(Unit.ONE) ? literal : new Expr.Literal(literal.value(), unit);
    }

    /// A line's range with units of its own at both ends, so that it stays the same beside another number; null when it has none.
    static Named.@Nullable Bounds complete(Line line) {
        Named.Bounds bounds = line.bounds();
        Expr.Literal number = line.literal();
        if (bounds == null || number == null) return null;
        Expr.Literal from = end(bounds.from(), number.unit());
        Expr.Literal to = end(bounds.to(), number.unit());
        return from == null || to == null ? null : new Named.Bounds(from, to);
    }

    /// The range of a proved line in membrane units; null when it has none.
    static Equations.@Nullable Range range(Line line) {
        Named.Bounds bounds = complete(line);
        if (bounds == null || !(bounds.from() instanceof Expr.Literal from) || !(bounds.to() instanceof Expr.Literal to)) return null;
        return new Equations.Range(from.inside(), to.inside());
    }
}
