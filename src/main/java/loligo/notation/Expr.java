package loligo.notation;

import java.util.List;
import loligo.quantity.Unit;

/// A formula is a tree; every operation on it is one exhaustive switch. Trees are immutable and compare by content;
/// where a node stands in its text is kept beside the tree, in [Document#places()], by identity.
public sealed interface Expr {
    /// A number as it was written, with its unit ([Unit#ONE] when it had none). [#inside()] is its value in membrane units.
    record Literal(double value, Unit unit) implements Expr {
        public double inside() {
            return unit.inside(value);
        }
    }

    /// A name, qualified with dots (`NaV.m`) or not.
    record Name(String id) implements Expr {}

    record Negation(Expr of) implements Expr {}

    record Sum(Expr left, Expr right) implements Expr {}

    record Difference(Expr left, Expr right) implements Expr {}

    record Product(Expr left, Expr right) implements Expr {}

    record Quotient(Expr left, Expr right) implements Expr {}

    record Power(Expr base, Expr exponent) implements Expr {}

    /// A call of a [Function], `if` included.
    record Call(Function function, List<Expr> arguments) implements Expr {
        public Call(Function function, Expr... arguments) {
            this(function, List.of(arguments));
        }
    }

    record Comparison(Relation relation, Expr left, Expr right) implements Expr {}

    record Not(Expr of) implements Expr {}

    record And(Expr left, Expr right) implements Expr {}

    record Or(Expr left, Expr right) implements Expr {}

    /// How two numbers are compared.
    enum Relation {
        LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">="), EQUAL("=="), UNEQUAL("!=");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /// A bare number.
    static Literal number(double value) {
        return new Literal(value, Unit.ONE);
    }
}
