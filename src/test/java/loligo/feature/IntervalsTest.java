package loligo.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.DoubleStream;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

/// Trains of known intervals, and the upstroke of a logistic function.
class IntervalsTest {
    private static List<Feature> train(double... times) {
        double[] edges = FeaturesTest.even(0, 64, 512);
        return Features.of(FeaturesTest.record(Unit.parse("mV"), t -> -65 + DoubleStream.of(times).map(at -> Math.abs(t - at) < 0.5 ? 100 * (1 - 4 * (t - at) * (t - at)) : 0).sum(), edges), "V", 0, 64, null);
    }

    @Test
    void doublingIntervals() {
        List<Feature> features = train(1, 3, 7, 15, 31);
        assertEquals(7.5, FeaturesTest.value(features, "interval"), 1e-9);
        assertEquals(Math.sqrt((5.5 * 5.5 + 3.5 * 3.5 + 0.5 * 0.5 + 8.5 * 8.5) / 3) / 7.5, FeaturesTest.value(features, "cv"), 1e-9);
        assertEquals(1 / 3.0, FeaturesTest.value(features, "adaptation"), 1e-9);
        assertEquals("of 4 intervals", FeaturesTest.feature(features, "cv").note());
    }

    @Test
    void aClockDoesNotVary() {
        List<Feature> features = train(4, 8, 12, 16, 20, 24, 28);
        assertEquals(0, FeaturesTest.value(features, "cv"), 1e-12);
        assertEquals(0, FeaturesTest.value(features, "adaptation"), 1e-12);
        assertEquals(250, FeaturesTest.value(features, "frequency"), 1e-9);
    }

    @Test
    void twoSpikesHaveOneInterval() {
        List<Feature> features = train(10, 20);
        assertEquals(10, FeaturesTest.value(features, "interval"), 1e-9);
        for (String name : List.of("cv", "adaptation")) {
            assertNull(FeaturesTest.feature(features, name).value());
            assertEquals("one interval does not vary", FeaturesTest.feature(features, name).note());
        }
    }

    /// The slope of a logistic function s is s (1 - s)/k: largest 1/(4 k), and 5 % of that where s = (1 - sqrt 0.95)/2.
    @Test
    void aLogisticUpstroke() {
        double k = 0.2;
        List<Feature> features = Features.of(FeaturesTest.record(Unit.parse("mV"),
                t -> -65 + 100 / (1 + StrictMath.exp(-(t - 10) / k)) - 110 / (1 + StrictMath.exp(-(t - 20) / 0.5)), FeaturesTest.even(0, 40, 2000)), "V", 0, 40, null);
        assertEquals(-65 + 50 * (1 - Math.sqrt(0.95)), FeaturesTest.value(features, "threshold_slope"), 1e-6);
        assertEquals("where dV/dt passes 5 % of its largest", FeaturesTest.feature(features, "threshold_slope").note());
        assertEquals(100 / (4 * k), FeaturesTest.value(features, "max_rise"), 1e-4);
        assertEquals(-110 / (4 * 0.5), FeaturesTest.value(features, "max_fall"), 1e-4);
    }
}
