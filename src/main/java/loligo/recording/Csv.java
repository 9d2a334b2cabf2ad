package loligo.recording;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import loligo.quantity.Unit;

/// Writes comma-separated values: the names, the units, then rows of numbers in the units of their columns with as many digits as a double
/// needs. A number that does not exist (NaN) leaves its cell empty. Names that hold a comma or a quote stand in quotes (RFC 4180).
public final class Csv {
    private static final Unit MS = Unit.parse("ms");
    private final Writer out;
    private final List<Heading> headings;

    /// Begins a table: writes its two head lines.
    public Csv(Writer out, List<Heading> headings) throws IOException {
        this.out = out;
        this.headings = List.copyOf(headings);
        line(headings.stream().map(Heading::name).toList());
        line(headings.stream().map(h -> h.unit().symbol()).toList());
    }

    /// Writes samples whole, the time `t` in ms first.
    public static void write(Samples samples, Writer out) throws IOException {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("t", MS));
        headings.addAll(samples.headings());
        Csv csv = new Csv(out, headings);
        double[] row = new double[headings.size()];
        for (int i = 0; i < samples.times().length; i++) {
            row[0] = samples.times()[i];
            for (int c = 1; c < row.length; c++) row[c] = samples.values()[c - 1][i];
            csv.row(row);
        }
    }

    /// Writes one row.
    ///
    /// @param inside one value for each heading, in membrane units
    public void row(double... inside) throws IOException {
        if (inside.length != headings.size()) throw new IllegalArgumentException(inside.length + " values under " + headings.size() + " headings");
        for (int c = 0; c < inside.length; c++) {
            if (c > 0) out.write(',');
            if (!Double.isNaN(inside[c])) out.write(Double.toString(headings.get(c).unit().outside(inside[c])));
        }
        out.write('\n');
    }

    private void line(List<String> cells) throws IOException {
        for (int c = 0; c < cells.size(); c++) {
            if (c > 0) out.write(',');
            out.write(quoted(cells.get(c)));
        }
        out.write('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(ch -> ch == ',' || ch == '"' || ch == '\n' || ch == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
