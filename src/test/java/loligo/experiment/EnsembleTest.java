package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import loligo.feature.Feature;
import loligo.notation.Source;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

/// Many cells of one text: what is drawn for each, that each is the patch that it would be alone, and how what is measured spreads.
class EnsembleTest {
    private static final String HEAD = "use hodgkin-huxley-1952\n";
    private static final String STUDY = "simulate run { on = crowd  until = 60 [ms]  method = rk4  step = 0.02 [ms]  measure = spike_count, peak, mean }\n";
    private static final Result.Crowd CROWD = crowd("count = 24  seed = 3  I = uniform(4, 16 [uA/cm^2])  Kdr.g = normal(36, 1.8 [mS/cm^2])  leak.g = 0.25 [mS/cm^2]", 2);

    private static Result.Crowd crowd(String body, int threads) {
        Experiment experiment = ExperimentReader.read(new Source("text", HEAD + "ensemble crowd : HodgkinHuxley1952 { " + body + " }\n" + STUDY), new Shelf(null), List.of());
        return (Result.Crowd) new Laboratory(new Laboratory.Options(threads, false), Progress.NOBODY).perform(experiment.study("run"));
    }

    private static Feature feature(String name) {
        return CROWD.features().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    /// The values of a measured feature // [cells], ascending
    private static double[] values(String name) {
        return CROWD.members().stream().flatMap(m -> m.features().stream()).filter(f -> f.name().equals(name)).mapToDouble(f -> Objects.requireNonNull(f.value())).sorted().toArray();
    }

    @Test
    void eachCellIsThePatchThatItIsAlone() {
        for (int k : new int[] {0, 5, 23}) {
            Result.Member cell = CROWD.members().get(k);
            StringBuilder numbers = new StringBuilder("leak.g = 0.25 [mS/cm^2] ");
            for (Result.Setting set : cell.set()) numbers.append(set.name()).append(" = ").append(set.value()).append(" [").append(set.unit().dimension().unit().symbol()).append("] ");
            Findings alone = Loligo.run(HEAD + "patch crowd : HodgkinHuxley1952 { " + numbers + " }\n" + STUDY.replace("measure = spike_count, peak, mean", ""));
            for (Feature feature : cell.features()) assertEquals(alone.feature("run", feature.name()), feature, "cell " + k);
        }
    }

    @Test
    void aCellKeepsItsNumbers() {
        Result.Crowd more = crowd("Kdr.g = normal(36, 1.8 [mS/cm^2])  count = 30  NaV.g = lognormal(120 [mS/cm^2], 0.1)  seed = 3  I = uniform(4, 16 [uA/cm^2])", 1);
        for (int k = 0; k < 24; k++) {
            List<Result.Setting> kept = CROWD.members().get(k).set();
            assertTrue(more.members().get(k).set().containsAll(kept), "cell " + k);
        }
        assertTrue(more.members().getFirst().set().stream().noneMatch(s -> crowd("count = 2  seed = 4  I = uniform(4, 16 [uA/cm^2])", 1).members().getFirst().set().contains(s)), "another seed, another cell");
    }

    @Test
    void theSameOnAnyNumberOfThreads() {
        assertEquals(ResultHash.of(CROWD), ResultHash.of(crowd("count = 24  seed = 3  I = uniform(4, 16 [uA/cm^2])  Kdr.g = normal(36, 1.8 [mS/cm^2])  leak.g = 0.25 [mS/cm^2]", 1)));
    }

    @Test
    void numbersAreDistributedAsSaid() {
        int n = 20_000;
        double[] normal = drawn(new Draw("a", Unit.ONE, Draw.Law.NORMAL, 36, 2), n);
        double[] uniform = drawn(new Draw("b", Unit.ONE, Draw.Law.UNIFORM, 4, 16), n);
        double[] lognormal = Arrays.stream(drawn(new Draw("c", Unit.ONE, Draw.Law.LOGNORMAL, 120, 0.1), n)).map(StrictMath::log).toArray();
        moments(normal, 36, 2);
        moments(uniform, 10, 12 / Math.sqrt(12));
        moments(lognormal, StrictMath.log(120), 0.1);
        assertTrue(Arrays.stream(uniform).allMatch(x -> x > 4 && x < 16));
        double[] other = drawn(new Draw("d", Unit.ONE, Draw.Law.NORMAL, 36, 2), n);
        double correlation = IntStream.range(0, n).mapToDouble(k -> (normal[k] - 36) * (other[k] - 36) / 4).sum() / n;
        assertTrue(Math.abs(correlation) < 4 / Math.sqrt(n), "two names are two sequences: " + correlation);
    }

    private static double[] drawn(Draw draw, int count) {
        return IntStream.range(0, count).mapToDouble(k -> draw.of(1, k)).toArray();
    }

    /// Within four standard errors.
    private static void moments(double[] values, double mean, double sd) {
        double found = Arrays.stream(values).average().orElseThrow();
        double square = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertEquals(mean, found, 4 * sd / Math.sqrt(values.length));
        assertEquals(1, square / (sd * sd), 4 * Math.sqrt(2.0 / values.length));
    }

    @Test
    void tellsHowNumbersSpread() {
        double[] peaks = values("peak");
        double mean = Arrays.stream(peaks).average().orElseThrow();
        double sd = Math.sqrt(Arrays.stream(peaks).map(x -> (x - mean) * (x - mean)).sum() / (peaks.length - 1));
        assertEquals(mean, Objects.requireNonNull(feature("peak.mean").value()), 1e-12 * Math.abs(mean));
        assertEquals(sd, Objects.requireNonNull(feature("peak.sd").value()), 1e-12 * sd);
        assertEquals((peaks[11] + peaks[12]) / 2, Objects.requireNonNull(feature("peak.median").value()), 1e-12 * Math.abs(mean));
        assertEquals(peaks[1] + 0.15 * (peaks[2] - peaks[1]), Objects.requireNonNull(feature("peak.p05").value()), 1e-9, "of 24 the twentieth part lies at 1.15");
        double largest = CROWD.members().stream().flatMap(m -> m.features().stream()).filter(f -> f.name().equals("peak")).mapToDouble(f -> Objects.requireNonNull(f.error())).max().orElseThrow();
        assertEquals(largest, Objects.requireNonNull(feature("peak.median").error()), 1e-6 * largest);
        assertTrue(Objects.requireNonNull(feature("peak.mean").error()) <= largest * 1.000001);
        assertTrue(Objects.requireNonNull(feature("peak.mean").note()).startsWith("of all 24 cells; from cell to cell its standard error is "));
    }

    @Test
    void percentilesAreLinearBetweenOrderStatistics() {
        double[] sorted = {1, 2, 4, 8, Double.NaN};
        assertEquals(1, Spread.percentile(sorted, 4, 0));
        assertEquals(8, Spread.percentile(sorted, 4, 1));
        assertEquals(3, Spread.percentile(sorted, 4, 0.5));
        assertEquals(2, Spread.percentile(sorted, 4, 1.0 / 3), 1e-15);
        assertEquals(5, Spread.percentile(new double[] {5}, 1, 0.95));
    }

    @Test
    void theEnvelopeHoldsTheCells() {
        Series envelope = CROWD.envelope();
        assertNotNull(envelope);
        assertEquals(List.of("t", "V.p05", "V.median", "V.p95"), envelope.all().stream().map(Series.Column::name).toList());
        double[] low = envelope.column("V.p05").values();
        double[] high = envelope.column("V.p95").values();
        for (int k = 0; k < low.length; k++) assertTrue(low[k] <= envelope.column("V.median").values()[k] && envelope.column("V.median").values()[k] <= high[k], "row " + k);
        assertEquals(60, envelope.grid().values()[low.length - 1]);
        Series table = CROWD.series();
        assertNotNull(table);
        assertEquals(List.of("cell", "I", "Kdr.g", "spike_count", "peak", "mean"), table.all().stream().map(Series.Column::name).toList());
        assertEquals(24, table.rows());
    }

    @Test
    void drawsARasterAndTheEnvelope() {
        assertEquals(24, CROWD.spikes().length);
        assertArrayEquals(CROWD.members().stream().flatMap(m -> m.features().stream()).filter(f -> f.name().equals("spike_count")).mapToInt(f -> Objects.requireNonNull(f.value()).intValue()).toArray(),
                Arrays.stream(CROWD.spikes()).mapToInt(s -> s.length).toArray());
        assertTrue(CrowdFigure.of(CROWD, new Plot("run", null, List.of("V"))).svg().toLowerCase(Locale.ROOT).contains("median"));
        assertTrue(CrowdFigure.of(CROWD, new Plot("run", "I", List.of("peak"))).svg().contains("peak"));
    }
}
