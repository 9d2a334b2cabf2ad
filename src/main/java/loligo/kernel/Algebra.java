package loligo.kernel;

/// Makes the nodes of a graph, each in its cheapest form: numbers are folded, neutral elements vanish, what depends on parameters only
/// moves to the front of a product (so that it is prepared once), and dividing by it becomes multiplying. A value may change by a rounding, never more.
final class Algebra {
    private static final int LARGEST_POWER = 64;

    private final Graph graph;

    Algebra(Graph graph) {
        this.graph = graph;
    }

    Graph graph() {
        return graph;
    }

    int number(double value) {
        return graph.number(value);
    }

    int add(int a, int b) {
        if (graph.constant(a, 0)) return b;
        if (graph.constant(b, 0)) return a;
        if (is(b, Op.NEGATE)) return subtract(a, graph.operand(b, 0));
        if (is(a, Op.NEGATE)) return subtract(b, graph.operand(a, 0));
        return binary(Op.ADD, a, b);
    }

    int subtract(int a, int b) {
        if (graph.constant(b, 0)) return a;
        if (graph.constant(a, 0)) return negate(b);
        if (is(b, Op.NEGATE)) return add(a, graph.operand(b, 0));
        if (is(a, Op.NEGATE) && !steady(a)) return negate(add(graph.operand(a, 0), b));
        int joined = relaxation(a, b, b);
        return joined >= 0 ? joined : binary(Op.SUBTRACT, a, b);
    }

    /// `p (1 - y) - q y`, as gates are written, is `p - (p + q) y`: the sum is the slope as well. -1 where the difference is none of this kind.
    ///
    /// @param within where in `b` a state y is looked for
    private int relaxation(int a, int b, int within) {
        if (is(within, Op.MULTIPLY)) {
            int found = relaxation(a, b, graph.operand(within, 0));
            return found >= 0 ? found : relaxation(a, b, graph.operand(within, 1));
        }
        if (!is(within, Op.STATE)) return -1;
        int p = without(a, binary(Op.SUBTRACT, number(1), within));
        return p < 0 ? -1 : subtract(p, multiply(add(p, without(b, within)), within));
    }

    /// A product without one of its factors; -1 where it has no such factor.
    private int without(int product, int factor) {
        if (product == factor) return number(1);
        if (!is(product, Op.MULTIPLY)) return -1;
        for (int k = 0; k < 2; k++) {
            int rest = without(graph.operand(product, k), factor);
            if (rest >= 0) return multiply(rest, graph.operand(product, 1 - k));
        }
        return -1;
    }

    int negate(int a) {
        if (graph.constant(a)) return number(-graph.value(a));
        if (is(a, Op.NEGATE)) return graph.operand(a, 0);
        if (is(a, Op.SUBTRACT)) return subtract(graph.operand(a, 1), graph.operand(a, 0));
        if (is(a, Op.MULTIPLY) && !steady(a) && steady(first(a))) return multiply(negate(first(a)), second(a));
        return graph.unary(Op.NEGATE, a);
    }

    int multiply(int a, int b) {
        if (graph.constant(a, 0) || graph.constant(b, 0)) return number(0);
        if (graph.constant(a, 1)) return b;
        if (graph.constant(b, 1)) return a;
        if (graph.constant(a, -1)) return negate(b);
        if (graph.constant(b, -1)) return negate(a);
        if (is(a, Op.NEGATE) && !steady(a)) return signed(graph.operand(a, 0), b);
        if (is(b, Op.NEGATE) && !steady(b)) return signed(graph.operand(b, 0), a);
        if (steady(a) && steady(b)) return binary(Op.MULTIPLY, a, b);
        if (scaled(a) && scaled(b)) return multiply(multiply(first(a), first(b)), multiply(second(a), second(b)));
        if (steady(a) && scaled(b)) return multiply(multiply(a, first(b)), second(b));
        if (steady(b) && scaled(a)) return multiply(multiply(b, first(a)), second(a));
        if (scaled(a) && !steady(b)) return multiply(first(a), multiply(second(a), b));
        if (scaled(b) && !steady(a)) return multiply(first(b), multiply(second(b), a));
        return binary(Op.MULTIPLY, a, b);
    }

