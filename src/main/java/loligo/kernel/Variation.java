package loligo.kernel;

import java.util.BitSet;

/// What the value of a node differs by when many cells step together: from step to step, from cell to cell, or as the cells' states do.
final class Variation {
    private static final int STEP = 1;
    private static final int CELL = 2;
    private static final int STATE = 4;

    private final byte[] kinds; // of each node

    /// @param parameters which of them differ from cell to cell
    /// @param inputs which inputs of the step differ from cell to cell; these stand still
    Variation(Graph graph, BitSet parameters, BitSet inputs) {
        kinds = new byte[graph.size()];
        for (int node = 0; node < kinds.length; node++) {
            int index = graph.operand(node, 0);
            kinds[node] = (byte) switch (graph.op(node)) {
                case CONSTANT -> 0;
                case PARAMETER -> parameters.get(index) ? CELL : 0;
                case INPUT -> inputs.get(index) ? CELL : STEP;
                case STATE -> STATE;
                default -> operands(graph, node);
            };
        }
    }

    private int operands(Graph graph, int node) {
        int kind = 0;
        for (int k = 0; k < graph.op(node).arity(); k++) kind |= kinds[graph.operand(node, k)];
        return kind;
    }

    /// Whether it is the same number for all cells at a step.
    boolean shared(int node) {
        return (kinds[node] & (CELL | STATE)) == 0;
    }

    /// Whether it is a number of each cell that stands still.
    boolean still(int node) {
        return kinds[node] == CELL;
    }

    /// Whether it is computed for each cell at each step.
    boolean moving(int node) {
        return !shared(node) && !still(node);
    }
}
