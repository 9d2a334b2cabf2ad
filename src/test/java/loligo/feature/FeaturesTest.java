package loligo.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.recording.Heading;
import loligo.recording.Recorder;
import loligo.recording.Recording;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Features of traces with known shape.
class FeaturesTest {
    static final Unit MV = new Unit("mV", Dimension.POTENTIAL, 1, 0);

    static final List<@Nullable Stimulation> STIMULATIONS = Arrays.asList(null, new Stimulation(0), new Stimulation(0.7),
            new Stimulation(0.7, new Stimulation.Step(2.5, -3, Unit.parse("uA/cm^2"))));

    static Recording record(Unit unit, DoubleUnaryOperator f, double... edges) {
        Recorder recorder = new Recorder(edges[0], List.of(new Heading("V", unit)));
        for (int p = 1; p < edges.length; p++) {
            double from = edges[p - 1];
            double length = edges[p] - from;
            recorder.append(edges[p], IntStream.range(0, 5).mapToDouble(i -> f.applyAsDouble(from + length * i / 4)).toArray());
        }
        return recorder.recording();
    }

    static double[] even(double from, double to, int panels) {
        return IntStream.rangeClosed(0, panels).mapToDouble(i -> from + (to - from) * i / panels).toArray();
    }

    static Feature feature(List<Feature> features, String name) {
        return features.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    static double value(List<Feature> features, String name) {
        Double value = feature(features, name).value();
        assertNotNull(value, name);
        return value;
    }

    private static void absent(List<Feature> features, String... names) {
        for (String name : names) {
            assertNull(feature(features, name).value(), name);
            assertNotNull(feature(features, name).note());
        }
    }

    /// A spike put together of polynomials: parabola from 10 ms, then 80 mV/ms up to 55 mV at 12 ms, 60 mV/ms down to -75 mV, back to -65 mV.
    private static double spike(double t) {
        double end = 12 + 130 / 60.0;
        if (t <= 10) return -65;
        if (t <= 11) return -65 + 40 * (t - 10) * (t - 10);
        if (t <= 12) return -25 + 80 * (t - 11);
        if (t <= end) return 55 - 60 * (t - 12);
        return t <= 20 ? -75 + 10 * (t - end) / (20 - end) : -65;
    }

    private static final double[] SPIKE_EDGES = {0, 5, 10, 10.5, 11, 12, 12.7, 12 + 130 / 60.0, 20, 30};

    @Test
    void aSpikeOfPolynomialsIsReadToRounding() {
        List<Feature> features = Features.of(record(MV, FeaturesTest::spike, SPIKE_EDGES), "V", 0, 30, new Stimulation(8.0));
        assertEquals(-65, value(features, "rest"));
        assertEquals(1, value(features, "spike_count"));
        assertEquals(11 + 25 / 80.0, value(features, "first_spike"), 1e-13);
        assertEquals(3 + 25 / 80.0, value(features, "latency"), 1e-13);
        assertEquals(55, value(features, "peak"), 1e-12);
        assertEquals("of spike 1", feature(features, "peak").note());
        assertEquals(-62.5, value(features, "threshold"), 1e-9);
        assertEquals(80, value(features, "max_rise"), 1e-9);
        assertEquals(-60, value(features, "max_fall"), 1e-9);
        assertEquals("mV/ms", feature(features, "max_fall").unit().symbol());
        assertEquals(-65 + 0.05 * 0.05 * 40, value(features, "threshold_slope"), 1e-9);
        assertEquals(12 + 58.75 / 60 - (11 + 21.25 / 80), value(features, "half_width"), 1e-10);
        assertEquals(-75, value(features, "ahp"), 1e-12);
        assertEquals(-75, value(features, "min"), 1e-12);
        assertEquals(55, value(features, "max"), 1e-12);
        absent(features, "interval", "frequency");
        assertEquals("Hz", feature(features, "frequency").unit().symbol());
    }

    @Test
    void theOrderIsFixed() {
        List<Feature> some = Features.of(record(MV, FeaturesTest::spike, SPIKE_EDGES), "V", 0, 30, null);
        List<Feature> none = Features.of(record(MV, t -> -65, 0, 1), "V", 5, 6, null);
        assertEquals(Readings.NAMES, some.stream().map(Feature::name).toList());
        assertEquals(Readings.NAMES, none.stream().map(Feature::name).toList());
        assertEquals(some.stream().map(Feature::unit).toList(), none.stream().map(Feature::unit).toList());
        assertTrue(none.stream().allMatch(f -> f.value() == null));
    }

    /// From -65 up to 35 mV at 5 ms and slowly down, until a stimulus at 9 ms pulls at 90 mV/ms, ever less.
    @Test
    void aFallThatAStimulusMakesIsNotTheSpikes() {
        DoubleUnaryOperator pulled = t -> t < 4 ? -65 : t < 5 ? -65 + 100 * (3 - 2 * (t - 4)) * (t - 4) * (t - 4) : t < 9 ? 35 - (t - 5) * (t - 5) : 19 - 90 * (t - 9) + 45 * (t - 9) * (t - 9);
        List<Feature> features = Features.of(record(MV, pulled, 0, 4, 5, 9, 10), "V", 0, 10, null);
        assertEquals("dV/dt jumps there, as where a stimulus begins", feature(features, "max_fall").note());
        assertEquals(150, value(features, "max_rise"), 1e-9);
    }

    /// From -65 mV a stimulus at 5 ms pushes through a slower foot at 80 mV/ms, ever less, up to 5 mV.
    @Test
    void aRiseThatAStimulusMakesHasNoThreshold() {
        DoubleUnaryOperator pushed = t -> t < 4 ? -65 : t < 5 ? -65 + (t - 4) : t < 6 ? -64 + 80 * (t - 5) - 10 * (t - 5) * (t - 5) : t < 8 ? 6 - 35.5 * (t - 6) : -65;
        List<Feature> features = Features.of(record(MV, pushed, 0, 4, 5, 6, 8, 10), "V", 0, 10, null);
        for (String name : List.of("max_rise", "threshold_slope")) assertEquals("dV/dt jumps there, as where a stimulus begins", feature(features, name).note());
        assertEquals(-35.5, value(features, "max_fall"), 1e-9);
    }

    @Test
    void aConstantHasRestAndNoSpike() {
        List<Feature> features = Features.of(record(MV, t -> -65, 0, 1, 2), "V", 0, 2, null);
        for (String name : List.of("rest", "peak", "min", "max", "mean")) assertEquals(-65, value(features, name), 1e-13);
        assertEquals(0, value(features, "spike_count"));
        absent(features, "first_spike", "latency", "interval", "frequency", "threshold", "half_width", "ahp");
        absent(features, "input_resistance", "time_constant", "sag", "cv", "adaptation", "threshold_slope", "max_rise", "max_fall");
    }

    @Test
    void whatDriftsIsNotAtRest() {
        assertNull(feature(Features.of(record(MV, t -> -65 + t, 0, 1, 2), "V", 0, 2, null), "rest").value());
        assertNull(feature(Features.of(record(MV, t -> -65 + t, 0, 1, 2), "V", 0, 2, new Stimulation(1.0)), "rest").value());
        absent(Features.of(record(MV, t -> -65, 0, 1, 2), "V", 1, 2, new Stimulation(0.5)), "rest", "latency");
    }

    @Test
    void aSpikeAtTheWindowsEndCountsOnceItHasComeDown() {
        Recording recording = record(MV, FeaturesTest::spike, SPIKE_EDGES);
        double top = value(Features.of(recording, "V", 0, 30, null), "peak");
        double down = 12; // where it has fallen by 20 mV, ms
        while (spike(down) > top - 20) down += 0.001;
        for (double end : new double[] {11.9, 12, 12.01, down - 0.002}) {
            Feature count = feature(Features.of(recording, "V", 0, end, null), "spike_count");
            assertEquals(0.0, count.value());
            assertEquals("and at the window's end a rise above 0 mV that has not come down by 20 mV", count.note());
        }
        List<Feature> after = Features.of(recording, "V", 0, down + 0.001, null);
        assertEquals(1, value(after, "spike_count"));
        assertNull(feature(after, "spike_count").note());
        absent(after, "half_width");
        assertEquals("still falling at the window's end", feature(after, "ahp").note());
    }

    /// From one rest to another, with an overshoot of less than 20 mV.
    @Test
    void aSwitchToAnotherRestIsNoSpike() {
        DoubleUnaryOperator switched = t -> t < 5 ? -52 : t < 6 ? -52 + 85 * (t - 5) : t < 7 ? 33 - 15 * (t - 6) : 18;
        for (double end : new double[] {6.5, 7, 20}) assertEquals(0, value(Features.of(record(MV, switched, 0, 5, 6, 7, 20), "V", 0, end, null), "spike_count"));
    }

    @Test
    void aSpikeThatBeganBeforeTheWindowIsNotCounted() {
        Recording recording = record(MV, FeaturesTest::spike, SPIKE_EDGES);
        assertEquals(0, value(Features.of(recording, "V", 11.4, 30, null), "spike_count"));
        List<Feature> late = Features.of(recording, "V", 11.1, 30, null);
        assertEquals(1, value(late, "spike_count"));
        absent(late, "threshold");
        assertEquals("from the lowest point before it, as there is no threshold", feature(late, "half_width").note());
    }

    @Test
    void theWayBackFromHyperpolarisationIsNoSpike() {
        DoubleUnaryOperator back = t -> t < 5 ? -100 : -65 + (t < 6 ? -35 * (6 - t) : t < 7 ? 3 * (t - 6) : t < 9 ? 3 * (9 - t) / 2 : 0);
        assertEquals(0, value(Features.of(record(MV, back, 0, 5, 6, 7, 9, 20), "V", 0, 20, null), "spike_count"));
        assertEquals(0, value(Features.of(record(MV, back, 0, 5, 6, 7, 9, 20), "V", 0, 8, null), "spike_count"));
    }

    @Test
    void aStimulusThatJumpsPastTheCriterionIsNotAThreshold() {
        DoubleUnaryOperator driven = t -> t < 5 ? -65 : t < 6 ? -65 + 40 * (t - 5) : t < 7 ? -25 + 90 * (t - 6) : t < 8 ? 65 - 120 * (t - 7) : -55;
        List<Feature> features = Features.of(record(MV, driven, 0, 5, 6, 7, 8, 10), "V", 0, 10, new Stimulation(5.0));
        assertEquals(1, value(features, "spike_count"));
        absent(features, "threshold");
    }

    @Test
    void aStimulusBeforeTheUpstrokeDoesNotHideTheThreshold() {
        DoubleUnaryOperator driven = t -> t < 5 ? -65 : t < 5.5 ? -65 + 40 * (t - 5) : t < 6.5 ? -45 + 50 * (t - 5.5) * (t - 5.5) : t < 7 ? 5 + 100 * (t - 6.5) : 55 - 60 * (t - 7);
        List<Feature> features = Features.of(record(MV, driven, 0, 5, 5.5, 6.5, 7, 9), "V", 0, 9, new Stimulation(5.0));
        assertEquals(-45 + 50 * 0.2 * 0.2, value(features, "threshold"), 1e-9);
    }

    @Test
    void aSineBelowZeroSpikesAtItsMiddle() {
        List<Feature> features = Features.of(record(MV, t -> -60 + 15 * StrictMath.sin(2 * Math.PI * t / 10), even(0, 100, 1000)), "V", 7.5, 97.5, null);
        assertEquals(9, value(features, "spike_count"));
        assertEquals(10, value(features, "first_spike"), 1e-8);
        assertEquals(10, value(features, "interval"), 1e-8);
        assertEquals(100, value(features, "frequency"), 1e-6);
        assertEquals(-60, value(features, "mean"), 1e-9);
        assertEquals(-75, value(features, "ahp"), 1e-8);
        assertNull(feature(features, "interval").note());
        assertEquals(0, value(Features.of(record(MV, t -> -60 + 9 * StrictMath.sin(t), even(0, 100, 1000)), "V", 0, 100, null), "spike_count"));
    }

    @Test
    void withoutVoltsTheRangeDecides() {
        List<Feature> wave = Features.of(record(Unit.ONE, t -> -0.3 + 1.5 * StrictMath.sin(t), even(0, 100, 1000)), "V", 0, 100, null);
        assertEquals(16, value(wave, "spike_count"));
        assertEquals(2 * Math.PI, value(wave, "interval"), 1e-6);
        assertEquals(Math.PI, value(Features.of(record(Unit.ONE, t -> -0.3 + 1.5 * StrictMath.sin(t), even(-1, 100, 1000)), "V", 4.8, 100, null), "half_width"), 1e-2);
        absent(wave, "threshold");
        assertEquals(0, value(Features.of(record(Unit.ONE, t -> -1.2 + 1e-3 * StrictMath.exp(-t / 20) * StrictMath.sin(t), even(0, 100, 1000)), "V", 0, 100, null), "spike_count"));
        assertEquals(0, value(Features.of(record(Unit.ONE, t -> 0, even(0, 100, 10)), "V", 0, 100, null), "spike_count"));
    }

    /// V' = b + V^2 from V_reset = -1 to V_peak = 10: period atan(10) + atan(1) for b = 1 (Izhikevich, Dynamical Systems in Neuroscience, chapter 3).
    @Test
    void everyResetIsASpike() {
        double period = StrictMath.atan(10) + StrictMath.atan(1);
        Recorder recorder = new Recorder(0, List.of(new Heading("V", Unit.ONE)));
        for (int k = 0; k < 8; k++) {
            for (int p = 0; p < 200; p++) {
                double from = period * p / 200;
                double step = period / 200;
                recorder.append(p == 199 ? (k + 1) * period : k * period + from + step,
                        IntStream.range(0, 5).mapToDouble(i -> StrictMath.tan(from + step * i / 4 - StrictMath.atan(1))).toArray());
            }
            if (k < 7) recorder.reset((k + 1) * period);
        }
        List<Feature> features = Features.of(recorder.recording(), "V", 0, 8 * period, null);
        assertEquals(7, value(features, "spike_count"));
        assertEquals(2.256526, value(features, "interval"), 1e-6);
        assertEquals(1000 / period, value(features, "frequency"), 1e-9);
        assertEquals(10, value(features, "peak"), 1e-12);
        assertEquals(-1, value(features, "ahp"), 1e-12);
        assertEquals(period - (StrictMath.atan(4.5) + StrictMath.atan(1)), value(features, "half_width"), 1e-6);
    }

    @Test
    void threeSolutionsGiveAnError() {
        Feature stated = new Feature("peak", 40.125, MV, 1e-13, null, "of spike 1");
        Feature finer = new Feature("peak", 40.1, MV, 1e-13, null, null);
        Feature finest = new Feature("peak", 40.15, MV, 1e-13, null, null);
        Comparison by = Comparison.ofTolerances(0);
        assertEquals(new Feature("peak", 40.125, MV, 1e-13, 2 * Math.abs(40.15 - 40.1) + 1e-13, "of spike 1"), Feature.compare(stated, finer, finest, by));
        Feature count = new Feature("spike_count", 3.0, Unit.ONE, 0, null, null);
        assertEquals(0.0, Feature.compare(count, count, count, by).error());
        Feature none = Feature.absent("peak", MV, "no spike");
        Feature undecided = Feature.compare(stated, none, finest, by);
        assertNull(undecided.value());
        assertTrue(undecided.note() != null && undecided.note().startsWith("the run does not decide") && undecided.note().endsWith("no spike"));
        assertNull(Feature.compare(none, none, none, by).error());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void stepsTellTheErrorOfTheirOrder(int order) {
        // values 1 + h^p at h = 1/8, 1/16, 1/32: the error of the first is 8^-p
        double error = StrictMath.pow(8, -order);
        assertEquals(2 * error, Comparison.ofSteps(order).error(1 + error, 1 + StrictMath.pow(16, -order), 1 + StrictMath.pow(32, -order), 0), 1e-12);
    }

    @Property(tries = 100)
    void everyBumpOfTwentyMillivoltsIsASpike(@ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 100) Double> heights) {
        double[] edges = even(0, heights.size() + 1, 7 * (heights.size() + 1));
        DoubleUnaryOperator bumps = t -> {
            int k = (int) t;
            double s = t - k;
            return k < heights.size() ? -65 + heights.get(k) * 4 * s * (1 - s) : -65;
        };
        double expected = heights.stream().filter(h -> h >= 20.001).count();
        double border = heights.stream().filter(h -> Math.abs(h - 20) < 0.001).count();
        assertEquals(expected, value(Features.of(record(MV, bumps, edges), "V", 0, heights.size() + 1, null), "spike_count"), border);
    }

    @Property(tries = 200)
    void nothingIsEverNotANumber(@ForAll @Size(20) List<@DoubleRange(min = -120, max = 60) Double> nodes, @ForAll @DoubleRange(min = -1, max = 3) double after) {
        double[] values = nodes.stream().mapToDouble(Double::doubleValue).toArray();
        Recording recording = new Recording(new double[] {0, 0.5, 1, 1.0000001, 3}, List.of(new Recording.Column("V", MV, values)), new double[0]);
        for (@Nullable Stimulation onset : STIMULATIONS)
            for (Feature feature : Features.of(recording, "V", after, 3, onset)) {
                Double value = feature.value();
                assertTrue(value == null ? feature.note() != null : Double.isFinite(value) && Double.isFinite(feature.rounding()));
            }
    }
}
