package loligo.quantity;

/// How numbers are written: the fewest digits that give the same double back, whole numbers without a dot.
public final class Decimal {
    private static final double WHOLE = 1e15;

    private Decimal() {}

    /// `40`, `0.1`, `1.5E-6` as `1.5e-6`; reading the text gives the same double.
    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
        String digits = Double.toString(value);
        int exponent = digits.indexOf('E');
        if (exponent < 0) return digits;
        String mantissa = digits.substring(0, exponent);
        return (mantissa.endsWith(".0") ? mantissa.substring(0, mantissa.length() - 2) : mantissa) + "e" + digits.substring(exponent + 1);
    }
}
