package loligo.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A step for many cells as several short passes over a block of them. A pass is short enough that the processor works on several groups of
/// cells at once while each waits for itself; between passes numbers wait in rows of scratch, which stay in the first-level cache.
/// What has no form for lanes gets passes of its own.
final class Passes {
    private static final int NOWHERE = -1;
    private static final int CHEAP = 2; // operations

    private final Graph graph;
    private final Variation variation;
    private final int budget;
    private final List<Pass> passes = new ArrayList<>();
    private final int[] passOf;   // of moving nodes that are needed, else NOWHERE; this and the next three [nodes]
    private final int[] rows;     // of moving nodes that a later pass reads: row of scratch, else NOWHERE
    private final int[] places;   // of shared nodes: place among the numbers of a step
    private final int[] columns;  // of still nodes: row among the cells' own numbers
    private final List<Integer> shared = new ArrayList<>();
    private final List<Integer> still = new ArrayList<>();
    private int rowCount;

    /// @param nodes computed in this order
    /// @param lanes whether all of them have a form for lanes
    record Pass(List<Integer> nodes, List<Store> stores, boolean lanes) {}

    /// @param budget operations in one pass
    Passes(Graph graph, List<Store> stores, Variation variation, int budget) {
        this.graph = graph;
        this.variation = variation;
        this.budget = budget;
        passOf = filled();
        rows = filled();
        places = filled();
        columns = filled();
        List<Integer> order = order(stores);
        cut(order, stores);
        for (Pass pass : passes) for (int node : pass.nodes()) for (int k = 0; k < graph.op(node).arity(); k++) place(graph.operand(node, k));
        for (Store store : stores) place(store.node());
        layOut(order);
    }

    private int[] filled() {
        int[] nowhere = new int[graph.size()];
        Arrays.fill(nowhere, NOWHERE);
        return nowhere;
    }

    List<Pass> passes() {
        return passes;
    }

    /// Rows of scratch.
    int rowCount() {
        return rowCount;
    }

    /// The numbers that all cells share at a step, in the order of their places.
    List<Integer> shared() {
        return shared;
    }

    /// The numbers of each cell that stand still, in the order of their columns.
    List<Integer> still() {
        return still;
    }

    /// Row of scratch for those that read it in a later pass; negative when there is none.
    int row(int node) {
        return rows[node];
    }

    /// Place among the numbers of a step; negative when it is none of them.
    int place(int node) {
        if (variation.moving(node) || graph.constant(node)) return NOWHERE;
        int[] known = variation.still(node) ? columns : places;
        List<Integer> list = variation.still(node) ? still : shared;
        if (known[node] == NOWHERE) {
            known[node] = list.size();
            list.add(node);
        }
        return places[node];
    }

    /// Row among the cells' own numbers; negative when it is none of them.
    int column(int node) {
        return columns[node];
    }

    /// The moving nodes in an order in which each stands after its operands and as results need them; by turns those for lanes and those without a
    /// form for lanes, in as few turns as can be.
    private List<Integer> order(List<Store> stores) {
        int[] turn = new int[graph.size()]; // even for lanes, odd for others
        List<Integer> order = new ArrayList<>();
        for (Store store : stores) visit(store.node(), turn, order);
        order.sort((a, b) -> Integer.compare(turn[a], turn[b])); // stable
        return order;
    }

    private void visit(int node, int[] turn, List<Integer> order) {
        if (!variation.moving(node) || graph.op(node).leaf() || passOf[node] != NOWHERE) return;
        int latest = 0;
        for (int k = 0; k < graph.op(node).arity(); k++) {
            int operand = graph.operand(node, k);
            visit(operand, turn, order);
            latest = Math.max(latest, turn[operand]);
        }
        turn[node] = (latest % 2 == 0) == Operations.lanes(graph.op(node)) ? latest : latest + 1;
        passOf[node] = 0;
        if (!cheap(node)) order.add(node);
    }

    /// Whether it is made of what is at hand in every pass by so few operations that it is made again rather than kept.
    private boolean cheap(int node) {
        return cost(node) <= CHEAP;
    }

    private int cost(int node) {
        if (!variation.moving(node) || graph.op(node).leaf()) return 0;
        int cost = Operations.lanes(graph.op(node)) ? Operations.weight(graph.op(node)) : CHEAP + 1;
        for (int k = 0; k < graph.op(node).arity() && cost <= CHEAP; k++) cost += cost(graph.operand(node, k));
        return cost;
    }

    private void cut(List<Integer> order, List<Store> stores) {
        int[] places = filled(); // in the order, of what is kept
        List<int[]> reads = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            places[order.get(i)] = i;
            Set<Integer> read = new TreeSet<>();
            read(order.get(i), places, read);
            reads.add(read.stream().mapToInt(Integer::intValue).toArray());
        }
        int[] weights = order.stream().mapToInt(node -> Operations.weight(graph.op(node))).toArray();
        boolean[] kinds = new boolean[order.size()];
        for (int i = 0; i < kinds.length; i++) kinds[i] = Operations.lanes(graph.op(order.get(i)));
        int begin = 0;
        for (int end : order.isEmpty() ? List.of(0) : new Cuts(weights, kinds, reads, budget).ends()) {
            Set<Integer> nodes = new LinkedHashSet<>();
            for (int node : order.subList(begin, end)) {
                passOf[node] = passes.size();
                make(node, nodes);
            }
            close(nodes, stores, end == order.size());
            begin = end;
        }
    }

    private void read(int node, int[] places, Set<Integer> read) {
        for (int k = 0; k < graph.op(node).arity(); k++) {
            int operand = graph.operand(node, k);
            if (places[operand] >= 0) {
                read.add(places[operand]);
            } else if (variation.moving(operand)) {
                read(operand, places, read);
            }
        }
    }

    /// Has a node made in a pass, and before it those operands that are made anew.
    private void make(int node, Set<Integer> nodes) {
        if (nodes.contains(node)) return;
        for (int k = 0; k < graph.op(node).arity(); k++) {
            int operand = graph.operand(node, k);
            if (variation.moving(operand) && !graph.op(operand).leaf() && cheap(operand)) make(operand, nodes);
        }
        nodes.add(node);
    }

    private void close(Set<Integer> nodes, List<Store> stores, boolean last) {
        List<Store> own = new ArrayList<>();
        for (Store store : stores) {
            int node = store.node();
            boolean kept = variation.moving(node) && !graph.op(node).leaf();
            if (last && kept && cheap(node)) make(node, nodes);
            if (kept && !cheap(node) ? nodes.contains(node) : last) own.add(store);
        }
        passes.add(new Pass(List.copyOf(nodes), own, nodes.stream().allMatch(node -> Operations.lanes(graph.op(node)))));
    }

    /// Gives rows of scratch to what later passes read. A row is free again behind the last pass that reads it.
    private void layOut(List<Integer> order) {
        int[] last = filled(); // pass that reads a node last
        for (int i = 0; i < passes.size(); i++) {
            for (int node : passes.get(i).nodes()) for (int k = 0; k < graph.op(node).arity(); k++) last[graph.operand(node, k)] = i;
            for (Store store : passes.get(i).stores()) last[store.node()] = Math.max(last[store.node()], i);
        }
        List<Integer> until = new ArrayList<>(); // of each row: the pass that reads it last
        for (int node : order) {
            if (last[node] <= passOf[node]) continue;
            int row = 0;
            while (row < until.size() && until.get(row) >= passOf[node]) row++;
            if (row == until.size()) until.add(0);
            until.set(row, last[node]);
            rows[node] = row;
        }
        rowCount = until.size();
    }
}
