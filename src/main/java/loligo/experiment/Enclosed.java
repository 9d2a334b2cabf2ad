package loligo.experiment;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import loligo.dynamics.Interval;
import loligo.dynamics.Reduction;
import loligo.kernel.Balance;
import loligo.kernel.Domain;
import loligo.kernel.Elementary;
import loligo.kernel.Op;

/// The formulas of a membrane on intervals (Moore 1966): every result holds all values that the formula takes. Functions are monotone or bounded by what they can be;
/// each is widened by more than its largest error.
final class Enclosed implements Domain<Interval>, Reduction.Enclosure {
    private static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Interval UNIT = new Interval(-1, 1);
    private static final Interval NO = Interval.of(0);
    private static final Interval YES = Interval.of(1);
    private static final double FUNCTION = 16 * Math.ulp(1.0); // relative; of no function is the error as large

    private final Balance balance;
    private boolean steep; // a slope is asked for, which a jump has no bound on

    Enclosed(Balance balance) {
        this.balance = balance;
    }

    @Override
    public Interval value(Interval v) {
        steep = false;
        return balance.value(this, v);
    }

    @Override
    public Interval slope(Interval v) {
        steep = true;
        return balance.slope(this, v);
    }

    @Override
    public Interval number(double value) {
        return Double.isNaN(value) ? ALL : Interval.of(value);
    }

    @Override
    public Interval value(Op op, List<Interval> operands) {
        Interval a = operands.getFirst();
        return switch (op) {
            case ADD -> a.plus(operands.get(1));
            case SUBTRACT -> a.minus(operands.get(1));
            case MULTIPLY -> a.times(operands.get(1));
            case DIVIDE -> a.over(operands.get(1));
            case FMA -> a.times(operands.get(1)).plus(operands.get(2));
            case NEGATE -> new Interval(-a.high(), -a.low());
            case MIN -> new Interval(Math.min(a.low(), operands.get(1).low()), Math.min(a.high(), operands.get(1).high()));
            case MAX -> new Interval(Math.max(a.low(), operands.get(1).low()), Math.max(a.high(), operands.get(1).high()));
            case POW -> power(a, operands.get(1));
            case SELECT -> chosen(a, operands.get(1), operands.get(2));
            case LESS -> truth(a.high() < operands.get(1).low(), a.low() >= operands.get(1).high());
            case AT_MOST -> truth(a.high() <= operands.get(1).low(), a.low() > operands.get(1).high());
            case EQUAL -> truth(a.width() == 0 && a.equals(operands.get(1)), a.high() < operands.get(1).low() || a.low() > operands.get(1).high());
            case AND -> truth(holds(a) && holds(operands.get(1)), fails(a) || fails(operands.get(1)));
            case OR -> truth(holds(a) || holds(operands.get(1)), fails(a) && fails(operands.get(1)));
            case NOT -> truth(/* holds= */ fails(a), /* fails= */ holds(a));
            case ABS -> a.low() >= 0 ? a : a.high() <= 0 ? new Interval(-a.high(), -a.low()) : new Interval(0, Math.max(-a.low(), a.high()));
            case SIN, COS -> UNIT;
            case TAN -> ALL;
            case COSH -> {
                Interval far = value(Op.ABS, operands);
                yield rising(Elementary::cosh, far);
            }
            case BERNOULLI -> rising(x -> Elementary.bernoulli(-x), new Interval(-a.high(), -a.low()));
            default -> rising(function(op), a);
        };
    }

    /// Functions that only rise.
    private static DoubleUnaryOperator function(Op op) {
        return switch (op) {
            case EXP -> Elementary::exp;
            case EXPM1 -> Elementary::expm1;
            case EXPREL -> Elementary::exprel;
            case EXPREL_SLOPE -> Elementary::exprelSlope;
            case BERNOULLI_SLOPE -> Elementary::bernoulliSlope;
            case SQRT -> x -> Math.sqrt(Math.max(0, x));
            case LOG -> x -> Elementary.log(Math.max(0, x));
            case LOG10 -> x -> Elementary.log10(Math.max(0, x));
            case SINH -> Elementary::sinh;
            case TANH -> Elementary::tanh;
            case ATAN -> Elementary::atan;
            case ERF -> Elementary::erf;
            default -> throw new IllegalStateException("Loligo's own bug: no enclosure of " + op);
        };
    }

    private static Interval rising(DoubleUnaryOperator f, Interval x) {
        double low = f.applyAsDouble(x.low());
        double high = f.applyAsDouble(x.high());
        if (!(low <= high)) return ALL;
        return new Interval(down(low), up(high));
    }

    private static double down(double x) {
        return x - Math.abs(x) * FUNCTION - Double.MIN_VALUE;
    }

    private static double up(double x) {
        return x + Math.abs(x) * FUNCTION + Double.MIN_VALUE;
    }

    /// Of a base above zero x^y rises or falls with each; so its bounds stand at corners.
    private static Interval power(Interval x, Interval y) {
        if (!(x.low() > 0)) return ALL;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double base : new double[] {x.low(), x.high()}) {
            for (double exponent : new double[] {y.low(), y.high()}) {
                double corner = Elementary.pow(base, exponent);
                if (Double.isNaN(corner)) return ALL;
                low = Math.min(low, corner);
                high = Math.max(high, corner);
            }
        }
        return new Interval(down(low), up(high));
    }

    private Interval chosen(Interval condition, Interval yes, Interval no) {
        if (holds(condition)) return yes;
        if (fails(condition)) return no;
        return steep ? ALL : new Interval(Math.min(yes.low(), no.low()), Math.max(yes.high(), no.high()));
    }

    private static boolean holds(Interval truth) {
        return !truth.contains(0);
    }

    private static boolean fails(Interval truth) {
        return truth.equals(NO);
    }

    private static Interval truth(boolean holds, boolean fails) {
        return holds ? YES : fails ? NO : new Interval(0, 1);
    }
}
