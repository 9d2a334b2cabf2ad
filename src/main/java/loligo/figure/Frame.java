package loligo.figure;

/// Where the numbers of a panel lie on the drawing.
///
/// @param box the area of the data, px
record Frame(Box box, Extent x, Axis.Scale xScale, Extent y, Axis.Scale yScale) {
    double px(double value) {
        return box.left() + box.width() * place(value, x, xScale);
    }

    double py(double value) {
        return box.bottom() - box.height() * place(value, y, yScale);
    }

    /// Whether a point can be drawn at all.
    boolean shows(double vx, double vy) {
        return Double.isFinite(px(vx)) && Double.isFinite(py(vy));
    }

    boolean within(double vx, double vy) {
        return x.holds(vx) && y.holds(vy);
    }

    private static double place(double value, Extent extent, Axis.Scale scale) {
        if (scale != Axis.Scale.LOG) return (value - extent.from()) / (extent.to() - extent.from());
        if (!(value > 0)) return Double.NaN;
        double low = StrictMath.log10(extent.from());
        return (StrictMath.log10(value) - low) / (StrictMath.log10(extent.to()) - low);
    }
}