    private int signed(int a, int b) {
        return graph.constant(b) ? multiply(negate(b), a) : negate(multiply(a, b));
    }

    int divide(int a, int b) {
        if (graph.constant(b, 1)) return a;
        if (graph.constant(b, -1)) return negate(a);
        if (graph.constant(a, 0) && !graph.constant(b)) return a;
        if (steady(b)) return steady(a) ? binary(Op.DIVIDE, a, b) : multiply(binary(Op.DIVIDE, number(1), b), a);
        if (is(b, Op.EXPREL)) return multiply(a, unary(Op.BERNOULLI, graph.operand(b, 0)));
        if (is(b, Op.NEGATE)) return negate(divide(a, graph.operand(b, 0)));
        if (scaled(b)) return multiply(divide(number(1), first(b)), divide(a, second(b)));
        if (is(a, Op.NEGATE)) return negate(divide(graph.operand(a, 0), b));
        return binary(Op.DIVIDE, a, b);
    }

    /// A power; with a whole exponent by multiplication, with a half by a root.
    int power(int base, int exponent) {
        if (graph.constant(base) && graph.constant(exponent)) return binary(Op.POW, base, exponent);
        if (!graph.constant(exponent)) return graph.constant(base, 1) ? base : binary(Op.POW, base, exponent);
        double e = graph.value(exponent);
        if (e == 0.5) return unary(Op.SQRT, base);
        if (e != Math.rint(e) || Math.abs(e) > LARGEST_POWER) return binary(Op.POW, base, exponent);
        int whole = whole(base, (int) Math.abs(e));
        return e < 0 ? divide(number(1), whole) : whole;
    }

    private int whole(int base, int exponent) {
        if (exponent == 0) return number(1);
        if (exponent == 1) return base;
        int half = whole(base, exponent / 2);
        int square = multiply(half, half);
        return exponent % 2 == 0 ? square : multiply(square, base);
    }

    int minimum(int a, int b) {
        return a == b ? a : binary(Op.MIN, a, b);
    }

    int maximum(int a, int b) {
        return a == b ? a : binary(Op.MAX, a, b);
    }

    /// A function of one argument.
    int unary(Op op, int a) {
        return graph.constant(a) ? number(Arithmetic.value(op, graph.value(a), 0)) : graph.unary(op, a);
    }

    /// The slope of a function of one argument that needs its value.
    int slope(Op op, int a, int value) {
        return binary(op, a, value);
    }

    /// A comparison, or `and` and `or` of two of them; a constant 1 or 0 when both are known.
    int logical(Op op, int a, int b) {
        return binary(op, a, b);
    }

    int not(int a) {
        if (graph.constant(a)) return number(graph.value(a) == 0 ? 1 : 0);
        return is(a, Op.NOT) ? graph.operand(a, 0) : graph.unary(Op.NOT, a);
    }

    int select(int condition, int yes, int no) {
        if (yes == no) return yes;
        if (graph.constant(condition)) return graph.value(condition) != 0 ? yes : no;
        return graph.ternary(Op.SELECT, condition, yes, no);
    }

    private int binary(Op op, int a, int b) {
        if (graph.constant(a) && graph.constant(b)) return number(Arithmetic.value(op, graph.value(a), graph.value(b)));
        return graph.binary(op, a, b);
    }

    private boolean is(int node, Op op) {
        return graph.op(node) == op;
    }

    /// Whether a node stands still as long as the parameters do.
    private boolean steady(int node) {
        return graph.level(node) <= Graph.PARAMETER;
    }

    /// Whether a node is a steady factor times something that moves.
    private boolean scaled(int node) {
        return is(node, Op.MULTIPLY) && !steady(node) && (steady(graph.operand(node, 0)) || steady(graph.operand(node, 1)));
    }

    /// Of a product, the steady factor if it has one.
    private int first(int product) {
        int a = graph.operand(product, 0);
        return steady(a) ? a : graph.operand(product, steady(graph.operand(product, 1)) ? 1 : 0);
    }

    /// Of a product, the factor that [#first] is not.
    private int second(int product) {
        int a = graph.operand(product, 0);
        return a == first(product) ? graph.operand(product, 1) : a;
    }
}
