package loligo.figure;

/// From where to where something reaches; empty while `from > to`.
record Extent(double from, double to) {
    static final Extent EMPTY = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    private static final double LARGEST = 1e300; // so that spans and margins stay finite
    private static final double SMALLEST = 1e-290;

    boolean isEmpty() {
        return !(from <= to);
    }

    boolean holds(double value) {
        double slack = 1e-9 * (to - from);
        return value >= from - slack && value <= to + slack;
    }

    /// This extent widened to a value that can be drawn.
    Extent with(double value, Axis.Scale scale) {
        if (!(Math.abs(value) <= LARGEST) || (scale == Axis.Scale.LOG && !(value >= SMALLEST))) return this;
        return new Extent(Math.min(from, value), Math.max(to, value));
    }

    Extent with(double[] values, Axis.Scale scale) {
        Extent all = this;
        for (double value : values) {
            if (value >= all.from && value <= all.to) continue;
            all = all.with(value, scale);
        }
        return all;
    }

    /// The ends of an axis over data of this extent: its own where it has them, else the data's with a margin.
    ///
    /// @param margin as a part of the span; 0 keeps the data's ends
    Extent axis(Axis axis, double margin) {
        Extent data = isEmpty() ? new Extent(axis.scale() == Axis.Scale.LOG ? 0.1 : 0, 1) : this;
        Extent wide = axis.scale() == Axis.Scale.LOG ? data.decades(margin) : data.apart().linear(margin);
        double low = Double.isNaN(axis.from()) ? wide.from : axis.from();
        double high = Double.isNaN(axis.to()) ? wide.to : axis.to();
        if (low < high) return new Extent(low, high);
        return axis.scale() == Axis.Scale.LOG ? (Double.isNaN(axis.to()) ? new Extent(low, low * 10) : new Extent(high / 10, high))
            : Double.isNaN(axis.to()) ? new Extent(low, low + width(low)) : new Extent(high - width(high), high);
    }

    /// A constant gets room on both sides: a tenth of its size.
    private Extent apart() {
        double size = Math.max(Math.abs(from), Math.abs(to));
        if (to - from > 1e-9 * size && to - from > SMALLEST) return this;
        double middle = from + (to - from) / 2;
        return new Extent(middle - width(middle), middle + width(middle));
    }

    private static double width(double value) {
        return Math.abs(value) > SMALLEST * 1e6 ? Math.abs(value) / 10 : 1;
    }

    /// With a margin, or out to the next mark where that is near.
    private Extent linear(double margin) {
        if (margin == 0) return this;
        double step = Ticks.step(this, 6).times(1);
        double low = Math.floor(from / step + 1e-9) * step;
        double high = Math.ceil(to / step - 1e-9) * step;
        double near = 0.35 * step;
        return new Extent(from - low <= near ? low : from - margin * (to - from), high - to <= near ? high : to + margin * (to - from));
    }

    private Extent decades(double margin) {
        if (to / from < 1.0001) return new Extent(from / 3, to * 3);
        double factor = StrictMath.pow(10, StrictMath.log10(to / from) * margin);
        return new Extent(from / factor, to * factor);
    }
}
