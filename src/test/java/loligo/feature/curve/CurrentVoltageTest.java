package loligo.feature.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import loligo.feature.Feature;
import loligo.feature.fit.Boltzmann;
import loligo.feature.fit.Exponential;
import loligo.feature.fit.Fitted;
import loligo.feature.fit.LeastSquares;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

/// Relations with closed forms: a Boltzmann conductance that reverses at 50 mV, a membrane with three zero-current potentials, a line of firing.
class CurrentVoltageTest {
    private static final Unit MV = Unit.parse("mV");
    private static final Unit DENSITY = Unit.parse("uA/cm^2");

    private static double open(double v) {
        return 1 / (1 + StrictMath.exp((-35 - v) / 7));
    }

    private static Curve curve(DoubleUnaryOperator current, double from, double by, int count) {
        double[] v = IntStream.range(0, count).mapToDouble(i -> from + by * i).toArray();
        return new Curve(v, Arrays.stream(v).map(current).toArray(), MV, DENSITY);
    }

    private static double value(Feature feature) {
        Double value = feature.value();
        assertNotNull(value, feature.note());
        return value;
    }

    @Test
    void theReversalPotentialLiesWithinItsError() {
        for (double by : new double[] {20, 10, 5, 2}) {
            Feature reversal = CurrentVoltage.reversal(curve(v -> 120 * open(v) * (v - 47.3), -90, by, (int) (160 / by)));
            Double error = reversal.error();
            assertNotNull(error);
            assertTrue(Math.abs(value(reversal) - 47.3) <= error, () -> reversal + " at steps of " + by);
            assertTrue(error < by * by * by / 1e3, () -> reversal + " at steps of " + by);
        }
        assertEquals(50, value(CurrentVoltage.reversal(curve(v -> open(v) * (v - 50), -90, 10, 16))), 1e-12);
    }

    @Test
    void ofThreeTheLastIsTold() {
        Curve cubic = curve(v -> 1e-3 * (v + 70) * (v + 52) * (v + 33), -90, 7, 12);
        assertEquals(-33, value(CurrentVoltage.reversal(cubic)), 1e-10);
        assertEquals("the last of 2", CurrentVoltage.reversal(cubic).note());
        assertNull(CurrentVoltage.reversal(curve(v -> -3, -90, 10, 10)).value());
        assertNull(CurrentVoltage.reversal(curve(v -> v, -5, 10, 2)).value());
        assertEquals(0, value(CurrentVoltage.reversal(curve(v -> v, -5, 7, 3))), 1e-12);
    }

    @Test
    void conductances() {
        Curve quartic = curve(v -> 1e-5 * v * v * v * v - 2 * v, -60, 10, 13);
        CurrentVoltage.Estimated slope = CurrentVoltage.slopeConductance(quartic);
        for (int i = 0; i < 13; i++) {
            double v = quartic.x()[i];
            double exact = 4e-5 * v * v * v - 2;
            assertEquals(exact, slope.curve().y()[i], 1e-11);
        }
        assertEquals("mS/cm^2", slope.curve().yUnit().symbol());
        CurrentVoltage.Estimated rough = CurrentVoltage.slopeConductance(curve(v -> 120 * open(v) * (v - 50), -90, 2, 70));
        for (int i = 0; i < 70; i++) {
            double v = -90 + 2 * i;
            double exact = 120 * (open(v) + open(v) * (1 - open(v)) / 7 * (v - 50));
            assertTrue(Math.abs(rough.curve().y()[i] - exact) <= rough.error()[i] + 0.02, "at " + v);
        }
        assertThrows(IllegalArgumentException.class, () -> CurrentVoltage.slopeConductance(curve(v -> v, 0, 1, 4)));
        Curve chord = CurrentVoltage.chordConductance(curve(v -> 120 * open(v) * (v - 50), -90, 10, 16), 50);
        assertEquals(15, chord.count(), "the point at the reversal potential tells nothing");
        for (int i = 0; i < 15; i++) assertEquals(120 * open(chord.x()[i]), chord.y()[i], 1e-12);
        Curve cell = CurrentVoltage.chordConductance(new Curve(new double[] {-50, -40}, new double[] {-100, -80}, MV, Unit.parse("pA")), 0);
        assertEquals("mS", cell.yUnit().symbol());
        assertArrayEquals(new double[] {2e-6, 2e-6}, cell.y(), 1e-18);
    }

