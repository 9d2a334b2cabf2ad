package loligo.dynamics;

import java.util.function.Consumer;

/// Derivatives by differences: of sixth order where one step must do, and extrapolated with an error estimate (Ridders 1982, Adv. Eng. Software 4:75).
final class Differences {
    private static final double[] WEIGHTS = {3.0 / 4, -3.0 / 20, 1.0 / 60}; // Fornberg 1988, sixth order
    private static final double STEP = 0.005; // of a size: about the seventh root of the rounding error
    private static final double SHRINK = 1.6; // of one extrapolated step to the next
    private static final int ROWS = 14;
    private static final double WIDEST = 6; // sizes

    private Differences() {}

    /// A derivative with its estimated error, entry by entry // [n], [n]
    record Estimate(double[] value, double[] error) {}

    /// A function of the distance along a line.
    interface Along {
        /// Writes it at `s` sizes from the middle.
        void at(double s, double[] value);
    }

    /// Writes the derivative of `evaluate` by `at[j]` into `result`; `at` is moved and put back.
    static void central(double[] at, int j, double size, Consumer<double[]> evaluate, double[] result) {
        double middle = at[j];
        double[] up = new double[result.length];
        double[] down = new double[result.length];
        double[] sum = new double[result.length];
        for (int k = 0; k < WEIGHTS.length; k++) {
            double h = (k + 1) * STEP * Math.max(size, 1e-3 * Math.abs(middle));
            double right = middle + h;
            double left = middle - h;
            at[j] = right;
            evaluate.accept(up);
            at[j] = left;
            evaluate.accept(down);
            double weight = WEIGHTS[k] * 2 * (k + 1) / (right - left);
            for (int i = 0; i < sum.length; i++) sum[i] += weight * (up[i] - down[i]);
        }
        at[j] = middle;
        System.arraycopy(sum, 0, result, 0, sum.length);
    }

    /// The first derivative (order 1) or the second (order 2) at 0, from ever smaller steps. Steps that leave the function's domain are passed over.
    static Estimate extrapolated(Along f, int order, int length) {
        double[] best = new double[length];
        double[] error = new double[length];
        java.util.Arrays.fill(best, Double.NaN);
        java.util.Arrays.fill(error, Double.POSITIVE_INFINITY);
        double[] middle = new double[length];
        f.at(0, middle);
        double[][] above = new double[0][];
        double h = WIDEST;
        for (int row = 0; row < ROWS; row++, h /= SHRINK) {
            double[][] here = new double[above.length + 1][];
            here[0] = quotient(f, h, order, middle);
            for (int i = 0; i < above.length; i++) {
                here[i + 1] = combine(here[i], above[i], StrictMath.pow(SHRINK, 2.0 * (i + 1)));
                keepBest(here[i + 1], here[i], above[i], best, error);
            }
            above = here;
        }
        return new Estimate(best, error);
    }

    private static double[] quotient(Along f, double h, int order, double[] middle) {
        double[] up = new double[middle.length];
        double[] down = new double[middle.length];
        f.at(h, up);
        f.at(-h, down);
        double[] q = new double[middle.length];
        for (int i = 0; i < q.length; i++) q[i] = order == 1 ? (up[i] - down[i]) / (2 * h) : (up[i] - 2 * middle[i] + down[i]) / (h * h);
        return q;
    }

    private static double[] combine(double[] fine, double[] coarse, double factor) {
        double[] combined = new double[fine.length];
        for (int i = 0; i < fine.length; i++) combined[i] = fine[i] + (fine[i] - coarse[i]) / (factor - 1);
        return combined;
    }

    private static void keepBest(double[] value, double[] fine, double[] coarse, double[] best, double[] error) {
        for (int i = 0; i < value.length; i++) {
            double e = Math.max(Math.abs(value[i] - fine[i]), Math.abs(value[i] - coarse[i]));
            if (e < error[i]) {
                error[i] = e;
                best[i] = value[i];
            }
        }
    }
}
