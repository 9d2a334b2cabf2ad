package loligo.kernel;

import loligo.solver.Exponential;

/// The elementary functions of the kernels. Exponentials are our own fused-multiply-add polynomials, so they give the same bits
/// in any order of evaluation, in lanes and on any machine; where speed does not matter, `StrictMath` serves, which is as exact.
/// Largest errors, asserted in `ElementaryTest`: exp 1 ulp, expm1 2, exprel and bernoulli 3, their slopes 8, sinh cosh tanh 3, erf 1.
public final class Elementary {
    private static final double FAR = Exponential.FAR;
    private static final double NEAR = Exponential.NEAR;
    static final double HOLE = 0.22; // up to here Bernoulli's series, beyond it a quotient

    // Bernoulli's numbers over factorials, B_n/n!
    static final double B2 = 1 / 12.0;
    static final double B4 = -1 / 720.0;
    static final double B6 = 1 / 30240.0;
    static final double B8 = -1 / 1209600.0;
    static final double B10 = 1 / 47900160.0;

    // the series of (k+1)/(k+2)! x^k, and that of B_n/(n - 1)! x^(n-1) but for its first term; the highest power first
    static final double[] EXPREL_SLOPE = {
        1.4797143443923793e-16, 2.6552651846596585e-15, 4.498331606952833e-14, 7.169215998581078e-13, 1.0706029224547743e-11,
        1.4911969277048643e-10, 1.9270852604185937e-09, 2.296443268665491e-08, 2.505210838544172e-07, 2.48015873015873e-06,
        2.2045855379188714e-05, 0.00017361111111111112, 0.0011904761904761906, 0.006944444444444444, 0.03333333333333333, 0.125,
        0.3333333333333333, 0.5
    };
    static final double[] BERNOULLI_SLOPE = {
        1.2119806222392504e-16, -4.349737397116123e-15, 1.545491170130012e-13, -5.423488474116132e-12, 1.873555114295855e-10,
        -6.3410281664249915e-09, 2.08767569878681e-07, -6.613756613756614e-06, 0.0001984126984126984, -0.005555555555555556,
        0.16666666666666666
    };

    private Elementary() {}

    /// e^x.
    public static double exp(double x) {
        return Exponential.exp(x);
    }

    /// e^x - 1, exact near 0.
    public static double expm1(double x) {
        return Exponential.expm1(x);
    }

    /// (e^x - 1)/x as the exponential methods take it, without a division near 0.
    static double phi(double x) {
        return Exponential.phi(x);
    }

    /// (e^x - 1)/x, 1 at 0.
    public static double exprel(double x) {
        return x == 0 ? 1 : x == Double.POSITIVE_INFINITY ? x : expm1(x) / x;
    }

    /// x/(e^x - 1), 1 at 0: the reciprocal of [#exprel(double)] with one division (the generating function of Bernoulli's numbers).
    public static double bernoulli(double x) {
        return x == 0 ? 1 : x == Double.POSITIVE_INFINITY ? 0 : x / expm1(x);
    }

    /// x/(e^x - 1), given as a quotient that loses its digits near 0 and has a hole there: near 0 by its series. Where lanes compute, both are made and blended.
    static double bernoulliFilled(double x, double quotient) {
        return Math.abs(x) < HOLE ? bernoulliNear(x) : quotient;
    }

    private static double bernoulliNear(double x) {
        double q = x * x;
        double s = Math.fma(B10, q, B8);
        s = Math.fma(s, q, B6);
        s = Math.fma(s, q, B4);
        s = Math.fma(s, q, B2);
        return Math.fma(s, q, Math.fma(x, -0.5, 1));
    }

    /// (e^x - 1)/x, likewise.
    static double exprelFilled(double x, double quotient) {
        return Math.abs(x) < NEAR ? Exponential.phiNear(x) : quotient;
    }

    /// The derivative of (e^x - 1)/x; it rises.
    public static double exprelSlope(double x) {
        return exprelSlope(x, exprel(x));
    }

    /// The derivative of x/(e^x - 1); it rises.
    public static double bernoulliSlope(double x) {
        return bernoulliSlope(x, bernoulli(x));
    }

    /// The derivative of [#exprel(double)], given the function itself.
    static double exprelSlope(double x, double value) {
        return Math.abs(x) < 1 ? series(EXPREL_SLOPE, x) : value + (1 - value) / x;
    }

    /// The derivative of [#bernoulli(double)], given the function itself.
    static double bernoulliSlope(double x, double value) {
        return Math.abs(x) < 1 ? Math.fma(series(BERNOULLI_SLOPE, x * x), x, -0.5) : value * (1 - value - x) / x;
    }

    private static double series(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) sum = Math.fma(sum, x, coefficients[i]);
        return sum;
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

    /// e^x/2 for x > 708, also where e^x overflows and its half does not.
    private static double halved(double x) {
        if (Double.isNaN(x) || x > 720) return x + Double.POSITIVE_INFINITY;
        double root = exp(x / 2);
        return root / 2 * root;
    }
}
