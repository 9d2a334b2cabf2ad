package loligo.recording;

import java.util.Arrays;
import java.util.List;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// What a simulation saw. Time is cut into *panels*, the solver's own steps; on each panel every column is the quartic through its values at
/// the five nodes 0, 1/4, 1/2, 3/4, 1 of the panel. So features are read to the solver's accuracy, not to that of a sampling grid, and a column
/// may jump from one panel to the next (a stimulus, a reset).
///
/// @param edges panel boundaries, ms // [panels + 1], ascending
/// @param columns in the order in which they were asked for
/// @param resets times of reset events (spikes of integrate-and-fire models), ms
public record Recording(double[] edges, List<Column> columns, double[] resets) {
    public static final int NODES = 5;

    public Recording {
        if (edges.length == 0) throw new IllegalArgumentException("a recording needs at least the time at which it begins");
        for (int i = 1; i < edges.length; i++)
            if (!(edges[i] > edges[i - 1])) throw new IllegalArgumentException("panel " + i + " ends at " + edges[i] + " ms but begins at " + edges[i - 1]);
        columns = List.copyOf(columns);
        for (Column column : columns)
            if (column.values.length != (edges.length - 1) * NODES)
                throw new IllegalArgumentException(column.name + " has " + column.values.length + " values for " + (edges.length - 1) + " panels of " + NODES);
    }

    /// One recorded quantity: `name` as written in the text, without spaces (`V`, `NaV.I`, `Na.g*(V-Na.E)`); `unit` for display; `values`
    /// in membrane units // [panels * NODES]
    public record Column(String name, Unit unit, double[] values) {}

    public int panels() {
        return edges.length - 1;
    }

    public double start() {
        return edges[0];
    }

    public double end() {
        return edges[edges.length - 1];
    }

    /// The column of this name, null when it was not recorded.
    public @Nullable Column find(String name) {
        for (Column column : columns) if (column.name.equals(name)) return column;
        return null;
    }

    /// The column of this name.
    ///
    /// @throws IllegalArgumentException when it was not recorded
    public Column column(String name) {
        Column column = find(name);
        if (column == null) throw new IllegalArgumentException("no column " + name + " among " + columns.stream().map(Column::name).toList());
        return column;
    }

    /// The column of this name, as a function of time.
    ///
    /// @throws IllegalArgumentException when it was not recorded
    public Trace trace(String name) {
        Column column = column(name);
        return new Trace(column.name, column.unit, edges, column.values);
    }

    /// What was recorded from `after` to `until` (ms); no panels when nothing was. A reset at `after` itself is left outside.
    ///
    /// @throws IllegalArgumentException when the window ends before it begins
    public Recording cut(double after, double until) {
        Scissors scissors = Scissors.between(edges, after, until);
        List<Column> cut = after <= start() && until >= end() ? columns : columns.stream().map(c -> new Column(c.name, c.unit, scissors.cut(c.values))).toList();
        return new Recording(scissors.edges(), cut, Arrays.stream(resets).filter(t -> t > after && t <= until).toArray());
    }

    /// The first columns alone.
    public Recording first(int count) {
        return new Recording(edges, columns.subList(0, count), resets);
    }

    /// All columns on a regular grid, for files and plots.
    ///
    /// @param every the spacing, ms
    /// @throws IllegalArgumentException when it is not above zero, or makes more samples than an array holds
    public Samples sample(double every) {
        return Sampler.regular(this, every);
    }

    /// All columns where a drawing needs them: jumps stay sharp, no spike loses its top.
    ///
    /// @param most about so many points for each column
    public Samples portrait(int most) {
        return Portrait.of(this, most);
    }
}
