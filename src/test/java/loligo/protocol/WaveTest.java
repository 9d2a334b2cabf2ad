package loligo.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Sines, chirps, noise: against closed forms, and against what their distribution promises.
class WaveTest {
    private static final double LENGTH = 200; // ms

    static List<Turning> turnings() {
        return List.of(new Turning.Steady(0.05, 0.25), new Turning.Linear(0.001, 0.1, LENGTH), new Turning.Linear(0.1, 0, LENGTH),
                new Turning.Exponential(0.001, 0.1, LENGTH), new Turning.Exponential(0.1, 0.001, LENGTH), new Turning.Exponential(0.01, 0.01, LENGTH));
    }

    @ParameterizedTest
    @MethodSource("turnings")
    void slopesAreThoseOfTheValues(Turning turning) {
        Segment wave = new Segment.Wave(10, 10 + LENGTH, -3, 2, turning);
        double h = 1e-4;
        for (double t = 11; t < 9 + LENGTH; t += 0.7) {
            assertEquals((wave.value(t + h) - wave.value(t - h)) / (2 * h), wave.slope(t), 1e-7);
            assertEquals((wave.slope(t + h) - wave.slope(t - h)) / (2 * h), wave.bend(t), 1e-7);
        }
    }

    /// Rise before decay or after it makes no difference; two equal times are the limit.
    @ParameterizedTest
    @CsvSource({"0.5, 5", "5, 0.5", "2, 2", "2, 2.0000000001"})
    void aSynapseOpensAndCloses(double rise, double decay) {
        Segment.Synaptic synaptic = new Segment.Synaptic(10, 60, -3, 2, rise, decay);
        double h = 1e-4;
        for (double t = 10.01; t < 59; t += 0.3) {
            assertEquals((synaptic.value(t + h) - synaptic.value(t - h)) / (2 * h), synaptic.slope(t), 1e-7);
            assertEquals((synaptic.slope(t + h) - synaptic.slope(t - h)) / (2 * h), synaptic.bend(t), 1e-6);
            assertTrue(synaptic.value(t) <= -1);
        }
        assertEquals(-3, synaptic.value(10));
        assertEquals(-1, synaptic.value(10 + synaptic.crest()), 1e-14);
        assertEquals(0, synaptic.slope(10 + synaptic.crest()), 1e-12);
        boolean equal = Math.abs(rise - decay) < 1e-6;
        assertEquals(equal ? 2 : 0.5 * 5 / 4.5 * StrictMath.log(10), synaptic.crest(), 1e-9);
        if (equal) assertEquals(-3 + 2 * 3.5 * StrictMath.exp(1 - 3.5), synaptic.value(17), 1e-9);
        else assertEquals((StrictMath.exp(-7 / 5.0) - StrictMath.exp(-7 / 0.5)) / (StrictMath.exp(-1 / 5.0) - StrictMath.exp(-1 / 0.5)), (synaptic.value(17) + 3) / (synaptic.value(11) + 3), 1e-13);
    }

    @ParameterizedTest
    @MethodSource("turnings")
    void aQuarterIsAQuarter(Turning turning) {
        for (double t = 0; t < LENGTH; t += 0.7) {
            double quarter = turning.quarter(t);
            if (quarter < Double.POSITIVE_INFINITY) assertEquals(0.25, turning.turns(t + quarter) - turning.turns(t), 1e-12);
            else assertTrue(turning.turns(LENGTH) - turning.turns(t) < 0.25, "a quarter comes after " + t);
        }
    }

    @ParameterizedTest
    @MethodSource("turnings")
    void chirpsBeginAndEndAtTheirFrequencies(Turning turning) {
        switch (turning) {
            case Turning.Steady s -> assertEquals(0.05, s.frequency(77));
            case Turning.Linear l -> {
                assertEquals(l.first(), l.frequency(0));
                assertEquals(l.last(), l.frequency(LENGTH), 1e-16);
                assertEquals((l.first() + l.last()) / 2 * LENGTH, l.turns(LENGTH), 1e-12);
            }
            case Turning.Exponential e -> {
                assertEquals(e.first(), e.frequency(0));
                assertEquals(e.last(), e.frequency(LENGTH), 1e-16);
                assertEquals(Math.sqrt(e.first() * e.last()), e.frequency(LENGTH / 2), 1e-16);
            }
        }
    }

