package loligo.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import loligo.kernel.Domain;
import loligo.kernel.Op;

/// The formulas of a membrane in fifty digits.
final class Exactly implements Domain<BigDecimal> {
    static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final BigDecimal SMALL = new BigDecimal("1e-8"); // below, quotients that vanish above and below are summed as series

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
            case EXP -> exp(a);
            case EXPM1 -> exp(a).subtract(ONE, DIGITS);
            case EXPREL -> exprel(a);
            case BERNOULLI -> ONE.divide(exprel(a), DIGITS);
            case EXPREL_SLOPE -> slope(a, this::exprel);
            case BERNOULLI_SLOPE -> slope(a, x -> ONE.divide(exprel(x), DIGITS));
            case TANH -> tanh(a);
            case SINH -> exp(a).subtract(exp(a.negate()), DIGITS).divide(TWO, DIGITS);
            case COSH -> exp(a).add(exp(a.negate()), DIGITS).divide(TWO, DIGITS);
            case POW -> power(a, b);
            case LOG -> log(a);
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

    /// By Taylor's series of a small part of the exponent, squared as often as it was halved.
    static BigDecimal exp(BigDecimal x) {
        MathContext more = new MathContext(DIGITS.getPrecision() + 20);
        int halvings = Math.max(0, 8 + (int) Math.ceil(StrictMath.log(1 + Math.abs(x.doubleValue())) / StrictMath.log(2)));
        BigDecimal part = x.divide(TWO.pow(halvings), more);
        BigDecimal sum = ONE;
        BigDecimal term = ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(part, more).divide(BigDecimal.valueOf(k), more);
            sum = sum.add(term, more);
        }
        for (int k = 0; k < halvings; k++) sum = sum.multiply(sum, more);
        return sum.round(DIGITS);
    }

    /// (e^x - 1)/x.
    private BigDecimal exprel(BigDecimal x) {
        if (x.abs().compareTo(SMALL) > 0) return exp(x).subtract(ONE, DIGITS).divide(x, DIGITS);
        BigDecimal sum = ONE;
        BigDecimal term = ONE;
        for (int k = 2; k < 12; k++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    private static BigDecimal tanh(BigDecimal x) {
        BigDecimal e = exp(x.multiply(TWO, DIGITS));
        return e.subtract(ONE, DIGITS).divide(e.add(ONE, DIGITS), DIGITS);
    }

    private static BigDecimal power(BigDecimal x, BigDecimal y) {
        int whole = y.intValue();
        if (y.compareTo(BigDecimal.valueOf(whole)) == 0) return whole >= 0 ? x.pow(whole, DIGITS) : ONE.divide(x.pow(-whole, DIGITS), DIGITS);
        return exp(y.multiply(log(x), DIGITS));
    }

    /// By Newton's method on the exponential.
    private static BigDecimal log(BigDecimal x) {
        BigDecimal y = BigDecimal.valueOf(StrictMath.log(x.doubleValue()));
        for (int k = 0; k < 3; k++) y = y.add(x.divide(exp(y), DIGITS), DIGITS).subtract(ONE, DIGITS);
        return y;
    }

    /// By a central difference, whose error is of the order 1e-24 of the value.
    private static BigDecimal slope(BigDecimal x, java.util.function.UnaryOperator<BigDecimal> f) {
        return difference(x, f);
    }

    /// The derivative of a smooth function.
    static BigDecimal difference(BigDecimal x, java.util.function.UnaryOperator<BigDecimal> f) {
        BigDecimal h = new BigDecimal("1e-12");
        return f.apply(x.add(h)).subtract(f.apply(x.subtract(h))).divide(h.multiply(TWO), DIGITS);
    }
}
