package loligo.solver;

/// The exponential and what the exponential methods make of it: polynomials of fused multiply-adds, which give the same bits in any order of
/// evaluation, one by one or in lanes, on any machine. Largest errors, asserted in `ElementaryTest`: exp 1 ulp, expm1 2, phi 3.
/// The numbers are open so that code which computes many at once can take the same steps.
public final class Exponential {
    public static final double LOG2_E = 1.4426950408889634;
    public static final double LN2_HIGH = 0.6931471803691238;     // 33 bits: k * LN2_HIGH is exact
    public static final double LN2_LOW = 1.9082149292705877e-10;
    public static final double MAGIC = 0x1.8p52 + 1023;           // adding it rounds to a whole number k; its low bits then hold the exponent of 2^k
    public static final double FAR = 708;                         // up to here e^x is a normal number
    public static final double NEAR = 0.34657359027997264;        // ln(2)/2, the range of the polynomial

    // (e^r - 1 - r)/r^2 on |r| <= ln(2)/2: interpolated at Chebyshev points; relative error of e^r 1.6e-17, of e^r - 1 4.1e-17
    public static final double C0 = 0x1.0000000000001p-1;
    public static final double C1 = 0x1.5555555555556p-3;
    public static final double C2 = 0x1.5555555553d63p-5;
    public static final double C3 = 0x1.11111111109b3p-7;
    public static final double C4 = 0x1.6c16c1788bd90p-10;
    public static final double C5 = 0x1.a01a01a7c41d5p-13;
    public static final double C6 = 0x1.a019b90d2ae7ap-16;
    public static final double C7 = 0x1.71de0dae63bb3p-19;
    public static final double C8 = 0x1.289185613a3d6p-22;
    public static final double C9 = 0x1.af38a9b0ec855p-26;

    private Exponential() {}

    /// e^x.
    public static double exp(double x) {
        if (!(Math.abs(x) <= FAR)) return farExp(x);
        double shifted = Math.fma(x, LOG2_E, MAGIC);
        double k = shifted - MAGIC;
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
        double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52);
        return Math.fma(scale, Math.fma(r * r, tail(r), r), scale);
    }

    /// e^x - 1, exact near 0.
    public static double expm1(double x) {
        if (!(Math.abs(x) <= FAR)) return x < 0 ? -1 : farExp(x);
        double shifted = Math.fma(x, LOG2_E, MAGIC);
        double k = shifted - MAGIC;
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
        double p = Math.fma(r * r, tail(r), r);
        double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52);
        return Math.fma(scale, p, scale - 1);
    }

    /// (e^x - 1)/x, 1 at 0; without a division where x is near 0. No number where x is infinite: as the slope of something that moves it would hold it in place.
    public static double phi(double x) {
        return Math.abs(x) < NEAR ? phiNear(x) : Double.isInfinite(x) ? Double.NaN : expm1(x) / x;
    }

    /// [#phi(double)] where |x| < [#NEAR].
    public static double phiNear(double x) {
        return Math.fma(x, tail(x), 1);
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

    private static double power2(int k) {
        return Double.longBitsToDouble((long) (k + 1023) << 52);
    }
}
