package loligo.feature.curve;

import java.util.Arrays;

/// The polynomial through a few neighbouring points of a curve, as Newton's divided differences.
///
/// @param nodes // [n]
/// @param coefficients // [n]
record Polynomial(double[] nodes, double[] coefficients) {
    /// Through the points from `first` on.
    static Polynomial through(Curve curve, int first, int count) {
        double[] nodes = Arrays.copyOfRange(curve.x(), first, first + count);
        double[] differences = Arrays.copyOfRange(curve.y(), first, first + count);
        for (int order = 1; order < count; order++)
            for (int i = count - 1; i >= order; i--) differences[i] = (differences[i] - differences[i - 1]) / (nodes[i] - nodes[i - order]);
        return new Polynomial(nodes, differences);
    }

    double value(double x) {
        double value = 0;
        for (int i = nodes.length - 1; i >= 0; i--) value = value * (x - nodes[i]) + coefficients[i];
        return value;
    }

    double slope(double x) {
        double value = 0;
        double slope = 0;
        for (int i = nodes.length - 1; i >= 0; i--) {
            slope = slope * (x - nodes[i]) + value;
            value = value * (x - nodes[i]) + coefficients[i];
        }
        return slope;
    }

    /// Where it passes zero upwards between two places, below zero at the first and not at the second; by halving, to rounding.
    double zero(double from, double to) {
        double low = from;
        double high = to;
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) return high;
            if (value(middle) < 0) low = middle;
            else high = middle;
        }
    }
}
