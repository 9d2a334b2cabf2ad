package loligo.notation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Objects;

/// A formula computed as it is written, with sixty digits.
final class PreciseOracle {
    private static final MathContext DIGITS = Precise.DIGITS;
    private static final BigDecimal ONE = BigDecimal.ONE;

    private PreciseOracle() {}

    static BigDecimal value(Expr expr, Map<String, BigDecimal> names) {
        return switch (expr) {
            case Expr.Literal e -> new BigDecimal(e.inside());
            case Expr.Name e -> Objects.requireNonNull(names.get(e.id()), e.id());
            case Expr.Negation e -> value(e.of(), names).negate();
            case Expr.Sum e -> value(e.left(), names).add(value(e.right(), names), DIGITS);
            case Expr.Difference e -> value(e.left(), names).subtract(value(e.right(), names), DIGITS);
            case Expr.Product e -> value(e.left(), names).multiply(value(e.right(), names), DIGITS);
            case Expr.Quotient e -> value(e.left(), names).divide(value(e.right(), names), DIGITS);
            case Expr.Power e -> Precise.power(value(e.base(), names), value(e.exponent(), names));
            case Expr.Call e -> function(e.function(), value(e.arguments().getFirst(), names));
            case Expr.Comparison _, Expr.And _, Expr.Or _, Expr.Not _ -> throw new IllegalArgumentException(expr.toString());
        };
    }

    private static BigDecimal function(Function function, BigDecimal x) {
        return switch (function) {
            case EXP -> Precise.exp(x);
            case EXPM1 -> Precise.expm1(x);
            case EXPREL -> Precise.exprel(x);
            case LOG -> Precise.log(x);
            case LOG10 -> Precise.log(x).divide(Precise.log(BigDecimal.TEN), DIGITS);
            case SQRT -> x.sqrt(DIGITS);
            case SIN -> alternating(x, x, 1);
            case COS -> alternating(ONE, x, 0);
            case TAN -> alternating(x, x, 1).divide(alternating(ONE, x, 0), DIGITS);
            case SINH -> Precise.sinh(x);
            case COSH -> Precise.cosh(x);
            case TANH -> Precise.tanh(x);
            case ATAN -> atan(x);
            case ERF -> Precise.erf(x);
            case ABS, MIN, MAX, IF -> throw new IllegalArgumentException(function.word());
        };
    }

    private static BigDecimal alternating(BigDecimal first, BigDecimal x, int power) {
        BigDecimal term = first;
        BigDecimal sum = first;
        for (int k = power + 2; k < 80; k += 2) {
            term = term.multiply(x, DIGITS).multiply(x, DIGITS).negate().divide(BigDecimal.valueOf((long) k * (k - 1)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    /// Euler's series, whose terms are all of one sign.
    private static BigDecimal atan(BigDecimal x) {
        BigDecimal square = x.multiply(x, DIGITS);
        BigDecimal ratio = square.divide(square.add(ONE), DIGITS);
        BigDecimal term = x.divide(square.add(ONE), DIGITS);
        BigDecimal sum = term;
        for (int k = 1; k < 400; k++) {
            term = term.multiply(ratio, DIGITS).multiply(BigDecimal.valueOf(2L * k)).divide(BigDecimal.valueOf(2L * k + 1), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }
}
