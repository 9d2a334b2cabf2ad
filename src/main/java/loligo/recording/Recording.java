package loligo.recording;

import java.util.List;
import loligo.quantity.Unit;

/// What a simulation saw. Time is cut into *panels*, the solver's own steps; on each panel every column is the quartic through its values at
/// the five nodes 0, 1/4, 1/2, 3/4, 1 of the panel. So features are read to the solver's accuracy, not to that of a sampling grid, and a column
/// may jump from one panel to the next (a stimulus, a reset).
///
/// @param edges panel boundaries, ms // [panels + 1], ascending
/// @param columns in the order in which they were asked for
/// @param resets times of reset events (spikes of integrate-and-fire models), ms
public record Recording(double[] edges, List<Column> columns, double[] resets) {
    public static final int NODES = 5;

    /// One recorded quantity: `name` as written in the text, without spaces (`V`, `NaV.I`, `Na.g*(V-Na.E)`); `unit` for display; `values`
    /// in membrane units // [panels * NODES]
    public record Column(String name, Unit unit, double[] values) {}

    public int panels() {
        return edges.length - 1;
    }
}
