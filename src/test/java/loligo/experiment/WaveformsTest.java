package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import loligo.feature.Feature;
import loligo.notation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sines, chirps, noise and files through the whole chain, on a passive membrane whose answers are closed forms: g = 0.1 mS/cm^2, C = 1 uF/cm^2,
/// E = -70 mV, so tau = 10 ms and R = 10 kOhm cm^2.
class WaveformsTest {
    private static final String PASSIVE = """
            model Passive { membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -70 [mV] } }
            patch cell : Passive { }
            """;

    @TempDir
    Path folder;

    private static double value(Findings findings, String feature) {
        Double value = findings.feature("run", feature).value();
        assertTrue(value != null, feature);
        return value;
    }

    private static Series series(Findings findings) {
        Series series = findings.result("run").series();
        assertTrue(series != null);
        return series;
    }

    private static double[] column(Findings findings, String name) {
        return series(findings).columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow().values();
    }

    @Test
    void aSineOfCurrentMeetsTheImpedance() {
        Findings findings = Loligo.run(PASSIVE + """
                protocol p : current { sine s { for = 400 [ms]  amplitude = 2 [uA/cm^2]  frequency = 20 [Hz] } }
                simulate run { under = p  until = 400 [ms]  after = 250 [ms] }
                """);
        double impedance = 10 / Math.sqrt(1 + StrictMath.pow(2 * Math.PI * 0.02 * 10, 2));
        assertEquals(-70 + 2 * impedance, value(findings, "max"), 1e-6);
        assertEquals(-70 - 2 * impedance, value(findings, "min"), 1e-6);
    }

