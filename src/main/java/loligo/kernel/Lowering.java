package loligo.kernel;

import java.util.List;
import java.util.Map;
import loligo.notation.Expr;
import loligo.notation.Function;
import loligo.notation.Singularity;

/// Expressions become nodes of a graph.
final class Lowering {
    private final Algebra algebra;
    private final Scope scope;
    private final Map<String, Expr> definitions;     // to see holes through

    Lowering(Algebra algebra, Scope scope, Map<String, Expr> definitions) {
        this.algebra = algebra;
        this.scope = scope;
        this.definitions = definitions;
    }

    /// The node of an expression, its holes filled.
    int value(Expr expr) {
        return node(Singularity.fill(expr, definitions));
    }

    private int node(Expr expr) {
        return switch (expr) {
            case Expr.Literal e -> algebra.number(e.inside());
            case Expr.Name e -> scope.node(e.id());
            case Expr.Negation e -> algebra.negate(node(e.of()));
            case Expr.Sum e -> algebra.add(node(e.left()), node(e.right()));
            case Expr.Difference e -> algebra.subtract(node(e.left()), node(e.right()));
            case Expr.Product e -> algebra.multiply(node(e.left()), node(e.right()));
            case Expr.Quotient e -> algebra.divide(node(e.left()), node(e.right()));
            case Expr.Power e -> algebra.power(node(e.base()), node(e.exponent()));
            case Expr.Call e -> call(e.function(), e.arguments());
            case Expr.Comparison e -> compare(e.relation(), node(e.left()), node(e.right()));
            case Expr.Not e -> algebra.not(node(e.of()));
            case Expr.And e -> algebra.logical(Op.AND, node(e.left()), node(e.right()));
            case Expr.Or e -> algebra.logical(Op.OR, node(e.left()), node(e.right()));
        };
    }

    /// A number that is not negative where the condition holds, and passes through zero where it begins to hold.
    int trigger(Expr condition, boolean holds) {
        return switch (condition) {
            case Expr.Not e -> trigger(e.of(), !holds);
            case Expr.And e -> joined(e.left(), e.right(), holds, holds);
            case Expr.Or e -> joined(e.left(), e.right(), holds, !holds);
            case Expr.Comparison e -> gap(e.relation(), algebra.subtract(value(e.left()), value(e.right())), holds);
            default -> algebra.select(value(condition), algebra.number(holds ? 1 : -1), algebra.number(holds ? -1 : 1));
        };
    }

    private int joined(Expr left, Expr right, boolean holds, boolean both) {
        int a = trigger(left, holds);
        int b = trigger(right, holds);
        return both ? algebra.minimum(a, b) : algebra.maximum(a, b);
    }

    private int gap(Expr.Relation relation, int difference, boolean holds) {
        int distance = algebra.unary(Op.ABS, difference);
        return switch (relation) {
            case MORE, AT_LEAST -> holds ? difference : algebra.negate(difference);
            case LESS, AT_MOST -> holds ? algebra.negate(difference) : difference;
            case EQUAL -> holds ? algebra.negate(distance) : apart(distance);
            case UNEQUAL -> holds ? apart(distance) : algebra.negate(distance);
        };
    }

    private int apart(int distance) {
        return algebra.select(algebra.logical(Op.EQUAL, distance, algebra.number(0)), algebra.number(-1), distance);
    }

    private int compare(Expr.Relation relation, int a, int b) {
        return switch (relation) {
            case LESS -> algebra.logical(Op.LESS, a, b);
            case AT_MOST -> algebra.logical(Op.AT_MOST, a, b);
            case MORE -> algebra.logical(Op.LESS, b, a);
            case AT_LEAST -> algebra.logical(Op.AT_MOST, b, a);
            case EQUAL -> algebra.logical(Op.EQUAL, a, b);
            case UNEQUAL -> algebra.not(algebra.logical(Op.EQUAL, a, b));
        };
    }

    private int call(Function function, List<Expr> arguments) {
        int first = node(arguments.getFirst());
        return switch (function) {
            case IF -> algebra.select(first, node(arguments.get(1)), node(arguments.get(2)));
            case MIN, MAX -> extreme(function, first, arguments);
            case EXP -> algebra.unary(Op.EXP, first);
            case EXPM1 -> algebra.unary(Op.EXPM1, first);
            case EXPREL -> algebra.unary(Op.EXPREL, first);
            case LOG -> algebra.unary(Op.LOG, first);
            case LOG10 -> algebra.unary(Op.LOG10, first);
            case SQRT -> algebra.unary(Op.SQRT, first);
            case ABS -> algebra.unary(Op.ABS, first);
            case SIN -> algebra.unary(Op.SIN, first);
            case COS -> algebra.unary(Op.COS, first);
            case TAN -> algebra.unary(Op.TAN, first);
            case SINH -> algebra.unary(Op.SINH, first);
            case COSH -> algebra.unary(Op.COSH, first);
            case TANH -> algebra.unary(Op.TANH, first);
            case ATAN -> algebra.unary(Op.ATAN, first);
            case ERF -> algebra.unary(Op.ERF, first);
        };
    }

    private int extreme(Function function, int first, List<Expr> arguments) {
        int result = first;
        for (int i = 1; i < arguments.size(); i++) {
            int next = node(arguments.get(i));
            result = function == Function.MIN ? algebra.minimum(result, next) : algebra.maximum(result, next);
        }
        return result;
    }
}
