package loligo.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Labels of the nodes of a window. Every eighth node is asked first; then, finer and finer, only what lies in squares whose corners differ or through which a line passes that
/// is known to part; then whatever lies beside nodes that differ. The others are as the corners around them.
final class Raster {
    static final int WIDEST = 8; // nodes
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final Window window;
    private final int[] label;
    private final boolean[] asked;
    private final boolean[][] parted; // through which squares, of 2, 4 and 8 nodes, such a line passes // [3][squares]
    private int orbits;
    private boolean whole = true;

    /// Tells labels of nodes; fewer than were asked for after an interruption.
    interface Oracle {
        int[] labels(List<Integer> nodes, double part);
    }

    /// @param lines points of lines that part
    Raster(Window window, List<double[][]> lines) {
        this.window = window;
        label = new int[window.nodes()];
        asked = new boolean[window.nodes()];
        Arrays.fill(label, UNKNOWN);
        parted = new boolean[3][];
        for (int level = 0; level < 3; level++) parted[level] = new boolean[(window.pieces() >> (level + 1)) * (window.pieces() >> (level + 1))];
        lines.forEach(this::mark);
    }

    int[] labels() {
        return label.clone();
    }

    int orbits() {
        return orbits;
    }

    /// Whether all that should be asked was.
    boolean whole() {
        return whole;
    }

    private void mark(double[][] line) {
        for (int k = 1; k < line.length; k++) {
            double c0 = (line[k - 1][0] - window.across().low()) / window.across().width() * window.pieces(), r0 = (line[k - 1][1] - window.up().low()) / window.up().width() * window.pieces();
            double c1 = (line[k][0] - window.across().low()) / window.across().width() * window.pieces(), r1 = (line[k][1] - window.up().low()) / window.up().width() * window.pieces();
            int cuts = (int) Math.min(4.0 * window.pieces(), Math.ceil(Math.max(Math.abs(c1 - c0), Math.abs(r1 - r0)))) + 1;
            for (int cut = 0; cut <= cuts; cut++) mark(c0 + (c1 - c0) * cut / cuts, r0 + (r1 - r0) * cut / cuts);
        }
    }

    private void mark(double column, double row) {
        if (!(column >= 0 && column < window.pieces() && row >= 0 && row < window.pieces())) return;
        for (int level = 0; level < 3; level++) parted[level][((int) row >> (level + 1)) * (window.pieces() >> (level + 1)) + ((int) column >> (level + 1))] = true;
    }

    /// Asks every eighth node of each eighth row.
    void begin(Oracle oracle) {
        List<Integer> wanted = new ArrayList<>();
        for (int node = 0; node < label.length; node++) if (window.column(node) % WIDEST == 0 && window.row(node) % WIDEST == 0) wanted.add(node);
        ask(wanted, oracle, 0.2);
    }

    /// Those that have a label, as asked for.
    List<Integer> labelled(int as) {
        List<Integer> nodes = new ArrayList<>();
        for (int node = 0; node < label.length; node++) if (asked[node] && label[node] == as) nodes.add(node);
        return nodes;
    }

    void refine(Oracle oracle) {
        for (int stride = WIDEST / 2, level = 2; stride >= 1 && whole; stride /= 2, level--) {
            List<Integer> wanted = new ArrayList<>();
            for (int row = 0; row <= window.pieces(); row += stride) {
                for (int column = 0; column <= window.pieces(); column += stride) {
                    int node = window.node(column, row);
                    if (label[node] != UNKNOWN) continue;
                    int known = agreed(column, row, 2 * stride, level);
                    if (known == UNKNOWN) wanted.add(node);
                    else label[node] = known;
                }
            }
            ask(wanted, oracle, 1 - 0.4 * stride / WIDEST * 2);
        }
        for (List<Integer> beside = beside(); whole && !beside.isEmpty(); beside = beside()) ask(beside, oracle, 0.9);
        if (!whole) spread();
    }

    /// What the corners of the wider squares around a node agree on; unknown where they do not.
    private int agreed(int column, int row, int square, int level) {
        int left = column / square * square, low = row / square * square;
        int right = column % square == 0 ? left : left + square, high = row % square == 0 ? low : low + square;
        int first = label[window.node(left, low)];
        boolean same = label[window.node(right, low)] == first && label[window.node(left, high)] == first && label[window.node(right, high)] == first;
        return same && !parts(level, (column - 1) / square, (row - 1) / square) && !parts(level, column / square, row / square) ? first : UNKNOWN;
    }

    private boolean parts(int level, int column, int row) {
        int squares = window.pieces() >> (level + 1);
        return column < squares && row < squares && parted[level][row * squares + column];
    }

    /// Nodes that were not asked, two from where neighbours differ at most.
    private List<Integer> beside() {
        boolean[] wanted = new boolean[label.length];
        for (int row = 0; row < window.pieces(); row++) {
            for (int column = 0; column < window.pieces(); column++) {
                int first = label[window.node(column, row)];
                if (label[window.node(column + 1, row)] == first && label[window.node(column, row + 1)] == first && label[window.node(column + 1, row + 1)] == first) continue;
                for (int r = Math.max(0, row - 1); r <= Math.min(window.pieces(), row + 2); r++) {
                    for (int c = Math.max(0, column - 1); c <= Math.min(window.pieces(), column + 2); c++) wanted[window.node(c, r)] = !asked[window.node(c, r)];
                }
            }
        }
        List<Integer> nodes = new ArrayList<>();
        for (int node = 0; node < wanted.length; node++) if (wanted[node]) nodes.add(node);
        return nodes;
    }

    private void ask(List<Integer> nodes, Oracle oracle, double part) {
        int[] told = oracle.labels(nodes, part);
        for (int k = 0; k < told.length; k++) {
            label[nodes.get(k)] = told[k];
            asked[nodes.get(k)] = true;
        }
        orbits += told.length;
        whole &= told.length == nodes.size();
    }

    /// What was not reached becomes as the nearest node below and to the left that was.
    private void spread() {
        for (int node = 0; node < label.length; node++) {
            for (int stride = 1; label[node] == UNKNOWN && stride <= window.pieces(); stride *= 2) label[node] = label[window.node(window.column(node) / stride * stride, window.row(node) / stride * stride)];
            if (label[node] == UNKNOWN) label[node] = Settler.NOWHERE;
        }
    }
}