    /// No unknown is left, so that one step could miss the wave.
    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 1000})
    void aSineOfVoltageMeetsTheAdmittance(double hertz) {
        Findings findings = Loligo.run(PASSIVE + """
                protocol p : voltage { sine s { for = 1000 [ms]  mean = -60 [mV]  amplitude = 5 [mV]  frequency = %s [Hz]  phase = 0.25 } }
                simulate run { under = p  until = 1000 [ms]  measure = max(I, s), min(I, s), mean(I, s) }
                """.formatted(hertz));
        double size = 5 * Math.hypot(0.1, 2 * Math.PI * hertz / 1000);
        for (String name : new String[] {"max", "min", "mean"}) {
            Feature found = findings.feature("run", name + "(I,s)");
            double expected = 0.1 * 10 + switch (name) {
                case "max" -> size;
                case "min" -> -size;
                default -> 0;
            };
            Double error = found.error();
            assertEquals(expected, value(findings, found.name()), 2e-8 * (1 + size));
            assertTrue(error != null && Math.abs(expected - value(findings, found.name())) <= error + 1e-12, found + " should hold " + expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "exponential"})
    void aChirpOfVoltageChargesAsItsFrequencySays(String sweep) {
        Findings findings = Loligo.run(PASSIVE + """
                protocol p : voltage { chirp z { for = 500 [ms]  mean = -70 [mV]  amplitude = 5 [mV]  frequency = 1 to 50 [Hz]  sweep = %s } }
                simulate run { under = p  until = 500 [ms]  record = I }
                """.formatted(sweep));
        double[] t = series(findings).grid().values();
        double[] current = column(findings, "I");
        double growth = StrictMath.log(50) / 500;
        for (int i = 0; i < t.length - 1; i++) {
            boolean linear = sweep.equals("linear");
            double turns = linear ? 0.001 * t[i] + 0.049 / 500 * t[i] * t[i] / 2 : 0.001 * StrictMath.expm1(growth * t[i]) / growth;
            double frequency = linear ? 0.001 + 0.049 / 500 * t[i] : 0.001 * StrictMath.exp(growth * t[i]);
            double angle = 2 * Math.PI * turns;
            assertEquals(0.5 * StrictMath.sin(angle) + 5 * 2 * Math.PI * frequency * StrictMath.cos(angle), current[i], 1e-6);
        }
    }

    /// The membrane's answer to a difference of exponentials is another; even a brief one after long rest is not stepped over.
    @ParameterizedTest
    @CsvSource({"0.5, 5", "0.02, 0.1"})
    void aSynapticCurrentIsSmoothedByTheMembrane(double rise, double decay) {
        Findings findings = Loligo.run(PASSIVE + """
                protocol p : current { synaptic s { at = 900 [ms]  for = 100 [ms]  amplitude = 2 [uA/cm^2]  rise = %s [ms]  decay = %s [ms] } }
                simulate run { under = p  until = 1000 [ms]  every = 0.25 [ms] }
                """.formatted(rise, decay));
        double crest = StrictMath.log(decay / rise) / (1 / rise - 1 / decay);
        double height = StrictMath.exp(-crest / decay) - StrictMath.exp(-crest / rise);
        double[] t = series(findings).grid().values();
        double[] v = column(findings, "V");
        for (int i = 0; i < t.length; i++) {
            double s = t[i] - 900;
            double expected = s < 0 ? 0 : 2 / height * (answer(s, decay) - answer(s, rise));
            assertEquals(-70 + expected, v[i], 2e-5 * (1 + Math.abs(expected)), "at " + t[i]);
        }
    }

    /// To exp(-t/tau), uA/cm^2, with the membrane's 10 ms.
    private static double answer(double t, double tau) {
        return (StrictMath.exp(-t / tau) - StrictMath.exp(-t / 10)) / (0.1 - 1 / tau);
    }

    private static final String NOISE = PASSIVE + """
            protocol p : current { noise n { at = 100 [ms]  for = %s [ms]  mean = 1 [uA/cm^2]  sd = 0.5 [uA/cm^2]  tau = %s [ms]  seed = %s } }
            simulate run { under = p  until = %s [ms]  tolerance = %s  every = 1 [ms]  record = I }
            """;

    /// A low-pass filtered Ornstein-Uhlenbeck process: var V = (R sd)^2 tau_n/(tau_n + tau_m).
    @Test
    void noiseThroughAMembraneHasItsVariance() {
        Findings findings = Loligo.run(NOISE.formatted(20_000, 5, 1, 20_000, 1e-6));
        double[] v = column(findings, "V");
        double[] late = Arrays.copyOfRange(v, 300, v.length);
        double mean = Arrays.stream(late).average().orElseThrow();
        double variance = Arrays.stream(late).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertEquals(-60, mean, 4 * 5 * Math.sqrt(2 * 5 / 20_000.0)); // standard error of the input, R sd sqrt(2 tau/T)
        assertEquals(25 * 5 / 15.0, variance, 0.15 * 25 * 5 / 15.0);
    }

    @Test
    void noiseDoesNotDependOnSteps() {
        double[] coarse = column(Loligo.run(NOISE.formatted(300, 5, 9, 400, 1e-5)), "V");
        double[] fine = column(Loligo.run(NOISE.formatted(300, 5, 9, 400, 1e-11)), "V");
        double[] other = column(Loligo.run(NOISE.formatted(300, 5, 10, 400, 1e-5)), "V");
        for (int i = 0; i < fine.length; i++) assertEquals(fine[i], coarse[i], 1e-3);
        assertNotEquals(coarse[200], other[200]);
    }

    @Test
    void aHundredThousandCornersTakeTheirTimeOnce() {
        String text = "use hodgkin-huxley-1952\npatch cell : HodgkinHuxley1952 { }\n" + NOISE.substring(PASSIVE.length()).formatted(5000, 1, 3, 5100, 1e-6);
        Findings findings = assertTimeout(Duration.ofSeconds(30), () -> Loligo.run(text));
        assertEquals(5101, series(findings).rows());
    }

    private Findings run(String text) {
        Experiment experiment = ExperimentReader.read(new Source("text", text), new Shelf(folder), java.util.List.of());
        return Loligo.run(experiment);
    }

    @Test
    void aFileIsPlayed() throws IOException {
        Files.writeString(folder.resolve("stim.csv"), "t,V,I\ns,mV,nA/cm^2\n0.1,0,0\n0.11,0,1000\n0.14,0,-2000\n");
        Findings findings = run(PASSIVE + """
                protocol p : current { waveform w { at = 10 [ms]  file = "stim.csv"  column = I  scale = 2 } }
                simulate run { under = p  until = 80 [ms]  record = I  measure = max(I, w), min(I, w), mean(I, w), max(V, w) }
                """);
        // the file is in nA/cm^2, the injected current in uA/cm^2; I itself is what rests at 0 and is added to
        assertEquals(2, value(findings, "max(I,w)"), 1e-12);
        assertEquals(-4, value(findings, "min(I,w)"), 1e-12);
        assertEquals((0.5 * 10 * 2 + 30 * -1) / 40, value(findings, "mean(I,w)"), 1e-12);
    }

    @Test
    void whatWasWrittenCanBePlayed() throws IOException {
        String drive = "protocol p : current { sine s { for = 50 [ms]  amplitude = 1 [uA/cm^2]  frequency = 40 [Hz] } }\n";
        Findings first = Loligo.run(PASSIVE + drive + "simulate run { under = p  until = 50 [ms]  every = 0.01 [ms] }");
        try (var out = Files.newBufferedWriter(folder.resolve("run.csv"))) {
            series(first).write(out);
        }
        Findings second = run(PASSIVE + """
                protocol p : voltage { waveform w { file = "run.csv"  column = V } }
                simulate run { under = p  until = 50 [ms]  measure = max(I, w) }
                """);
        assertEquals(1, value(second, "max(I,w)"), 2e-3); // the slopes of straight lines between rows 0.01 ms apart
    }

    /// What is played belongs to the text: another file, another hash.
    @Test
    void theFileIsPartOfTheText() throws IOException {
        String text = PASSIVE + """
                protocol p : current { waveform w { file = "stim.csv" } }
                simulate run { under = p  until = 2 [ms] }
                """;
        Files.writeString(folder.resolve("stim.csv"), "t,I\nms,uA/cm^2\n0,0\n1,1\n");
        String one = run(text).textHash();
        assertEquals(one, run(text).textHash());
        Files.writeString(folder.resolve("stim.csv"), "t,I\nms,uA/cm^2\n0,0\n1,2\n");
        assertNotEquals(one, run(text).textHash());
    }
}