    @Test
    void activationInactivationRecovery() {
        Curve activation = CurrentVoltage.activation(curve(v -> 120 * open(v) * (v - 50), -90, 5, 27), 50);
        Fitted.Fit fit = fit(LeastSquares.fit(new Boltzmann(Boltzmann.Direction.ACTIVATION, true, false), activation.points()));
        assertEquals(-35, fit.estimate("V_half").value(), 1e-7);
        assertEquals(7, fit.estimate("k").value(), 1e-7);
        assertEquals("mV", fit.estimate("k").unit().symbol());
        Curve inactivation = curve(v -> -1400 / (1 + StrictMath.exp((v + 62) / 6)), -120, 5, 21).normalised();
        assertEquals(1, inactivation.y()[0], 1e-12);
        assertEquals(-62, fit(LeastSquares.fit(new Boltzmann(Boltzmann.Direction.INACTIVATION, true, false), inactivation.points())).estimate("V_half").value(), 1e-7);
        Unit ms = Unit.parse("ms");
        double[] t = IntStream.range(0, 20).mapToDouble(i -> 2 * i).toArray();
        Curve first = new Curve(t, Arrays.stream(t).map(x -> -900).toArray(), ms, DENSITY);
        Curve second = new Curve(t, Arrays.stream(t).map(x -> 900 * StrictMath.expm1(-x / 8)).toArray(), ms, DENSITY);
        assertEquals(8, fit(LeastSquares.fit(new Exponential(1, Exponential.Form.RECOVERY), second.over(first).points())).estimate("tau").value(), 1e-7);
    }

    private static Fitted.Fit fit(Fitted fitted) {
        return assertInstanceOf(Fitted.Fit.class, fitted);
    }

    @Test
    void firingOverCurrent() {
        double[] i = IntStream.range(0, 21).mapToDouble(k -> k).toArray();
        Curve firing = new Curve(i, Arrays.stream(i).map(x -> x < 6.3 ? 0 : 40 + 2.5 * x).toArray(), DENSITY, Unit.parse("Hz"));
        Feature rheobase = Firing.rheobase(firing);
        assertEquals(6.5, value(rheobase));
        assertEquals(0.5, rheobase.error());
        Fitted.Fit gain = fit(Firing.gain(firing, 15));
        assertEquals(2.5, gain.estimate("slope").value(), 1e-12);
        assertEquals("Hz/(uA/cm^2)", gain.estimate("slope").unit().symbol());
        assertEquals(9 - 2, gain.freedom());
        assertInstanceOf(Fitted.NoFit.class, Firing.gain(firing, 8));
        assertNull(Firing.rheobase(new Curve(new double[] {1, 2}, new double[] {0, 0}, DENSITY, Unit.ONE)).value());
        assertNull(Firing.rheobase(new Curve(new double[] {1, 2}, new double[] {3, 4}, DENSITY, Unit.ONE)).value());
    }

    @Test
    void pointsComeInOrder() {
        Curve sorted = Curve.sorted(new double[] {3, 1, 2}, new double[] {30, 10, 20}, MV, DENSITY);
        assertArrayEquals(new double[] {1, 2, 3}, sorted.x());
        assertArrayEquals(new double[] {10, 20, 30}, sorted.y());
        assertThrows(IllegalArgumentException.class, () -> Curve.sorted(new double[] {1, 1}, new double[] {1, 2}, MV, DENSITY));
        assertThrows(IllegalArgumentException.class, () -> new Curve(new double[] {1}, new double[] {Double.NaN}, MV, DENSITY));
    }
}
