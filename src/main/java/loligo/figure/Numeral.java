package loligo.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as a careful author prints them: a true minus, no trailing noise, powers of ten where zeros would have to be counted.
public final class Numeral {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int SMALLEST = -4; // exponent of the smallest number that is printed plainly
    private static final int LARGEST = 5;

    private Numeral() {}

    /// A value and its error as text; `error` is empty when there is none.
    public record Measured(String value, String error) {}

    /// The number with at most so many significant digits, without trailing zeros.
    public static String of(double value, int digits) {
        if (!Double.isFinite(value)) return notFinite(value);
        return print(strip(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN))));
    }

    /// A value to the digits that its absolute error allows, seven at most; the error is rounded up to one digit. An error of NaN is unknown, 0 is none.
    public static Measured measured(double value, double error) {
        if (!Double.isFinite(value)) return new Measured(notFinite(value), "");
        if (!(error > 0) || Double.isInfinite(error)) return new Measured(of(value, 7), Double.isInfinite(error) ? "∞" : "");
        BigDecimal bound = BigDecimal.valueOf(error).round(new MathContext(1, RoundingMode.CEILING));
        int decimals = bound.scale() - (bound.precision() - 1);
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        if (rounded.precision() > 7) rounded = exact.round(new MathContext(7, RoundingMode.HALF_EVEN));
        return new Measured(rounded.signum() == 0 ? "0" : print(rounded), print(strip(bound)));
    }

    /// `mantissa` times ten to `exponent`, with exactly the decimals that a step of that power needs: tick labels.
    static String tick(long mantissa, int exponent, int largest) {
        if (mantissa == 0) return "0";
        BigDecimal number = BigDecimal.valueOf(mantissa, -exponent);
        if (largest > LARGEST || exponent < SMALLEST) return scientific(strip(number));
        return signed(number.setScale(Math.max(0, -exponent), RoundingMode.UNNECESSARY).toPlainString());
    }

    /// Ten to a whole power.
    static String power(int exponent) {
        if (exponent >= -3 && exponent <= 4) return signed(BigDecimal.ONE.scaleByPowerOfTen(exponent).toPlainString());
        return "10" + superscript(exponent);
    }

    static String superscript(int exponent) {
        StringBuilder s = new StringBuilder(exponent < 0 ? "⁻" : "");
        String digits = Integer.toString(Math.abs(exponent));
        for (int i = 0; i < digits.length(); i++) s.append(SUPERSCRIPTS.charAt(digits.charAt(i) - '0'));
        return s.toString();
    }

    private static String print(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        boolean plain = number.signum() == 0 || (exponent >= SMALLEST && exponent <= LARGEST);
        return plain ? signed(number.toPlainString()) : scientific(number);
    }

    private static String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        String mantissa = number.movePointLeft(exponent).toPlainString();
        String power = "10" + superscript(exponent);
        return switch (mantissa) {
            case "1" -> power;
            case "-1" -> "−" + power;
            default -> signed(mantissa) + "×" + power;
        };
    }

    private static BigDecimal strip(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.precision() - stripped.scale() - 1 <= LARGEST ? stripped.setScale(0) : stripped;
    }

    private static String signed(String digits) {
        return digits.startsWith("-") ? "−" + digits.substring(1) : digits;
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
}
