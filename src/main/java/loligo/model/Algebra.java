package loligo.model;

import java.util.Arrays;
import loligo.notation.Expr;
import loligo.notation.Function;
import loligo.quantity.Constants;
import loligo.quantity.Unit;

/// Builds expressions, so that a formula in code reads like the formula.
final class Algebra {
    static final Unit MV = Unit.parse("mV");
    static final Unit MS = Unit.parse("ms");
    static final Unit PER_MS = Unit.parse("1/ms");
    static final Unit KELVIN = Unit.parse("K");

    private Algebra() {}

    static Expr.Name name(String id) {
        return new Expr.Name(id);
    }

    static Expr number(double value, Unit unit) {
        return new Expr.Literal(value, unit);
    }

    static Expr number(double value) {
        return Expr.number(value);
    }

    static Expr constant(Constants.Constant constant) {
        return number(constant.unit().outside(constant.inside()), constant.unit());
    }

    /// Faraday's constant.
    static Expr faraday() {
        return number(Constants.F, Unit.parse("nC/umol"));
    }

    /// `kB T/e` = `R T/F`, about 25 mV.
    static Expr thermal() {
        return product(number(Constants.KB / Constants.E, Unit.parse("mV/K")), name("temperature"));
    }

    static Expr sum(Expr... terms) {
        return Arrays.stream(terms).reduce(Expr.Sum::new).orElseThrow();
    }

    static Expr minus(Expr left, Expr right) {
        return new Expr.Difference(left, right);
    }

    static Expr product(Expr... factors) {
        return Arrays.stream(factors).reduce(Expr.Product::new).orElseThrow();
    }

    static Expr over(Expr left, Expr right) {
        return new Expr.Quotient(left, right);
    }

    static Expr power(Expr base, int exponent) {
        return exponent == 1 ? base : new Expr.Power(base, Expr.number(exponent));
    }

    static Expr negative(Expr of) {
        return new Expr.Negation(of);
    }

    static Expr call(Function function, Expr... arguments) {
        return new Expr.Call(function, arguments);
    }
}
