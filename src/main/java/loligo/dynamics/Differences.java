package loligo.dynamics;

import java.util.function.Consumer;

/// Derivatives by differences: of sixth order where one step must do, and extrapolated with an error estimate (Ridders 1982, Adv. Eng. Software 4:75).
final class Differences {
    private static final double[] WEIGHTS = {3.0 / 4, -3.0 / 20, 1.0 / 60}; // Fornberg 1988, sixth order
    private static final double STEP = 0.005; // of a size: about the seventh root of the rounding error
    private static final double SHRINK = 1.6; // of one extrapolated step to the next
    private static final int ROWS = 14;
    private static final double WIDEST = 6; // sizes
    private static final double CLOSE = 1e-12; // sizes between points among which a function changes by rounding and along a line only, and a kink counts for nothing
    private static final int FEW = 9; // such points
    private static final int DIFFERENCE = 4; // its order, in which no line is left
    private static final double DOUBT = 4; // standard deviations of rounding

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
    /// The error is how far the best value is from its neighbours in the table, from the second best, which may agree less by luck, and what rounding
    /// makes of its differences.
    static Estimate extrapolated(Along f, int order, int length) {
        Best best = new Best(noise(f, length));
        double[] middle = new double[length];
        f.at(0, middle);
        double[][] above = new double[0][];
        double h = WIDEST;
        for (int row = 0; row < ROWS; row++, h /= SHRINK) {
            double[][] here = new double[above.length + 1][];
            here[0] = quotient(f, h, order, middle);
            for (int i = 0; i < above.length; i++) {
                here[i + 1] = combine(here[i], above[i], StrictMath.pow(SHRINK, 2.0 * (i + 1)));
                best.offer(here[i + 1], here[i], above[i], order == 1 ? h : 2 * h * h);
            }
            above = here;
        }
        return best.estimate();
    }

    /// Several standard deviations of the rounding of a function around 0, from differences of its values at close points (More & Wild 2011,
    /// SIAM J. Sci. Comput. 33:1292) // [length]
    static double[] noise(Along f, int length) {
        double[][] table = new double[FEW][length];
        for (int k = 0; k < FEW; k++) f.at((k - FEW / 2) * CLOSE, table[k]);
        double scale = 1;
        for (int order = 1; order <= DIFFERENCE; order++) {
            for (int k = 0; k < FEW - order; k++) for (int i = 0; i < length; i++) table[k][i] = table[k + 1][i] - table[k][i];
            scale *= order / (2.0 * (2 * order - 1)); // (order!)^2 / (2 order)!
        }
        double[] noise = new double[length];
        for (int i = 0; i < length; i++) {
            double squares = 0;
            for (int k = 0; k < FEW - DIFFERENCE; k++) squares += table[k][i] * table[k][i];
            noise[i] = DOUBT * Math.sqrt(scale * squares / (FEW - DIFFERENCE));
        }
        return noise;
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

    /// The values that agree best with their neighbours in the table, entry by entry // [n] each
    private static final class Best {
        private final double[] rounding; // of the function
        private final double[] value;
        private final double[] apart; // from its neighbours
        private final double[] second; // the value that agrees next best
        private final double[] secondApart;
        private final double[] noise; // what rounding makes of the value

        Best(double[] rounding) {
            this.rounding = rounding;
            value = filled(Double.NaN);
            apart = filled(Double.POSITIVE_INFINITY);
            second = filled(Double.NaN);
            secondApart = filled(Double.POSITIVE_INFINITY);
            noise = new double[rounding.length];
        }

        private double[] filled(double with) {
            double[] all = new double[rounding.length];
            java.util.Arrays.fill(all, with);
            return all;
        }

        /// @param over what differences are divided by
        void offer(double[] candidate, double[] fine, double[] coarse, double over) {
            for (int i = 0; i < value.length; i++) {
                double e = Math.max(Math.abs(candidate[i] - fine[i]), Math.abs(candidate[i] - coarse[i]));
                if (e < apart[i]) {
                    second[i] = value[i];
                    secondApart[i] = apart[i];
                    value[i] = candidate[i];
                    apart[i] = e;
                    noise[i] = rounding[i] / over;
                } else if (e < secondApart[i]) {
                    second[i] = candidate[i];
                    secondApart[i] = e;
                }
            }
        }

        Estimate estimate() {
            double[] error = new double[value.length];
            for (int i = 0; i < error.length; i++) {
                double off = Double.isNaN(second[i]) ? 0 : Math.abs(value[i] - second[i]);
                error[i] = Math.max(apart[i], off) + noise[i];
            }
            return new Estimate(value, error);
        }
    }
}
