package loligo.kernel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import loligo.solver.Method;
import loligo.solver.Steppers;
import org.jspecify.annotations.Nullable;

/// Many cells of one membrane that step together with a fixed step: as many at once as the processor has lanes, block by block, each cell with the
/// bits that a stepper of its own would give. Not for use from several threads at once.
public final class Ensemble {
    private static final int AHEAD = 64; // steps that a block takes before the next block has its turn
    private static final int WORTH = 200_000; // cells and steps from which on lanes are worth their compilation
    private static final double[] NOTHING = {};

    private final Kernel kernel;
    private final Cells cells;
    private final Drive drive;
    private final double[] stages; // in parts of the step
    private final int inputs;      // of the membrane
    private final int n;
    private final EnsembleKernel compiled;
    private final @Nullable Rehearsal rehearsal;
    private final Block[] blocks;
    private final double[] constants;  // of the common part
    private final double[] scratch;    // [rows][width]
    private final double[][] numbers;  // of each step ahead: the shared numbers // [AHEAD][shared]
    private final double[] moment;     // inputs of a step: see [Stride#place]
    private final double[] u;          // [inputs]
    private double time = Double.NaN;
    private long work;                 // cells and steps that were computed

    /// Some cells that step together.
    private static final class Block {
        final int first;
        final int count;
        final double[] own; // [columns][width]
        final int[] moods;  // [passes]
        double[] y;         // [n][width]
        double[] next;

        Block(int first, int count, int n, EnsembleKernel compiled) {
            this.first = first;
            this.count = count;
            own = new double[compiled.columns() * compiled.width()];
            moods = new int[compiled.passes()];
            y = new double[n * compiled.width()];
            next = new double[n * compiled.width()];
        }
    }

    /// @param drive what the inputs that all share do
    /// @throws IllegalArgumentException when the method chooses its own steps, or the membrane resets itself
    public Ensemble(Kernel kernel, Method method, Cells cells, Drive drive) {
        this(kernel, method, cells, drive, Lanes.here(), true);
    }

    /// @param rehearsed whether cells step one by one until lanes are ready
    Ensemble(Kernel kernel, Method method, Cells cells, Drive drive, int lanes, boolean rehearsed) {
        if (!kernel.equations().resets().isEmpty()) throw new IllegalArgumentException(kernel.equations().name() + " resets itself; its cells do not step together");
        this.kernel = kernel;
        this.cells = cells;
        this.drive = drive;
        this.stages = Stride.stages(method);
        this.inputs = kernel.equations().inputs().size();
        this.n = kernel.equations().states().size();
        BitSet parameters = new BitSet();
        BitSet own = new BitSet();
        cells.differing().keySet().forEach(parameters::set);
        for (int input : cells.inputs().keySet()) for (int s = 0; s < stages.length; s++) own.set(Stride.place(s, input, inputs));
        compiled = EnsembleKernel.compile(kernel.stride(method, Steppers.exponential(method, kernel.relaxing())), cells.parameters().length, parameters, own, lanes);
        rehearsal = rehearsed && lanes > 1 ? new Rehearsal(compiled.plain(), compiled.code()) : null;
        moment = new double[Stride.place(stages.length, 2, inputs)];
        u = new double[inputs];
        constants = compiled.common().constants(cells.parameters());
        scratch = new double[compiled.rows() * compiled.width()];
        numbers = new double[AHEAD][compiled.shared()];
        blocks = IntStream.iterate(0, first -> first < cells.size(), first -> first + compiled.width())
                .mapToObj(first -> new Block(first, Math.min(compiled.width(), cells.size() - first), n, compiled)).toArray(Block[]::new);
        for (Block block : blocks) ownNumbers(block);
    }

