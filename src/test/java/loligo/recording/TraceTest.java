package loligo.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Panel polynomials against closed forms.
class TraceTest {
    static final Unit MV = new Unit("mV", Dimension.POTENTIAL, 1, 0);

    static Recording record(DoubleUnaryOperator f, double... edges) {
        Recorder recorder = new Recorder(edges[0], List.of(new Heading("V", MV)));
        for (int p = 1; p < edges.length; p++) recorder.append(edges[p], nodes(f, edges[p - 1], edges[p]));
        return recorder.recording();
    }

    static double[] nodes(DoubleUnaryOperator f, double from, double to) {
        return IntStream.range(0, 5).mapToDouble(i -> f.applyAsDouble(from + (to - from) * i / 4)).toArray();
    }

    static double[] even(double from, double to, int panels) {
        return IntStream.rangeClosed(0, panels).mapToDouble(i -> from + (to - from) * i / panels).toArray();
    }

    @Test
    void aQuarticIsItself() {
        DoubleUnaryOperator f = t -> ((t - 3) * t + 2) * t * t - 7;
        Trace trace = record(f, 0, 0.5, 2, 3).trace("V");
        for (double t : new double[] {0, 0.1, 0.5, 1.234, 2, 2.9, 3}) {
            assertEquals(f.applyAsDouble(t), trace.value(t, Side.RIGHT), 1e-13);
            assertEquals(((4 * t - 9) * t + 4) * t, trace.slope(t, Side.LEFT), 1e-12);
        }
    }

    @Test
    void itsRootsAndExtremaAreExact() {
        DoubleUnaryOperator f = t -> (t - 0.125) * (t - 0.25) * (t - 0.5) * (t - 0.875);
        Trace trace = record(f, 0, 1).trace("V");
        assertArrayEquals(new double[] {0.25, 0.875}, trace.crossings(0, Direction.UP), 1e-13);
        assertArrayEquals(new double[] {0.125, 0.5}, trace.crossings(0, Direction.DOWN), 1e-13);
        assertEquals(8, trace.vertices().times().length, "three extrema make four pieces");
    }

    @Test
    void aTouchIsNotAPassageAndADoubleRootJustSplitIsTwo() {
        assertEquals(0, record(t -> -(t - 0.5) * (t - 0.5), 0, 1).trace("V").crossings(0, Direction.UP).length);
        Trace split = record(t -> 1e-10 - (t - 0.5) * (t - 0.5), 0, 1).trace("V");
        assertArrayEquals(new double[] {0.5 - 1e-5}, split.crossings(0, Direction.UP), 1e-9);
        assertArrayEquals(new double[] {0.5 + 1e-5}, split.crossings(0, Direction.DOWN), 1e-9);
    }

    @Test
    void aTripleRootIsOnePassage() {
        assertArrayEquals(new double[] {0.3}, record(t -> (t - 0.3) * (t - 0.3) * (t - 0.3), 0, 1).trace("V").crossings(0, Direction.UP), 1e-5);
    }

    @Test
    void aPassageOnAnEdgeCountsOnce() {
        Trace trace = record(t -> t - 1, 0, 1, 2).trace("V");
        assertArrayEquals(new double[] {1}, trace.crossings(0, Direction.UP));
        assertEquals(0, trace.crossings(0, Direction.DOWN).length);
    }

    @Test
    void aStayOnTheLevelIsPassedWhenItIsReached() {
        Trace trace = record(t -> t < 1 ? t - 1 : t > 2 ? t - 2 : 0, 0, 1, 2, 3).trace("V");
        assertArrayEquals(new double[] {1}, trace.crossings(0, Direction.UP));
        assertEquals(0, record(t -> 0, 0, 1, 2).trace("V").crossings(0, Direction.UP).length);
    }

    @Test
    void aJumpHasTwoSidesAndPassesWhatLiesBetween() {
        Recorder recorder = new Recorder(0, List.of(new Heading("V", MV)));
        recorder.append(1, nodes(t -> -1, 0, 1));
        recorder.append(2, nodes(t -> 1, 1, 2));
        Trace trace = recorder.recording().trace("V");
        assertEquals(-1, trace.value(1, Side.LEFT));
        assertEquals(1, trace.value(1, Side.RIGHT));
        assertArrayEquals(new double[] {1}, trace.crossings(0, Direction.UP));
        assertEquals(-1, trace.cut(0, 1).value(1, Side.RIGHT), "a cut on an edge leaves the jump outside");
        assertEquals(1, trace.cut(1, 2).value(1, Side.LEFT));
    }

    @Test
    void aSineIsReadToTheAccuracyOfItsPanels() {
        Trace trace = record(t -> StrictMath.sin(t), even(0.5, 20.5, 400)).trace("V");
        double[] up = IntStream.rangeClosed(1, 3).mapToDouble(k -> 2 * Math.PI * k).toArray();
        assertArrayEquals(up, trace.crossings(0, Direction.UP), 1e-9);
        assertEquals((StrictMath.cos(0.5) - StrictMath.cos(20.5)) / 20, trace.mean(), 1e-12);
        assertArrayEquals(new double[] {5 * Math.PI / 3, 11 * Math.PI / 3, 17 * Math.PI / 3}, trace.rate().crossings(0.5, Direction.UP), 1e-6);
    }

