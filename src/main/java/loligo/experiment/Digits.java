package loligo.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import loligo.feature.Feature;

/// Numbers for people: as many digits as the error leaves true.
final class Digits {
    private Digits() {}

    /// The value, rounded where its error begins; `40.85000` for 40.849998 ± 2e-6; one digit where the error is larger than it.
    /// Without an error, six digits.
    static String value(double value, double error) {
        if (value == 0) return "0";
        if (Double.isNaN(value)) return "no number";
        if (Double.isInfinite(value)) return "more than any double";
        BigDecimal exact = new BigDecimal(value);
        if (!(error > 0) || Double.isInfinite(error)) return plain(exact.round(new MathContext(Double.isNaN(error) ? 6 : 10)).stripTrailingZeros());
        int place = Math.max(-12, exponent(error));
        BigDecimal rounded = exact.setScale(-place, RoundingMode.HALF_EVEN);
        return plain(rounded.signum() == 0 ? exact.round(new MathContext(1)) : rounded);
    }

    /// One digit of an error: `2e-7`; nothing for none.
    static String error(double error) {
        if (!(error > 0)) return "0";
        BigDecimal one = new BigDecimal(error).round(new MathContext(1, RoundingMode.UP));
        int e = exponent(one.doubleValue());
        return e >= -3 && e < 4 ? one.toPlainString() : one.unscaledValue().toString().substring(0, 1) + "e" + e;
    }

    /// A number as it stands in a sentence: `19.8952410 ± 2e-7 ms`.
    static String told(Feature number) {
        if (number.value() == null) return number.note() == null ? "nothing" : number.note();
        if (number.error() == null) return value(number.value(), Double.NaN) + number.unit().after() + " (" + number.note() + ")";
        return value(number.value(), number.error()) + " ± " + error(number.error()) + number.unit().after();
    }

    /// `1 branch`, `2 branches`.
    static String counted(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    /// `1 member`, `2 members`.
    static String counted(long n, String one) {
        return counted(n, one, one + "s");
    }

    /// How a fitted number is told, wherever that is: the curve that was fitted, and how well the points determine the number.
    ///
    /// @param halfWidth of its 95 % interval of confidence, in the unit of the number
    static String fitted(String curve, double halfWidth) {
        return "fit of " + curve + ", 95 % interval ± " + (halfWidth > 0 ? plain(new BigDecimal(halfWidth).round(new MathContext(2, RoundingMode.HALF_EVEN))) : "0");
    }

    private static String plain(BigDecimal number) {
        int e = number.precision() - number.scale() - 1;
        return e > 9 || e < -5 ? number.round(new MathContext(Math.max(1, Math.min(10, number.precision())))).toString().replace("E+", "e").replace("E-", "e-")
                : number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    private static int exponent(double x) {
        BigDecimal b = new BigDecimal(x).round(new MathContext(1, RoundingMode.UP));
        return b.precision() - b.scale() - 1;
    }
}
