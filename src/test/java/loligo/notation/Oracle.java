package loligo.notation;

import java.util.Map;
import java.util.Objects;

/// Evaluates expressions by walking the tree, with `StrictMath`: the plain reading of the notation that everything faster is compared with.
public final class Oracle {
    private Oracle() {}

    public static double value(Expr expr, Map<String, Double> names) {
        return switch (expr) {
            case Expr.Literal e -> e.inside();
            case Expr.Name e -> Objects.requireNonNull(names.get(e.id()));
            case Expr.Negation e -> -value(e.of(), names);
            case Expr.Sum e -> value(e.left(), names) + value(e.right(), names);
            case Expr.Difference e -> value(e.left(), names) - value(e.right(), names);
            case Expr.Product e -> value(e.left(), names) * value(e.right(), names);
            case Expr.Quotient e -> value(e.left(), names) / value(e.right(), names);
            case Expr.Power e -> StrictMath.pow(value(e.base(), names), value(e.exponent(), names));
            case Expr.Call e -> call(e, names);
            case Expr.Comparison e -> compare(e.relation(), value(e.left(), names), value(e.right(), names)) ? 1 : 0;
            case Expr.Not e -> value(e.of(), names) == 0 ? 1 : 0;
            case Expr.And e -> value(e.left(), names) != 0 && value(e.right(), names) != 0 ? 1 : 0;
            case Expr.Or e -> value(e.left(), names) != 0 || value(e.right(), names) != 0 ? 1 : 0;
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

    private static double call(Expr.Call call, Map<String, Double> names) {
        double x = value(call.arguments().getFirst(), names);
        return switch (call.function()) {
            case IF -> value(call.arguments().get(x != 0 ? 1 : 2), names);
            case MIN -> call.arguments().stream().mapToDouble(e -> value(e, names)).min().orElseThrow();
            case MAX -> call.arguments().stream().mapToDouble(e -> value(e, names)).max().orElseThrow();
            case EXP -> StrictMath.exp(x);
            case EXPM1 -> StrictMath.expm1(x);
            case EXPREL -> x == 0 ? 1 : StrictMath.expm1(x) / x;
            case LOG -> StrictMath.log(x);
            case LOG10 -> StrictMath.log10(x);
            case SQRT -> StrictMath.sqrt(x);
            case ABS -> StrictMath.abs(x);
            case SIN -> StrictMath.sin(x);
            case COS -> StrictMath.cos(x);
            case TAN -> StrictMath.tan(x);
            case SINH -> StrictMath.sinh(x);
            case COSH -> StrictMath.cosh(x);
            case TANH -> StrictMath.tanh(x);
            case ATAN -> StrictMath.atan(x);
            case ERF -> erf(x);
        };
    }

    /// The series 2/sqrt(pi) e^(-x^2) sum (2x^2)^k x/(1 3 5 ... (2k+1)), all terms positive.
    public static double erf(double x) {
        if (StrictMath.abs(x) > 6) return StrictMath.signum(x);
        double term = x;
        double sum = x;
        for (int k = 1; k < 300; k++) {
            term *= 2 * x * x / (2 * k + 1);
            sum += term;
        }
        return 2 / StrictMath.sqrt(StrictMath.PI) * StrictMath.exp(-x * x) * sum;
    }
}
