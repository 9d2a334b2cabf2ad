package loligo.notation;

import java.util.Arrays;

/// A function near a point as a series of powers of a number u, as far as it is known: `c[0] u^from + c[1] u^(from+1) + ...`, with `c[0]` not 0
/// unless all of it is. The arithmetic of truncated series and the recurrences of functions of them are those of Moore (1966) and
/// Griewank and Walther (2008), ch. 13.
///
/// @param from the lowest power, below 0 at a pole
/// @param c coefficients // [known powers]
record Series(int from, double[] c) {
    private static final double ROUNDING = 1e-14; // what is left of two coefficients that agree so well is 0
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double LN_10 = 2.302585092994046;

    Series {
        int zeros = 0;
        while (zeros < c.length && c[zeros] == 0) zeros++;
        if (zeros == c.length) from = 0;
        else {
            from += zeros;
            c = Arrays.copyOfRange(c, zeros, c.length);
        }
    }

    static Series number(double value, int terms) {
        double[] c = new double[terms];
        c[0] = value;
        return new Series(0, c);
    }

    /// `number + rate u`.
    static Series line(double number, double rate, int terms) {
        double[] c = new double[terms];
        c[0] = number;
        c[1] = rate;
        return new Series(0, c);
    }

    boolean zero() {
        return c[0] == 0;
    }

    boolean finite() {
        return Arrays.stream(c).allMatch(Double::isFinite);
    }

    Series scaled(double factor) {
        return new Series(from, Arrays.stream(c).map(x -> x * factor).toArray());
    }

    Series plus(Series o) {
        if (zero()) return o;
        if (o.zero()) return this;
        int low = Math.min(from, o.from);
        double[] sum = new double[Math.min(from + c.length, o.from + o.c.length) - low];
        for (int k = 0; k < sum.length; k++) sum[k] = sum(at(low + k), o.at(low + k));
        return new Series(low, sum);
    }

    private static double sum(double a, double b) {
        double sum = a + b;
        return Math.abs(sum) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)) ? 0 : sum;
    }

    /// The coefficient of a power that is known.
    private double at(int power) {
        return power < from ? 0 : c[power - from];
    }

    Series times(Series o) {
        if (zero()) return this;
        if (o.zero()) return o;
        double[] product = new double[Math.min(c.length, o.c.length)];
        for (int k = 0; k < product.length; k++) for (int j = 0; j <= k; j++) product[k] += c[j] * o.c[k - j];
        return new Series(from + o.from, product);
    }

    /// The quotient; `o` is not zero.
    Series over(Series o) {
        if (zero()) return this;
        double[] quotient = new double[Math.min(c.length, o.c.length)];
        for (int k = 0; k < quotient.length; k++) {
            double rest = c[k];
            for (int j = 1; j <= k; j++) rest -= o.c[j] * quotient[k - j];
            quotient[k] = rest / o.c[0];
        }
        return new Series(from - o.from, quotient);
    }

    /// A power; where it is none, not finite.
    Series power(double exponent) {
        if (exponent == 0) return number(1, c.length);
        double lowest = from * exponent;
        if (zero()) return exponent > 0 ? this : number(Double.NaN, 1);
        if (lowest != Math.rint(lowest)) return number(Double.NaN, 1);
        double[] power = new double[c.length];
        power[0] = StrictMath.pow(c[0], exponent);
        for (int k = 1; k < power.length; k++) {
            for (int j = 1; j <= k; j++) power[k] += (exponent * j - (k - j)) * c[j] * power[k - j];
            power[k] /= k * c[0];
        }
        return new Series((int) lowest, power);
    }

    /// A function of one number, that is analytic where this begins; else not finite.
    Series of(Function function) {
        if (from < 0) return number(Double.NaN, 1);
        double[] a = new double[zero() ? c.length : from + c.length];
        for (int k = 0; k < a.length; k++) a[k] = zero() ? 0 : at(k);
        return switch (function) {
            case EXP -> new Series(0, exp(a));
            case EXPM1 -> new Series(0, from(StrictMath.expm1(a[0]), exp(a)));
            case EXPREL -> zero() ? number(1, c.length) : of(Function.EXPM1).over(this);
            case LOG -> new Series(0, log(a));
            case LOG10 -> new Series(0, log(a)).scaled(1 / LN_10);
            case SQRT -> power(0.5);
            case SIN -> new Series(0, pair(StrictMath.sin(a[0]), StrictMath.cos(a[0]), -1, a)[0]);
            case COS -> new Series(0, pair(StrictMath.sin(a[0]), StrictMath.cos(a[0]), -1, a)[1]);
            case SINH -> new Series(0, pair(StrictMath.sinh(a[0]), StrictMath.cosh(a[0]), 1, a)[0]);
            case COSH -> new Series(0, pair(StrictMath.sinh(a[0]), StrictMath.cosh(a[0]), 1, a)[1]);
            case TAN -> of(Function.SIN).over(of(Function.COS));
            case TANH -> of(Function.SINH).over(of(Function.COSH));
            case ATAN -> integral(StrictMath.atan(a[0]), times(this).plus(number(1, a.length)).power(-1), a);
            case ERF -> integral(erf(a[0]), times(this).scaled(-1).of(Function.EXP).scaled(TWO_OVER_ROOT_PI), a);
            case ABS, MIN, MAX, IF -> number(Double.NaN, 1);
        };
    }

    private static double erf(double x) {
        return x == 0 ? 0 : Double.NaN; // elsewhere nobody looks for a hole of it
    }

    private static double[] from(double first, double[] series) {
        series[0] = first;
        return series;
    }

    /// e' = e a'.
    private static double[] exp(double[] a) {
        double[] e = new double[a.length];
        e[0] = StrictMath.exp(a[0]);
        for (int k = 1; k < a.length; k++) {
            for (int j = 1; j <= k; j++) e[k] += j * a[j] * e[k - j];
            e[k] /= k;
        }
        return e;
    }

    /// a l' = a'.
    private static double[] log(double[] a) {
        double[] l = new double[a.length];
        l[0] = StrictMath.log(a[0]);
        for (int k = 1; k < a.length; k++) {
            double rest = k * a[k];
            for (int j = 1; j < k; j++) rest -= j * l[j] * a[k - j];
            l[k] = rest / (k * a[0]);
        }
        return l;
    }

    /// f' = g a', g' = sign f a'.
    private static double[][] pair(double f0, double g0, int sign, double[] a) {
        double[] f = new double[a.length];
        double[] g = new double[a.length];
        f[0] = f0;
        g[0] = g0;
        for (int k = 1; k < a.length; k++) {
            for (int j = 1; j <= k; j++) {
                f[k] += j * a[j] * g[k - j] / k;
                g[k] += sign * j * a[j] * f[k - j] / k;
            }
        }
        return new double[][] {f, g};
    }

    /// f' = slope a'.
    private static Series integral(double first, Series slope, double[] a) {
        double[] f = new double[Math.min(a.length, slope.from + slope.c.length)];
        f[0] = first;
        for (int k = 1; k < f.length; k++) {
            for (int j = 1; j <= k; j++) f[k] += j * a[j] * slope.at(k - j) / k;
        }
        return new Series(0, f);
    }
}
