package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import loligo.feature.Feature;
import loligo.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers of the model library through the whole chain: a text in, a feature out. References: independent step-halved RK4 computations of the project's
/// science specification, whose last printed digit is the tolerance here, unless a test says otherwise.
class LibraryNumbersTest {
    private static final Pattern NAME = Pattern.compile("(?m)^model (\\w+)");

    /// Runs a model with these numbers changed, under this body of a current protocol (none when empty).
    private static Findings run(String model, String changes, String stimulus, String study) {
        var name = NAME.matcher(Library.find(model).orElseThrow().text());
        assertTrue(name.find());
        return Loligo.run("use " + model + "\npatch p : " + name.group(1) + " { " + changes + " }\n"
                + (stimulus.isEmpty() ? "" : "protocol step : current { " + stimulus + " }\n")
                + "simulate run { " + (stimulus.isEmpty() ? "" : "under = step  ") + study + " }");
    }

    private static Feature feature(Findings findings, String name) {
        return findings.feature("run", name);
    }

    private static void agrees(double reference, double digit, Feature found) {
        Double value = found.value();
        assertTrue(value != null, found::toString);
        assertEquals(reference, value, digit, found::toString);
    }

    /// Izhikevich 2007, minimal models: limit cycles.
    @ParameterizedTest
    @CsvSource({
        "potassium-inward-rectifier, 70 [uA/cm^2], 1000, interval, 16.7859, 1e-4",
        "a-current, 10 [uA/cm^2], 4000, interval, 85.876, 1e-3", "a-current, 10 [uA/cm^2], 4000, max, -24.719, 1e-3", "a-current, 10 [uA/cm^2], 4000, min, -74.334, 1e-3",
        "persistent-sodium-h, -1 [uA/cm^2], 20000, max, -52.5678, 1e-4", "persistent-sodium-h, -1 [uA/cm^2], 20000, min, -65.8985, 1e-4"})
    void minimalModelsCycle(String model, String current, double until, String name, double reference, double digit) {
        agrees(reference, digit, feature(run("izhikevich-2007-" + model, "I = " + current, "", "until = " + until + " [ms]  after = " + until / 2 + " [ms]"), name));
    }

    /// The slow wave of persistent sodium and h is no spike; its period is that of its passages through -58 mV, here by the ends of ten periods of 241.016 ms.
    @Test
    void persistentSodiumAndHHasItsPeriod() {
        Findings once = run("izhikevich-2007-persistent-sodium-h", "I = -1 [uA/cm^2]", "", "until = 20000 [ms]  record = V  every = 1 [ms]");
        Series series = once.result("run").series();
        assertTrue(series != null);
        double[] v = series.columns().getFirst().shown(); // [rows], every ms
        double first = Double.NaN;
        double last = Double.NaN;
        int count = -1;
        for (int i = 10_000; i + 1 < v.length; i++) {
            if (!(v[i] < -58 && v[i + 1] >= -58)) continue;
            last = i + (-58 - v[i]) / (v[i + 1] - v[i]);
            if (count < 0) first = last;
            count++;
        }
        assertEquals(241.016, (last - first) / count, 2e-3);
    }

    /// The simple model of 2007, regular spiking: spikes in one second, first spike and last interval. References: RK4 in steps of 0.01 and of 0.005 ms
    /// with each reset found within its step. Resets that wait for the end of a step of 0.01 ms give 100.03, 147.83, 48.19 and 76.02 ms instead.
    @ParameterizedTest
    @CsvSource({"70, 7, 100.022471, 800, 147.854505", "100, 13, 48.180141, 850, 76.035041"})
    void simpleModelFires(String current, double count, double first, String late, double interval) {
        Findings whole = run("izhikevich-2007-simple-regular-spiking", "I = " + current + " [pA]", "", "until = 1000 [ms]");
        agrees(count, 0, feature(whole, "spike_count"));
        agrees(first, 2e-6, feature(whole, "first_spike"));
        agrees(interval, 2e-6, feature(run("izhikevich-2007-simple-regular-spiking", "I = " + current + " [pA]", "", "until = 1000 [ms]  after = " + late + " [ms]"), "interval"));
    }

    /// Equations solved, not stepped by half a millisecond: 23, 88 and 137 spikes at I = 10 (the published script has 20 for the first).
    @ParameterizedTest
    @CsvSource({"0.02, -65, 8, 23", "0.02, -50, 2, 88", "0.1, -65, 2, 137"})
    void izhikevich2003Fires(String a, String c, String d, double count) {
        agrees(count, 0, feature(run("izhikevich-2003", "I = 10  a = " + a + " [1/ms]  c = " + c + " [mV]  d = " + d, "", "until = 1000 [ms]"), "spike_count"));
    }