    @Test
    void aCutKeepsThePolynomials() {
        DoubleUnaryOperator f = t -> ((t - 3) * t + 2) * t * t - 7;
        Recording whole = record(f, 0, 1, 2, 3);
        Recording part = whole.cut(0.25, 2.5);
        assertArrayEquals(new double[] {0.25, 1, 2, 2.5}, part.edges());
        for (double t : new double[] {0.25, 0.7, 1.5, 2.5}) assertEquals(f.applyAsDouble(t), part.trace("V").value(t, Side.LEFT), 1e-13);
        assertEquals(1, whole.cut(1.2, 1.3).panels());
        assertEquals(0, whole.cut(4, 5).panels());
        assertEquals(0, whole.cut(1, 1).panels());
        assertEquals(2, whole.cut(1 + 1e-15, 3).panels(), "no sliver");
        assertThrows(IllegalArgumentException.class, () -> whole.cut(2, 1));
    }

    @Test
    void outsideIsRefused() {
        Trace trace = record(t -> t, 0, 1).trace("V");
        assertThrows(IllegalArgumentException.class, () -> trace.value(1.5, Side.LEFT));
        assertThrows(IllegalArgumentException.class, () -> trace.value(Double.NaN, Side.LEFT));
        assertThrows(IllegalArgumentException.class, () -> record(t -> t, 0, 1).trace("W"));
    }

    @Property(tries = 300)
    void passagesAreTheSignChangesOfTheSkeleton(@ForAll @Size(15) List<@DoubleRange(min = -5, max = 5) Double> nodes, @ForAll @DoubleRange(min = -3, max = 3) double level) {
        double[] values = nodes.stream().mapToDouble(Double::doubleValue).toArray();
        for (int p = 1; p < 3; p++) values[5 * p] = values[5 * p - 1];
        Trace trace = new Trace("V", MV, new double[] {0, 1, 3, 4}, values);
        double[] signs = Arrays.stream(trace.vertices().values()).map(v -> Math.signum(v - level)).filter(s -> s != 0).toArray();
        long changes = IntStream.range(1, signs.length).filter(i -> signs[i] != signs[i - 1]).count();
        double[] up = trace.crossings(level, Direction.UP);
        double[] down = trace.crossings(level, Direction.DOWN);
        assertEquals(changes, up.length + down.length);
        for (double t : up) assertEquals(level, trace.value(t, Side.LEFT), 1e-11);
        assertTrue(DoubleStream.of(up).allMatch(t -> t >= 0 && t <= 4));
        double[] grid = IntStream.rangeClosed(0, 4000).mapToDouble(i -> Math.signum(trace.value(i * 1e-3, Side.LEFT) - level)).filter(d -> d != 0).toArray();
        long dense = IntStream.range(1, grid.length).filter(i -> grid[i] != grid[i - 1]).count();
        assertTrue(dense <= up.length + down.length, "a fine grid sees no passage that was missed");
    }

    @Property(tries = 200)
    void betweenVerticesATraceIsMonotone(@ForAll @Size(5) List<@DoubleRange(min = -5, max = 5) Double> nodes) {
        Trace trace = new Trace("V", MV, new double[] {0, 1}, nodes.stream().mapToDouble(Double::doubleValue).toArray());
        Trace.Vertices vertices = trace.vertices();
        double highest = Arrays.stream(vertices.values()).max().orElseThrow();
        for (int i = 0; i <= 500; i++) assertTrue(trace.value(i / 500.0, Side.LEFT) <= highest + 1e-12);
    }

    /// What is kept of the vertices is where the trace turns, jumps or stands still; what is left out lies on the way between.
    @Property(tries = 300)
    void turnsAreTheVerticesThatAreNotPassed(@ForAll @Size(25) List<@DoubleRange(min = -5, max = 5) Double> nodes, @ForAll @DoubleRange(min = 0, max = 1) double wildness) {
        double[] values = IntStream.range(0, 25).mapToDouble(i -> wildness * nodes.get(i) + Math.abs(i - 12)).toArray();
        for (int p = 1; p < 5; p += 2) values[5 * p] = values[5 * p - 1];
        Trace trace = new Trace("V", MV, new double[] {0, 1, 3, 4, 4.5, 6}, values);
        Trace.Vertices all = trace.vertices();
        Trace.Vertices turns = trace.turns();
        int next = 0;
        for (int i = 0; i < all.times().length; i++) {
            boolean kept = next < turns.times().length && turns.times()[next] == all.times()[i] && turns.values()[next] == all.values()[i];
            if (kept) {
                next++;
                continue;
            }
            double before = turns.values()[next - 1];
            double after = turns.values()[Math.min(next, turns.values().length - 1)];
            assertTrue(Math.min(before, after) <= all.values()[i] && all.values()[i] <= Math.max(before, after), "vertex " + i + " is passed on the way");
        }
        assertEquals(turns.times().length, next);
    }

    @Property(tries = 200)
    void aPassageLiesBehindTheLastBoundaryBelow(@ForAll @Size(40) List<@DoubleRange(min = 1, max = 1.3) Double> rises, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        double[] edges = even(0, 10, 10);
        double[] values = new double[50];
        double height = 0;
        for (int p = 0; p < 10; p++) {
            for (int i = 0; i < 5; i++) values[5 * p + i] = height += i == 0 ? 0 : rises.get(4 * p + i - 1);
        }
        Trace trace = new Trace("V", MV, edges, values);
        double level = share * height;
        double begin = trace.lastBelow(level, 0.3, 9.7);
        double[] all = trace.cut(0.3, 9.7).crossings(level, Direction.UP);
        assertEquals(2, trace.turns().times().length, "it rises all the way");
        assertArrayEquals(all, trace.cut(begin, 9.7).crossings(level, Direction.UP));
        assertTrue(begin == 0.3 || trace.value(begin, Side.RIGHT) < level);
    }
}
