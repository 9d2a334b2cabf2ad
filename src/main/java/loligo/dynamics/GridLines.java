package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;

/// The pieces of straight line that join neighbours of a grid in the plane of two parameters.
final class GridLines {
    private static final double BEYOND = 0.02; // of a piece, at either end: a curve passes so near to a point of the grid

    private final TwoParameterDiagram.Grid grid;

    GridLines(TwoParameterDiagram.Grid grid) {
        this.grid = grid;
    }

    /// Two neighbours along the parameter `active`.
    record Pair(TwoParameterDiagram.Cell from, TwoParameterDiagram.Cell to, int active) {
        /// Whether one has an odd number of equilibria more than the other: saddle-nodes make them two by two, so that one went beyond the box.
        boolean odd() {
            return (from.growing().size() - to.growing().size()) % 2 != 0;
        }

        /// Whether the same stands still on both sides, but only on one of them something goes round.
        boolean round() {
            return from.growing().equals(to.growing());
        }
    }

    /// Neighbours at which not the same stands still, or only one of two that rest goes round as well.
    List<Pair> differing() {
        List<Pair> pairs = new ArrayList<>();
        int columns = grid.columns();
        for (int k = 0; k < grid.cells().size(); k++) {
            if (k % columns > 0) add(pairs, k - 1, k, 0);
            if (k >= columns) add(pairs, k - columns, k, 1);
        }
        return pairs;
    }

    private void add(List<Pair> pairs, int from, int to, int active) {
        TwoParameterDiagram.Cell a = grid.cells().get(from), b = grid.cells().get(to);
        boolean begins = a.oscillates() != b.oscillates() && a.stable() > 0; // where nothing was seen to rest or to go round, an orbit takes long to settle
        if (!a.growing().equals(b.growing()) || begins) pairs.add(new Pair(a, b, active));
    }

    /// Whether a curve passes between the two.
    ///
    /// @param curves the two parameters, point by point
    boolean crossed(Pair pair, List<List<double[]>> curves) {
        return curves.stream().anyMatch(curve -> {
            for (int k = 1; k < curve.size(); k++) if (crosses(pair, curve.get(k - 1), curve.get(k))) return true;
            return false;
        });
    }

    private static boolean crosses(Pair pair, double[] a, double[] b) {
        int along = pair.active();
        double level = pair.from().parameters()[1 - along];
        if ((a[1 - along] - level) * (b[1 - along] - level) > 0) return false;
        double part = a[1 - along] == b[1 - along] ? 0 : (level - a[1 - along]) / (b[1 - along] - a[1 - along]);
        double at = a[along] + part * (b[along] - a[along]);
        double from = pair.from().parameters()[along], to = pair.to().parameters()[along];
        return at >= from - BEYOND * (to - from) && at <= to + BEYOND * (to - from);
    }
}
