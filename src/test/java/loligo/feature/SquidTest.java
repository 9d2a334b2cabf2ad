package loligo.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.recording.Heading;
import loligo.recording.Recorder;
import loligo.recording.Recording;
import org.junit.jupiter.api.Test;

/// Features of the squid axon of Hodgkin and Huxley (1952) at 6.3 degC, E_L = -54.387 mV, solved here by the classical Runge-Kutta method.
class SquidTest {
    private static final Unit MV = new Unit("mV", Dimension.POTENTIAL, 1, 0);
    private static final double NODE = 0.01; // ms

    private static double exprel(double x) {
        return Math.abs(x) < 1e-9 ? 1 + x / 2 : StrictMath.expm1(x) / x;
    }

    private static double[] slope(double[] y, double current) {
        double v = y[0];
        double m = y[1];
        double h = y[2];
        double n = y[3];
        double ionic = 120 * m * m * m * h * (v - 50) + 36 * n * n * n * n * (v + 77) + 0.3 * (v + 54.387);
        return new double[] {
            current - ionic,
            (1 - m) / exprel(-(v + 40) / 10) - m * 4 * StrictMath.exp(-(v + 65) / 18),
            (1 - h) * 0.07 * StrictMath.exp(-(v + 65) / 20) - h / (1 + StrictMath.exp(-(v + 35) / 10)),
            (1 - n) * 0.1 / exprel(-(v + 55) / 10) - n * 0.125 * StrictMath.exp(-(v + 65) / 80)};
    }

    private static double[] plus(double[] y, double h, double[] k) {
        return IntStream.range(0, y.length).mapToDouble(i -> y[i] + h * k[i]).toArray();
    }

    private static double[] step(double[] y, double current) {
        double[] a = slope(y, current);
        double[] b = slope(plus(y, NODE / 2, a), current);
        double[] c = slope(plus(y, NODE / 2, b), current);
        double[] d = slope(plus(y, NODE, c), current);
        return plus(plus(plus(plus(y, NODE / 6, a), NODE / 3, b), NODE / 3, c), NODE / 6, d);
    }

    /// V = -64.996379 mV; slope is linear in each gate, so two values of it give the gate at rest.
    private static double[] rest() {
        double[] closed = slope(new double[] {-64.996379, 0, 0, 0}, 0);
        double[] open = slope(new double[] {-64.996379, 1, 1, 1}, 0);
        return IntStream.range(0, 4).mapToDouble(i -> i == 0 ? -64.996379 : closed[i] / (closed[i] - open[i])).toArray();
    }

    /// From rest (V lifted by `lift`), a constant current from t = 0.
    private static Recording run(double lift, double current, double until) {
        double[] y = rest();
        y[0] += lift;
        Recorder recorder = new Recorder(0, List.of(new Heading("V", MV)));
        double[] nodes = new double[5];
        for (int p = 1; p <= Math.round(until / (4 * NODE)); p++) {
            nodes[0] = y[0];
            for (int i = 1; i < 5; i++) {
                y = step(y, current);
                nodes[i] = y[0];
            }
            recorder.append(p * 4 * NODE, nodes);
        }
        return recorder.recording();
    }

    /// Interval 14.6362 ms, 68.324 Hz, V from -74.896 to 30.431 mV, 69 spikes in 1 s at I = 10 uA/cm^2: computed independently by bisection and shooting, to the digits given.
    @Test
    void firesAtTenMicroamperes() {
        Recording recording = run(0, 10, 1000);
        assertEquals(69, FeaturesTest.value(Features.of(recording, "V", 0, 1000, null), "spike_count"));
        List<Feature> late = Features.of(recording, "V", 500, 1000, null);
        assertEquals(14.6362, FeaturesTest.value(late, "interval"), 1e-4);
        assertEquals(68.324, FeaturesTest.value(late, "frequency"), 1e-3);
        assertEquals(30.431, FeaturesTest.value(late, "peak"), 1e-3);
        assertEquals(-74.896, FeaturesTest.value(late, "min"), 1e-3);
        assertEquals(-74.896, FeaturesTest.value(late, "ahp"), 1e-3);
    }

    /// Peak 40.8500 mV, minimum -76.1833 mV after V was lifted by 20 mV at once; the step of 0.01 ms is good to 1e-4 mV here.
    @Test
    void spikesOnceWhenLifted() {
        List<Feature> features = Features.of(run(20, 0, 60), "V", 0, 60, null);
        assertEquals(1, FeaturesTest.value(features, "spike_count"));
        assertEquals(40.85, FeaturesTest.value(features, "peak"), 2e-4);
        assertEquals(-76.1833, FeaturesTest.value(features, "ahp"), 1e-4);
    }
}
