package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers for people end where their error begins, and never look like zero when they are not.
class DigitsTest {
    /// How every fitted number is told: of a clamp, a firing curve, a strength-duration curve.
    static final String FITTED = "fit of .+, 95 % interval ± [0-9.]+(e-?[0-9]+)?";

    @ParameterizedTest
    @CsvSource({"0.123, 0.12", "12.34, 12", "1234, 1200", "3e-9, 3.0e-9", "0, 0", "NaN, 0"})
    void anIntervalHasTwoDigits(double halfWidth, String shown) {
        assertEquals("fit of a line, 95 % interval ± " + shown, Digits.fitted("a line", halfWidth));
        assertTrue(Digits.fitted("a line", halfWidth).matches(FITTED));
    }

    @ParameterizedTest
    @CsvSource({
        "40.849998, 2e-6, 40.849998",
        "40.849998, 3e-3, 40.850",
        "-72.7727, 9e5, -70",
        "0.3, 1, 0.3",
        "0, 9e5, 0",
        "123456, 2e3, 123000",
        "-64.99637933, NaN, -64.9964",
        "NaN, NaN, no number",
        "-Infinity, NaN, more than any double",
    })
    void endWhereTheErrorBegins(double value, double error, String shown) {
        assertEquals(shown, Digits.value(value, error));
    }
}
