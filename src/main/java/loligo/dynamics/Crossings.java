package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where borders cross the pieces between neighbouring nodes of a raster. A piece has the number of twice its left or lower node, one more when it goes up.
///
/// @param part of each piece whose ends differ, how far along it the label of its left or lower end reaches
record Crossings(Window window, int[] label, SortedMap<Integer, Double> part) {
    private static final int CORNERS = 4;
    private static final int[] ACROSS = {0, 1, 1, 0}; // corners of a square, anticlockwise
    private static final int[] UP = {0, 0, 1, 1};

    /// A crossing.
    ///
    /// @param place column and row, between nodes // [2]
    record Crossing(int piece, double[] place) {}

    /// All pieces whose ends differ.
    static List<Integer> pieces(Window window, int[] label) {
        List<Integer> pieces = new ArrayList<>();
        for (int node = 0; node < label.length; node++) {
            if (window.column(node) < window.pieces() && label[node] != label[node + 1]) pieces.add(2 * node);
            if (window.row(node) < window.pieces() && label[node] != label[window.node(window.column(node), window.row(node) + 1)]) pieces.add(2 * node + 1);
        }
        return pieces;
    }

    static Crossings of(Window window, int[] label, List<Integer> pieces, double[] parts) {
        TreeMap<Integer, Double> part = new TreeMap<>();
        for (int k = 0; k < parts.length; k++) part.put(pieces.get(k), parts[k]);
        return new Crossings(window, label, part);
    }

    /// The labels on both sides // [2]
    int[] sides(int piece) {
        int node = piece / 2;
        return new int[] {label[node], label[piece % 2 == 0 ? node + 1 : window.node(window.column(node), window.row(node) + 1)]};
    }

    /// The crossings of the sides of a square with this lower left corner, anticlockwise from its lower one.
    List<Crossing> around(int column, int row, int stride) {
        List<Crossing> crossed = new ArrayList<>(CORNERS);
        for (int side = 0; side < CORNERS; side++) {
            int next = (side + 1) % CORNERS;
            int c = column + stride * Math.min(ACROSS[side], ACROSS[next]), r = row + stride * Math.min(UP[side], UP[next]);
            boolean up = ACROSS[side] == ACROSS[next];
            Crossing crossing = along(c, r, up, stride);
            if (crossing != null) crossed.add(crossing);
        }
        return crossed;
    }

    /// The first where the ends of a longer piece differ; null where they do not.
    private @Nullable Crossing along(int column, int row, boolean up, int stride) {
        int from = label[window.node(column, row)], to = label[window.node(up ? column : column + stride, up ? row + stride : row)];
        for (int k = 0; from != to && k < stride; k++) {
            int piece = 2 * window.node(up ? column : column + k, up ? row + k : row) + (up ? 1 : 0);
            Double reach = part.get(piece);
            if (reach != null) return new Crossing(piece, new double[] {up ? column : column + k + reach, up ? row + k + reach : row});
        }
        return null;
    }

    /// The parts of the window that labels take, found from every so many nodes: squares are cut by straight lines between the crossings of their sides.
    SortedMap<Integer, Double> shares(int stride) {
        TreeMap<Integer, Double> shares = new TreeMap<>();
        double square = (double) stride / window.pieces() * stride / window.pieces();
        for (int row = 0; row < window.pieces(); row += stride) {
            for (int column = 0; column < window.pieces(); column += stride) {
                int[] corners = new int[CORNERS];
                for (int k = 0; k < CORNERS; k++) corners[k] = label[window.node(column + stride * ACROSS[k], row + stride * UP[k])];
                List<Crossing> crossed = around(column, row, stride);
                double first = crossed.size() == 2 ? area(column, row, stride, corners) : 0.25 * square;
                if (crossed.isEmpty()) shares.merge(corners[0], square, Double::sum);
                else if (crossed.size() == 2) shares.merge(corners[0], first, Double::sum);
                for (int k = 0; k < CORNERS && crossed.size() > 2; k++) shares.merge(corners[k], first, Double::sum);
                if (crossed.size() == 2) shares.merge(other(corners), square - first, Double::sum);
            }
        }
        return shares;
    }

    private static int other(int[] corners) {
        for (int corner : corners) if (corner != corners[0]) return corner;
        throw new IllegalStateException("Loligo's own bug: a square that is crossed twice has one label");
    }

    /// Of what has the label of the first corner, where two sides are crossed (the shoelace formula).
    private double area(int column, int row, int stride, int[] corners) {
        List<double[]> outline = new ArrayList<>();
        for (int k = 0; k < CORNERS; k++) {
            int next = (k + 1) % CORNERS;
            if (corners[k] == corners[0]) outline.add(new double[] {column + stride * ACROSS[k], row + stride * UP[k]});
            if (corners[k] == corners[next]) continue;
            Crossing crossing = along(column + stride * Math.min(ACROSS[k], ACROSS[next]), row + stride * Math.min(UP[k], UP[next]), ACROSS[k] == ACROSS[next], stride);
            if (crossing != null) outline.add(crossing.place());
        }
        double twice = 0;
        for (int k = 0; k < outline.size(); k++) {
            double[] a = outline.get(k), b = outline.get((k + 1) % outline.size());
            twice += (a[0] - column) * (b[1] - row) - (b[0] - column) * (a[1] - row);
        }
        return twice / 2 / window.pieces() / window.pieces();
    }
}