    /// The known answers of the authors' Random123 library, file kat_vectors.
    @Test
    void philoxGivesItsKnownAnswers() {
        assertArrayEquals(new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, Philox.words(new int[4], 0, 0));
        assertArrayEquals(new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}, Philox.words(new int[] {-1, -1, -1, -1}, -1, -1));
        assertArrayEquals(new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
                Philox.words(new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0));
    }

    private static double[] heights(double tau, double every, long seed) {
        double[] all = Walk.of(0, 400_000 * every, every, tau, seed).heights();
        return Arrays.copyOf(all, 400_000); // without the last, which is cut
    }

    private static double correlation(double[] x, int lag) {
        double sum = 0;
        for (int i = 0; i + lag < x.length; i++) sum += x[i] * x[i + lag];
        return sum / (x.length - lag);
    }

    /// 400,000 knots are 20,000 tau: the standard error of the mean is sqrt(2/20000) = 0.01, those of the second moments about as much.
    @Test
    void noiseHasTheMomentsThatItPromises() {
        double[] x = heights(1, 0.05, 1);
        assertEquals(0, Arrays.stream(x).average().orElseThrow(), 0.04);
        assertEquals(1, correlation(x, 0), 0.04);
        for (int lag : new int[] {1, 5, 10, 20, 40, 60}) assertEquals(StrictMath.exp(-0.05 * lag), correlation(x, lag), 0.04, "lag " + lag);
        assertEquals(0, correlation(x, 200), 0.04);
    }

    /// The spacing is exact, not Euler's: as wide as tau the moments are the same.
    @Test
    void aWideSpacingKeepsTheMoments() {
        double[] x = heights(1, 1, 7);
        assertEquals(1, correlation(x, 0), 0.02);
        assertEquals(StrictMath.exp(-1), correlation(x, 1), 0.02);
    }

    @Test
    void normalNumbersAreNormal() {
        int n = 200_000;
        double[] z = new double[n];
        for (int k = 0; k < n; k++) z[k] = Philox.normal(42, k);
        double error = 4 / Math.sqrt(n);
        assertEquals(0, Arrays.stream(z).average().orElseThrow(), error);
        assertEquals(1, Arrays.stream(z).map(v -> v * v).average().orElseThrow(), error * Math.sqrt(2));
        assertEquals(3, Arrays.stream(z).map(v -> v * v * v * v).average().orElseThrow(), error * Math.sqrt(96));
        assertEquals(0.6826895, Arrays.stream(z).filter(v -> Math.abs(v) < 1).count() / (double) n, error / 2);
    }

    @Test
    void aLongerNoiseBeginsAsAShorterOne() {
        double[] some = Walk.of(0, 10, 0.25, 5, 3).heights();
        double[] more = Walk.of(7, 20, 0.25, 5, 3).heights();
        assertArrayEquals(some, Arrays.copyOf(more, some.length));
        Walk cut = Walk.of(0, 9.9, 0.25, 5, 3);
        assertEquals(9.9, cut.times()[cut.times().length - 1]);
        assertEquals(more[39] + 0.6 * (more[40] - more[39]), cut.heights()[cut.heights().length - 1], 1e-12);
    }

    @Test
    void aPathIsStraightBetweenItsKnots() {
        Waveform path = new Waveform(9, List.of(new Segment.Path(10, new double[] {0, 1, 3}, new double[] {0, 2, -2}, 100, 10)));
        assertArrayEquals(new double[] {10, 11, 13}, path.corners());
        assertEquals(100, path.value(10));
        assertEquals(110, path.value(10.5));
        assertEquals(120, path.value(11));
        assertEquals(100, path.value(12));
        assertEquals(9, path.value(13));
        assertEquals(80, path.valueBefore(13));
        assertEquals(20, path.slopeBefore(11));
        assertEquals(-20, path.slope(11));
        assertEquals(9, path.valueBefore(10));
    }
}
