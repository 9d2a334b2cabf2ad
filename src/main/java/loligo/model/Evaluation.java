package loligo.model;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import loligo.notation.Expr;
import loligo.notation.Function;

/// The value of a formula whose names are numbers, before anything is compiled.
final class Evaluation {
    private final Map<String, Double> numbers;

    private Evaluation(Map<String, Double> numbers) {
        this.numbers = numbers;
    }

    /// The value in membrane units; empty where a name is no number, and for the error function, which only kernels compute.
    static OptionalDouble of(Expr expr, Map<String, Double> numbers) {
        return computable(expr, numbers) ? OptionalDouble.of(new Evaluation(numbers).value(expr)) : OptionalDouble.empty();
    }

    private static boolean computable(Expr expr, Map<String, Double> numbers) {
        if (expr instanceof Expr.Name(var id)) return numbers.containsKey(id);
        if (expr instanceof Expr.Call(var function, var _) && function == Function.ERF) return false;
        return Tree.children(expr).stream().allMatch(e -> computable(e, numbers));
    }

    private double value(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal.inside();
            case Expr.Name(var id) -> numbers.getOrDefault(id, Double.NaN);
            case Expr.Negation(var of) -> -value(of);
            case Expr.Sum(var l, var r) -> value(l) + value(r);
            case Expr.Difference(var l, var r) -> value(l) - value(r);
            case Expr.Product(var l, var r) -> value(l) * value(r);
            case Expr.Quotient(var l, var r) -> value(l) / value(r);
            case Expr.Power(var b, var e) -> StrictMath.pow(value(b), value(e));
            case Expr.Call(var function, var arguments) when function == Function.IF -> value(holds(arguments.getFirst()) ? arguments.get(1) : arguments.get(2));
            case Expr.Call(var function, var arguments) -> call(function, arguments.stream().mapToDouble(this::value).toArray());
            case Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> holds(expr) ? 1 : 0;
        };
    }

    private boolean holds(Expr condition) {
        return switch (condition) {
            case Expr.Comparison(var relation, var l, var r) -> compare(relation, value(l), value(r));
            case Expr.Not(var of) -> !holds(of);
            case Expr.And(var l, var r) -> holds(l) && holds(r);
            case Expr.Or(var l, var r) -> holds(l) || holds(r);
            default -> throw new IllegalStateException("a proved condition is none: " + condition + ". This is a bug of Loligo.");
        };
    }

    private static boolean compare(Expr.Relation relation, double a, double b) {
        return switch (relation) {
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case MORE -> a > b;
            case AT_LEAST -> a >= b;
            case EQUAL -> a == b;
            case UNEQUAL -> a != b;
        };
    }

    private static double call(Function function, double[] x) {
        double a = x[0];
        return switch (function) {
            case EXP -> StrictMath.exp(a);
            case EXPM1 -> StrictMath.expm1(a);
            case EXPREL -> a == 0 ? 1 : StrictMath.expm1(a) / a;
            case LOG -> StrictMath.log(a);
            case LOG10 -> StrictMath.log10(a);
            case SQRT -> StrictMath.sqrt(a);
            case ABS -> Math.abs(a);
            case MIN -> DoubleStream.of(x).min().orElseThrow();
            case MAX -> DoubleStream.of(x).max().orElseThrow();
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TAN -> StrictMath.tan(a);
            case SINH -> StrictMath.sinh(a);
            case COSH -> StrictMath.cosh(a);
            case TANH -> StrictMath.tanh(a);
            case ATAN -> StrictMath.atan(a);
            case ERF, IF -> throw new IllegalStateException(function.word() + " is not computed here. This is a bug of Loligo.");
        };
    }
}