    /// What is a cell's own and stands still; lanes behind the last cell repeat it.
    private void ownNumbers(Block block) {
        double[] row = new double[compiled.columns()];
        for (int i = 0; i < compiled.width(); i++) {
            int cell = block.first + Math.min(i, block.count - 1);
            cells.inputs().forEach((input, values) -> {
                for (int s = 0; s < stages.length; s++) moment[Stride.place(s, input, inputs)] = values[cell];
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
        return rehearsal == null || rehearsal.won() ? compiled.lanes() : 1;
    }

    /// Whether that will not change any more.
    public boolean settled() {
        return rehearsal == null || rehearsal.over();
    }

    public double time() {
        return time;
    }

    /// Begins at time `t` with every cell where the model says.
    public void start(double t) {
        for (Block block : blocks) {
            for (int i = 0; i < block.count; i++) begin(block, i, cells.field(kernel, block.first + i, drive).initial(t));
        }
        time = t;
    }

    /// Begins at time `t` with cell `k` in the state `y[k]` // [size][n]
    public void start(double t, double[][] y) {
        if (y.length != cells.size()) throw new IllegalArgumentException(y.length + " states for " + cells.size() + " cells");
        for (Block block : blocks) for (int i = 0; i < block.count; i++) begin(block, i, y[block.first + i]);
        time = t;
    }

    private void begin(Block block, int i, double[] y) {
        if (y.length != n) throw new IllegalArgumentException("state must have " + n + " entries, has " + y.length);
        int end = i == block.count - 1 ? compiled.width() : i + 1; // the last cell also fills the lanes behind it
        for (int state = 0; state < n; state++) Arrays.fill(block.y, state * compiled.width() + i, state * compiled.width() + end, y[state]);
    }

    /// Writes the state of a cell into `y` // [n]
    public void state(int cell, double[] y) {
        Block block = blocks[cell / compiled.width()];
        for (int state = 0; state < n; state++) y[state] = block.y[state * compiled.width() + cell - block.first];
    }

    /// Writes one unknown of every cell into `out` // [size]
    public void unknown(int state, double[] out) {
        for (Block block : blocks) System.arraycopy(block.y, state * compiled.width(), out, block.first, block.count);
    }

    /// The first cell that has an unknown which is no number, or -1.
    public int lost() {
        for (Block block : blocks) {
            for (int i = 0; i < block.count; i++) {
                for (int state = 0; state < n; state++) if (!Double.isFinite(block.y[state * compiled.width() + i])) return block.first + i;
            }
        }
        return -1;
    }

    /// Steps to `until` by equal steps, none longer than `step`. The drive must be smooth on the way.
    public void advance(double until, double step) {
        if (!(step > 0 && step <= Double.MAX_VALUE)) throw new IllegalArgumentException("step must be positive and finite, is " + step);
        if (!(until >= time)) throw new IllegalArgumentException("until must lie after " + time + ", is " + until);
        while (time < until) {
            int steps = 0;
            while (steps < AHEAD && time < until) {
                double remaining = until - time;
                double length = Steppers.piece(remaining, step);
                double end = length >= remaining ? until : time + length;
                if (!(end > time)) throw new IllegalArgumentException("a step of " + step + " changes nothing at time " + time);
                look(time, end - time, numbers[steps++]);
                time = end;
            }
            if (rehearsal != null && work < WORTH && work + steps * (long) cells.size() >= WORTH) rehearse(rehearsal, blocks[0]);
            work += steps * (long) cells.size();
            EnsembleCode code = rehearsal == null ? compiled.code() : rehearsal.code();
            for (Block block : blocks) run(code, block, steps);
        }
    }

    private void rehearse(Rehearsal rehearsal, Block block) {
        rehearsal.begin(block.y, block.own, scratch, numbers[0], block.moods, Math.min(count(block), 2 * compiled.lanes())); // few: HotSpot counts calls
    }

    /// Cells of a block and those that only fill the lanes.
    private int count(Block block) {
        return Math.ceilDiv(block.count, compiled.lanes()) * compiled.lanes();
    }

    /// The shared numbers of a step of length `h` from time `t`.
    private void look(double t, double h, double[] row) {
        for (int s = 0; s < stages.length; s++) {
            double at = t + stages[s] * h;
            if (inputs > 0) drive.at(at, u);
            System.arraycopy(u, 0, moment, Stride.place(s, 0, inputs), inputs);
            moment[Stride.place(s, inputs, inputs)] = at;
        }
        moment[Stride.place(stages.length, 0, inputs)] = h;
        moment[Stride.place(stages.length, 1, inputs)] = h / 2;
        compiled.common().code().run(0, moment, NOTHING, constants, row, row);
    }

    private void run(EnsembleCode code, Block block, int steps) {
        int count = count(block);
        for (int k = 0; k < steps; k++) {
            code.step(block.y, block.next, block.own, scratch, numbers[k], block.moods, count);
            double[] before = block.y;
            block.y = block.next;
            block.next = before;
        }
    }
}
