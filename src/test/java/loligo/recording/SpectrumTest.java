package loligo.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

/// Fourier integrals with closed forms.
class SpectrumTest {
    private static Trace trace(DoubleUnaryOperator f, double... edges) {
        double[] values = new double[5 * (edges.length - 1)];
        for (int p = 1; p < edges.length; p++) for (int i = 0; i < 5; i++) values[5 * p - 5 + i] = f.applyAsDouble(edges[p - 1] + (edges[p] - edges[p - 1]) * i / 4);
        return new Trace("x", Unit.ONE, edges, values);
    }

    /// The integral of t^2 exp(-i w t) from 0 to T, by parts.
    private static Amplitude parabola(double w, double end) {
        double cos = StrictMath.cos(w * end);
        double sin = StrictMath.sin(w * end);
        return new Amplitude(end * end * sin / w + 2 * end * cos / (w * w) - 2 * sin / (w * w * w), end * end * cos / w - 2 * end * sin / (w * w) + 2 * (1 - cos) / (w * w * w));
    }

    @Test
    void aParabolaIsIntegratedToRounding() {
        for (double w : new double[] {0.3, 1.999, 2.001, 7, 60, 1000}) {
            Amplitude exact = parabola(w, 3);
            for (double[] edges : new double[][] {{0, 3}, {0, 1, 1.1, 3}, IntStream.rangeClosed(0, 300).mapToDouble(i -> i / 100.0).toArray()}) {
                Amplitude found = trace(t -> t * t, edges).amplitude(0, w);
                assertEquals(exact.real(), found.real(), 1e-12);
                assertEquals(exact.imaginary(), found.imaginary(), 1e-12);
            }
        }
    }

    @Test
    void aWaveOfZeroFrequencyIsTheIntegral() {
        Trace trace = trace(t -> 1 + t * t * t * t, 0, 0.5, 2);
        assertEquals(trace.integral(), trace.amplitude(0, 0).real(), 1e-13);
        assertEquals(trace.integral() - 6, trace.amplitude(3, 0).size(), 1e-13);
        assertEquals(0, trace.amplitude(0, 0).imaginary());
    }

    @Test
    void timeCountsFromTheTracesStart() {
        Trace early = trace(t -> t * t, 0, 1, 3);
        Trace late = trace(t -> (t - 70) * (t - 70), 70, 71, 73);
        assertEquals(early.amplitude(0, 4).real(), late.amplitude(0, 4).real(), 1e-11);
        assertEquals(early.amplitude(0, 4).phase(), late.amplitude(0, 4).phase(), 1e-11);
    }
}
