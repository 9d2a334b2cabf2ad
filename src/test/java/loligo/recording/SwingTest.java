package loligo.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class SwingTest {
    @Test
    void aCircleOfManyTurnsStaysRoundWithFewPoints() {
        int n = 200_000;
        double[] times = new double[n];
        double[][] values = new double[2][n];
        for (int i = 0; i < n; i++) {
            times[i] = i * 1e-3;
            values[0][i] = StrictMath.cos(times[i]);
            values[1][i] = StrictMath.sin(times[i]);
        }
        BitSet kept = Swing.kept(times, values);
        assertTrue(kept.cardinality() < 200 * 60 , "kept " + kept.cardinality());
        for (int i = 0, next; (next = kept.nextSetBit(i + 1)) >= 0; i = next) {
            double x = (values[0][i] + values[0][next]) / 2;
            double y = (values[1][i] + values[1][next]) / 2;
            assertEquals(1, Math.hypot(x, y), 2 * 2 * 4e-4); // the door's width at both sides of the range 2
        }
    }

    @Test
    void bothSidesOfAJumpAreKeptAndStraightLinesAreNot() {
        double[] times = {0, 1, 2, 3, 3, 4, 5, 6};
        double[][] values = {{0, 0, 0, 0, 5, 6, 7, 8}};
        BitSet kept = Swing.kept(times, values);
        assertEquals("{0, 3, 4, 7}", kept.toString());
    }

    @Test
    void aGapKeepsItsNeighbours() {
        double[] times = {0, 1, 2, 3, 4, 5};
        double[][] values = {{0, 1, Double.NaN, 3, 4, 5}};
        BitSet kept = Swing.kept(times, values);
        assertEquals("{0, 1, 2, 3, 5}", kept.toString());
    }
}
