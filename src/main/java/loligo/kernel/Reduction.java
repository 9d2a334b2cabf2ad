package loligo.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Formulas as they are written become formulas as they are computed: exponentials of one family share one, factors move above the
/// bar of a quotient (so that they do not wait for it), and a product that is added becomes one fused multiply-add.
/// What a node becomes depends on the node and on the membrane's derivatives alone, so every part of a kernel computes it to the same bits.
final class Reduction {
    private final Graph written;
    private final Exponents exponents;
    private final int[] uses; // of each node, by the derivatives

    /// Results as they are computed.
    record Reduced(Graph graph, List<Store> stores) {}

    Reduction(Graph written, int[] derivatives) {
        this.written = written;
        this.exponents = Exponents.of(written, derivatives);
        this.uses = written.uses(derivatives);
    }

    Reduced of(List<Store> stores) {
        return new Pass().of(stores);
    }

    /// How many roundings the value of an exponential may be off by, where it is made from one that others share.
    double roundings(int node) {
        Exponents.Power power = exponents.power(written.operand(node, 0));
        return power == null ? 0 : 4 * power.power() + Math.abs(power.shift());
    }

    /// One graph in the making.
    private final class Pass {
        private final Graph graph = new Graph();
        private final Algebra algebra = new Algebra(graph);
        private final int[] reduced = new int[written.size()]; // node in `graph` of each node in `written`

        Reduced of(List<Store> stores) {
            int[] needed = written.uses(stores.stream().mapToInt(Store::node).toArray());
            for (int node = 0; node < needed.length; node++) if (needed[node] > 0) reduced[node] = reduce(node);
            List<Store> moved = new ArrayList<>(stores.size());
            for (Store store : stores) moved.add(new Store(reduced[store.node()], store.array(), store.index()));
            return new Reduced(graph, moved);
        }

        private int reduce(int node) {
            Op op = written.op(node);
            if (op == Op.CONSTANT) return algebra.number(written.value(node));
            if (op.leaf()) return graph.leaf(op, written.operand(node, 0));
            int a = operand(node, 0);
            int b = op.arity() > 1 ? operand(node, 1) : a;
            return switch (op) {
                case ADD -> shared(node, 0) && !shared(node, 1) ? sum(b, a) : sum(a, b);
                case SUBTRACT -> difference(a, b, shared(node, 0));
                case MULTIPLY -> algebra.multiply(a, b);
                case DIVIDE -> quotient(a, b);
                case NEGATE -> algebra.negate(a);
                case MIN -> algebra.minimum(a, b);
                case MAX -> algebra.maximum(a, b);
                case POW -> algebra.power(a, b);
                case NOT -> algebra.not(a);
                case SELECT -> algebra.select(a, b, operand(node, 2));
                case EXPREL_SLOPE, BERNOULLI_SLOPE -> algebra.slope(op, a, b);
                case LESS, AT_MOST, EQUAL, AND, OR -> algebra.logical(op, a, b);
                case EXP, EXPREL, BERNOULLI -> exponential(op, a, exponents.power(written.operand(node, 0)));
                default -> algebra.unary(op, a);
            };
        }

        private int operand(int node, int k) {
            return reduced[written.operand(node, k)];
        }

        /// By a divisor that moves: times its reciprocal, which all that is divided by it shares.
        private int quotient(int a, int b) {
            boolean steady = graph.level(b) <= Graph.PARAMETER;
            return steady || graph.constant(a, 0) ? algebra.divide(a, b) : algebra.multiply(a, algebra.divide(algebra.number(1), b));
        }

        /// Whether others need an operand as well, which then is better not fused.
        private boolean shared(int node, int k) {
            int operand = written.operand(node, k);
            return operand < uses.length && uses[operand] > 1;
        }

        /// The first is fused where both could be.
        private int sum(int a, int b) {
            if (a != b && moving(a)) return fused(graph.operand(a, 0), graph.operand(a, 1), b);
            return a != b && moving(b) ? fused(graph.operand(b, 0), graph.operand(b, 1), a) : algebra.add(a, b);
        }

        private int difference(int a, int b, boolean shared) {
            if (a != b && moving(a) && !(shared && moving(b))) return fused(graph.operand(a, 0), graph.operand(a, 1), algebra.negate(b));
            if (a == b || !moving(b)) return algebra.subtract(a, b);
            int steady = graph.level(graph.operand(b, 0)) <= Graph.PARAMETER ? 0 : 1; // if one of them is: its sign is changed once for all
            return fused(algebra.negate(graph.operand(b, steady)), graph.operand(b, 1 - steady), a);
        }

        /// Whether a node is a product that is not prepared once for all.
        private boolean moving(int node) {
            return graph.op(node) == Op.MULTIPLY && graph.level(node) > Graph.PARAMETER;
        }

        private int fused(int a, int b, int c) {
            return graph.constant(c, 0) ? algebra.multiply(a, b) : graph.ternary(Op.FMA, a, b, c);
        }

        private int exponential(Op op, int argument, Exponents.@Nullable Power power) {
            if (power == null) return algebra.unary(op, argument);
            int root = algebra.unary(Op.EXP, algebra.multiply(algebra.number(power.rate()), reduced[power.of()]));
            int rest = algebra.power(root, algebra.number(power.power()));
            int factor = algebra.number(Elementary.exp(power.shift()));
            if (op == Op.EXP) return algebra.multiply(factor, rest);
            int less = fused(factor, rest, algebra.number(-1));
            return op == Op.BERNOULLI ? graph.binary(Op.BERNOULLI_FILLED, argument, graph.binary(Op.MULTIPLY, argument, algebra.divide(algebra.number(1), less)))
                    : graph.binary(Op.EXPREL_FILLED, argument, quotient(less, argument));
        }
    }
}
