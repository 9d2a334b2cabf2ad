package loligo.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// An exact positive number: a fraction times a power of ten. Units are combined here, so that no rounding
/// enters before the last step and `mS/cm^2` has the scale 1, not 0.9999999999999999.
record Scale(BigInteger numerator, BigInteger denominator, int ten) {
    static final Scale ONE = ofTen(0);
    private static final MathContext DIGITS = new MathContext(80);

    static Scale ofTen(int exponent) {
        return new Scale(BigInteger.ONE, BigInteger.ONE, exponent);
    }

    static Scale of(long mantissa, int ten) {
        return new Scale(BigInteger.valueOf(mantissa), BigInteger.ONE, ten);
    }

    Scale times(Scale o) {
        return new Scale(numerator.multiply(o.numerator), denominator.multiply(o.denominator), ten + o.ten);
    }

    Scale inverse() {
        return new Scale(denominator, numerator, -ten);
    }

    Scale power(int exponent) {
        if (exponent < 0) return inverse().power(-exponent);
        return new Scale(numerator.pow(exponent), denominator.pow(exponent), ten * exponent);
    }

    /// Whether the root is a whole power of ten too.
    boolean hasRoot(int degree) {
        return degree == 1 || (numerator.equals(denominator) && ten % degree == 0);
    }

    Scale root(int degree) {
        return degree == 1 ? this : ofTen(ten / degree);
    }

    /// The nearest double.
    double value() {
        BigInteger common = numerator.gcd(denominator);
        BigDecimal above = new BigDecimal(numerator.divide(common)).scaleByPowerOfTen(ten);
        BigInteger below = denominator.divide(common);
        return below.equals(BigInteger.ONE) ? above.doubleValue() : above.divide(new BigDecimal(below), DIGITS).doubleValue();
    }
}