    /// Once round the circle takes pi/sqrt(I).
    @ParameterizedTest
    @CsvSource({"0.01, 31.415927", "0.1, 9.934588", "1, 3.141593"})
    void thetaNeuronGoesRound(String current, double period) {
        agrees(period, 1e-5, feature(run("ermentrout-kopell-1986", "I = " + current, "", "until = " + 12 * period + " [ms]"), "interval"));
    }

    /// Hindmarsh and Rose: silent at I = 0.4 in the end, bursting at 2, firing without pause at 4 (their figure 6).
    @Test
    void hindmarshRoseBursts() {
        assertEquals(0.0, feature(run("hindmarsh-rose-1984", "I = 0.4", "", "until = 6000 [ms]  after = 3000 [ms]  record = x"), "spike_count").value());
        Double bursting = feature(run("hindmarsh-rose-1984", "I = 2", "", "until = 6000 [ms]  after = 3000 [ms]  record = x"), "spike_count").value();
        Double firing = feature(run("hindmarsh-rose-1984", "I = 4", "", "until = 6000 [ms]  after = 3000 [ms]  record = x"), "spike_count").value();
        assertTrue(bursting != null && firing != null && bursting > 30 && firing > 1.5 * bursting, bursting + " and " + firing);
    }

    /// The excitable kidney cell: rest, the spike under a current of 1 ms, and the threshold of such a current (V passes 0; by hand, `ByHandTest`).
    @ParameterizedTest
    @CsvSource({"35, 45.8308, -74.21495, 55.0512, 41.32, 14.00", "23, 56.9634, -72.24489, 68.4108, 18.44, 12.73"})
    void excitableKidneyCellSpikes(String degrees, double threshold, double rest, String current, double peak, double duration) {
        String pulse = "at = 20 [ms]  for = 1 [ms]  level = %s [pA/pF]";
        Findings spike = run("gokhale-2017-" + degrees, "", pulse.formatted(current), "until = 120 [ms]  record = V");
        agrees(rest, 5e-6, feature(spike, "rest"));
        agrees(peak, 0.015, feature(spike, "peak"));
        agrees(duration, 0.01, feature(spike, "half_width"));
        for (int side : new int[] {-1, 1}) {
            Double highest = feature(run("gokhale-2017-" + degrees, "", pulse.formatted(threshold + 2e-4 * side), "until = 120 [ms]  record = V"), "max").value();
            assertTrue(highest != null && highest > 0 == side > 0, "max " + highest);
        }
    }

    /// Kir2.1 and a leak: two rests inside the bistable range of leaks, one outside, with and without gates.
    @ParameterizedTest
    @CsvSource({"23, 0.317746, 0.377353", "35, 0.270207, 0.364301", "gates-23, 0.317746, 0.377353", "gates-35, 0.270207, 0.364301"})
    void kirAndLeakHaveTwoRests(String version, double least, double most) {
        for (int side : new int[] {-1, 1}) {
            assertEquals(side > 0 ? 2 : 1, rests(version, least * (1 + 0.002 * side)), "about " + least);
            assertEquals(side < 0 ? 2 : 1, rests(version, most * (1 + 0.002 * side)), "about " + most);
        }
    }

    private static int rests(String version, double leak) {
        double[] rests = new double[2];
        String[] begin = {"-75", "0"};
        for (int i = 0; i < 2; i++) {
            Double v = feature(run("gokhale-2017-kir-leak-" + version, "V = " + begin[i] + " [mV]  leak.g = " + leak + " [nS/pF]", "", "until = 4000 [ms]  after = 3900 [ms]  record = V"), "mean").value();
            assertTrue(v != null);
            rests[i] = v;
        }
        return Math.abs(rests[1] - rests[0]) > 5 ? 2 : 1;
    }

    /// At the leak at which neither side wins, the three equilibria; the middle one is where the two basins meet.
    @ParameterizedTest
    @CsvSource({"23, 0.354371, -53.9896, -35.5438, -11.8933", "35, 0.328769, -60.3482, -38.8568, -9.4362"})
    void kirAndLeakAtMaxwellsPoint(String version, String leak, double low, double middle, double high) {
        for (int side : new int[] {-1, 1}) {
            String changes = "V = " + (middle + 0.01 * side) + " [mV]  leak.g = " + leak + " [nS/pF]";
            agrees(side < 0 ? low : high, 1e-3, feature(run("gokhale-2017-kir-leak-" + version, changes, "", "until = 3000 [ms]  after = 2900 [ms]  record = V"), "mean"));
        }
    }

