package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loligo.feature.Feature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A membrane that its stimulus does not meet at rest says so. The squid axon stands still at -64.996379331192 mV, and its model begins at -65 mV;
/// the threshold of 0.5 ms from rest, 13.27512 uA/cm^2, is that of `docs/validation.md`.
class StandingTest {
    private static final String TEXT = """
            use hodgkin-huxley-1952
            patch axon : HodgkinHuxley1952 { %s }
            protocol kick : current { at = %s [ms]  for = 0.5 [ms]  level = 13.27 [uA/cm^2] }
            simulate once { under = kick  until = 40 [ms]  after = %s [ms]  record = V }
            threshold least { of = once  vary = kick.level  over = 10 to 40 [uA/cm^2]  when = max(V) > 0 [mV]  within = 1e-5 [uA/cm^2] %s }
            """;

    private static Findings findings(String patch, String at) {
        return findings(patch, at, "0", "");
    }

    private static Findings findings(String patch, String at, String after, String along) {
        return Loligo.run(TEXT.formatted(patch, at, after, along));
    }

    private static double value(Feature feature) {
        Double value = feature.value();
        assertNotNull(value, feature::toString);
        return value;
    }

    private static @Nullable String note(Findings findings, String study, String name) {
        return findings.feature(study, name).note();
    }

    @Test
    void restSaysHowFarVWasFromIt() {
        Findings found = findings("", "5");
        assertEquals(-64.996379331192, value(found.feature("once", "rest")), 1e-11);
        assertEquals("the equilibrium; V was -64.99317 mV when the stimulus began, 0.0032 mV away", note(found, "once", "rest"));
    }

    /// A stimulus that begins after the run has ended, or as it ends, meets nothing: no sentence speaks of its beginning.
    @ParameterizedTest
    @ValueSource(strings = {"40", "60"})
    void aStimulusThatNeverBeginsIsNone(String at) {
        Findings found = findings("", at);
        assertEquals("the equilibrium; V was -65.00000 mV at the window's start, 0.0036 mV away", note(found, "once", "rest"));
        assertEquals("there is no stimulus", note(found, "once", "latency"));
        assertEquals("there is no stimulus", note(found, "once", "input_resistance"));
        assertEquals("max(V) > 0 [mV] does not hold at all 16 values that were tried from 10 [uA/cm^2] to 40 [uA/cm^2]; a threshold would lie beyond 40 [uA/cm^2]", note(found, "least", "threshold"));
    }

    @Test
    void aMembraneAtRestHasNothingToSay() {
        Findings found = findings("V = -64.996379 [mV]", "5");
        assertNull(note(found, "once", "rest"));
        assertNull(note(found, "least", "threshold"));
        assertEquals(13.27512, value(found.feature("least", "threshold")), 1.5e-5);
    }

    @Test
    void aThresholdSaysWhereToBegin() {
        Findings found = findings("", "5");
        assertTrue(Math.abs(value(found.feature("least", "threshold")) - 13.27512) > 5e-3, "which is why it has to be said");
        assertEquals("the membrane was 0.0032 mV from rest when the stimulus began; begin there with V = -64.996379 [mV], or later", note(found, "least", "threshold"));
        assertTrue(Tables.text(found).contains("begin there with V = -64.996379 [mV], or later"));
    }

    @Test
    void alsoWhereTheWindowOrTheRunBeginsWithTheStimulus() {
        String begin = "; begin there with V = -64.996379 [mV], or later";
        assertEquals("the membrane was 0.0036 mV from rest when the stimulus began" + begin, note(findings("", "0"), "least", "threshold"));
        assertEquals("the membrane was 0.0032 mV from rest when the stimulus began" + begin, note(findings("", "5", "6", ""), "least", "threshold"));
    }

    @Test
    void farFromRestThereIsNoAdvice() {
        Findings found = findings("V = -63 [mV]", "0.1");
        String note = note(found, "least", "threshold");
        assertNotNull(note);
        assertTrue(note.matches("the membrane was [12]\\.\\d+ mV from its equilibrium when the stimulus began"), note);
        assertEquals("it still changes when the stimulus begins, by more than 0.01 mV/ms", note(found, "once", "rest"));
    }

    @Test
    void aCurveOfThresholdsSaysItOnce() {
        Findings found = findings("", "5", "0", "along = kick.for  at = 0.5, 0.51 [ms]");
        assertEquals(2, Tables.text(found).split("0\\.0032 mV", -1).length - 1, "beside rest, and below the table of thresholds");
    }
}
