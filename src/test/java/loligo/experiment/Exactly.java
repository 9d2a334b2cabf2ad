package loligo.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import loligo.kernel.Domain;
import loligo.kernel.Op;
import loligo.notation.Precise;

/// The formulas of a membrane in sixty digits.
final class Exactly implements Domain<BigDecimal> {
    static final MathContext DIGITS = Precise.DIGITS;
    private static final BigDecimal ONE = BigDecimal.ONE;

    @Override
    public BigDecimal number(double value) {
        return new BigDecimal(value);
    }

    @Override
    public BigDecimal value(Op op, List<BigDecimal> operands) {
        BigDecimal a = operands.getFirst();
        BigDecimal b = operands.size() > 1 ? operands.get(1) : ONE;
        return switch (op) {
            case ADD -> a.add(b, DIGITS);
            case SUBTRACT -> a.subtract(b, DIGITS);
            case MULTIPLY -> a.multiply(b, DIGITS);
            case DIVIDE -> a.divide(b, DIGITS);
            case FMA -> a.multiply(b, DIGITS).add(operands.get(2), DIGITS);
            case NEGATE -> a.negate();
            case MIN -> a.min(b);
            case MAX -> a.max(b);
            case ABS -> a.abs();
            case SQRT -> a.sqrt(DIGITS);
            case EXP -> Precise.exp(a);
            case EXPM1 -> Precise.expm1(a);
            case EXPREL -> Precise.exprel(a);
            case BERNOULLI -> ONE.divide(Precise.exprel(a), DIGITS);
            case EXPREL_SLOPE -> Precise.exprelSlope(a);
            case BERNOULLI_SLOPE -> Precise.bernoulliSlope(a);
            case TANH -> Precise.tanh(a);
            case SINH -> Precise.sinh(a);
            case COSH -> Precise.cosh(a);
            case POW -> Precise.power(a, b);
            case LOG -> Precise.log(a);
            case SELECT -> a.signum() != 0 ? b : operands.get(2);
            case LESS -> truth(a.compareTo(b) < 0);
            case AT_MOST -> truth(a.compareTo(b) <= 0);
            case EQUAL -> truth(a.compareTo(b) == 0);
            case AND -> truth(a.signum() != 0 && b.signum() != 0);
            case OR -> truth(a.signum() != 0 || b.signum() != 0);
            case NOT -> truth(a.signum() == 0);
            default -> throw new IllegalStateException("no exact " + op);
        };
    }

    private static BigDecimal truth(boolean holds) {
        return holds ? ONE : BigDecimal.ZERO;
    }

    /// The derivative of a smooth function, by a central difference, whose error is of the order 1e-24 of the value.
    static BigDecimal difference(BigDecimal x, java.util.function.UnaryOperator<BigDecimal> f) {
        BigDecimal h = new BigDecimal("1e-12");
        return f.apply(x.add(h)).subtract(f.apply(x.subtract(h))).divide(h.multiply(BigDecimal.TWO), DIGITS);
    }
}
