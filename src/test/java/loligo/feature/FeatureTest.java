package loligo.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

class FeatureTest {
    /// A zero has no sign, so that a file that says 0 says every bit of it.
    @Test
    void noNumberIsANegativeZero() {
        assertEquals(0.0, Feature.of("mean", -0.0, Unit.parse("mV"), 0, null).value());
    }

    @Test
    void aNumberWithoutErrorSaysWhyBehindWhatItSaidBefore() {
        Feature peak = Feature.of("peak", 40, Unit.parse("mV"), 0, "of spike 1");
        assertEquals("of spike 1; no error: interrupted", peak.unchecked("interrupted").note());
        Feature checked = Feature.compare(peak, peak, peak, Comparison.ofTolerances(1e-8));
        assertEquals(checked, checked.unchecked("interrupted"));
        Feature absent = Feature.absent("peak", Unit.parse("mV"), "no spike");
        assertEquals(absent, absent.unchecked("interrupted"));
    }
}
