package loligo.dynamics;

/// A rectangle of two unknowns, cut into equally many pieces across and up; its nodes are counted row by row from the lowest.
///
/// @param horizontal, vertical the two unknowns
/// @param pieces a multiple of the widest stride of a [Raster]
record Window(int horizontal, int vertical, Range across, Range up, int pieces) {
    int nodes() {
        return (pieces + 1) * (pieces + 1);
    }

    int column(int node) {
        return node % (pieces + 1);
    }

    int row(int node) {
        return node / (pieces + 1);
    }

    int node(int column, int row) {
        return row * (pieces + 1) + column;
    }

    /// @param column may lie between two
    double h(double column) {
        return across.at(column / pieces);
    }

    double v(double row) {
        return up.at(row / pieces);
    }

    /// Whether a state is so many widths away, or no number.
    boolean beyond(double[] y, double widths) {
        return !(Math.abs(y[horizontal] - across.at(0.5)) < widths * across.width() && Math.abs(y[vertical] - up.at(0.5)) < widths * up.width());
    }
}
