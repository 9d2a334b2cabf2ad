package loligo.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final Unit NA = new Unit("nA", Dimension.CURRENT, 1e-3, 0);

    private static Recorder two() {
        return new Recorder(0, List.of(new Heading("V", TraceTest.MV), new Heading("min(I,J)", NA)));
    }

    @Test
    void growsAndKeepsWhatItWasGiven() {
        Recorder recorder = two();
        double[] nodes = new double[10];
        for (int p = 0; p < 1000; p++) {
            for (int i = 0; i < 10; i++) nodes[i] = 10 * p + i;
            recorder.append(p + 1, nodes);
        }
        recorder.reset(3.5);
        assertTrue(recorder.bytes() >= Recorder.bytes(2, 1000) + Recorder.bytes(1, 1000), "the store, and one column of the copy");
        Recording recording = recorder.recording();
        assertSame(recording, recorder.recording(), "it is copied once");
        assertEquals(1000, recorder.panels());
        assertThrows(IllegalStateException.class, () -> recorder.append(1001, nodes));
        assertEquals(1000, recording.panels());
        assertEquals(9989, recording.column("min(I,J)").values()[998 * 5 + 4]);
        assertArrayEquals(new double[] {3.5}, recording.resets());
        assertEquals(8 * (1001 + 2 * 5000), Recorder.bytes(2, 1000));
    }

    @Test
    void growsByBlocksInOrder() {
        Recorder recorder = new Recorder(-1, List.of(new Heading("x", Unit.ONE)));
        int panels = 30_000; // several blocks of every size
        for (int p = 0; p < panels; p++) recorder.append(p, new double[] {p, p + 0.25, p + 0.5, p + 0.75, p + 1});
        long kept = recorder.bytes() - Recorder.bytes(1, panels);
        assertTrue(kept < 1.3 * Recorder.bytes(1, panels), "a store of " + kept + " bytes has little room to spare");
        Recording recording = recorder.recording();
        assertEquals(panels, recorder.panels());
        for (int p = 0; p < panels; p++) {
            assertEquals(p - 1, recording.edges()[p]);
            assertEquals(p + 0.75, recording.columns().getFirst().values()[p * Recording.NODES + 3]);
        }
    }

    @Test
    void aPortraitOfAVeryLongRecordingIsReadByStretches() {
        Recorder recorder = new Recorder(0, List.of(new Heading("x", Unit.ONE), new Heading("y", Unit.ONE)));
        int panels = 20_000;
        for (int p = 0; p < panels; p++) {
            double top = p == 4321 ? 7 : 0;
            recorder.append(p + 1, new double[] {0, 1, 2 + top, 1, 0, 0, -1, -2 - top, -1, p == 777 ? Double.NaN : 0});
        }
        Samples portrait = recorder.recording().portrait(4000);
        assertEquals(0, portrait.times()[0]);
        assertEquals(panels, portrait.times()[portrait.times().length - 1]);
        assertTrue(portrait.times().length <= 1000 * 8, "first, last, and lowest, highest and gap of each column");
        assertEquals(9, Arrays.stream(portrait.values()[0]).max().orElseThrow(), 1e-12);
        assertTrue(Arrays.stream(portrait.values()[1]).anyMatch(v -> v < -8.9), "no top is lost");
        assertTrue(Arrays.stream(portrait.values()[1]).anyMatch(Double::isNaN), "nor a gap");
        for (int i = 1; i < portrait.times().length; i++) assertTrue(portrait.times()[i] >= portrait.times()[i - 1]);
    }

    @Test
    void whatIsNotFiniteIsAGapOfItsColumn() {
        Recorder recorder = two();
        recorder.append(0.5, new double[10]);
        recorder.append(1, new double[] {0, 0, 0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, 0, 0});
        assertEquals(2, recorder.panels());
        assertArrayEquals(new double[10], recorder.recording().columns().getFirst().values());
        double nothing = Double.NaN;
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, nothing, nothing, nothing, nothing, nothing}, recorder.recording().columns().getLast().values());
        assertThrows(IllegalArgumentException.class, () -> recorder.append(0, new double[10]));
        assertThrows(IllegalArgumentException.class, () -> recorder.append(1, new double[5]));
    }

    @Test
    void samplesOnADecimalGrid() {
        Recording recording = TraceTest.record(t -> t * t, 0, 0.17, 0.4, 1);
        Samples samples = recording.sample(0.05);
        assertEquals(21, samples.times().length);
        assertEquals(0.15, samples.times()[3]);
        assertEquals(0.35, samples.times()[7]);
        for (int i = 0; i < 21; i++) assertEquals(samples.times()[i] * samples.times()[i], samples.values()[0][i], 1e-15);
        assertEquals(4, recording.sample(0.3).times().length);
        assertThrows(IllegalArgumentException.class, () -> recording.sample(0));
        assertEquals(0, two().recording().sample(1).times().length);
    }

    @Test
    void aPortraitKeepsJumpsAndTops() {
        Recorder recorder = new Recorder(0, List.of(new Heading("x", Unit.ONE)));
        int panels = 10_000;
        for (int p = 0; p < panels; p++) {
            double top = p == 4321 ? 7 : 0; // one spike of one panel, and a sawtooth of jumps
            recorder.append(p + 1, new double[] {p % 2, p % 2, p % 2 + top, p % 2, p % 2});
        }
        Recording recording = recorder.recording();
        for (int most : new int[] {400, 80_000}) {
            Samples portrait = recording.portrait(most);
            assertEquals(0, portrait.times()[0]);
            assertEquals(panels, portrait.times()[portrait.times().length - 1]);
            assertTrue(Arrays.stream(portrait.values()[0]).max().orElseThrow() >= 8, "no top is lost");
            for (int i = 1; i < portrait.times().length; i++) assertTrue(portrait.times()[i] >= portrait.times()[i - 1]);
        }
        assertTrue(recording.portrait(400).times().length <= 400, "first, last, lowest and highest of each stretch");
        Samples fine = recording.portrait(80_000);
        assertEquals(fine.times()[3], fine.times()[4], "both sides of a jump");
    }

    @Test
    void writesNamesUnitsAndNumbersInTheirUnits() throws IOException {
        Recorder recorder = two();
        recorder.append(1, new double[] {-65, -65, -65, -65, -64.9, 0.002, 0.002, 0.002, 0.002, 0.002});
        StringWriter out = new StringWriter();
        Csv.write(recorder.recording().sample(1), out);
        assertEquals("t,V,\"min(I,J)\"\nms,mV,nA\n0.0,-65.0,2.0\n1.0,-64.9,2.0\n", out.toString());
    }

    @Test
    void aMissingNumberIsAnEmptyCell() throws IOException {
        StringWriter out = new StringWriter();
        new Csv(out, List.of(new Heading("I", NA), new Heading("peak", TraceTest.MV))).row(0.01, Double.NaN);
        assertEquals("I,peak\nnA,mV\n10.0,\n", out.toString());
    }

    /// The doubles nearest to the decimal numbers, at every place of the grid.
    @Test
    void timesOfAGridAreTheirDecimals() {
        for (double start : new double[] {0, 0.3, 12.625}) {
            for (double every : new double[] {0.1, 0.025, 1e-3, 0.7, 3}) {
                double[] times = TraceTest.record(t -> t, start, start + 40).sample(every).times();
                for (int k = 0; k < times.length; k++) {
                    double decimal = BigDecimal.valueOf(start).add(BigDecimal.valueOf(every).multiply(BigDecimal.valueOf(k))).doubleValue();
                    assertEquals(Math.min(start + 40, decimal), times[k], start + " + " + k + " " + every);
                }
            }
        }
    }

    /// A reel that was given back serves runs of as many panels, and no others.
    @Test
    void aReelIsUsedAgain() {
        Reels reels = new Reels();
        List<Heading> headings = List.of(new Heading("V", TraceTest.MV));
        Reel first = reels.take(2, headings, 3);
        first.extend(new double[] {1, 2}, 2);
        reels.give(first);
        Reel second = reels.take(2, headings, 2);
        assertSame(first, second);
        assertEquals(0, second.panels());
        second.extend(new double[] {0.5, 1.5}, 2);
        Arrays.setAll(second.column(1, 0), i -> i);
        assertArrayEquals(new double[] {0, 0.5, 1.5}, second.recording(1).edges());
        assertEquals(9, second.recording(1).column("V").values()[9]);
        reels.give(second);
        assertEquals(4, reels.take(3, headings, 2).edges().length, "another number of panels");
        reels.give(second);
        assertNotSame(second, reels.take(2, headings, 4), "more runs");
    }
}
