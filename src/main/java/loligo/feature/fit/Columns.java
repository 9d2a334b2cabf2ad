package loligo.feature.fit;

/// Columns of slopes, brought to one size each so that parameters of all units meet as equals.
final class Columns {
    private Columns() {}

    /// The root of the sum of squares of each column; 1 for a column of zeros // [parameters]
    static double[] sizes(double[][] slopes) {
        double[] sizes = new double[slopes[0].length];
        for (double[] row : slopes) for (int j = 0; j < sizes.length; j++) sizes[j] += row[j] * row[j];
        for (int j = 0; j < sizes.length; j++) sizes[j] = sizes[j] > 0 ? Math.sqrt(sizes[j]) : 1;
        return sizes;
    }

    /// Every column over its size // [n][parameters]
    static double[][] scaled(double[][] slopes, double[] sizes) {
        double[][] scaled = new double[slopes.length][sizes.length];
        for (int i = 0; i < slopes.length; i++) for (int j = 0; j < sizes.length; j++) scaled[i][j] = slopes[i][j] / sizes[j];
        return scaled;
    }
}
