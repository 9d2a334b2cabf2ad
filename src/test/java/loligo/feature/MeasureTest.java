package loligo.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import loligo.quantity.Dimension;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import loligo.recording.Heading;
import loligo.recording.Recorder;
import loligo.recording.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static final Unit MV = new Unit("mV", Dimension.POTENTIAL, 1, 0);
    private static final Recording WAVE = FeaturesTest.record(MV, t -> t < 1 ? 7 - 10 * t : t < 3 ? t * t - 4 * t : -3, 0, 1, 2, 3, 10);

    private static Feature measured(How how, @Nullable Quantity level, double start, double end) {
        return new Measure(how, "V", level, "p").of(WAVE, start, end);
    }

    private static double value(How how, double start, double end) {
        return value(how, null, start, end);
    }

    private static double value(How how, @Nullable Quantity level, double start, double end) {
        Double value = measured(how, level, start, end).value();
        assertNotNull(value);
        return value;
    }

    private static Quantity millivolts(double value) {
        return new Quantity(value, MV);
    }

    @Test
    void isNamedAsItIsWritten() {
        assertEquals("peak(NaV.I,test)", new Measure(How.PEAK, "NaV.I", "test").name());
        assertEquals("mean(Na.g*(V-Na.E))", new Measure(How.MEAN, "Na.g*(V-Na.E)", null).name());
        assertEquals("crossings(V,-20[mV],test)", new Measure(How.CROSSINGS, "V", millivolts(-20), "test").name());
        assertEquals("time_of(crossing,n,0.5)", new Measure(How.TIME_OF_CROSSING, "n", new Quantity(0.5, Unit.ONE), null).name());
        assertEquals("time_of(peak,NaV.I,test)", new Measure(How.TIME_OF_PEAK, "NaV.I", "test").name());
        assertEquals("time_of(crossing, V, 0 [mV], PHASE)", How.TIME_OF_CROSSING.pattern("V", "0 [mV]", "PHASE"));
        for (How how : How.values()) assertEquals(how, How.of(how.word(), how.isTime() ? how.name().substring(8).toLowerCase(Locale.ROOT) : null));
    }

    @Test
    void whatIsMissingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Measure(How.PEAK, "V", null));
        assertThrows(IllegalArgumentException.class, () -> new Measure(How.TIME_OF_PEAK, "V", null));
        assertThrows(IllegalArgumentException.class, () -> new Measure(How.CROSSINGS, "V", "p"));
        assertThrows(IllegalArgumentException.class, () -> new Measure(How.MEAN, "V", millivolts(0), "p"));
    }

    @Test
    void measuresTheParabola() {
        assertEquals(-4, value(How.PEAK, 1, 3), 1e-13);
        assertEquals(-4, value(How.MIN, 0, 10), 1e-13);
        assertEquals(7, value(How.MAX, 0, 10), 1e-13);
        assertEquals(-4 + 4 / 12.0, value(How.MEAN, 1, 3), 1e-13);
        assertEquals((-9 - (2.8 * 2.8 * 2.8 / 3 - 2 * 2.8 * 2.8)) / 0.2, value(How.STEADY, 1, 3), 1e-11);
        assertEquals(-3, value(How.STEADY, 3, 10), 1e-13);
    }

    /// What happens at the jumps with which a phase begins and ends lies outside of it.
    @Test
    void startsBehindTheJumpAndEndsBeforeIt() {
        Recorder recorder = new Recorder(0, List.of(new Heading("V", MV)));
        recorder.append(1, new double[] {7, 7, 7, 7, 7});
        recorder.append(3, new double[] {1, 3, 5, 7, 9});
        recorder.append(10, new double[] {-5, -5, -5, -5, -5});
        Recording jumps = recorder.recording();
        assertEquals(1, FeaturesTest.value(List.of(new Measure(How.START, "V", "p").of(jumps, 1, 3)), "start(V,p)"), 1e-13);
        assertEquals(9, FeaturesTest.value(List.of(new Measure(How.END, "V", "p").of(jumps, 1, 3)), "end(V,p)"), 1e-13);
        assertThrows(IllegalArgumentException.class, () -> new Measure(How.END, "V", null));
    }

    @Test
    void aPhaseThatWasNotReachedHasNoValue() {
        assertNull(measured(How.PEAK, null, 12, 15).value());
        assertNull(measured(How.PEAK, null, 8, 15).value());
    }

    @Test
    void theAreaIsInUnitsTimesMilliseconds() {
        assertEquals(9 - 1 / 3.0 - 16, value(How.AREA, 1, 3), 1e-12);
        assertEquals("mV*ms", measured(How.AREA, null, 1, 3).unit().symbol());
        String[][] units = {{"uA/cm^2", "uA/cm^2*ms"}, {"pA", "pA*ms"}, {"1", "ms"}, {"1/ms", "1"}, {"degC", "ms*K"}};
        for (String[] unit : units) {
            Recording flat = FeaturesTest.record(Unit.parse(unit[0]), t -> Unit.parse(unit[0]).inside(3), 0, 1, 4);
            Feature area = new Measure(How.AREA, "V", null).of(flat, 0, 4);
            assertEquals(unit[1], area.unit().symbol());
            assertEquals(unit[0].equals("degC") ? 4 * 276.15 : 12, FeaturesTest.value(List.of(area), area.name()), 1e-12);
        }
    }

    @Test
    void countsUpwardPassages() {
        Recording sine = FeaturesTest.record(MV, t -> StrictMath.sin(t), IntStream.rangeClosed(0, 400).mapToDouble(i -> i / 10.0).toArray());
        assertEquals(6.0, new Measure(How.CROSSINGS, "V", millivolts(0.5), null).of(sine, 1, 40).value());
        assertEquals(0.0, new Measure(How.CROSSINGS, "V", millivolts(1.5), null).of(sine, 1, 40).value());
        assertEquals(0, value(How.CROSSINGS, millivolts(-1), 0, 3), "a fall is no passage upwards");
    }

    /// From the phase's start, as a voltage clamp's peak times are told; without a phase from t = 0.
    @Test
    void timesCountFromThePhasesStart() {
        assertEquals(1, value(How.TIME_OF_PEAK, 1, 3), 1e-9);
        assertEquals(1.5, value(How.TIME_OF_MIN, 0.5, 3), 1e-9);
        assertEquals(0, value(How.TIME_OF_MAX, 0, 3));
        assertEquals("at the start of p", measured(How.TIME_OF_MAX, null, 0, 3).note());
        assertEquals(1.5, value(How.TIME_OF_CROSSING, millivolts(-3.75), 1, 3), 1e-9);
        Feature whole = new Measure(How.TIME_OF_MIN, "V", null).of(WAVE, 1, 10);
        assertEquals(2, FeaturesTest.value(List.of(whole), "time_of(min,V)"), 1e-9);
        Feature never = measured(How.TIME_OF_CROSSING, millivolts(0), 1, 3);
        assertNull(never.value());
        assertEquals("V does not pass 0 [mV] upwards during p", never.note());
        assertEquals("ms", never.unit().symbol());
    }
}
