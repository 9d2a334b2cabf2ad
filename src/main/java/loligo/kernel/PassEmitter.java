package loligo.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes one pass as byte code: a loop over the cells of a block, each operation a statement. What loops do alike stands here; what one turn
/// of the loop works on, one cell or as many as there are lanes, stands in the two forms.
abstract class PassEmitter {
    /// Arguments of a pass: states before and after the step, the cells' own numbers, scratch, the numbers of the step, and the number of cells.
    static final int BEFORE = 0;
    static final int AFTER = 1;
    static final int OWN = 2;
    static final int SCRATCH = 3;
    static final int STEP = 4;
    private static final int COUNT = 5;
    private static final int INDEX = 6;
    static final int FLAG = 7;
    private static final int FREE = 8;

    final Graph graph;
    final CodeBuilder code;
    private final Passes passes;
    private final Passes.Pass pass;
    private final int width;                                  // cells in a block
    private final Map<Integer, Integer> locals = new HashMap<>(); // variable of each node that is at hand
    private int free = FREE;

    PassEmitter(Graph graph, Passes passes, Passes.Pass pass, int width, CodeBuilder code) {
        this.graph = graph;
        this.passes = passes;
        this.pass = pass;
        this.width = width;
        this.code = code;
    }

    /// How many cells a turn of the loop works on.
    abstract int stride();

    /// Pushes the numbers of an array from the index on that is on the stack.
    abstract void fetch(boolean logical);

    /// Pushes the number on the stack as one for all cells.
    abstract void spread(boolean logical);

    /// Writes a variable to the array and index on the stack.
    abstract void put(int variable, boolean logical);

    /// Computes a node from the variables of its operands; the variable that holds it.
    abstract int compute(Op op, int[] operands);

    /// Pops what is on the stack into a new variable.
    abstract int keep(boolean logical);

    /// Before and behind what a turn of the loop computes.
    abstract void begin(List<Op> ops);

    abstract void end();

    final int variable(int size) {
        free += size;
        return free - size;
    }

    final void emit() {
        Label top = code.newLabel();
        Label test = code.newLabel();
        begin(pass.nodes().stream().map(graph::op).distinct().toList());
        for (int node : pass.nodes()) for (int k = 0; k < graph.op(node).arity(); k++) prepare(graph.operand(node, k));
        for (Store store : pass.stores()) prepare(store.node());
        code.iconst_0().istore(INDEX);
        code.goto_(test);
        code.labelBinding(top);
        for (int node : pass.nodes()) step(node);
        for (Store store : pass.stores()) store(AFTER, store.index(), store.node());
        end();
        code.iinc(INDEX, stride());
        code.labelBinding(test);
        code.iload(INDEX).iload(COUNT).if_icmplt(top);
        code.iload(FLAG).ireturn();
    }

    /// Has numbers that do not change from cell to cell at hand before the loop.
    private void prepare(int node) {
        if (locals.containsKey(node) || !(graph.constant(node) || passes.place(node) >= 0)) return;
        if (graph.constant(node)) {
            code.loadConstant(graph.value(node));
        } else {
            code.aload(STEP).loadConstant(passes.place(node)).daload();
        }
        spread(graph.op(node).logical());
        locals.put(node, keep(graph.op(node).logical()));
    }

    private void step(int node) {
        Op op = graph.op(node);
        int[] operands = new int[op.arity()];
        for (int k = 0; k < operands.length; k++) operands[k] = condition(op, k) ? truth(graph.operand(node, k)) : at(graph.operand(node, k));
        int variable = compute(op, operands);
        locals.put(node, variable);
        if (passes.row(node) >= 0) store(SCRATCH, passes.row(node), node);
    }

    private static boolean condition(Op op, int k) {
        return op == Op.AND || op == Op.OR || op == Op.NOT || (op == Op.SELECT && k == 0);
    }

    /// The variable of a condition, which may be given as a number.
    private int truth(int node) {
        int variable = at(node);
        return graph.op(node).logical() ? variable : truthOf(variable);
    }

    /// The variable that says whether a number is not 0.
    abstract int truthOf(int variable);

    /// The variable of a number, which may have to be fetched.
    private int at(int node) {
        Integer known = locals.get(node);
        if (known != null) return known;
        boolean logical = graph.op(node).logical();
        if (graph.op(node) == Op.STATE) {
            address(BEFORE, graph.operand(node, 0));
        } else if (passes.column(node) >= 0) {
            address(OWN, passes.column(node));
        } else {
            address(SCRATCH, passes.row(node));
        }
        fetch(logical);
        int variable = keep(logical);
        locals.put(node, variable);
        return variable;
    }

    private void store(int array, int row, int node) {
        int variable = at(node);
        address(array, row);
        put(variable, graph.op(node).logical());
    }

    private void address(int array, int row) {
        code.aload(array).loadConstant(row * width).iload(INDEX).iadd();
    }
}
