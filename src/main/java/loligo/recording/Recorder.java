package loligo.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The growing store behind a recording: the time loop hands it one panel after the other. It grows by blocks, which are never moved: what is
/// recorded is copied once, when the recording is first asked for, so that a run of minutes ends as soon as it is told to.
public final class Recorder {
    /// The most panels that fit into Java's arrays.
    public static final int MOST_PANELS = (Integer.MAX_VALUE - 8) / Recording.NODES;

    private static final int FIRST_PANELS = 64;
    private static final double[] NOTHING = {};
    private static final int LARGEST_BLOCK = 8192; // panels
    private final List<Heading> headings;
    private final List<Block> full = new ArrayList<>();
    private final double start; // ms
    private Block last;
    private int before; // panels in the full blocks
    private int inLast; // panels in the last block
    private double end; // of the last panel, ms
    private double[] resets = new double[8];
    private int resetCount;
    private @Nullable Recording finished;

    /// Some panels, one behind the other.
    ///
    /// @param ends of the panels, ms // [room]
    /// @param values in membrane units // [columns][room * NODES]
    private record Block(double[] ends, double[][] values) {
        static Block of(int room, int columns) {
            return new Block(new double[room], new double[columns][room * Recording.NODES]);
        }

        int room() {
            return ends.length;
        }
    }

    /// Begins at time `start`, ms.
    public Recorder(double start, List<Heading> headings) {
        if (!Double.isFinite(start)) throw new IllegalArgumentException("a recording can not begin at " + start + " ms");
        this.headings = List.copyOf(headings);
        this.start = start;
        this.end = start;
        this.last = Block.of(FIRST_PANELS, headings.size());
    }

    /// Adds the panel that follows.
    ///
    /// @param until where it ends, ms
    /// @param nodes values in membrane units // [columns * NODES], the five nodes of one column side by side
    ///     A column that is not finite at one of them has a gap there: its panel holds no numbers.
    public void append(double until, double[] nodes) {
        if (nodes.length != headings.size() * Recording.NODES)
            throw new IllegalArgumentException(nodes.length + " values for " + headings.size() + " columns of " + Recording.NODES);
        if (!(until > end && until < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException("a panel from " + end + " to " + until + " ms");
        if (finished != null) throw new IllegalStateException("our bug: a panel for a recording that is finished");
        if (inLast == last.room()) grow();
        int at = inLast * Recording.NODES;
        for (int c = 0; c < last.values.length; c++) {
            System.arraycopy(nodes, c * Recording.NODES, last.values[c], at, Recording.NODES);
            if (gap(nodes, c)) Arrays.fill(last.values[c], at, at + Recording.NODES, Double.NaN);
        }
        last.ends[inLast++] = end = until;
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
        return before + inLast;
    }

    /// What the finished recording of so many panels takes, in bytes.
    public static long bytes(int columns, long panels) {
        return Double.BYTES * (panels * (1 + (long) columns * Recording.NODES) + 1);
    }

    /// The most that this store and the recording made of it will hold at once if one more panel comes, in bytes: a column leaves the store when it is copied.
    public long bytes() {
        long room = (long) before + last.room() + (inLast == last.room() ? next() : 0);
        return bytes(headings.size(), room) + bytes(1, panels() + 1L) + Double.BYTES * 3L * resets.length;
    }

    /// What was recorded. The store lets go of its blocks and takes no more panels.
    public Recording recording() {
        if (finished == null) finished = copied();
        full.clear();
        last = Block.of(0, 0);
        return finished;
    }

    private Recording copied() {
        double[] edges = new double[panels() + 1];
        edges[0] = start;
        copy(edges, 1, 1, Block::ends);
        List<Recording.Column> columns = new ArrayList<>();
        for (int c = 0; c < headings.size(); c++) {
            int column = c;
            double[] values = new double[panels() * Recording.NODES];
            copy(values, 0, Recording.NODES, block -> block.values[column]);
            for (Block block : full) block.values[column] = NOTHING;
            last.values[column] = NOTHING;
            columns.add(new Recording.Column(headings.get(c).name(), headings.get(c).unit(), values));
        }
        return new Recording(edges, columns, Arrays.copyOf(resets, resetCount));
    }

    /// Copies one array of every block behind another.
    ///
    /// @param width numbers for each panel
    private void copy(double[] into, int at, int width, Function<Block, double[]> part) {
        int to = at;
        for (Block block : full) {
            System.arraycopy(part.apply(block), 0, into, to, block.room() * width);
            to += block.room() * width;
        }
        System.arraycopy(part.apply(last), 0, into, to, inLast * width);
    }

    /// Room of the block behind the last one: as much as there is already, within bounds.
    private int next() {
        return Math.min(MOST_PANELS - panels(), Math.min(LARGEST_BLOCK, panels()));
    }

    private void grow() {
        if (next() <= 0) throw new IllegalArgumentException("more than " + MOST_PANELS + " panels; ask for the memory before");
        Block block = Block.of(next(), headings.size());
        full.add(last);
        before += inLast;
        inLast = 0;
        last = block;
    }
}
