package loligo.dynamics;

/// All numbers from `low` to `high`. Every operation rounds outwards, so the result holds all that exact arithmetic could give (Moore 1966).
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) throw new IllegalArgumentException("an interval must have low <= high, got " + low + " and " + high);
    }

    public static Interval of(double x) {
        return new Interval(x, x);
    }

    private static Interval outwards(double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return new Interval(Math.nextDown(low), Math.nextUp(high));
    }

    public Interval plus(Interval b) {
        return outwards(low + b.low, high + b.high);
    }

    public Interval minus(Interval b) {
        return outwards(low - b.high, high - b.low);
    }

    public Interval times(Interval b) {
        double a1 = times(low, b.low), a2 = times(low, b.high), a3 = times(high, b.low), a4 = times(high, b.high);
        return outwards(Math.min(Math.min(a1, a2), Math.min(a3, a4)), Math.max(Math.max(a1, a2), Math.max(a3, a4)));
    }

    /// Zero times infinity is zero: an interval holds no infinity, it only reaches towards it.
    private static double times(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    public Interval plus(double b) {
        return plus(of(b));
    }

    public Interval times(double b) {
        return times(of(b));
    }

    /// Everything when `b` holds zero.
    public Interval over(Interval b) {
        if (b.contains(0)) return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return times(outwards(1 / b.high, 1 / b.low));
    }

    /// The square, which is never negative, as x * x would not know.
    public Interval square() {
        double a = low * low, b = high * high;
        double least = contains(0) ? 0 : Math.nextDown(Math.min(a, b));
        return new Interval(least, Math.nextUp(Math.max(a, b)));
    }

    /// `StrictMath.exp` is right to one unit in the last place; two are allowed for.
    public Interval exp() {
        double below = StrictMath.exp(low), above = StrictMath.exp(high);
        return new Interval(Math.max(0, Math.nextDown(Math.nextDown(below))), Math.nextUp(Math.nextUp(above)));
    }

    public boolean contains(double x) {
        return x >= low && x <= high;
    }

    public double width() {
        return high - low;
    }

    public double middle() {
        return low / 2 + high / 2;
    }
}
