package loligo.kernel;

/// The elementary functions of the kernels. Exponentials are our own fused-multiply-add polynomials, so they give the same bits
/// in any order of evaluation, in lanes and on any machine; where speed does not matter, `StrictMath` serves, which is as exact.
/// Largest errors, asserted in `ElementaryTest`: exp 1 ulp, expm1 2, exprel and bernoulli 3, their slopes 8, sinh cosh tanh 3, erf 1.
public final class Elementary {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0.6931471803691238;     // 33 bits: k * LN2_HIGH is exact
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double MAGIC = 0x1.8p52;                          // adding it rounds to a whole number, which its low bits hold
    private static final long ONE = 0x3FF0000000000000L;                   // the bits of 1.0
    private static final double FAR = 708;                                 // up to here e^x is a normal number

    private static final double NEAR = 0.34657359027997264;                // ln(2)/2, the range of the polynomial

    // (e^r - 1 - r)/r^2 on |r| <= ln(2)/2: interpolated at Chebyshev points; relative error of e^r 1.6e-17, of e^r - 1 4.1e-17
    private static final double C0 = 0x1.0000000000001p-1;
    private static final double C1 = 0x1.5555555555556p-3;
    private static final double C2 = 0x1.5555555553d63p-5;
    private static final double C3 = 0x1.11111111109b3p-7;
    private static final double C4 = 0x1.6c16c1788bd90p-10;
    private static final double C5 = 0x1.a01a01a7c41d5p-13;
    private static final double C6 = 0x1.a019b90d2ae7ap-16;
    private static final double C7 = 0x1.71de0dae63bb3p-19;
    private static final double C8 = 0x1.289185613a3d6p-22;
    private static final double C9 = 0x1.af38a9b0ec855p-26;

    private Elementary() {}

    /// e^x.
    public static double exp(double x) {
        if (!(Math.abs(x) <= FAR)) return farExp(x);
        double shifted = Math.fma(x, LOG2_E, MAGIC);
        double k = shifted - MAGIC;
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
        double scale = Double.longBitsToDouble(ONE + (Double.doubleToRawLongBits(shifted) << 52));
        return Math.fma(scale, Math.fma(r * r, tail(r), r), scale);
    }

    /// e^x - 1, exact near 0.
    public static double expm1(double x) {
        if (!(Math.abs(x) <= FAR)) return x < 0 ? -1 : farExp(x);
        double shifted = Math.fma(x, LOG2_E, MAGIC);
        double k = shifted - MAGIC;
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
        double p = Math.fma(r * r, tail(r), r);
        double scale = Double.longBitsToDouble(ONE + (Double.doubleToRawLongBits(shifted) << 52));
        return Math.fma(scale, p, scale - 1);
    }

    /// (e^x - 1)/x, 1 at 0.
    public static double exprel(double x) {
        return x == 0 ? 1 : x == Double.POSITIVE_INFINITY ? x : expm1(x) / x;
    }

    /// x/(e^x - 1), 1 at 0: the reciprocal of [#exprel(double)] with one division (the generating function of Bernoulli's numbers).
    public static double bernoulli(double x) {
        return x == 0 ? 1 : x == Double.POSITIVE_INFINITY ? 0 : x / expm1(x);
    }

    /// x/(e^x - 1) as a quotient that has no hole at 0: what stands above. Where lanes compute, both sides are made and blended.
    static double bernoulliTop(double x) {
        return Math.abs(x) < NEAR ? 1 : x;
    }

    /// What stands below, with e^x given as a product: near 0, where the difference would lose digits, by the polynomial of exprel.
    static double bernoulliBottom(double x, double factor, double power) {
        return Math.abs(x) < NEAR ? Math.fma(x, tail(x), 1) : Math.fma(factor, power, -1);
    }

    /// The derivative of [#exprel(double)].
    public static double exprelSlope(double x) {
        if (!(Math.abs(x) < 1)) return x == Double.POSITIVE_INFINITY ? x : exprel(x) * (bernoulli(-x) - 1) / x;
        double s = 1.4797143443923793e-16;                                 // the series of (k+1)/(k+2)! x^k
        s = Math.fma(s, x, 2.6552651846596585e-15);
        s = Math.fma(s, x, 4.498331606952833e-14);
        s = Math.fma(s, x, 7.169215998581078e-13);
        s = Math.fma(s, x, 1.0706029224547743e-11);
        s = Math.fma(s, x, 1.4911969277048643e-10);
        s = Math.fma(s, x, 1.9270852604185937e-09);
        s = Math.fma(s, x, 2.296443268665491e-08);
        s = Math.fma(s, x, 2.505210838544172e-07);
        s = Math.fma(s, x, 2.48015873015873e-06);
        s = Math.fma(s, x, 2.2045855379188714e-05);
        s = Math.fma(s, x, 0.00017361111111111112);
        s = Math.fma(s, x, 0.0011904761904761906);
        s = Math.fma(s, x, 0.006944444444444444);
        s = Math.fma(s, x, 0.03333333333333333);
        s = Math.fma(s, x, 0.125);
        s = Math.fma(s, x, 0.3333333333333333);
        return Math.fma(s, x, 0.5);
    }

