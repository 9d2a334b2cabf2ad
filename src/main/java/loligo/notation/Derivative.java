package loligo.notation;

import java.util.List;

/// The derivative of an expression by one of its names, as an expression: exact, and where a formula has a hole as accurate at the hole as
/// beside it. `abs`, `min`, `max` and `if` are differentiated piece by piece; at a joint the derivative is that of one of its sides.
public final class Derivative {
    private static final Expr ZERO = Expr.number(0);
    private static final Expr ONE = Expr.number(1);
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double LN_10 = 2.302585092994046;

    // (exprel)'(x) = sum (k+1)/(k+2)! x^k, and (1/exprel)'(x) = sum B_n/(n-1)! x^(n-1) with Bernoulli's numbers: both to the last bit for |x| < 1
    private static final double[] EXPREL = {0.5, 0.3333333333333333, 0.125, 0.03333333333333333, 0.006944444444444444, 0.0011904761904761906,
        1.7361111111111112E-4, 2.2045855379188714E-5, 2.48015873015873E-6, 2.505210838544172E-7, 2.296443268665491E-8, 1.9270852604185937E-9,
        1.4911969277048643E-10, 1.0706029224547743E-11, 7.169215998581078E-13, 4.498331606952833E-14, 2.6552651846596585E-15, 1.4797143443923793E-16};
    private static final double[] BERNOULLI = {-0.5, 0.16666666666666666, 0, -0.005555555555555556, 0, 1.984126984126984E-4, 0, -6.613756613756614E-6, 0,
        2.08767569878681E-7, 0, -6.3410281664249915E-9, 0, 1.873555114295855E-10, 0, -5.423488474116132E-12, 0, 1.545491170130012E-13, 0,
        -4.349737397116123E-15, 0, 1.2119806222392504E-16};

    private Derivative() {}

    /// d(expr)/d(name).
    public static Expr of(Expr expr, String name) {
        return switch (expr) {
            case Expr.Literal _ -> ZERO;
            case Expr.Name e -> e.id().equals(name) ? ONE : ZERO;
            case Expr.Negation e -> Simplifier.difference(ZERO, of(e.of(), name));
            case Expr.Sum e -> Simplifier.sum(of(e.left(), name), of(e.right(), name));
            case Expr.Difference e -> Simplifier.difference(of(e.left(), name), of(e.right(), name));
            case Expr.Product e -> Simplifier.sum(times(of(e.left(), name), e.right()), times(of(e.right(), name), e.left()));
            case Expr.Quotient e -> quotient(e, name);
            case Expr.Power e -> power(e, name);
            case Expr.Call e -> call(e, name);
            case Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> ZERO;
        };
    }

    private static Expr times(Expr rate, Expr factor) {
        return Simplifier.zero(rate) ? ZERO : Simplifier.product(rate, factor);
    }

    private static Expr over(Expr rate, Expr divisor) {
        return Simplifier.zero(rate) ? ZERO : Simplifier.quotient(rate, divisor);
    }

    private static Expr quotient(Expr.Quotient e, String name) {
        Expr above = of(e.left(), name);
        Expr below = of(e.right(), name);
        if (e.right() instanceof Expr.Call c && c.function() == Function.EXPREL) {
            Expr x = c.arguments().getFirst();
            return Simplifier.sum(over(above, e.right()), times(of(x, name), Simplifier.product(e.left(), bernoulliSlope(x))));
        }
        return Simplifier.difference(over(above, e.right()), times(below, Simplifier.quotient(e, e.right())));
    }

    private static Expr power(Expr.Power e, String name) {
        Expr below = of(e.base(), name);
        Expr above = of(e.exponent(), name);
        Expr lower = Simplifier.power(e.base(), Simplifier.difference(e.exponent(), ONE));
        Expr first = times(below, Simplifier.product(e.exponent(), lower));
        return Simplifier.sum(first, times(above, Simplifier.product(e, call(Function.LOG, e.base()))));
    }

