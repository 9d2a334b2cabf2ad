package loligo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A curve in characters: two by four dots of Braille in each, axes with round numbers at their ends.
final class TextPlot {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 12;
    private static final int BLANK = 0x2800;
    /// The bit of each dot of a character, by row and column. // [4][2]
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int[][] cells = new int[HEIGHT][WIDTH]; // [HEIGHT][WIDTH], dots set
    private final double low;
    private final double high;

    private TextPlot(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /// Draws `y` over equally spaced times.
    ///
    /// @param y NaN where there is nothing // [rows]
    /// @param until the time of the last
    static List<String> of(double[] y, String quantity, double until, String unitOfTime) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double v : y) {
            if (!Double.isFinite(v)) continue;
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        if (!(most >= least)) return List.of("(nothing to draw)");
        double step = round(Math.max(most - least, 1e-9 * Math.max(1, Math.abs(most))));
        TextPlot plot = new TextPlot(step * Math.floor(least / step), step * (Math.floor(most / step) + 1));
        plot.curve(y);
        return plot.lines(quantity, until, unitOfTime);
    }

    /// A step of 1, 2 or 5 times a power of ten that goes four to ten times into a range.
    private static double round(double range) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(range)));
        double leading = range / power;
        return power * (leading < 2 ? 0.2 : leading < 5 ? 0.5 : 1);
    }

    /// Each column of dots goes from where the last one ended through all that falls into it; a hole stays open.
    private void curve(double[] y) {
        int columns = 2 * WIDTH;
        double before = Double.NaN;
        for (int c = 0; c < columns; c++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double last = Double.NaN;
            for (int i = place(c, y); i <= place(c + 1, y); i++) {
                if (!Double.isFinite(y[i])) continue;
                least = Math.min(least, y[i]);
                most = Math.max(most, y[i]);
                last = y[i];
            }
            if (most >= least) stroke(c, row(Double.isNaN(before) ? most : Math.max(most, before)), row(Double.isNaN(before) ? least : Math.min(least, before)));
            before = last;
        }
    }

    private static int place(int column, double[] y) {
        return (int) ((long) column * (y.length - 1) / (2 * WIDTH));
    }

    /// The row of dots of a value, 0 at the top.
    private int row(double value) {
        int rows = 4 * HEIGHT;
        return Math.clamp((int) Math.floor((high - value) / (high - low) * rows), 0, rows - 1);
    }

    private void stroke(int column, int top, int bottom) {
        for (int row = top; row <= bottom; row++) cells[row / 4][column / 2] |= DOTS[row % 4][column % 2];
    }

    private List<String> lines(String quantity, double until, String unitOfTime) {
        String top = number(high);
        String bottom = number(low);
        int margin = Math.max(Math.max(top.length(), bottom.length()), quantity.length());
        List<String> lines = new ArrayList<>();
        for (int r = 0; r < HEIGHT; r++) {
            String label = r == 0 ? top : r == HEIGHT - 1 ? bottom : r == HEIGHT / 2 ? quantity : "";
            StringBuilder line = new StringBuilder(" ".repeat(margin - label.length()) + label + " \u2502");
            for (int cell : cells[r]) line.appendCodePoint(cell == 0 ? ' ' : BLANK + cell);
            lines.add(line.toString().stripTrailing());
        }
        lines.add(" ".repeat(margin) + " \u2514" + "\u2500".repeat(WIDTH));
        String end = number(until) + " " + unitOfTime;
        lines.add(" ".repeat(margin + 2) + "0" + " ".repeat(WIDTH - 1 - end.length()) + end);
        return lines;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
    }
}
