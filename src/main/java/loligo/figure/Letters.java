package loligo.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Widths and outlines of letters, metric-compatible with Helvetica and Arial, so that a layout is the same on every machine.
final class Letters {
    private static final double EM = 2048;
    private static final int MEAN = 1139; // of a letter that is not in the table
    /// A raised run is smaller by this factor and stands higher by [#LIFT] of the size.
    static final double SMALLER = 0.72;
    static final double LIFT = 0.36;

    private static final int[][] WIDTHS = widths();

    private Letters() {}

    /// The width of a text, px.
    static double width(String text, double size, boolean bold) {
        double width = 0;
        for (Typesetting.Run run : Typesetting.runs(text)) width += width(run, size, bold);
        return width;
    }

    /// The text, or its beginning and its end with an ellipsis between them where it is wider than `width` px.
    static String shortened(String text, double size, double width) {
        if (width(text, size, false) <= width) return text;
        for (int kept = text.length() - 2; kept > 2; kept--) {
            String shorter = text.substring(0, (kept + 1) / 2) + "\u2026" + text.substring(text.length() - kept / 2);
            if (width(shorter, size, false) <= width) return shorter;
        }
        return text.substring(0, 1) + "\u2026";
    }

    /// A text in `most` lines at most, cut at blanks and within a formula before brackets and after commas; what is still wider than `width` px is
    /// shortened.
    static List<String> lines(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (lines.size() < most - 1 && width(rest, size, false) > width) {
            int cut = cut(rest, size, width);
            if (cut <= 0) break;
            lines.add(shortened(rest.substring(0, cut).strip(), size, width));
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) lines.add(shortened(rest, size, width));
        return lines;
    }

    /// Where the first line of a text ends: at the last blank, else the last bracket or comma, before which there is room; else at the first blank; 0 for nowhere.
    private static int cut(String text, double size, double width) {
        int blank = 0;
        int mark = 0;
        for (int i = 1; i < text.length() && (width(text.substring(0, i), size, false) <= width || blank + mark == 0); i++) {
            if (text.charAt(i) == ' ') blank = i;
            else if (text.charAt(i) == '(' || text.charAt(i - 1) == ',') mark = i;
        }
        return blank > 0 ? blank : mark;
    }

    /// The width of one run, px.
    static double width(Typesetting.Run run, double size, boolean bold) {
        long units = 0;
        for (int i = 0; i < run.text().length(); i++) units += advance(run.text().charAt(i), bold);
        return units / EM * size * (run.raised() ? SMALLER : 1);
    }

    /// The advance of a letter, 1/2048 em.
    static int advance(char letter, boolean bold) {
        int[] table = WIDTHS[bold ? 1 : 0];
        int width = letter < table.length ? table[letter] : 0;
        return width > 0 ? width : MEAN;
    }

    /// The outline of a letter as SVG path data with y downwards, 1/2048 em; null when the table lacks it.
    static @Nullable String outline(char letter, boolean bold) {
        String[] pair = Outlines.TABLE.get(letter);
        return pair == null ? null : pair[bold ? 1 : 0];
    }

    /// Read only when an image is drawn.
    private static final class Outlines {
        static final Map<Character, String[]> TABLE = table();

        private static Map<Character, String[]> table() {
            Map<Character, String[]> table = new HashMap<>();
            for (String line : lines("outlines.txt")) {
                int tab = line.indexOf('\t', 2);
                table.put(line.charAt(0), new String[] {line.substring(2, tab), line.substring(tab + 1)});
            }
            return table;
        }
    }

    private static int[][] widths() {
        int[][] widths = new int[2][0x2300];
        for (String line : lines("widths.txt")) {
            int tab = line.indexOf('\t', 2);
            widths[0][line.charAt(0)] = Integer.parseInt(line, 2, tab, 10);
            widths[1][line.charAt(0)] = Integer.parseInt(line, tab + 1, line.length(), 10);
        }
        return widths;
    }

    /// The lines of a table, without the comment that comes first.
    private static Iterable<String> lines(String resource) {
        InputStream in = Letters.class.getResourceAsStream(resource);
        if (in == null) throw new IllegalStateException("our bug: the resource " + resource + " is missing");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + resource + " can not be read", e);
        }
    }
}
