package loligo.recording;

import java.util.Arrays;

/// Cuts a window out of panels. A boundary that lies on an edge takes no part of the panel beyond it, so a jump there stays outside; what is
/// shorter than a billionth of its panel counts as lying on the edge.
///
/// @param first the first panel of which something is left
/// @param edges of what is left // [panels + 1]
record Scissors(int first, double[] edges, double[] before) {
    private static final double SLIVER = 1e-9;

    /// @param before the edges of the whole, ms // [n + 1]
    /// @throws IllegalArgumentException when the window does not end after it begins
    static Scissors between(double[] before, double after, double until) {
        if (!(until >= after)) throw new IllegalArgumentException("a window from " + after + " to " + until + " ms");
        int panels = before.length - 1;
        double from = Math.max(after, before[0]);
        double to = Math.min(until, before[panels]);
        int first = Math.max(0, panel(before, from));
        while (first < panels && !(before[first + 1] - from > SLIVER * (before[first + 1] - before[first]))) first++;
        int last = Math.min(panels - 1, panel(before, to));
        while (last >= first && !(to - before[last] > SLIVER * (before[last + 1] - before[last]))) last--;
        if (last < first) return new Scissors(first, new double[] {Math.min(Math.max(after, before[0]), before[panels])}, before);
        double[] edges = Arrays.copyOfRange(before, first, last + 2);
        edges[0] = Math.max(edges[0], from);
        edges[edges.length - 1] = Math.min(edges[edges.length - 1], to);
        return new Scissors(first, edges, before);
    }

    /// The panel that begins at `t` or holds it; -1 before the first.
    private static int panel(double[] edges, double t) {
        int found = Arrays.binarySearch(edges, t);
        return found < 0 ? -found - 2 : found;
    }

    Trace cut(Trace whole) {
        return new Trace(whole.name(), whole.unit(), edges, cut(whole.values()));
    }

    /// @param values at the nodes of the whole // [n * 5]
    double[] cut(double[] values) {
        int panels = edges.length - 1;
        double[] left = Arrays.copyOfRange(values, first * Recording.NODES, (first + panels) * Recording.NODES);
        if (panels > 0) restrict(values, 0, left);
        if (panels > 1) restrict(values, panels - 1, left);
        return left;
    }

    private void restrict(double[] values, int panel, double[] left) {
        double from = before[first + panel];
        double length = before[first + panel + 1] - from;
        if (edges[panel] == from && edges[panel + 1] == before[first + panel + 1]) return;
        Quartic quartic = new Quartic();
        quartic.load(values, (first + panel) * Recording.NODES);
        for (int node = 0; node < Recording.NODES; node++) {
            double t = edges[panel] + (edges[panel + 1] - edges[panel]) * node / (Recording.NODES - 1);
            boolean end = node == Recording.NODES - 1 && edges[panel + 1] == before[first + panel + 1];
            left[panel * Recording.NODES + node] = quartic.value(end ? 1 : (t - from) / length);
        }
    }
}
