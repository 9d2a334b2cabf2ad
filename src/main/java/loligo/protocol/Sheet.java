package loligo.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import loligo.notation.Diagnostics;
import loligo.notation.Source;
import loligo.notation.Span;
import loligo.quantity.Dimension;
import loligo.quantity.Nearest;
import loligo.quantity.Unit;
import loligo.quantity.UnitReading;
import org.jspecify.annotations.Nullable;

/// Reads comma-separated values as Loligo writes them: a line of names, a line of units, then rows of numbers; time is the first column.
final class Sheet {
    static final int MOST_ROWS = 1_000_000;
    private static final int MOST_MISTAKES = 5;
    private static final String HEAD = "The first line names the columns, the second gives their units: t,V and then ms,mV.";

    /// One cell: its text without quotes and blanks, and where it stands.
    private record Cell(String text, Span at) {}

    private final Source source;
    private final String text;
    private final Diagnostics diagnostics;
    private final int before;
    private int here;

    Sheet(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.text = source.text();
        this.diagnostics = diagnostics;
        this.before = diagnostics.count();
        this.here = text.startsWith("\ufeff") ? 1 : 0;
    }

    /// The curve of a column; null after diagnostics, which are placed in the file itself.
    ///
    /// @param column null: the only one beside the time
    /// @param unnamed is told where there is no such column: it is the experiment's text that has to name another
    @Nullable Curve curve(@Nullable String column, BiConsumer<String, String> unnamed) {
        List<Cell> names = row();
        List<Cell> units = row();
        if (text.isBlank()) return refuse(new Span(0, 0), "an empty file", HEAD);
        boolean semicolons = names.size() == 1 && names.getFirst().text.contains(";");
        if (names.size() < 2) return refuse(names.isEmpty() ? new Span(0, 0) : names.getFirst().at, semicolons ? "semicolons between columns" : "one column",
                semicolons ? "Export the table with commas between the columns, and dots in the numbers. " + HEAD : "The first column is the time, another the waveform; commas stand between them. " + HEAD);
        if (units.size() != names.size()) return refuse(units.isEmpty() ? new Span(here, here) : units.getFirst().at, units.size() + " units for " + names.size() + " names", HEAD);
        int wanted = index(column, names, unnamed);
        if (wanted < 1) return null;
        Unit time = unit(units.getFirst());
        Unit level = unit(units.get(wanted));
        if (time != null && !time.dimension().equals(Dimension.TIME)) refuse(units.getFirst().at, "the first column is no time", "It is in " + time.symbol() + "; write a time in ms or s there.");
        if (diagnostics.count() > before || time == null || level == null) return null;
        return rows(names.size(), wanted, time, level);
    }

    private static int index(@Nullable String column, List<Cell> names, BiConsumer<String, String> unnamed) {
        List<String> known = names.stream().skip(1).map(Cell::text).toList();
        if (column == null && known.size() == 1) return 1;
        int found = column == null ? -1 : known.indexOf(column);
        if (found < 0) {
            String near = column == null ? "" : Nearest.to(column, known).map(n -> "Did you mean " + n + "? ").orElse("");
            List<String> shown = known.size() > 20 ? known.subList(0, 20) : known;
            unnamed.accept(column == null ? "which column?" : "no column " + column, near + "Write column = \"NAME\" with one of " + String.join(", ", shown) + ".");
        }
        return found + 1;
    }

    private @Nullable Unit unit(Cell cell) {
        if (cell.text.isEmpty()) {
            refuse(cell.at, "a column without a unit", "Write its unit into the second line, 1 for a pure number. " + HEAD);
            return null;
        }
        return switch (Unit.read(cell.text)) {
            case UnitReading.Known(Unit unit) -> unit;
            case UnitReading.Unknown unknown -> {
                refuse(cell.at, "this is no unit: " + unknown.reason(), HEAD);
                yield null;
            }
        };
    }

    private @Nullable Curve rows(int width, int wanted, Unit time, Unit level) {
        double[] times = new double[1024];
        double[] heights = new double[1024];
        int count = 0;
        Span at = new Span(here, here);
        while (here < text.length() && diagnostics.count() - before < MOST_MISTAKES) {
            List<Cell> cells = row();
            if (cells.size() == 1 && cells.getFirst().text.isEmpty() && text.substring(here).isBlank()) break;
            at = cells.getFirst().at;
            if (count == MOST_ROWS) return refuse(at, "more than " + MOST_ROWS + " rows", "Write a coarser or a shorter waveform.");
            if (cells.size() != width) {
                refuse(at, cells.size() + (cells.size() == 1 ? " cell under " : " cells under ") + width + " names", "Every row has a number for each column; the decimal mark is a dot.");
                continue;
            }
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
                heights = Arrays.copyOf(heights, 2 * count);
            }
            times[count] = time.inside(number(cells.getFirst()));
            heights[count] = level.inside(number(cells.get(wanted)));
            if (count > 0 && times[count] <= times[count - 1]) refuse(at, "time does not go on", "Each row is later than the one before it.");
            count++;
        }
        if (diagnostics.count() > before) return null;
        if (count < 2) return refuse(at, count == 1 ? "one row of numbers" : "no numbers", "A waveform needs two rows or more.");
        double first = times[0];
        for (int i = 0; i < count; i++) times[i] -= first;
        return new Curve(Arrays.copyOf(times, count), Arrays.copyOf(heights, count), level);
    }

    /// Digits, signs, dots and exponents; nothing else that Java would take for a number.
    private double number(Cell cell) {
        boolean plain = !cell.text.isEmpty() && cell.text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E');
        double value = Double.NaN;
        try {
            if (plain) value = Double.parseDouble(cell.text);
        } catch (NumberFormatException e) {
            value = Double.NaN; // told below
        }
        if (!Double.isFinite(value)) refuse(cell.at, cell.text.isEmpty() ? "a gap" : "this is no number", "Every cell of the time and of the column holds a number, such as -65.2 or 1e-3; fill gaps before, or cut the file there.");
        return value;
    }

    /// The cells of the next line.
    private List<Cell> row() {
        List<Cell> cells = new ArrayList<>();
        if (here >= text.length()) return cells;
        int start = here;
        boolean quoted = false;
        int i = here;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            if (c == '\n' || c == '\r') break;
            if (c == ',' && !quoted) {
                cells.add(cell(start, i));
                start = i + 1;
            }
        }
        cells.add(cell(start, i));
        here = i + (text.startsWith("\r\n", i) ? 2 : 1);
        return cells;
    }

    private Cell cell(int from, int to) {
        String content = text.substring(from, to).strip();
        boolean quoted = content.length() > 1 && content.startsWith("\"") && content.endsWith("\"");
        return new Cell(quoted ? content.substring(1, content.length() - 1).replace("\"\"", "\"").strip() : content, new Span(from, Math.max(to, from)));
    }

    private @Nullable Curve refuse(Span at, String problem, String remedy) {
        diagnostics.add(source, at, problem, remedy);
        return null;
    }
}
