package loligo.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which way a line is gone is seen in its heads.
class HeadsTest {
    private static final Axis X = Axis.of("x", "mV").between(-1.2, 1.2);
    private static final Axis Y = Axis.of("y", "1").between(-1.2, 1.2);

    private static Layer.Line circle(double turns) {
        int n = 400;
        double[] xs = IntStream.rangeClosed(0, n).mapToDouble(i -> StrictMath.cos(2 * StrictMath.PI * turns * i / n)).toArray();
        double[] ys = IntStream.rangeClosed(0, n).mapToDouble(i -> StrictMath.sin(2 * StrictMath.PI * turns * i / n)).toArray();
        return Layer.Line.of(xs, ys, "", 0).arrowed();
    }

    private static List<Heads.Head> heads(Layer.Line line) {
        Frame frame = new Frame(new Box(0, 0, 400, 400), new Extent(-1.2, 1.2), Axis.Scale.LINEAR, new Extent(-1.2, 1.2), Axis.Scale.LINEAR);
        return Heads.along(line.xs(), line.ys(), frame);
    }

    private static long filled(Layer.Line line) {
        return Figure.of("", "", List.of(new Panel("", X, Y, List.of(line)))).svg().lines().filter(l -> l.startsWith("<path") && l.contains("z\"") && l.contains(Tone.of(0).colour())).count();
    }

    @Test
    void theyPointTheWayThatTheLineGoes() {
        for (double turns : new double[] {1, -1}) {
            List<Heads.Head> heads = heads(circle(turns));
            assertTrue(heads.size() >= 4, () -> heads.toString());
            for (Heads.Head head : heads) { // on the page y grows downwards, so the left hand of the centre is turned over
                double cross = (head.x() - 200) * head.dy() - (head.y() - 200) * head.dx();
                assertEquals(-Math.signum(turns), Math.signum(cross));
            }
        }
    }

    @Test
    void manyRoundsHaveAsManyAsOne() {
        assertEquals(heads(circle(1)).size(), heads(circle(5)).size(), 3);
    }

    @Test
    void onlyDirectedLinesHaveThem() {
        assertTrue(filled(circle(1)) >= 4);
        assertEquals(0, filled(Layer.Line.of(circle(1).xs(), circle(1).ys(), "", 0)));
        assertFalse(heads(circle(1)).isEmpty());
    }
}
