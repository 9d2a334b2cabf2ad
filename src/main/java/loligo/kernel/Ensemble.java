package loligo.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import loligo.solver.Method;
import loligo.solver.Steppers;

/// Many cells of one membrane that step together with a fixed step: as many at once as the processor has lanes, block by block, each cell with the
/// bits that a stepper of its own would give. Not for use from several threads at once.
public final class Ensemble {
    private static final int AHEAD = 64; // steps that a block takes before the next block has its turn
    private static final double[] NOTHING = {};

    private final Unison unison;
    private final EnsembleKernel compiled;
    private Cells cells;
    private final Drive drive;
    private final Glimpse.Onlooker onlooker;
    private final int n;
    private final int inputs;          // of the membrane
    private final Block[] blocks;
    private final double[] constants;  // of the common part
    private final double[] scratch;    // [rows][width]
    private final double[][] numbers;  // of each step ahead: the shared numbers // [AHEAD][shared]
    private final double[] ends;       // of each step ahead, ms // [AHEAD]
    private final double[] moment;     // inputs of a step: see [Stride]
    private final double[] u;          // [inputs]
    private double time = Double.NaN;

    /// Some cells that step together.
    private final class Block {
        final int first;
        final int count;
        final double[] own;      // [columns][width]
        final int[] moods;       // [passes]
        final double[][] states; // where the steps ahead begin and end, and what was seen on the way // [AHEAD + 1][(n + 4 seen) * width], or [2][n * width]

        Block(int first, int count) {
            this.first = first;
            this.count = count;
            own = new double[compiled.columns() * compiled.width()];
            moods = new int[compiled.passes()];
            states = new double[unison.seen() > 0 ? AHEAD + 1 : 2][(n + Stride.QUARTERS * unison.seen()) * compiled.width()];
            ownNumbers(this);
        }

        double[] y() {
            return states[0];
        }
    }

    /// @param drive what the inputs that all share do
    /// @throws IllegalArgumentException when the method chooses its own steps, or the membrane resets itself
    public Ensemble(Kernel kernel, Method method, Cells cells, Drive drive) {
        this(new Unison(kernel, method, cells.differing().keySet(), cells.inputs().keySet(), List.of(), List.of()), cells, drive, Glimpse.Onlooker.NOBODY);
    }

    /// @param cells which differ in nothing but what `unison` lets differ, and in all of that
    /// @param drive what the inputs that all share do
    public Ensemble(Unison unison, Cells cells, Drive drive, Glimpse.Onlooker onlooker) {
        if (!unison.suits(cells)) throw new IllegalArgumentException("made ready for other differences than those of " + cells);
        this.unison = unison;
        this.compiled = unison.compiled();
        this.cells = cells;
        this.drive = drive;
        this.onlooker = onlooker;
        this.inputs = unison.kernel().equations().inputs().size();
        this.n = unison.kernel().equations().states().size();
        moment = new double[Stride.place(unison.moments(), 5, inputs)];
        u = new double[inputs];
        constants = compiled.common().constants(cells.parameters());
        scratch = new double[compiled.rows() * compiled.width()];
        numbers = new double[AHEAD][compiled.shared()];
        ends = new double[AHEAD];
        blocks = IntStream.iterate(0, first -> first < cells.size(), first -> first + compiled.width())
                .mapToObj(first -> new Block(first, Math.min(compiled.width(), cells.size() - first))).toArray(Block[]::new);
    }

    /// What is a cell's own and stands still; lanes behind the last cell repeat it.
    private void ownNumbers(Block block) {
        double[] row = new double[compiled.columns()];
        for (int i = 0; i < compiled.width(); i++) {
            int cell = block.first + Math.min(i, block.count - 1);
            cells.inputs().forEach((input, values) -> {
                for (int s = 0; s < unison.moments(); s++) moment[Stride.place(s, input, inputs)] = values[cell];
            });
            compiled.own().code().run(0, moment, NOTHING, compiled.own().constants(cells.parameters(cell)), row, row);
            for (int column = 0; column < row.length; column++) block.own[column * compiled.width() + i] = row[column];
        }
    }

    public int size() {
        return cells.size();
    }

    /// How many cells are computed at once: one until lanes are ready.
    public int lanes() {
        return unison.lanes();
    }

    /// Whether that will not change any more.
    public boolean settled() {
        return unison.settled();
    }

    public double time() {
        return time;
    }

    /// Begins at time `t` with every cell where the model says.
    public void start(double t) {
        for (Block block : blocks) {
            for (int i = 0; i < block.count; i++) begin(block, i, cells.field(unison.kernel(), block.first + i, drive).initial(t));
        }
        time = t;
    }

    /// Begins at time `t` with cell `k` in the state `y[k]` // [size][n]
    public void start(double t, double[][] y) {
        if (y.length != cells.size()) throw new IllegalArgumentException(y.length + " states for " + cells.size() + " cells");
        for (Block block : blocks) for (int i = 0; i < block.count; i++) begin(block, i, y[block.first + i]);
        time = t;
    }

