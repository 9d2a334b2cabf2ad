package loligo.feature.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import loligo.feature.Feature;
import loligo.quantity.Unit;
import loligo.recording.Heading;
import loligo.recording.Recorder;
import loligo.recording.Recording;
import org.junit.jupiter.api.Test;

/// A chirp whose answer is known: the slow variable w is a windowed chirp, and the potential and the current follow from it by
/// `tau w' = V - w` and `C V' = I - g V - h w`. So the impedance is `1/(g + i omega C + h/(1 + i omega tau))`.
class ImpedanceTest {
    private static final double C = 1; // uF/cm^2
    private static final double G = 0.1; // mS/cm^2
    private static final double TAU = 40; // ms
    private static final double LENGTH = 1000; // ms
    private static final double[] FREQUENCIES = IntStream.rangeClosed(1, 30).mapToDouble(f -> f).toArray();

    /// w and its first two derivatives at t: a squared Hann window times a sine whose frequency rises from 0 to 60 Hz // [3]
    private static double[] slow(double t) {
        double k = 2 * Math.PI / LENGTH;
        double hann = (1 - StrictMath.cos(k * t)) / 2;
        double hann1 = k * StrictMath.sin(k * t) / 2;
        double hann2 = k * k * StrictMath.cos(k * t) / 2;
        double a = hann * hann;
        double a1 = 2 * hann * hann1;
        double a2 = 2 * (hann1 * hann1 + hann * hann2);
        double rate = 2 * Math.PI * 0.06 / LENGTH; // of the angular frequency, per ms^2
        double sin = StrictMath.sin(rate * t * t / 2);
        double cos = StrictMath.cos(rate * t * t / 2);
        double omega = rate * t;
        return new double[] {a * sin, a1 * sin + a * omega * cos, a2 * sin + 2 * a1 * omega * cos + a * (rate * cos - omega * omega * sin)};
    }

    private static Recording record(double h, String unit) {
        Unit current = Unit.parse(unit);
        Recorder recorder = new Recorder(0, List.of(new Heading("V", Unit.parse("mV")), new Heading("I", current)));
        double[] nodes = new double[10];
        for (int p = 0; p < 4000; p++) {
            for (int i = 0; i < 5; i++) {
                double[] w = slow(LENGTH * (p + i / 4.0) / 4000);
                double v = w[0] + TAU * w[1];
                nodes[i] = -65 + v;
                nodes[5 + i] = current.scale() * (3 + C * (w[1] + TAU * w[2]) + G * v + h * w[0]);
            }
            recorder.append(LENGTH * (p + 1) / 4000, nodes);
        }
        return recorder.recording();
    }

    /// The closed form: real and imaginary part of the admittance // [2]
    private static double[] admittance(double frequency, double h) {
        double omega = 2 * Math.PI * frequency / 1000;
        double d = 1 + omega * omega * TAU * TAU;
        return new double[] {G + h / d, omega * C - h * omega * TAU / d};
    }

    @Test
    void resistanceAndCapacitance() {
        profile(0);
        Impedance impedance = Impedance.of(record(0, "uA/cm^2"), "V", "I", 0, LENGTH);
        for (Feature feature : Impedance.resonance(impedance.at(FREQUENCIES))) {
            assertNull(feature.value());
            assertEquals("the impedance is largest at the lowest frequency", feature.note());
        }
    }

    @Test
    void aCurrentThatOpposesSlowChangeMakesAResonance() {
        double h = 0.3;
        profile(h);
        Impedance impedance = Impedance.of(record(h, "uA/cm^2"), "V", "I", 0, LENGTH);
        List<Feature> resonance = Impedance.resonance(impedance.at(FREQUENCIES));
        double d = TAU / C * Math.sqrt(2 * G * h + h * h + 2 * C * h / TAU);
        double frequency = 1000 * Math.sqrt(d - 1) / TAU / (2 * Math.PI);
        assertEquals(frequency, value(resonance.getFirst()), resonance.getFirst().rounding());
        assertTrue(resonance.getFirst().rounding() < 0.01, resonance::toString);
        double q = size(admittance(1, h)) / size(admittance(frequency, h));
        assertEquals(q, value(resonance.getLast()), resonance.getLast().rounding());
        assertTrue(resonance.getLast().rounding() < 1e-4, resonance::toString);
        assertEquals("Hz", resonance.getFirst().unit().symbol());
    }

    private static double value(Feature feature) {
        Double value = feature.value();
        if (value == null) throw new AssertionError(feature.note());
        return value;
    }

    private static double size(double[] complex) {
        return StrictMath.hypot(complex[0], complex[1]);
    }

    private static void profile(double h) {
        Impedance impedance = Impedance.of(record(h, "uA/cm^2"), "V", "I", 0, LENGTH);
        assertEquals("kOhm*cm^2", impedance.unit().symbol());
        assertTrue(impedance.unsettled() < 1e-12);
        List<Impedance.Point> points = impedance.at(FREQUENCIES);
        assertEquals(FREQUENCIES.length, points.size());
        for (Impedance.Point point : points) {
            double[] y = admittance(point.frequency(), h);
            assertEquals(1 / size(y), point.magnitude(), 1e-6 / size(y));
            assertEquals(-StrictMath.atan2(y[1], y[0]), point.phase(), 1e-6);
        }
    }

    @Test
    void ofAWholeCellItIsInMegaohms() {
        Impedance impedance = Impedance.of(record(0, "nA"), "V", "I", 0, LENGTH);
        assertEquals("MOhm", impedance.unit().symbol());
        assertEquals(1 / size(admittance(5, 0)), impedance.at(new double[] {5}).getFirst().magnitude(), 1e-6);
    }

    @Test
    void frequenciesThatTheCurrentDoesNotHoldAreLeftOut() {
        Impedance impedance = Impedance.of(record(0, "uA/cm^2"), "V", "I", 0, LENGTH);
        assertEquals(List.of(5.0), impedance.at(new double[] {5, 400}).stream().map(Impedance.Point::frequency).toList());
        assertTrue(Impedance.of(record(0, "uA/cm^2"), "V", "I", 0, 480).unsettled() > 0.01);
    }
}
