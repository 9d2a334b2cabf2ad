package loligo.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A step of a membrane for many cells, compiled: what all share is computed once a step, what is a cell's own and stands still once, the rest
/// in passes over blocks.
///
/// @param code for lanes
/// @param plain the same for one cell after the other, compiled when it is first asked for
/// @param common computes the shared numbers of a step from the inputs of the step
/// @param own computes a cell's own numbers that stand still
/// @param operations of a step of a cell, in simple ones
/// @param width cells in a block
record EnsembleKernel(EnsembleCode code, Supplier<EnsembleCode> plain, Part common, Part own, int shared, int columns, int rows, int passes, long operations, int width, int lanes) {
    private static final int BUDGET = 25; // operations in a pass: see docs/methods/kernel.md
    private static final int CACHE = 20 << 10; // bytes of a block with its scratch: well within a first-level cache of 32 KiB
    private static final int WIDEST = 512;

    /// @param states before the step; those after it are the first of its results
    /// @param parameters which differ from cell to cell
    /// @param inputs which inputs of the step do
    static EnsembleKernel compile(Reduction.Reduced step, int states, int parameterCount, BitSet parameters, BitSet inputs, int lanes) {
        Graph graph = step.graph();
        Passes passes = new Passes(graph, step.stores(), new Variation(graph, parameters, inputs), BUDGET);
        Part common = Part.compile(graph, parameterCount, listed(passes.shared()));
        Part own = Part.compile(graph, parameterCount, listed(passes.still()));
        int rows = states + step.stores().size() + passes.still().size() + passes.rowCount();
        int width = width(rows, lanes);
        EnsembleCode code = EnsembleClass.compile(graph, passes, width, lanes);
        Supplier<EnsembleCode> plain = lanes > 1 ? new Spare(() -> EnsembleClass.compile(graph, passes, width, 1)) : () -> code;
        return new EnsembleKernel(code, plain, common, own, passes.shared().size(), passes.still().size(),
                passes.rowCount(), passes.passes().size(), operations(graph, passes), width, lanes);
    }

    private static long operations(Graph graph, Passes passes) {
        return passes.passes().stream().flatMap(pass -> pass.nodes().stream()).mapToLong(node -> Operations.weight(graph.op(node))).sum();
    }

    /// Code that may never be needed.
    private static final class Spare implements Supplier<EnsembleCode> {
        private final Supplier<EnsembleCode> compiler;
        private @Nullable EnsembleCode code;

        Spare(Supplier<EnsembleCode> compiler) {
            this.compiler = compiler;
        }

        @Override
        public synchronized EnsembleCode get() {
            EnsembleCode known = code;
            if (known == null) {
                known = compiler.get();
                code = known;
            }
            return known;
        }
    }

    private static List<Store> listed(List<Integer> nodes) {
        List<Store> stores = new ArrayList<>(nodes.size());
        for (int node : nodes) stores.add(new Store(node, Store.Place.A, stores.size()));
        return stores;
    }

    /// The largest power of two whose rows fit the cache, at least one group of lanes.
    private static int width(int rows, int lanes) {
        return Math.clamp(Integer.highestOneBit(CACHE / Double.BYTES / Math.max(1, rows)), Math.max(lanes, 16), WIDEST);
    }
}