    /// Inputs of each cell's own change, from now on, in membrane units; the others stay // [size] each
    ///
    /// @throws IllegalArgumentException when others differ than before
    public void change(Map<Integer, double[]> inputs) {
        if (!cells.inputs().keySet().equals(inputs.keySet())) throw new IllegalArgumentException("inputs " + inputs.keySet() + " change, but " + cells.inputs().keySet() + " are the cells' own");
        cells = new Cells(cells.size(), cells.parameters(), cells.differing(), inputs);
        for (Block block : blocks) ownNumbers(block);
    }

    private void begin(Block block, int i, double[] y) {
        if (y.length != n) throw new IllegalArgumentException("state must have " + n + " entries, has " + y.length);
        int end = i == block.count - 1 ? compiled.width() : i + 1; // the last cell also fills the lanes behind it
        for (int state = 0; state < n; state++) Arrays.fill(block.y(), state * compiled.width() + i, state * compiled.width() + end, y[state]);
    }

    /// Writes the state of a cell into `y` // [n]
    public void state(int cell, double[] y) {
        Block block = blocks[cell / compiled.width()];
        for (int state = 0; state < n; state++) y[state] = block.y()[state * compiled.width() + cell - block.first];
    }

    /// Writes one unknown of every cell into `out` // [size]
    public void unknown(int state, double[] out) {
        for (Block block : blocks) System.arraycopy(block.y(), state * compiled.width(), out, block.first, block.count);
    }

    /// The first cell that has an unknown which is no number, or -1.
    public int lost() {
        for (Block block : blocks) {
            for (int i = 0; i < block.count; i++) {
                for (int state = 0; state < n; state++) if (!Double.isFinite(block.y()[state * compiled.width() + i])) return block.first + i;
            }
        }
        return -1;
    }

    /// Steps to `until` by equal steps, none longer than `step`. The drive must be smooth on the way.
    public void advance(double until, double step) {
        if (!(step > 0 && step <= Double.MAX_VALUE)) throw new IllegalArgumentException("step must be positive and finite, is " + step);
        if (!(until >= time)) throw new IllegalArgumentException("until must lie after " + time + ", is " + until);
        while (time < until) proceed(until, step);
    }

    /// Takes a few of the steps that [#advance] takes.
    public void proceed(double until, double step) {
        int steps = 0;
        while (steps < AHEAD && time < until) {
            double remaining = until - time;
            double length = Steppers.piece(remaining, step);
            double end = length >= remaining ? until : time + length;
            if (!(end > time)) throw new IllegalArgumentException("a step of " + step + " changes nothing at time " + time);
            look(time, end, numbers[steps]);
            ends[steps++] = end;
            time = end;
        }
        EnsembleCode code = unison.code(steps * (long) cells.size(), this::rehearse);
        for (Block block : blocks) run(code, block, steps);
    }

    private void rehearse(Rehearsal rehearsal) {
        Block block = blocks[0];
        rehearsal.begin(block.y(), block.states[1], block.own, scratch, numbers[0], block.moods, compiled.lanes()); // few: HotSpot counts calls
    }

    /// Cells of a block and those that only fill the lanes.
    private int count(Block block) {
        return Math.ceilDiv(block.count, compiled.lanes()) * compiled.lanes();
    }

    /// The shared numbers of a step from time `t` to `end`.
    private void look(double t, double end, double[] row) {
        double h = end - t;
        double[] stages = unison.stages();
        for (int s = 0; s < stages.length; s++) look(s, t + stages[s] * h);
        moment[Stride.place(unison.moments(), 0, inputs)] = h;
        moment[Stride.place(unison.moments(), 1, inputs)] = h / 2;
        for (int quarter = 1; quarter <= Stride.QUARTERS && unison.seen() > 0; quarter++) {
            double at = quarter == Stride.QUARTERS ? end : t + h * quarter / Stride.QUARTERS;
            look(stages.length + quarter - 1, at);
            if (quarter < Stride.QUARTERS) moment[Stride.place(unison.moments(), 1 + quarter, inputs)] = (at - t) / h;
        }
        compiled.common().code().run(0, moment, NOTHING, constants, row, row);
    }

    private void look(int stage, double at) {
        if (inputs > 0) drive.at(at, u);
        System.arraycopy(u, 0, moment, Stride.place(stage, 0, inputs), inputs);
        moment[Stride.place(stage, inputs, inputs)] = at;
    }

    private void run(EnsembleCode code, Block block, int steps) {
        int count = count(block);
        double[][] states = block.states;
        for (int k = 0; k < steps; k++) {
            code.step(states[k % states.length], states[(k + 1) % states.length], block.own, scratch, numbers[k], block.moods, count);
        }
        if (unison.seen() > 0) onlooker.see(new Glimpse(block.first, block.count, steps, ends, states, n, compiled.width()));
        double[] last = states[steps % states.length];
        states[steps % states.length] = states[0];
        states[0] = last;
    }
}