    /// A heart beats by itself, and stops with a larger leak.
    @Test
    void nobleBeatsByItself() {
        Findings beating = run("noble-1962", "", "", "until = 4000 [ms]  after = 1000 [ms]  record = V");
        Double interval = feature(beating, "interval").value();
        assertTrue(interval != null && interval > 500 && interval < 700, "interval " + interval);
        assertEquals(0.0, feature(run("noble-1962", "leak.g = 0.2 [mS/cm^2]", "", "until = 4000 [ms]  after = 2000 [ms]  record = V"), "spike_count").value());
    }

    /// Golomb's cell is silent after its first spike until the current that gives way slowly has gone; with more of it it stutters: four spikes and a pause.
    @Test
    void golombWaitsAndStutters() {
        String step = "at = 50 [ms]  for = 600 [ms]  level = 3.35 [uA/cm^2]";
        Double slow = feature(run("golomb-2007", "", step, "until = 650 [ms]  after = 80 [ms]  record = V"), "first_spike").value();
        Double fast = feature(run("golomb-2007", "KD.g = 0 [mS/cm^2]", step, "until = 650 [ms]  after = 80 [ms]  record = V"), "first_spike").value();
        assertTrue(slow != null && fast != null && slow > fast + 150, slow + " and " + fast);
        String long3 = "at = 50 [ms]  for = 2000 [ms]  level = 3 [uA/cm^2]";
        Double stutter = feature(run("golomb-2007", "KD.g = 1.8 [mS/cm^2]  NaV.m.theta = -26 [mV]", long3, "until = 2050 [ms]  after = 800 [ms]  record = V"), "spike_count").value();
        assertTrue(stutter != null, "it fires");
        assertEquals(4 * 1250.0 / (27 + 29 + 35 + 123), stutter, 4);
    }

    /// With its A-current Connor and Stevens's axon begins to fire slowly; without it, at once fast.
    @Test
    void connorStevensFiresSlowly() {
        String study = "until = 3000 [ms]  after = 1500 [ms]  record = V";
        Double slow = feature(run("connor-stevens-1977", "I = 8.6 [uA/cm^2]", "", study), "frequency").value();
        assertTrue(slow != null && slow < 13, "frequency " + slow);
        assertNull(feature(run("connor-stevens-1977", "I = 8 [uA/cm^2]", "", study), "frequency").value());
        Double fast = feature(run("connor-stevens-1977", "I = -8 [uA/cm^2]  KA.g = 0 [mS/cm^2]", "", study), "frequency").value();
        assertTrue(fast != null && fast > 70, "frequency " + fast);
        assertNull(feature(run("connor-stevens-1977", "I = -8.2 [uA/cm^2]  KA.g = 0 [mS/cm^2]", "", study), "frequency").value());
    }

    /// The cell of the pancreas: silent, bursting and firing, as k_Ca grows. The wave of a burst takes it down to -58 mV, firing alone does not.
    @ParameterizedTest
    @CsvSource({"0.01, -52, -50", "0.04, -59, -18", "0.06, -39, -25"})
    void chayAndKeizersCellBursts(String pump, double least, double most) {
        Findings found = run("chay-keizer-1983", "k_Ca = " + pump + " [1/ms]", "", "until = 40000 [ms]  after = 20000 [ms]  record = V");
        agrees(least, 1.5, feature(found, "min"));
        agrees(most, 1.5, feature(found, "max"));
    }

    /// Plant's slow wave goes on without spikes.
    @Test
    void plantsWaveNeedsNoSpikes() {
        Findings wave = run("plant-1981", "NaV.g = 0 [mS/cm^2]", "", "until = 60000 [ms]  after = 40000 [ms]  record = V");
        agrees(-64.2, 0.1, feature(wave, "min"));
        agrees(-40.9, 0.1, feature(wave, "max"));
    }

    /// Adaptation of the regular-spiking cell, none of the fast-spiking: the interval between the last spikes against that between the first.
    @Test
    void pospischilAdapts() {
        String step = "at = 50 [ms]  for = 500 [ms]  level = %s [uA/cm^2]";
        assertTrue(stretch("pospischil-2008-rs", step.formatted("2.6")) > 2);
        assertEquals(1, stretch("pospischil-2008-fs", step.formatted("3.55")), 0.02);
    }

    private static double stretch(String model, String step) {
        Double early = feature(run(model, "", step, "until = 150 [ms]  record = V"), "interval").value();
        Double late = feature(run(model, "", step, "until = 550 [ms]  after = 250 [ms]  record = V"), "interval").value();
        assertTrue(early != null && late != null);
        return late / early;
    }
}