    private static Expr call(Expr.Call e, String name) {
        List<Expr> arguments = e.arguments();
        return switch (e.function()) {
            case IF -> branch(arguments.getFirst(), of(arguments.get(1), name), of(arguments.get(2), name));
            case MIN -> extreme(Expr.Relation.AT_MOST, arguments, name);
            case MAX -> extreme(Expr.Relation.AT_LEAST, arguments, name);
            default -> {
                Expr rate = of(arguments.getFirst(), name);
                yield Simplifier.zero(rate) ? ZERO : Simplifier.product(slope(e, arguments.getFirst()), rate);
            }
        };
    }

    private static Expr branch(Expr condition, Expr yes, Expr no) {
        return yes.equals(no) ? yes : new Expr.Call(Function.IF, condition, yes, no);
    }

    private static Expr extreme(Expr.Relation relation, List<Expr> arguments, String name) {
        Expr first = arguments.getFirst();
        if (arguments.size() == 1) return of(first, name);
        List<Expr> others = arguments.subList(1, arguments.size());
        Function function = relation == Expr.Relation.AT_MOST ? Function.MIN : Function.MAX;
        Expr other = others.size() == 1 ? others.getFirst() : new Expr.Call(function, others);
        return branch(new Expr.Comparison(relation, first, other), of(first, name), extreme(relation, others, name));
    }

    /// The slope of a function of one argument.
    private static Expr slope(Expr.Call e, Expr x) {
        return switch (e.function()) {
            case EXP -> e;
            case EXPM1 -> call(Function.EXP, x);
            case EXPREL -> exprelSlope(x);
            case LOG -> Simplifier.quotient(ONE, x);
            case LOG10 -> Simplifier.quotient(Expr.number(1 / LN_10), x);
            case SQRT -> Simplifier.quotient(Expr.number(0.5), e);
            case ABS -> branch(new Expr.Comparison(Expr.Relation.LESS, x, new Expr.Product(ZERO, x)), Expr.number(-1), ONE);
            case SIN -> call(Function.COS, x);
            case COS -> new Expr.Negation(call(Function.SIN, x));
            case TAN -> new Expr.Sum(ONE, new Expr.Product(e, e));
            case SINH -> call(Function.COSH, x);
            case COSH -> call(Function.SINH, x);
            case TANH -> new Expr.Quotient(new Expr.Quotient(ONE, call(Function.COSH, x)), call(Function.COSH, x));
            case ATAN -> new Expr.Quotient(ONE, new Expr.Sum(ONE, new Expr.Product(x, x)));
            case ERF -> Simplifier.product(Expr.number(TWO_OVER_ROOT_PI), call(Function.EXP, new Expr.Negation(new Expr.Product(x, x))));
            case MIN, MAX, IF -> throw new IllegalStateException("Loligo's own bug: " + e.function().word() + " has no single slope");
        };
    }

    /// The slope of exprel: its series near 0, else exprel(x) (1/exprel(-x) - 1)/x, which neither cancels nor overflows before it must.
    private static Expr exprelSlope(Expr x) {
        Expr factor = new Expr.Difference(new Expr.Quotient(ONE, call(Function.EXPREL, new Expr.Negation(x))), ONE);
        return near(x, EXPREL, new Expr.Quotient(new Expr.Product(call(Function.EXPREL, x), factor), x));
    }

    /// The slope of 1/exprel: its series near 0, else (1 - 1/exprel(-x))/(e^x - 1).
    private static Expr bernoulliSlope(Expr x) {
        Expr factor = new Expr.Difference(ONE, new Expr.Quotient(ONE, call(Function.EXPREL, new Expr.Negation(x))));
        return near(x, BERNOULLI, new Expr.Quotient(factor, call(Function.EXPM1, x)));
    }

    /// `if(abs(x) < 1, polynomial, far)`.
    static Expr near(Expr x, double[] coefficients, Expr far) {
        Expr sum = Expr.number(coefficients[coefficients.length - 1]);
        for (int k = coefficients.length - 2; k >= 0; k--) {
            Expr product = new Expr.Product(sum, x);
            sum = coefficients[k] == 0 ? product : new Expr.Sum(product, Expr.number(coefficients[k]));
        }
        return new Expr.Call(Function.IF, new Expr.Comparison(Expr.Relation.LESS, call(Function.ABS, x), ONE), sum, far);
    }

    private static Expr call(Function function, Expr... arguments) {
        return new Expr.Call(function, arguments);
    }
}
