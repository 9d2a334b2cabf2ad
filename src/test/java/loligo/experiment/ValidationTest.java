package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loligo.feature.Feature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers of the field through the whole chain: a text in, a feature out. References: independent step-halved RK4 computations of the
/// project's science specification, whose last printed digit is the tolerance here; `docs/validation.md` shows the same rows.
class ValidationTest {
    private static final String SQUID = "use hodgkin-huxley-1952\npatch p : HodgkinHuxley1952 { I = %s [uA/cm^2] }\n";
    private static final String HIGH = "use izhikevich-2007-persistent-sodium-potassium-high\npatch p : PersistentSodiumPotassiumHigh { I = %s [uA/cm^2] }\n";
    private static final String LOW = "use izhikevich-2007-persistent-sodium-potassium-low\npatch p : PersistentSodiumPotassiumLow { I = %s [uA/cm^2] }\n";

    private static Feature feature(String text, String name) {
        return Loligo.run(text).feature("run", name);
    }

    private static void agrees(double reference, double digit, Feature found) {
        Double value = found.value();
        assertTrue(value != null, found::toString);
        assertEquals(reference, value, digit, found::toString);
    }

    @ParameterizedTest
    @CsvSource({
        // Hodgkin & Huxley 1952, E_L = -54.387 mV, 6.3 degC: steady interval in ms, from rest
        "6.5, interval, 18.1629, 1e-4", "8, interval, 16.0077, 1e-4", "10, interval, 14.6362, 1e-4", "20, interval, 11.5647, 1e-4",
        "50, interval, 8.5444, 1e-4", "100, interval, 6.7903, 1e-4",
        // its limit cycle at 10 uA/cm^2, and spikes of the first second
        "10, max, 30.431, 1e-3", "10, min, -74.896, 1e-3"})
    void squidFires(String current, String name, double reference, double digit) {
        agrees(reference, digit, feature(SQUID.formatted(current) + "simulate run { until = 1500 [ms]  after = 1000 [ms]  record = V }", name));
    }

    @ParameterizedTest
    @CsvSource({"10, 69", "20, 87"})
    void squidCounts(String current, double count) {
        agrees(count, 0, feature(SQUID.formatted(current) + "simulate run { until = 1000 [ms]  record = V }", "spike_count"));
    }

    @ParameterizedTest
    @CsvSource({"2.2403, 0", "2.2404, 1"}) // rheobase of one spike: 2.24033
    void squidRheobase(String current, double count) {
        String step = "protocol step : current { at = 50 [ms]  for = 200 [ms]  level = " + current + " [uA/cm^2] }\n";
        agrees(count, 0, feature(SQUID.formatted("0") + step + "simulate run { under = step  until = 250 [ms]  record = V }", "spike_count"));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 65.12, 0", "0.1, 65.14, 1", "0.5, 13.2741, 0", "0.5, 13.2761, 1", "1, 6.918, 0", "1, 6.92, 1"}) // 65.1274, 13.27512, 6.91893
    void squidStrengthDuration(String duration, String level, double count) {
        // a spike here is V > 0, as in the reference; the membrane rests for 100 ms before
        String kick = "protocol kick : current { at = 100 [ms]  for = " + duration + " [ms]  level = " + level + " [uA/cm^2] }\n";
        Double peak = feature(SQUID.formatted("0") + kick + "simulate run { under = kick  until = 130 [ms]  record = V }", "peak").value();
        assertTrue(peak != null && peak > 0 == (count == 1), "peak " + peak);
    }

    @org.junit.jupiter.api.Test
    void squidRests() {
        Feature rest = feature(SQUID.formatted("0") + "simulate run { until = 20 [ms] }", "rest");
        agrees(-64.996379, 1e-6, rest);
    }

    @ParameterizedTest
    @CsvSource({"4.52, 87.27649, 1e-4", "5, 15.10205, 1e-5", "10, 7.07351, 1e-5", "20, 5.12095, 1e-5", "100, 2.74054, 1e-5"})
    void highThresholdPeriods(String current, double period, double digit) {
        agrees(period, digit, feature(HIGH.formatted(current) + "simulate run { until = 1000 [ms]  after = 300 [ms]  record = V }", "interval"));
    }

    @ParameterizedTest
    @CsvSource({"max, 9.6473, 1e-4", "min, -76.4744, 1e-4"})
    void highThresholdCycle(String name, double reference, double digit) {
        agrees(reference, digit, feature(HIGH.formatted("10") + "simulate run { until = 200 [ms]  after = 100 [ms]  record = V }", name));
    }

    @ParameterizedTest
    @CsvSource({"40, 3.65954", "100, 2.68185"})
    void lowThresholdPeriods(String current, double period) {
        agrees(period, 1e-5, feature(LOW.formatted(current) + "simulate run { until = 300 [ms]  after = 200 [ms]  record = V }", "interval"));
    }

    @ParameterizedTest
    @CsvSource({"0, -60, -52.51232", "0, -41, -52.51232", "0, -40, 30.86315", "10, -45, -49.96193", "10, -42, 31.01250", "60, -60, 31.75047", "-50, -34, 30.10701"})
    void persistentSodiumHasTwoRests(String current, String begin, double rest) {
        // basins are split at the unstable equilibrium: -40.28546 mV at I = 0
        String text = "use izhikevich-2007-persistent-sodium\npatch p : PersistentSodium { V = " + begin + " [mV]  I = " + current + " [uA/cm^2] }\n";
        agrees(rest, 1e-5, feature(text + "simulate run { until = 2000 [ms]  after = 1900 [ms] }", "mean"));
    }

    @ParameterizedTest
    @CsvSource({"0.1", "1", "4"})
    void quadraticIntegrateAndFireKeepsItsClosedForm(double b) {
        // V' = b + V^2 from -1 to 10: T = (atan(10/sqrt b) + atan(1/sqrt b))/sqrt b
        double root = Math.sqrt(b);
        double period = (StrictMath.atan(10 / root) + StrictMath.atan(1 / root)) / root;
        agrees(period, 1e-7, feature("model Q { state { V = -1 }  V' = (" + b + " + V^2)/1 [ms]  on spike { when = V > 10  V = -1 } }\n"
                + "patch p : Q { }\nsimulate run { until = " + 12 * period + " [ms] }", "interval"));
    }
}