    /// The derivative of [#bernoulli(double)].
    public static double bernoulliSlope(double x) {
        if (!(Math.abs(x) < 1)) return farBernoulliSlope(x);
        double q = x * x;
        double s = 1.2119806222392504e-16;                                 // the series of B_n/(n - 1)! x^(n-1)
        s = Math.fma(s, q, -4.349737397116123e-15);
        s = Math.fma(s, q, 1.545491170130012e-13);
        s = Math.fma(s, q, -5.423488474116132e-12);
        s = Math.fma(s, q, 1.873555114295855e-10);
        s = Math.fma(s, q, -6.3410281664249915e-09);
        s = Math.fma(s, q, 2.08767569878681e-07);
        s = Math.fma(s, q, -6.613756613756614e-06);
        s = Math.fma(s, q, 0.0001984126984126984);
        s = Math.fma(s, q, -0.005555555555555556);
        s = Math.fma(s, q, 0.16666666666666666);
        return Math.fma(s, x, -0.5);
    }

    private static double farBernoulliSlope(double x) {
        if (x > FAR) return 0;
        if (x < -FAR) return -1;
        return (1 - bernoulli(-x)) / expm1(x);
    }

    /// The hyperbolic sine.
    public static double sinh(double x) {
        double a = Math.abs(x);
        if (a > FAR) return Math.copySign(halved(a), x);
        double e = expm1(a);
        return Math.copySign((e + e / (e + 1)) / 2, x);
    }

    /// The hyperbolic cosine.
    public static double cosh(double x) {
        double a = Math.abs(x);
        if (a > FAR) return halved(a);
        double e = exp(a);
        return (e + 1 / e) / 2;
    }

    /// The hyperbolic tangent.
    public static double tanh(double x) {
        double a = Math.abs(x);
        if (a > 20) return Math.copySign(1, x);
        double e = expm1(2 * a);
        return Math.copySign(e / (e + 2), x);
    }

    /// The natural logarithm.
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /// The logarithm to base 10.
    public static double log10(double x) {
        return StrictMath.log10(x);
    }

    /// The sine of an angle in radians.
    public static double sin(double x) {
        return StrictMath.sin(x);
    }

    /// The cosine of an angle in radians.
    public static double cos(double x) {
        return StrictMath.cos(x);
    }

    /// The tangent of an angle in radians.
    public static double tan(double x) {
        return StrictMath.tan(x);
    }

    /// The angle in radians, between -pi/2 and pi/2, whose tangent is x.
    public static double atan(double x) {
        return StrictMath.atan(x);
    }

    /// x to the power y.
    public static double pow(double x, double y) {
        return StrictMath.pow(x, y);
    }

    /// The error function.
    public static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    /// A number as truth: anything but 0 is true.
    static boolean truth(double x) {
        return x != 0;
    }

    /// (e^r - 1 - r)/r^2 for |r| <= ln(2)/2; by Estrin's scheme, which keeps the chain short.
    private static double tail(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = Math.fma(Math.fma(C3, r, C2), r2, Math.fma(C1, r, C0));
        double high = Math.fma(Math.fma(C7, r, C6), r2, Math.fma(C5, r, C4));
        double top = Math.fma(C9, r, C8);
        return Math.fma(Math.fma(top, r4, high), r4, low);
    }

    /// e^x where it may leave the normal numbers: scaled in two halves, so that the last product alone rounds.
    private static double farExp(double x) {
        if (x > 710) return Double.POSITIVE_INFINITY;
        if (x < -746) return 0;
        if (Double.isNaN(x)) return x;
        double shifted = Math.fma(x, LOG2_E, MAGIC);
        double k = shifted - MAGIC;
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
        double e = 1 + Math.fma(r * r, tail(r), r);
        int half = (int) k >> 1;
        return e * power2(half) * power2((int) k - half);
    }

    /// e^x/2 for x > 708, also where e^x overflows and its half does not.
    private static double halved(double x) {
        if (Double.isNaN(x) || x > 720) return x + Double.POSITIVE_INFINITY;
        double root = exp(x / 2);
        return root / 2 * root;
    }

    private static double power2(int k) {
        return Double.longBitsToDouble((long) (k + 1023) << 52);
    }
}
