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

    /// Three solutions turn 0.02, 0.05 and 0.06 mV above the level: the error of the turn may reach the level, so one passage is in doubt.
    @Test
    void aCountIsInDoubtWhereWhatIsCountedIs() {
        Feature near = Feature.compare(count(0.02), count(0.05), count(0.06), Comparison.ofTolerances(1e-6));
        assertEquals(1.0, near.error());
        assertEquals("one of them by so little that the solution's error decides", near.note());
        Feature far = Feature.compare(count(0.2), count(0.23), count(0.24), Comparison.ofTolerances(1e-6));
        assertEquals(0.0, far.error());
        assertEquals(null, far.note());
    }

    private static Feature count(double margin) {
        return Feature.count("crossings(V,0[mV])", 3, margin, null);
    }
}
