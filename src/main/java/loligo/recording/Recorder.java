package loligo.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The growing store behind a recording: the time loop hands it one panel after the other. Nothing is allocated per panel; the arrays grow by
/// half when they are full.
public final class Recorder {
    /// The most panels that fit into Java's arrays.
    public static final int MOST_PANELS = (Integer.MAX_VALUE - 8) / Recording.NODES;

    private static final int FIRST_PANELS = 64;
    private final List<Heading> headings;
    private final double[][] values; // [columns][room * NODES]
    private double[] edges = new double[FIRST_PANELS + 1];
    private double[] resets = new double[8];
    private int panels;
    private int resetCount;

    /// Begins at time `start`, ms.
    public Recorder(double start, List<Heading> headings) {
        if (!Double.isFinite(start)) throw new IllegalArgumentException("a recording can not begin at " + start + " ms");
        this.headings = List.copyOf(headings);
        this.values = new double[headings.size()][FIRST_PANELS * Recording.NODES];
        edges[0] = start;
    }

    /// Adds the panel that follows.
    ///
    /// @param until where it ends, ms
    /// @param nodes values in membrane units // [columns * NODES], the five nodes of one column side by side
    ///     A column that is not finite at one of them has a gap there: its panel holds no numbers.
    public void append(double until, double[] nodes) {
        if (nodes.length != values.length * Recording.NODES)
            throw new IllegalArgumentException(nodes.length + " values for " + values.length + " columns of " + Recording.NODES);
        if (!(until > edges[panels] && until < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException("a panel from " + edges[panels] + " to " + until + " ms");
        if (panels == edges.length - 1) grow();
        for (int c = 0; c < values.length; c++) {
            System.arraycopy(nodes, c * Recording.NODES, values[c], panels * Recording.NODES, Recording.NODES);
            if (gap(nodes, c)) Arrays.fill(values[c], panels * Recording.NODES, (panels + 1) * Recording.NODES, Double.NaN);
        }
        edges[++panels] = until;
    }

    private static boolean gap(double[] nodes, int column) {
        for (int i = column * Recording.NODES; i < (column + 1) * Recording.NODES; i++) if (!Double.isFinite(nodes[i])) return true;
        return false;
    }

    /// Notes a reset event at time `t`, ms.
    public void reset(double t) {
        if (resetCount == resets.length) resets = Arrays.copyOf(resets, 2 * resetCount);
        resets[resetCount++] = t;
    }

    public int panels() {
        return panels;
    }

    /// What the finished recording of so many panels takes, in bytes.
    public static long bytes(int columns, long panels) {
        return Double.BYTES * (panels * (1 + (long) columns * Recording.NODES) + 1);
    }

    /// The most that this store and the recording made of it will hold at once if one more panel comes, in bytes.
    public long bytes() {
        int room = edges.length - 1;
        long after = panels == room ? grown(room) : room;
        return bytes(values.length, after) + bytes(values.length, panels + 1L) + Double.BYTES * 3L * resets.length;
    }

    /// What was recorded so far; the store may go on.
    public Recording recording() {
        List<Recording.Column> columns = new ArrayList<>();
        for (int c = 0; c < values.length; c++) {
            Heading heading = headings.get(c);
            columns.add(new Recording.Column(heading.name(), heading.unit(), Arrays.copyOf(values[c], panels * Recording.NODES)));
        }
        return new Recording(Arrays.copyOf(edges, panels + 1), columns, Arrays.copyOf(resets, resetCount));
    }

    private static int grown(int room) {
        return (int) Math.min(MOST_PANELS, room + room / 2L);
    }

    private void grow() {
        int room = grown(panels);
        if (room == panels) throw new IllegalArgumentException("more than " + MOST_PANELS + " panels; ask for the memory before");
        edges = Arrays.copyOf(edges, room + 1);
        for (int c = 0; c < values.length; c++) values[c] = Arrays.copyOf(values[c], room * Recording.NODES);
    }
}
