package loligo.kernel;

import java.lang.classfile.CodeBuilder;
import java.util.List;
import loligo.solver.Exponential;

/// A pass that takes as many cells at once as there are lanes. Numbers are vectors, truth is a mask, and no operation calls anything of ours, so that
/// HotSpot makes vector instructions of all of it. Where an argument leaves the range in which a function is computed in lanes, the
/// pass says so at its end, and is taken again in a surer form.
final class LaneEmitter extends LaneOperations {
    private static final double MOST_OF_TANH = 20; // beyond, it is 1; as in Elementary

    private final boolean sure;
    private int far; // variables of the sums of squares of what has to stay below FAR, and below NEAR; 0 before the first
    private int near;

    /// @param lanes 2, 4 or 8
    /// @param sure whether phi is computed everywhere, not only near 0
    LaneEmitter(Graph graph, Passes passes, Passes.Pass pass, int width, int lanes, boolean sure, CodeBuilder code) {
        super(graph, passes, pass, width, lanes, code);
        this.sure = sure;
    }

    /// Numbers that operations need are made vectors before the loop.
    @Override
    void begin(List<Op> ops) {
        code.iconst_0().istore(FLAG);
        number(0);
        number(1);
        for (Op op : ops) {
            switch (op) {
                case EXP, EXPM1, EXPREL, BERNOULLI, SINH, COSH, TANH -> exponentialNumbers();
                case BERNOULLI_FILLED -> bernoulliNumbers();
                case EXPREL_FILLED -> nearNumbers();
                case EXPREL_SLOPE -> seriesNumbers(Elementary.EXPREL_SLOPE);
                case BERNOULLI_SLOPE -> seriesNumbers(Elementary.BERNOULLI_SLOPE);
                case PHI -> {
                    nearNumbers();
                    if (sure) exponentialNumbers();
                }
                default -> {}
            }
        }
        if (ops.contains(Op.COSH) || ops.contains(Op.SINH)) number(0.5);
        if (ops.contains(Op.TANH)) {
            number(2);
            number(MOST_OF_TANH);
        }
    }

    private void exponentialNumbers() {
        for (double x : new double[] {Exponential.LOG2_E, Exponential.MAGIC, -Exponential.LN2_HIGH, -Exponential.LN2_LOW, Exponential.FAR * Exponential.FAR}) number(x);
        nearNumbers();
    }

    private void nearNumbers() {
        number(Exponential.NEAR);
        number(Exponential.NEAR * Exponential.NEAR);
        for (double c : new double[] {Exponential.C0, Exponential.C1, Exponential.C2, Exponential.C3, Exponential.C4, Exponential.C5,
            Exponential.C6, Exponential.C7, Exponential.C8, Exponential.C9}) number(c);
    }

    private void bernoulliNumbers() {
        for (double x : new double[] {-0.5, Elementary.B2, Elementary.B4, Elementary.B6, Elementary.B8, Elementary.B10, Elementary.HOLE}) number(x);
    }

    private void seriesNumbers(double[] coefficients) {
        for (double x : coefficients) number(x);
        number(-0.5);
    }

    /// Tells when a cell left the range. The sums of squares are looked at, which may tell too much and never too little; a number that is none is told.
    @Override
    void end() {
        if (far != 0) told(compare("LE", far, number(Exponential.FAR * Exponential.FAR)));
        if (near != 0) told(compare("LT", near, number(Exponential.NEAR * Exponential.NEAR)));
    }

    @Override
    int compute(Op op, int[] o) {
        return switch (op) {
            case ADD -> two("add", o[0], o[1]);
            case SUBTRACT -> two("sub", o[0], o[1]);
            case MULTIPLY -> two("mul", o[0], o[1]);
            case DIVIDE -> two("div", o[0], o[1]);
            case MIN -> two("min", o[0], o[1]);
            case MAX -> two("max", o[0], o[1]);
            case NEGATE -> one("neg", o[0]);
            case ABS -> one("abs", o[0]);
            case SQRT -> one("sqrt", o[0]);
            case FMA -> fma(o[0], o[1], o[2]);
            case SELECT -> blend(o[2], o[1], o[0]);
            case LESS -> compare("LT", o[0], o[1]);
            case AT_MOST -> compare("LE", o[0], o[1]);
            case EQUAL -> compare("EQ", o[0], o[1]);
            case AND -> both("and", o[0], o[1]);
            case OR -> both("or", o[0], o[1]);
            case NOT -> not(o[0]);
            default -> function(op, o);
        };
    }

