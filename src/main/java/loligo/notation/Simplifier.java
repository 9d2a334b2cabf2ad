package loligo.notation;

import java.util.ArrayList;
import java.util.List;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// Makes expressions smaller without changing their value or dimension: pure numbers are folded, neutral elements vanish, signs move
/// outwards, numbers in a product are collected in front.
/// A zero does not swallow a product, whose dimension would be lost.
public final class Simplifier {
    private Simplifier() {}

    public static Expr simplify(Expr expr) {
        return switch (expr) {
            case Expr.Literal e -> e;
            case Expr.Name e -> e;
            case Expr.Negation e -> negation(simplify(e.of()));
            case Expr.Sum e -> sum(simplify(e.left()), simplify(e.right()));
            case Expr.Difference e -> difference(simplify(e.left()), simplify(e.right()));
            case Expr.Product e -> product(simplify(e.left()), simplify(e.right()));
            case Expr.Quotient e -> quotient(simplify(e.left()), simplify(e.right()));
            case Expr.Power e -> power(simplify(e.base()), simplify(e.exponent()));
            case Expr.Call e -> new Expr.Call(e.function(), all(e.arguments()));
            case Expr.Comparison e -> new Expr.Comparison(e.relation(), simplify(e.left()), simplify(e.right()));
            case Expr.Not e -> e.of() instanceof Expr.Not inner ? simplify(inner.of()) : new Expr.Not(simplify(e.of()));
            case Expr.And e -> new Expr.And(simplify(e.left()), simplify(e.right()));
            case Expr.Or e -> new Expr.Or(simplify(e.left()), simplify(e.right()));
        };
    }

    /// Whether an expression is the number 0 (in any unit without an offset).
    public static boolean zero(Expr expr) {
        return expr instanceof Expr.Literal l && l.inside() == 0;
    }

    private static List<Expr> all(List<Expr> arguments) {
        List<Expr> simple = new ArrayList<>(arguments.size());
        for (Expr argument : arguments) simple.add(simplify(argument));
        return simple;
    }

    private static Expr negation(Expr of) {
        if (of instanceof Expr.Negation e) return e.of();
        if (of instanceof Expr.Difference(Expr from, Expr taken)) return new Expr.Difference(taken, from);
        if (of instanceof Expr.Literal l && l.unit().offset() == 0) return new Expr.Literal(-l.value(), l.unit());
        return new Expr.Negation(of);
    }

    static Expr sum(Expr left, Expr right) {
        if (zero(left)) return right;
        if (zero(right)) return left;
        if (left instanceof Expr.Literal a && right instanceof Expr.Literal b && like(a, b)) return literal(a.inside() + b.inside(), a.unit().dimension());
        if (right instanceof Expr.Negation e) return difference(left, e.of());
        if (left instanceof Expr.Negation e) return difference(right, e.of());
        return new Expr.Sum(left, right);
    }

    static Expr difference(Expr left, Expr right) {
        if (zero(right)) return left;
        if (zero(left)) return negation(right);
        if (left instanceof Expr.Literal a && right instanceof Expr.Literal b && like(a, b)) return literal(a.inside() - b.inside(), a.unit().dimension());
        if (right instanceof Expr.Negation e) return sum(left, e.of());
        return new Expr.Difference(left, right);
    }

    static Expr product(Expr left, Expr right) {
        if (one(left)) return right;
        if (one(right)) return left;
        if (minusOne(left)) return negation(right);
        if (minusOne(right)) return negation(left);
        if (left instanceof Expr.Negation e) return negation(product(e.of(), right));
        if (right instanceof Expr.Negation e) return negation(product(left, e.of()));
        if (left instanceof Expr.Literal a && right instanceof Expr.Literal b) {
            return literal(a.inside() * b.inside(), a.unit().dimension().times(b.unit().dimension()));
        }
        if (right instanceof Expr.Literal) return product(right, left);
        if (left instanceof Expr.Literal && right instanceof Expr.Product p && p.left() instanceof Expr.Literal) {
            return product(product(left, p.left()), p.right());
        }
        if (left instanceof Expr.Product p && p.left() instanceof Expr.Literal) return product(p.left(), product(p.right(), right));
        if (right instanceof Expr.Product p && p.left() instanceof Expr.Literal) return product(p.left(), product(left, p.right()));
        return new Expr.Product(left, right);
    }

    static Expr quotient(Expr left, Expr right) {
        if (one(right)) return left;
        if (minusOne(right)) return negation(left);
        if (left instanceof Expr.Negation e) return negation(quotient(e.of(), right));
        if (right instanceof Expr.Negation e) return negation(quotient(left, e.of()));
        if (left instanceof Expr.Literal a && right instanceof Expr.Literal b && b.inside() != 0) {
            return literal(a.inside() / b.inside(), a.unit().dimension().over(b.unit().dimension()));
        }
        if (right instanceof Expr.Literal && left instanceof Expr.Product p && p.left() instanceof Expr.Literal) {
            return product(quotient(p.left(), right), p.right());
        }
        return new Expr.Quotient(left, right);
    }

    static Expr power(Expr base, Expr exponent) {
        if (one(exponent)) return base;
        if (!(base instanceof Expr.Literal b && exponent instanceof Expr.Literal e) || !e.unit().dimension().equals(Dimension.NONE)) {
            return new Expr.Power(base, exponent);
        }
        double folded = StrictMath.pow(b.inside(), e.inside());
        return b.unit().dimension().equals(Dimension.NONE) && Double.isFinite(folded) ? Expr.number(folded) : new Expr.Power(base, exponent);
    }

    /// A number in membrane units; a pure number needs no unit.
    static Expr literal(double inside, Dimension dimension) {
        return new Expr.Literal(inside, dimension.equals(Dimension.NONE) ? Unit.ONE : new Unit("membrane", dimension, 1, 0));
    }

    private static boolean like(Expr.Literal a, Expr.Literal b) {
        return a.unit().dimension().equals(b.unit().dimension());
    }

    private static boolean one(Expr expr) {
        return expr instanceof Expr.Literal l && l.inside() == 1 && l.unit().dimension().equals(Dimension.NONE);
    }

    private static boolean minusOne(Expr expr) {
        return expr instanceof Expr.Literal l && l.inside() == -1 && l.unit().dimension().equals(Dimension.NONE);
    }
}
