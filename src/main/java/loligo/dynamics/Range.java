package loligo.dynamics;

/// From `low` to `high`, either of them possibly infinite.
public record Range(double low, double high) {
    /// Everything.
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(low < high)) throw new IllegalArgumentException("a range must have low < high, got " + low + " and " + high);
    }

    public boolean contains(double x) {
        return x >= low && x <= high;
    }

    public double width() {
        return high - low;
    }

    public boolean bounded() {
        return width() < Double.POSITIVE_INFINITY;
    }

    /// The smallest range that holds this one and the point.
    public Range holding(double x) {
        return contains(x) ? this : new Range(Math.min(low, x), Math.max(high, x));
    }

    /// The point at this fraction of the width.
    public double at(double fraction) {
        return low + fraction * width();
    }
}
