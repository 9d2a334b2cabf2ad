package loligo.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.recording.Recording;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static final Unit MV = new Unit("mV", Dimension.POTENTIAL, 1, 0);
    private static final Recording WAVE = FeaturesTest.record(MV, t -> t < 1 ? 7 - 10 * t : t < 3 ? t * t - 4 * t : -3, 0, 1, 2, 3, 10);

    private static Measure measure(String text) {
        Measure measure = Measure.read(text);
        assertNotNull(measure);
        return measure;
    }

    private static double value(String text, double start, double end) {
        Double value = measure(text).of(WAVE, start, end).value();
        assertNotNull(value);
        return value;
    }

    @Test
    void readsWhatIsWritten() {
        assertEquals(new Measure(Measure.How.PEAK, "NaV.I", "test"), Measure.read("peak(NaV.I, test)"));
        assertEquals(new Measure(Measure.How.MEAN, "Na.g*(V-Na.E)", null), Measure.read("mean( Na.g*(V - Na.E) )"));
        assertEquals(new Measure(Measure.How.MIN, "min(a,b)", "test"), Measure.read("min(min(a,b),test)"));
        assertEquals("peak(NaV.I,test)", measure("peak(NaV.I, test)").name());
        for (String other : new String[] {"frequency", "peak(V)", "steady(V)", "peak(,x)", "peak(V,)", "velocity(a,b)", ""}) assertNull(Measure.read(other), other);
    }

    @Test
    void measuresTheParabola() {
        assertEquals(-4, value("peak(V,p)", 1, 3), 1e-13);
        assertEquals(-4, value("min(V)", 0, 10), 1e-13);
        assertEquals(7, value("max(V,p)", 0, 10), 1e-13);
        assertEquals(-4 + 4 / 12.0, value("mean(V,p)", 1, 3), 1e-13);
        assertEquals((-9 - (2.8 * 2.8 * 2.8 / 3 - 2 * 2.8 * 2.8)) / 0.2, value("steady(V,p)", 1, 3), 1e-11);
        assertEquals(-3, value("steady(V,p)", 3, 10), 1e-13);
    }

    @Test
    void aPhaseThatWasNotReachedHasNoValue() {
        assertNull(measure("peak(V,p)").of(WAVE, 12, 15).value());
        assertNull(measure("peak(V,p)").of(WAVE, 8, 15).value());
    }
}
