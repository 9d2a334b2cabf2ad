package loligo.recording;

/// One panel of one column: the quartic `p(s)`, `s` from 0 to 1, through five values at 0, 1/4, 1/2, 3/4, 1. Loaded again and again while a
/// trace is walked, so nothing is allocated per panel.
final class Quartic {
    private static final double NEAR = 0.16; // 1.16 is less than 1.4 times 0.84

    private final double[] c = new double[5]; // p(s) = sum c[k] s^k
    private final double[] d = new double[5]; // its derivative, likewise
    private final double[] turns = new double[3]; // where p' changes sign inside (0, 1), ascending
    private double last;
    private int count;

    /// Takes the five values that begin at `at`.
    void load(double[] values, int at) {
        shape(values, at);
        findTurns();
    }

    /// The same where nobody asks for its turns.
    void shape(double[] values, int at) {
        c[0] = values[at];
        last = values[at + 4];
        double d1 = values[at + 1] - values[at];
        double d2 = second(values, at);
        double d3 = third(values, at);
        double d4 = third(values, at + 1) - d3;
        c[1] = linear(d1, d2, d3, d4);
        c[2] = square(d2, d3, d4);
        c[3] = cube(d3, d4);
        c[4] = fourth(d4);
    }

    /// Whether the slope of the quartic through these five values has one sign all the way: then it has no turns. Sometimes false where it has none either.
    static boolean keepsSign(double[] values, int at) {
        double d1 = values[at + 1] - values[at];
        if (even(d1, values[at + 2] - values[at + 1], values[at + 3] - values[at + 2], values[at + 4] - values[at + 3])) return true;
        double d2 = second(values, at);
        double d3 = third(values, at);
        double d4 = third(values, at + 1) - d3;
        return keepsSign(linear(d1, d2, d3, d4), square(d2, d3, d4), cube(d3, d4), fourth(d4));
    }

    /// Whether the four differences are so alike that the slope, which is 38/12 of one of them less 26/12 of another at worst, is as they are: the largest is less than
    /// 1.4 times the smallest, as none is farther than a sixth from their mean.
    private static boolean even(double a, double b, double c, double d) {
        double mean = (a + b + (c + d)) / 4;
        double near = NEAR * Math.abs(mean);
        return Math.abs(a - mean) < near && Math.abs(b - mean) < near && Math.abs(c - mean) < near && Math.abs(d - mean) < near;
    }

    /// Newton's forward differences in `u = 4 s`, expanded; 4^k is exact.
    private static double second(double[] values, int at) {
        return values[at + 2] - values[at + 1] - (values[at + 1] - values[at]);
    }

    private static double third(double[] values, int at) {
        return second(values, at + 1) - second(values, at);
    }

    private static double linear(double d1, double d2, double d3, double d4) {
        return 4 * (d1 - d2 / 2 + d3 / 3 - d4 / 4);
    }

    private static double square(double d2, double d3, double d4) {
        return 16 * (d2 / 2 - d3 / 2 + 11 * (d4 / 24));
    }

    private static double cube(double d3, double d4) {
        return 64 * (d3 / 3 / 2 - d4 / 4);
    }

    private static double fourth(double d4) {
        return 256 * (d4 / 24);
    }

    double value(double s) {
        if (s == 1) return last;
        return (((c[4] * s + c[3]) * s + c[2]) * s + c[1]) * s + c[0];
    }

    /// That of s^k.
    double coefficient(int k) {
        return c[k];
    }

    /// dp/ds.
    double slope(double s) {
        return ((4 * c[4] * s + 3 * c[3]) * s + 2 * c[2]) * s + c[1];
    }

    /// Number of places inside (0, 1) at which the slope changes sign.
    int turns() {
        return count;
    }

    double turn(int k) {
        return turns[k];
    }

    /// Cuts [0, 1] where p'' vanishes; p' is monotone in between, so each piece holds at most one of its roots.
    private void findTurns() {
        count = 0;
        if (keepsSign(c[1], c[2], c[3], c[4])) return;
        double first = firstBend();
        double second = secondBend();
        double from = 0;
        if (first > 0 && first < 1) {
            turnBetween(0, first);
            from = first;
        }
        if (second > from && second < 1) {
            turnBetween(from, second);
            from = second;
        }
        turnBetween(from, 1);
    }

    /// The Bernstein coefficients of p' bound it: all of one sign, no turn.
    private static boolean keepsSign(double c1, double c2, double c3, double c4) {
        double b1 = c1 + 2 * c2 / 3;
        double b2 = c1 + 4 * c2 / 3 + c3;
        double b3 = c1 + 2 * c2 + 3 * c3 + 4 * c4;
        return Math.min(Math.min(c1, b1), Math.min(b2, b3)) >= 0 || Math.max(Math.max(c1, b1), Math.max(b2, b3)) <= 0;
    }

    private void turnBetween(double from, double to) {
        double at = slope(from);
        double end = slope(to);
        if (at == 0 || end == 0 || (at < 0) == (end < 0)) {
            if (end == 0 && to < 1 && at != 0 && changesSignAt(to, at)) turns[count++] = to;
            return;
        }
        double s = slopeRoot(0, from, to);
        if (s > 0 && s < 1) turns[count++] = s;
    }

    private boolean changesSignAt(double s, double before) {
        double after = slope(Math.min(1, s + 1e-6));
        return after != 0 && (after < 0) != (before < 0);
    }

    /// Where p' = `level` in a bracket on which it is monotone and passes it, to rounding.
    double slopeRoot(double level, double from, double to) {
        d[0] = c[1];
        d[1] = 2 * c[2];
        d[2] = 3 * c[3];
        d[3] = 4 * c[4];
        return root(d, level, from, to, slope(to) > slope(from));
    }

    /// Where p = `level` in a bracket on which it is monotone and passes it, to rounding.
    double root(double level, double from, double to) {
        return root(c, level, from, to, value(to) > value(from));
    }

    /// Newton's method inside a bracket that shrinks with every step.
    private static double root(double[] p, double level, double from, double to, boolean rising) {
        double low = from;
        double high = to;
        double s = low + (high - low) / 2;
        for (int i = 0; i < 200; i++) {
            double excess = (((p[4] * s + p[3]) * s + p[2]) * s + p[1]) * s + p[0] - level;
            if (excess == 0) return s;
            if (excess < 0 == rising) low = s;
            else high = s;
            double next = polished(s, excess, ((4 * p[4] * s + 3 * p[3]) * s + 2 * p[2]) * s + p[1], low, high);
            if (Math.abs(next - s) <= Math.ulp(next) || high - low <= Math.ulp(high)) return next;
            s = next;
        }
        return s;
    }

    /// Newton's next point where it stays inside the bracket, else the middle.
    private static double polished(double s, double excess, double slope, double low, double high) {
        double next = s - excess / slope;
        return next > low && next < high ? next : low + (high - low) / 2;
    }

    /// Where the curvature vanishes: between two of these, 0 and 1 the slope is monotone. NaN for none.
    double firstBend() {
        return Quadratic.lowerRoot(12 * c[4], 6 * c[3], 2 * c[2]);
    }

    double secondBend() {
        return Quadratic.upperRoot(12 * c[4], 6 * c[3], 2 * c[2]);
    }
}
