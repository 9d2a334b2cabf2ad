package loligo.kernel;

import java.util.Arrays;

/// Derivatives of nodes along one direction, as nodes of the same graph: exact, and sharing what the values compute anyway.
/// The direction is set by [#seed]; leaves without a seed stand still.
final class Tangents {
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double LN_10 = 2.302585092994046;
    private static final int UNKNOWN = -1;

    private final Graph graph;
    private final Algebra algebra;
    private int[] known = new int[0];

    Tangents(Algebra algebra) {
        this.algebra = algebra;
        this.graph = algebra.graph();
    }

    /// Begins a new direction, along which everything stands still.
    void clear() {
        Arrays.fill(known, UNKNOWN);
    }

    /// Says how fast a leaf moves along the direction.
    void seed(int leaf, int rate) {
        reserve(leaf);
        known[leaf] = rate;
    }

    /// How fast a node moves along the direction.
    int of(int node) {
        reserve(node);
        if (known[node] != UNKNOWN) return known[node];
        int rate = graph.op(node).leaf() || graph.op(node).logical() ? algebra.number(0) : rate(node);
        reserve(node);
        known[node] = rate;
        return rate;
    }

    private void reserve(int node) {
        if (node < known.length) return;
        int old = known.length;
        known = Arrays.copyOf(known, Math.max(2 * old, node + 256));
        Arrays.fill(known, old, known.length, UNKNOWN);
    }

    private int rate(int node) {
        int a = graph.operand(node, 0);
        int b = graph.operand(node, 1);
        return switch (graph.op(node)) {
            case ADD -> algebra.add(of(a), of(b));
            case SUBTRACT -> algebra.subtract(of(a), of(b));
            case MULTIPLY -> algebra.add(algebra.multiply(of(a), b), algebra.multiply(a, of(b)));
            case DIVIDE -> algebra.divide(algebra.subtract(of(a), algebra.multiply(node, of(b))), b);
            case MIN -> algebra.select(algebra.logical(Op.AT_MOST, a, b), of(a), of(b));
            case MAX -> algebra.select(algebra.logical(Op.AT_MOST, a, b), of(b), of(a));
            case POW -> power(node, a, b);
            case SELECT -> algebra.select(a, of(b), of(graph.operand(node, 2)));
            default -> chain(node, a);
        };
    }

    /// The chain rule: the slope of a function of one argument times the rate of the argument.
    private int chain(int node, int a) {
        int rate = of(a);
        if (graph.constant(rate, 0)) return rate;
        return switch (graph.op(node)) {
            case SQRT, LOG, LOG10 -> steep(slope(node, a), rate);
            default -> algebra.multiply(slope(node, a), rate);
        };
    }

    /// A slope that may be infinite times a rate: what rests has no rate even there.
    private int steep(int slope, int rate) {
        int none = algebra.number(0);
        return algebra.select(algebra.logical(Op.EQUAL, rate, none), none, algebra.multiply(slope, rate));
    }

    /// The derivative of a function of one argument by that.
    int slope(int node, int a) {
        int one = algebra.number(1);
        return switch (graph.op(node)) {
            case NEGATE -> algebra.number(-1);
            case ABS -> algebra.select(algebra.logical(Op.LESS, a, algebra.number(0)), algebra.number(-1), one);
            case SQRT -> algebra.divide(algebra.number(0.5), node);
            case EXP -> node;
            case EXPM1 -> algebra.unary(Op.EXP, a);
            case EXPREL -> algebra.slope(Op.EXPREL_SLOPE, a, node);
            case BERNOULLI -> algebra.slope(Op.BERNOULLI_SLOPE, a, node);
            case LOG -> algebra.divide(one, a);
            case LOG10 -> algebra.divide(algebra.number(1 / LN_10), a);
            case SIN -> algebra.unary(Op.COS, a);
            case COS -> algebra.negate(algebra.unary(Op.SIN, a));
            case TAN -> algebra.add(one, algebra.multiply(node, node));
            case SINH -> algebra.unary(Op.COSH, a);
            case COSH -> algebra.unary(Op.SINH, a);
            case TANH -> overSquare(one, algebra.unary(Op.COSH, a));
            case ATAN -> algebra.divide(one, algebra.add(one, algebra.multiply(a, a)));
            case ERF -> algebra.multiply(algebra.number(TWO_OVER_ROOT_PI), algebra.unary(Op.EXP, algebra.negate(algebra.multiply(a, a))));
            default -> throw new IllegalStateException("Loligo's own bug: no slope of " + graph.op(node));
        };
    }

    /// a/b^2 without the square, which might overflow.
    private int overSquare(int a, int b) {
        return algebra.divide(algebra.divide(a, b), b);
    }

    private int power(int node, int base, int exponent) {
        int lower = algebra.power(base, algebra.subtract(exponent, algebra.number(1)));
        int slope = algebra.multiply(exponent, lower);
        boolean steep = !graph.constant(exponent) || graph.value(exponent) < 1;
        int byBase = steep ? steep(slope, of(base)) : algebra.multiply(slope, of(base));
        int rate = of(exponent);
        if (graph.constant(rate, 0)) return byBase;
        return algebra.add(byBase, algebra.multiply(algebra.multiply(node, algebra.unary(Op.LOG, base)), rate));
    }
}
