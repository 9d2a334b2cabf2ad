package loligo.experiment;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import loligo.quantity.Unit;
import loligo.recording.Csv;
import loligo.recording.Heading;

/// Columns on a common grid, as they are written and drawn. Values are in membrane units; units are for display.
///
/// @param grid the first column: time, or the number that a sweep moved
public record Series(Column grid, List<Column> columns) {
    /// One column; NaN where there is no value.
    ///
    /// @param values in membrane units // [rows]
    public record Column(String name, Unit unit, double[] values) {
        /// The values in the display unit // [rows]
        public double[] shown() {
            double[] shown = new double[values.length];
            for (int i = 0; i < shown.length; i++) shown[i] = unit.outside(values[i]);
            return shown;
        }
    }

    public int rows() {
        return grid.values().length;
    }

    /// The same with more columns behind.
    public Series with(List<Column> more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(more);
        return new Series(grid, List.copyOf(all));
    }

    /// The columns in the order of the file, the grid first.
    public List<Column> all() {
        List<Column> all = new ArrayList<>();
        all.add(grid);
        all.addAll(columns);
        return all;
    }

    /// Whether it has a column of that name.
    boolean has(String name) {
        return all().stream().anyMatch(c -> c.name().equals(name));
    }

    /// The column of a name, the grid included.
    Column column(String name) {
        return all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow(() -> new IllegalStateException("no column " + name + " although it was checked"));
    }

    /// Writes names, units, then numbers with as many digits as the double needs; an empty field where there is no value.
    public void write(Writer out) throws IOException {
        List<Column> all = all();
        Csv csv = new Csv(out, all.stream().map(c -> new Heading(c.name(), c.unit())).toList());
        double[] row = new double[all.size()];
        for (int i = 0; i < rows(); i++) {
            for (int c = 0; c < row.length; c++) row[c] = all.get(c).values()[i];
            csv.row(row);
        }
    }
}
