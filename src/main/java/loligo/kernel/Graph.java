package loligo.kernel;

import java.util.Arrays;

/// Formulas as one list of operations, each on operands that stand earlier (static single assignment). Equal nodes are made once
/// (hash-consing), so a subexpression that two formulas share is computed once. [Algebra] makes the nodes.
final class Graph {
    /// Levels: what a node's value depends on at most.
    static final int CONSTANT = 0;
    static final int PARAMETER = 1;
    static final int DRIVEN = 2;
    static final int STATE = 3;

    private Op[] ops = new Op[256];
    private int[] operands = new int[3 * 256];    // three per node; a leaf keeps its index in the first
    private double[] values = new double[256];    // of constants
    private byte[] levels = new byte[256];
    private int[] table = new int[1024];          // open addressing: node + 1, 0 when free
    private int size;

    int size() {
        return size;
    }

    Op op(int node) {
        return ops[node];
    }

    /// The k-th operand; of a leaf, with k = 0, its index among its kind.
    int operand(int node, int k) {
        return operands[3 * node + k];
    }

    int level(int node) {
        return levels[node];
    }

    /// The number that a constant is.
    double value(int node) {
        return values[node];
    }

    boolean constant(int node) {
        return ops[node] == Op.CONSTANT;
    }

    boolean constant(int node, double value) {
        return ops[node] == Op.CONSTANT && values[node] == value;
    }

    int number(double value) {
        return node(Op.CONSTANT, 0, 0, 0, value, CONSTANT);
    }

    int leaf(Op op, int index) {
        int level = switch (op) {
            case PARAMETER -> PARAMETER;
            case TIME, INPUT, SLOPE -> DRIVEN;
            case STATE -> STATE;
            default -> throw new IllegalStateException("Loligo's own bug: " + op + " is no leaf");
        };
        return node(op, index, 0, 0, 0, level);
    }

    int unary(Op op, int a) {
        return node(op, a, 0, 0, 0, levels[a]);
    }

    int binary(Op op, int a, int b) {
        boolean swap = op.commutative() && a > b;
        return node(op, swap ? b : a, swap ? a : b, 0, 0, Math.max(levels[a], levels[b]));
    }

    int ternary(Op op, int a, int b, int c) {
        return node(op, a, b, c, 0, Math.max(levels[a], Math.max(levels[b], levels[c])));
    }

    /// How often each node is used on the way to these results // [nodes]
    int[] uses(int[] results) {
        int[] uses = new int[size];
        for (int node : results) uses[node]++;
        for (int node = size - 1; node >= 0; node--) {
            for (int k = 0; uses[node] > 0 && k < ops[node].arity(); k++) uses[operand(node, k)]++;
        }
        return uses;
    }

    private int node(Op op, int a, int b, int c, double value, int level) {
        int slot = hash(op, a, b, c, value) & (table.length - 1);
        while (table[slot] != 0) {
            if (same(table[slot] - 1, op, a, b, c, value)) return table[slot] - 1;
            slot = (slot + 1) & (table.length - 1);
        }
        if (size == ops.length) grow();
        ops[size] = op;
        operands[3 * size] = a;
        operands[3 * size + 1] = b;
        operands[3 * size + 2] = c;
        values[size] = value;
        levels[size] = (byte) level;
        table[slot] = ++size;
        if (3 * size > table.length) rehash();
        return size - 1;
    }

    private boolean same(int node, Op op, int a, int b, int c, double value) {
        return ops[node] == op && operands[3 * node] == a && operands[3 * node + 1] == b && operands[3 * node + 2] == c
                && Double.doubleToRawLongBits(values[node]) == Double.doubleToRawLongBits(value);
    }

    private static int hash(Op op, int a, int b, int c, double value) {
        long bits = Double.doubleToRawLongBits(value) + op.number() + 37L * a + 0x9E3779B97F4A7C15L * b + 0xC2B2AE3D27D4EB4FL * c;
        bits *= 0x9E3779B97F4A7C15L;
        return (int) (bits >>> 32);
    }

    private void grow() {
        ops = Arrays.copyOf(ops, 2 * size);
        operands = Arrays.copyOf(operands, 6 * size);
        values = Arrays.copyOf(values, 2 * size);
        levels = Arrays.copyOf(levels, 2 * size);
    }

    private void rehash() {
        int[] larger = new int[4 * table.length];
        for (int node = 0; node < size; node++) {
            int slot = hash(ops[node], operands[3 * node], operands[3 * node + 1], operands[3 * node + 2], values[node]) & (larger.length - 1);
            while (larger[slot] != 0) slot = (slot + 1) & (larger.length - 1);
            larger[slot] = node + 1;
        }
        table = larger;
    }
}