    private int function(Op op, int[] o) {
        int x = o[0];
        return switch (op) {
            case EXP -> exp(x);
            case EXPM1 -> expm1(x);
            case EXPREL -> blend(two("div", expm1(x), x), number(1), compare("EQ", x, number(0)));
            case BERNOULLI -> blend(two("div", x, expm1(x)), number(1), compare("EQ", x, number(0)));
            case BERNOULLI_FILLED -> blend(o[1], bernoulliNear(x), below(x, Elementary.HOLE));
            case EXPREL_FILLED -> blend(o[1], phiNear(x), near(x));
            case EXPREL_SLOPE -> exprelSlope(x, o[1]);
            case BERNOULLI_SLOPE -> bernoulliSlope(x, o[1]);
            case PHI -> phi(x);
            case COSH -> cosh(x);
            case SINH -> sinh(x);
            case TANH -> tanh(x);
            default -> throw new IllegalStateException("Loligo's own bug: no lanes for " + op);
        };
    }

    /// As in [Exponential#exp(double)]; in range for |x| up to [Exponential#FAR].
    private int exp(int x) {
        ranged(x);
        Reduced e = reduced(x);
        return fma(e.scale(), e.rest(), e.scale());
    }

    private int expm1(int x) {
        ranged(x);
        Reduced e = reduced(x);
        return fma(e.scale(), e.rest(), two("sub", e.scale(), number(1)));
    }

    /// Variables of e^x as `scale * (1 + rest)`.
    private record Reduced(int scale, int rest) {}

    private Reduced reduced(int x) {
        int shifted = fma(x, number(Exponential.LOG2_E), number(Exponential.MAGIC));
        int k = two("sub", shifted, number(Exponential.MAGIC));
        int r = fma(k, number(-Exponential.LN2_LOW), fma(k, number(-Exponential.LN2_HIGH), x));
        int scale = power2(shifted);
        int square = two("mul", r, r);
        return new Reduced(scale, fma(square, tail(r, square), r));
    }

    private int tail(int r, int r2) {
        int r4 = two("mul", r2, r2);
        int low = fma(line(Exponential.C3, r, Exponential.C2), r2, line(Exponential.C1, r, Exponential.C0));
        int high = fma(line(Exponential.C7, r, Exponential.C6), r2, line(Exponential.C5, r, Exponential.C4));
        int top = line(Exponential.C9, r, Exponential.C8);
        return fma(fma(top, r4, high), r4, low);
    }

    private int line(double slope, int x, double start) {
        return fma(x, number(slope), number(start));
    }

    private int phi(int x) {
        if (sure) return blend(two("div", expm1(x), x), phiNear(x), near(x));
        int square = two("mul", x, x);
        near = near == 0 ? square : two("add", near, square);
        return fma(x, tail(x, square), number(1));
    }

    private int phiNear(int x) {
        return fma(x, tail(x, two("mul", x, x)), number(1));
    }

    /// As in [Elementary#bernoulliFilled(double, double)].
    private int bernoulliNear(int x) {
        int q = two("mul", x, x);
        int s = line(Elementary.B10, q, Elementary.B8);
        for (double c : new double[] {Elementary.B6, Elementary.B4, Elementary.B2}) s = fma(s, q, number(c));
        return fma(s, q, line(-0.5, x, 1));
    }

    private int exprelSlope(int x, int value) {
        int far = two("add", value, two("div", two("sub", number(1), value), x));
        return blend(far, series(Elementary.EXPREL_SLOPE, x), below(x, 1));
    }

    private int bernoulliSlope(int x, int value) {
        int far = two("div", two("mul", value, two("sub", two("sub", number(1), value), x)), x);
        return blend(far, fma(series(Elementary.BERNOULLI_SLOPE, two("mul", x, x)), x, number(-0.5)), below(x, 1));
    }

    private int series(double[] coefficients, int x) {
        int sum = number(coefficients[0]);
        for (int i = 1; i < coefficients.length; i++) sum = fma(sum, x, number(coefficients[i]));
        return sum;
    }

    private int near(int x) {
        return below(x, Exponential.NEAR);
    }

    private int below(int x, double bound) {
        return compare("LT", one("abs", x), number(bound));
    }

    private void ranged(int x) {
        far = far == 0 ? two("mul", x, x) : fma(x, x, far);
    }

    private int cosh(int x) {
        int e = exp(one("abs", x));
        return two("mul", two("add", e, two("div", number(1), e)), number(0.5));
    }

    private int sinh(int x) {
        int e = expm1(one("abs", x));
        int sum = two("add", e, two("div", e, two("add", e, number(1))));
        return signed(two("mul", sum, number(0.5)), x);
    }

    private int tanh(int x) {
        int a = one("abs", x);
        int large = compare("LT", number(MOST_OF_TANH), a);
        int e = expm1(two("mul", number(2), blend(a, number(0), large)));
        return signed(blend(two("div", e, two("add", e, number(2))), number(1), large), x);
    }
}
