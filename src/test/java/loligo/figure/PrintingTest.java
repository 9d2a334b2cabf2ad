package loligo.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

/// Numbers, units, ticks and tones as they are printed.
class PrintingTest {
    private static List<String> labels(double from, double to, int most) {
        return Ticks.of(new Extent(from, to), Axis.Scale.LINEAR, most).major().stream().map(Ticks.Tick::label).toList();
    }

    @Test
    void numbersAreWithoutNoise() {
        assertEquals("0.3", Numeral.of(0.1 + 0.2, 7));
        assertEquals("−65", Numeral.of(-65, 7));
        assertEquals("120000", Numeral.of(120_000, 7));
        assertEquals("1.5×10⁻⁷", Numeral.of(1.5e-7, 7));
        assertEquals("−10⁻⁹", Numeral.of(-1e-9, 3));
        assertEquals("6.02×10²³", Numeral.of(6.02e23, 3));
        assertEquals("–", Numeral.of(Double.NaN, 3));
        assertEquals("0", Numeral.of(-0.0, 3));
    }

    @Test
    void aValueHasTheDigitsOfItsError() {
        assertEquals(new Numeral.Measured("40.123", "0.003"), Numeral.measured(40.12345, 0.0024));
        assertEquals(new Numeral.Measured("−55.20", "0.04"), Numeral.measured(-55.2, 0.0301));
        assertEquals(new Numeral.Measured("40.12346", "2×10⁻⁷"), Numeral.measured(40.123456789, 2e-7));
        assertEquals(new Numeral.Measured("4", ""), Numeral.measured(4, 0));
        assertEquals(new Numeral.Measured("1.5", ""), Numeral.measured(1.5, Double.NaN));
        assertEquals(new Numeral.Measured("0", "10⁻⁸"), Numeral.measured(1e-12, 1e-8));
        assertEquals(new Numeral.Measured("1200", "100"), Numeral.measured(1234, 100));
    }

    @Test
    void fractionalPowersAreRaised() {
        assertEquals(List.of(new Typesetting.Run("mV", false), new Typesetting.Run("1/2", true), new Typesetting.Run("/ms", false)), Typesetting.runs(Unit.printed("mV^(1/2)/ms")));
    }

    @Test
    void countsAreMarkedAtWholeNumbers() {
        assertEquals(List.of("0", "1"), counts(-0.05, 1.05, 7));
        assertEquals(List.of("3"), counts(2.5, 3.5, 7));
        assertEquals(List.of("0", "1", "2", "3"), counts(0, 3, 7));
        assertEquals(List.of("0", "5", "10"), counts(0, 10, 4));
        assertEquals(List.of("0", "20", "40", "60", "80"), counts(0, 80, 7));
    }

    private static List<String> counts(double from, double to, int most) {
        return Ticks.of(new Extent(from, to), Axis.Scale.COUNT, most).major().stream().map(Ticks.Tick::label).toList();
    }

    @Test
    void ticksAreNice() {
        assertEquals(List.of("−80", "−60", "−40", "−20", "0", "20", "40"), labels(-80, 40, 7));
        assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(0, 1, 7));
        assertEquals(List.of("0", "5×10⁻⁷", "10⁻⁶"), labels(0, 1e-6, 4));
        assertEquals(List.of("0", "5", "10"), labels(0, 10, 3));
    }

    @Test
    void thereAreFourToSevenTicksOnAnyAxis() {
        for (double span = 1.01e-9; span < 1e12; span *= 1.37) {
            for (double from : new double[] {0, -0.3 * span, 2.7 * span, -span}) {
                int ticks = labels(from, from + span, 7).size();
                assertTrue(ticks >= 4 && ticks <= 7, ticks + " ticks from " + from + " over " + span);
            }
        }
    }

    @Test
    void decadesAreLabelled() {
        assertEquals(List.of("0.1", "1", "10", "100", "1000"), Ticks.of(new Extent(0.1, 1000), Axis.Scale.LOG, 7).major().stream().map(Ticks.Tick::label).toList());
        assertEquals(List.of("10⁻⁹", "10⁻⁶", "0.001", "1"), Ticks.of(new Extent(1e-9, 1), Axis.Scale.LOG, 4).major().stream().map(Ticks.Tick::label).toList());
        assertTrue(Ticks.of(new Extent(2, 30), Axis.Scale.LOG, 7).major().size() >= 3);
    }

    /// The first four colours differ in grey by at least 13 steps of CIE lightness (IEC 61966-2-1 for sRGB); so do the shades of a family's ends.
    @Test
    void tonesDifferInGrey() {
        for (int a = 0; a < 4; a++) for (int b = 0; b < a; b++) assertTrue(Math.abs(lightness(Tone.of(a).colour()) - lightness(Tone.of(b).colour())) > 13, a + " and " + b);
        for (int ramp = 0; ramp < 3; ramp++) for (int k = 0; k < 10; k++) assertTrue(lightness(Tone.shade(k / 10.0, ramp)) > lightness(Tone.shade((k + 1) / 10.0, ramp)));
        for (int ramp = 0; ramp < 3; ramp++) assertTrue(lightness(Tone.shade(0, ramp)) < 80, "ramp " + ramp + " is lost on white");
        for (int i = 0; i < 8; i++) assertTrue(lightness(Tone.letters(Tone.of(i).colour())) < 57, "letters of tone " + i);
    }

    private static double lightness(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double y = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        return 116 * StrictMath.cbrt(y) - 16;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }

    /// Lines end at blanks, within a formula before brackets and after commas; no letter is lost where there is room.
    @Test
    void longLabelsAreBrokenWhereTheyMayBe() {
        assertEquals(List.of("stable equilibrium"), Letters.lines("stable equilibrium", 12, 130, 3));
        assertEquals(List.of("activation(slope", "conductance,test)"), Letters.lines("activation(slope conductance,test)", 12, 110, 3));
        assertEquals(List.of("activation", "(Kdr.conductance,", "test)"), Letters.lines("activation(Kdr.conductance,test)", 12, 110, 3));
        assertEquals(List.of("a b", "c"), Letters.lines("a b c", 12, 18, 3));
        List<String> cut = Letters.lines("steady-state-inactivation-of-sodium", 12, 100, 3);
        assertEquals(1, cut.size());
        assertTrue(cut.getFirst().contains("\u2026"), cut.getFirst());
    }

    /// Widths of Helvetica, 1/1000 em (Adobe Font Metrics): a 556, W 944, space 278; A bold 722.
    @Test
    void widthsAreThoseOfHelvetica() {
        assertEquals(556, Letters.width("a", 1000, false), 1);
        assertEquals(944, Letters.width("W", 1000, false), 1);
        assertEquals(278, Letters.width(" ", 1000, false), 1);
        assertEquals(722, Letters.width("A", 1000, true), 1);
        assertEquals(556 * Letters.SMALLER, Letters.width("²", 1000, false), 1);
    }
}
