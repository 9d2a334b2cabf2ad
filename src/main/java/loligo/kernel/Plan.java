package loligo.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How a list of results is computed: which nodes, which of them are kept in variables, and in which of several methods when one would be too long.
/// Nodes up to the level `floor` are not computed but loaded. A node that is used once is computed where it is used.
final class Plan {
    private static final int PIECE = 5000;      // bytes of code; HotSpot never compiles a method over 8000
    private static final int STATEMENT = 400;   // bytes; a longer formula is broken up
    private static final int BYTES = 7;         // of one operation with the loads of its operands, at most

    private final Graph graph;
    private final int floor;
    private final int[] uses;
    private final boolean[] kept;
    private final int[] weights;                // bytes of the formula of a node, down to what is kept
    private final List<Step> steps = new ArrayList<>();
    private final int[] pieces;                 // of kept nodes
    private final int[] slots;                  // of kept nodes that another method reads: place in the scratch, else -1
    private int pieceCount = 1;
    private int slotCount;

    /// A statement: computes `node` and keeps it, or stores it as a result.
    record Step(int node, int store, int piece) {}

    Plan(Graph graph, int floor, List<Store> stores) {
        this.graph = graph;
        this.floor = floor;
        int size = graph.size();
        uses = new int[size];
        kept = new boolean[size];
        weights = new int[size];
        pieces = new int[size];
        slots = new int[size];
        Arrays.fill(slots, -1);
        for (int i = 0; i < stores.size(); i++) use(stores.get(i).node());
        for (int node = 0; node < size; node++) if (uses[node] > 0 && !loaded(node)) weigh(node);
        arrange(stores);
        for (int i = 0; pieceCount > 1 && i < steps.size(); i++) share(steps.get(i).node(), steps.get(i).piece(), true);
    }

    List<Step> steps() {
        return steps;
    }

    int pieceCount() {
        return pieceCount;
    }

    /// How many numbers the methods hand to each other.
    int slotCount() {
        return slotCount;
    }

    /// Whether a node is read from an array or is a number.
    boolean loaded(int node) {
        return graph.op(node).leaf() || graph.level(node) <= floor;
    }

    boolean kept(int node) {
        return kept[node];
    }

    int piece(int node) {
        return pieces[node];
    }

    int slot(int node) {
        return slots[node];
    }

    /// The loaded nodes that are no leaves, in ascending order: what must be prepared.
    List<Integer> prepared() {
        List<Integer> found = new ArrayList<>();
        for (int node = 0; node < uses.length; node++) if (uses[node] > 0 && loaded(node) && !graph.op(node).leaf()) found.add(node);
        return found;
    }

    private void use(int node) {
        if (uses[node]++ > 0 || loaded(node)) return;
        for (int k = 0; k < graph.op(node).arity(); k++) use(graph.operand(node, k));
    }

    private void weigh(int node) {
        Op op = graph.op(node);
        int weight = BYTES;
        for (int k = 0; k < op.arity(); k++) {
            int operand = graph.operand(node, k);
            if (op == Op.SELECT && k > 0 && !loaded(operand)) kept[operand] = true;   // both sides are computed, then one is taken
            weight += kept[operand] || loaded(operand) ? BYTES : weights[operand];
        }
        weights[node] = weight;
        if (uses[node] > 1 || weight > STATEMENT) kept[node] = true;
    }

    private void arrange(List<Store> stores) {
        int bytes = 0;
        for (int node = 0; node < kept.length; node++) {
            if (!kept[node]) continue;
            bytes = advance(bytes, weights[node]);
            pieces[node] = pieceCount - 1;
            steps.add(new Step(node, -1, pieceCount - 1));
        }
        for (int i = 0; i < stores.size(); i++) {
            int node = stores.get(i).node();
            bytes = advance(bytes, kept[node] ? 2 * BYTES : weights[node] + 2 * BYTES);
            steps.add(new Step(node, i, pieceCount - 1));
        }
    }

    private int advance(int bytes, int more) {
        if (bytes + more <= PIECE) return bytes + more;
        pieceCount++;
        return more;
    }

    /// Gives a place in the scratch to every kept node that the formula of `node` reads from another piece.
    private void share(int node, int piece, boolean top) {
        if (loaded(node)) return;
        if (kept[node] && (!top || pieces[node] != piece)) {
            if (pieces[node] != piece && slots[node] < 0) slots[node] = slotCount++;
            return;
        }
        for (int k = 0; k < graph.op(node).arity(); k++) share(graph.operand(node, k), piece, false);
    }
}
