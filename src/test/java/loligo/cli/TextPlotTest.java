package loligo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Curves in characters.
class TextPlotTest {
    @Test
    void aLineRises() {
        double[] y = new double[161];
        for (int i = 0; i < y.length; i++) y[i] = i - 80;
        List<String> lines = TextPlot.of(y, "V mV", 40, "ms");
        assertEquals(14, lines.size());
        assertTrue(lines.getFirst().startsWith(" 100 │") && lines.get(11).startsWith(" -80 │"), lines.toString());
        assertTrue(lines.get(6).startsWith("V mV │"));
        assertTrue(lines.getLast().endsWith(" 40 ms"));
        int before = -1; // where the curve is in each line from the bottom: further and further to the right
        for (int row = 10; row >= 1; row--) {
            int first = 6;
            String line = lines.get(row);
            while (first < line.length() && line.charAt(first) == ' ') first++;
            assertTrue(first >= before && first < line.length(), lines.toString());
            before = first;
        }
    }

    @Test
    void nothingIsNotDrawn() {
        assertEquals(List.of("(nothing to draw)"), TextPlot.of(new double[] {Double.NaN, Double.NaN}, "V", 1, "ms"));
    }

    @Test
    void aConstantIsALine() {
        List<String> lines = TextPlot.of(new double[] {-65, -65, -65}, "V", 1, "ms");
        assertEquals(1, lines.stream().limit(12).filter(l -> l.chars().anyMatch(c -> c > 0x2800)).count(), lines.toString());
    }

    @Test
    void holesStayOpen() {
        double[] y = new double[321];
        for (int i = 0; i < y.length; i++) y[i] = i < 160 ? 1 : Double.NaN;
        List<String> lines = TextPlot.of(y, "x", 1, "ms");
        assertTrue(lines.stream().limit(12).allMatch(l -> l.length() <= 6 + 42), lines.toString());
    }
}
