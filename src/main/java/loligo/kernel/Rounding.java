package loligo.kernel;

import java.util.HashMap;
import java.util.Map;

/// How far rounding may have a node off, as a node of the same graph: running error analysis (Wilkinson 1963, ch. 1; Higham 2002, sect. 3.3). States, inputs and parameters count
/// as exact. What a quotient or a logarithm is taken of may be lost altogether, and then the bound is infinite; else it is of first order.
final class Rounding {
    private static final double UNIT = 0x1p-53; // half a unit in the last place, relative
    private static final double FUNCTION = 8;   // units, more than the largest error of a function
    private static final double SHORT = 0x1p20; // a multiple of the inverse has few digits: it is the number that was meant

    private final Graph graph;
    private final Algebra algebra;
    private final Tangents tangents;
    private final Reduction reduction;
    private final Map<Integer, Integer> bounds = new HashMap<>();
    private final Map<Integer, Boolean> lossy = new HashMap<>();

    Rounding(Algebra algebra, Tangents tangents, Reduction reduction) {
        this.graph = algebra.graph();
        this.algebra = algebra;
        this.tangents = tangents;
        this.reduction = reduction;
    }

    /// The bound of a node, never below 0.
    int of(int node) {
        Integer known = bounds.get(node);
        if (known != null) return known;
        int bound = bound(node);
        bounds.put(node, bound);
        return bound;
    }

    /// Whether digits may be lost on the way to a node: something that is rounded is taken from something else, or looked at where a function is steep.
    boolean loses(int node) {
        Boolean known = lossy.get(node);
        if (known != null) return known;
        boolean loses = false;
        for (int k = 0; k < graph.op(node).arity() && !loses; k++) loses = loses(graph.operand(node, k)) || amplifies(node) && !graph.constant(of(graph.operand(node, k)), 0);
        lossy.put(node, loses);
        return loses;
    }

    private boolean amplifies(int node) {
        return switch (graph.op(node)) {
            case ADD, SUBTRACT, LOG, LOG10, SIN, COS, TAN -> true;
            default -> false;
        };
    }

    private int bound(int node) {
        int a = graph.operand(node, 0);
        int b = graph.operand(node, 1);
        Op op = graph.op(node);
        return switch (op) {
            case CONSTANT -> rounded(node, Math.rint(graph.value(node) * SHORT) == graph.value(node) * SHORT ? 0 : 1);
            case PARAMETER, TIME, INPUT, SLOPE, STATE, LESS, AT_MOST, EQUAL, AND, OR, NOT -> algebra.number(0);
            case ADD, SUBTRACT -> algebra.add(algebra.add(of(a), of(b)), rounded(node, 1));
            case MULTIPLY -> algebra.add(algebra.add(moved(of(a), size(b)), moved(of(b), size(a))), rounded(node, 1));
            case DIVIDE -> algebra.add(over(algebra.add(of(a), moved(of(b), size(node))), b), rounded(node, 2));
            case NEGATE, ABS -> of(a);
            case MIN, MAX -> algebra.maximum(of(a), of(b));
            case SELECT -> algebra.select(a, of(b), of(graph.operand(node, 2)));
            case SQRT -> algebra.add(known(of(a), algebra.divide(of(a), algebra.unary(Op.SQRT, algebra.add(size(a), of(a))))), rounded(node, 1));
            case POW -> algebra.add(power(node, a, b), rounded(node, FUNCTION));
            case LOG -> algebra.add(over(of(a), a), rounded(node, FUNCTION));
            case LOG10 -> algebra.add(algebra.multiply(algebra.number(0.5), over(of(a), a)), rounded(node, FUNCTION));
            case EXP, EXPREL, BERNOULLI -> algebra.add(moved(of(a), algebra.unary(Op.ABS, tangents.slope(node, a))), rounded(node, FUNCTION + reduction.roundings(node)));
            default -> algebra.add(moved(of(a), algebra.unary(Op.ABS, tangents.slope(node, a))), rounded(node, FUNCTION));
        };
    }

    private int power(int node, int base, int exponent) {
        int byBase = known(of(base), moved(algebra.multiply(size(exponent), size(node)), over(of(base), base)));
        return algebra.add(byBase, known(of(exponent), algebra.multiply(of(exponent), algebra.multiply(size(node), algebra.unary(Op.ABS, algebra.unary(Op.LOG, base))))));
    }

    private int size(int node) {
        return algebra.unary(Op.ABS, node);
    }

    private int rounded(int node, double units) {
        return units == 0 ? algebra.number(0) : algebra.multiply(algebra.number(units * UNIT), size(node));
    }

    /// A bound times how much it is stretched; nothing is stretched to nothing, however much.
    private int moved(int bound, int stretch) {
        return known(bound, algebra.multiply(bound, stretch));
    }

    /// A bound over what is left of the size of a divisor that has a bound itself: infinite where nothing is left.
    private int over(int bound, int divisor) {
        int left = algebra.subtract(size(divisor), of(divisor));
        return known(bound, algebra.divide(bound, algebra.maximum(left, algebra.number(0))));
    }

    /// What an operand without error adds is nothing, also where it is stretched beyond all bounds.
    private int known(int bound, int stretched) {
        int none = algebra.number(0);
        return algebra.select(algebra.logical(Op.EQUAL, bound, none), none, stretched);
    }
}
