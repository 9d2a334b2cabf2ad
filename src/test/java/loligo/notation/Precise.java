package loligo.notation;

import java.math.BigDecimal;
import java.math.MathContext;

/// Functions to sixty digits, by series: what the last bit of a double is judged by.
public final class Precise {
    public static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal ROOT_PI = new BigDecimal("1.77245385090551602729816748334114518279754945612238712821380779");
    private static final BigDecimal ONE = BigDecimal.ONE;

    private Precise() {}

    public static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal small = x;
        while (small.abs().compareTo(new BigDecimal("0.01")) > 0) {
            small = small.divide(BigDecimal.valueOf(2), DIGITS);
            halvings++;
        }
        BigDecimal sum = series(small);
        for (int i = 0; i < halvings; i++) sum = sum.multiply(sum, DIGITS);
        return sum;
    }

    private static BigDecimal series(BigDecimal x) {
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int k = 1; k < 28; k++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    public static BigDecimal expm1(BigDecimal x) {
        if (x.abs().compareTo(new BigDecimal("1e-3")) > 0) return exp(x).subtract(ONE, DIGITS);
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int k = 2; k < 25; k++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    public static BigDecimal exprel(BigDecimal x) {
        return x.signum() == 0 ? ONE : expm1(x).divide(x, DIGITS);
    }

    public static BigDecimal exprelSlope(BigDecimal x) {
        if (x.signum() == 0) return new BigDecimal("0.5");
        return exp(x).subtract(exprel(x), DIGITS).divide(x, DIGITS);
    }

    public static BigDecimal bernoulliSlope(BigDecimal x) {
        BigDecimal r = exprel(x);
        return exprelSlope(x).negate().divide(r.multiply(r, DIGITS), DIGITS);
    }

    /// By Newton's method on the exponential.
    public static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        for (int i = 0; i < 3; i++) y = y.add(x.divide(exp(y), DIGITS).subtract(ONE), DIGITS);
        return y;
    }

    public static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        if (exponent.stripTrailingZeros().scale() <= 0) return base.pow(exponent.intValueExact(), DIGITS);
        return exp(exponent.multiply(log(base), DIGITS));
    }

    public static BigDecimal sinh(BigDecimal x) {
        return expm1(x).subtract(expm1(x.negate()), DIGITS).divide(BigDecimal.valueOf(2), DIGITS);
    }

    public static BigDecimal cosh(BigDecimal x) {
        return exp(x).add(exp(x.negate()), DIGITS).divide(BigDecimal.valueOf(2), DIGITS);
    }

    public static BigDecimal tanh(BigDecimal x) {
        return sinh(x).divide(cosh(x), DIGITS);
    }

    /// 2/sqrt(pi) e^(-x^2) sum of x (2x^2)^k/(1 3 5 ... (2k+1)): all terms of one sign.
    public static BigDecimal erf(BigDecimal x) {
        BigDecimal square = x.multiply(x, DIGITS);
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int k = 1; k < 400 && term.abs().compareTo(sum.abs().movePointLeft(58)) > 0; k++) {
            term = term.multiply(square, DIGITS).multiply(BigDecimal.valueOf(2), DIGITS).divide(BigDecimal.valueOf(2 * k + 1), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.multiply(exp(square.negate()), DIGITS).multiply(BigDecimal.valueOf(2), DIGITS).divide(ROOT_PI, DIGITS);
    }

    /// How many units in the last place of the exact value a double is away from it.
    public static double ulps(double value, BigDecimal exact) {
        double distance = new BigDecimal(value).subtract(exact).abs().doubleValue();
        return distance / Math.ulp(exact.doubleValue());
    }
}
