package loligo.recording;

import java.util.ArrayList;
import java.util.List;

/// The store behind the recordings of several equal runs: all have the same panels, whose number is known before, so that nothing grows and the
/// times are kept once.
public final class Reel {
    private final List<Heading> headings;
    private final double[] edges; // [panels + 1]
    private final double[][][] values; // [runs][columns][panels * NODES]
    private int panels;

    /// Begins at time `start`, ms.
    public Reel(double start, int panels, List<Heading> headings, int runs) {
        this.headings = List.copyOf(headings);
        this.edges = new double[panels + 1];
        this.values = new double[runs][headings.size()][panels * Recording.NODES];
        edges[0] = start;
    }

    /// Whether it has room for just so many panels, and for so many runs.
    boolean fits(int panels, int runs) {
        return edges.length == panels + 1 && values.length >= runs;
    }

    /// Begins anew. The recordings that it has left are void.
    void wind() {
        panels = 0;
    }

    /// So many panels follow, which end at these times, ms; their values are written into [#column].
    public void extend(double[] ends, int count) {
        System.arraycopy(ends, 0, edges, panels + 1, count);
        panels += count;
    }

    /// Panels so far.
    public int panels() {
        return panels;
    }

    /// The boundaries of all panels, the array itself, to be read // [panels + 1]
    public double[] edges() {
        return edges;
    }

    /// The values of a column of a run: the array itself, to be written // [panels * NODES]
    public double[] column(int run, int column) {
        return values[run][column];
    }

    /// The recording of a run, when all panels are there. It takes over the arrays.
    public Recording recording(int run) {
        if (panels != edges.length - 1) throw new IllegalArgumentException(panels + " panels of " + (edges.length - 1) + " were recorded");
        List<Recording.Column> columns = new ArrayList<>();
        for (int c = 0; c < headings.size(); c++) columns.add(new Recording.Column(headings.get(c).name(), headings.get(c).unit(), values[run][c]));
        return new Recording(edges, columns, new double[0]);
    }
}
