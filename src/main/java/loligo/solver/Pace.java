package loligo.solver;

/// Chooses how long a step is, and whether a tried one counts.
sealed interface Pace {
    /// Forgets the history of errors, keeps the step size. The next step starts at a corner or a jump.
    void begin();

    /// The length of the next step; not longer than `remaining`, and equal to it when the rest is near enough to be taken at once.
    double next(VectorField field, double t, double[] y, Scheme scheme, double remaining);

    /// Whether the step just tried counts. Learns from it.
    boolean accepts(double h, double[] y, double[] next, double[] error);

    /// Whether a shorter step is worth a try at `t` after one that did not count.
    boolean canShorten(double t);

    static boolean finite(double[] y) {
        return notFinite(y) < 0;
    }

    /// The first component that is not a number or infinite, -1 when there is none.
    static int notFinite(double[] y) {
        for (int i = 0; i < y.length; i++) if (!(Math.abs(y[i]) <= Double.MAX_VALUE)) return i;
        return -1;
    }

    /// Every step as long as the user says; the way to the limit is cut into equal pieces, none longer than that.
    final class Fixed implements Pace {
        private final double step;

        Fixed(double step) {
            if (!(step > 0 && step <= Double.MAX_VALUE)) throw new IllegalArgumentException("step must be positive and finite, is " + step);
            this.step = step;
        }

        @Override
        public void begin() {}

        @Override
        public double next(VectorField field, double t, double[] y, Scheme scheme, double remaining) {
            return Steppers.piece(remaining, step);
        }

        @Override
        public boolean accepts(double h, double[] y, double[] next, double[] error) {
            return finite(next);
        }

        @Override
        public boolean canShorten(double t) {
            return false;
        }
    }

    /// The step follows the estimated error by a proportional-integral controller (Hairer, Norsett & Wanner 1993, II.4 and IV.2).
    final class Adaptive implements Pace {
        private static final double SAFETY = 0.9;
        private static final double BETA = 0.04;
        private static final double SHRINK = 0.2;
        private static final double GROW = 8;
        private static final int PATIENCE = 60;
        private static final double LOG_FLOOR = -9; // errors below 1e-4 of the tolerance are alike

        private final int order;
        private final double exponent; // of the error in the step's growth
        private final double share; // of one unknown in the mean
        private final double relative;
        private final double[] absolute; // [n]
        private final double largest;
        private double size; // 0 before the first step
        private double logErrorBefore = LOG_FLOOR;
        private int rejectedInARow;

        Adaptive(int order, Tolerance tolerance, int n, double largest) {
            this.order = order;
            this.exponent = 1.0 / order - 0.75 * BETA;
            this.share = 1.0 / n;
            this.relative = tolerance.relative();
            this.absolute = tolerance.absolute(n);
            this.largest = largest;
        }

        double size() {
            return size;
        }

        void size(double h) {
            size = h;
        }

        @Override
        public void begin() {
            logErrorBefore = LOG_FLOOR;
            rejectedInARow = 0;
        }

        @Override
        public double next(VectorField field, double t, double[] y, Scheme scheme, double remaining) {
            if (size == 0) size = firstStep(field, t, y, scheme.slope(), Math.min(remaining, largest));
            if (size * 1.01 >= remaining) return remaining;
            return size * 2 > remaining ? remaining / 2 : size;
        }

        @Override
        public boolean accepts(double h, double[] y, double[] next, double[] error) {
            double square = meanSquare(y, next, error);
            if (!(square <= Double.MAX_VALUE)) return shorten(h * 0.1);
            double log = StrictMath.log(square + 1e-60) / 2; // log and exp, because StrictMath.pow allocates
            if (square > 1) return shorten(h * within(SAFETY * Exponential.exp(-exponent * log), SHRINK, 1));
            double factor = SAFETY * Exponential.exp(BETA * logErrorBefore - exponent * log);
            double proposed = h * within(factor, SHRINK, rejectedInARow > 0 ? 1 : GROW);
            double longer = h < size && proposed < size ? size : proposed;
            size = longer < largest ? longer : largest;
            logErrorBefore = Math.max(log, LOG_FLOOR);
            rejectedInARow = 0;
            return true;
        }

        @Override
        public boolean canShorten(double t) {
            return rejectedInARow <= PATIENCE && size > 16 * Math.ulp(t);
        }

        private boolean shorten(double h) {
            size = h;
            rejectedInARow++;
            return false;
        }

        private static double within(double factor, double least, double most) {
            return factor < least ? least : factor > most ? most : factor;
        }

        /// The square of the error in units of the tolerance, mean over the unknowns; NaN when one of them is lost.
        private double meanSquare(double[] y, double[] next, double[] error) {
            double sum = 0;
            for (int i = 0; i < error.length; i++) {
                double size = Math.abs(next[i]);
                if (!(size <= Double.MAX_VALUE)) return Double.NaN;
                double e = error[i] / (absolute[i] + relative * Math.max(Math.abs(y[i]), size));
                sum += e * e;
            }
            return sum * share;
        }

        /// One over the error tolerated in each unknown; an unknown at zero without absolute tolerance counts as one // [n]
        void weights(double[] y, double[] weights) {
            for (int i = 0; i < y.length; i++) {
                double tolerated = absolute[i] + relative * Math.abs(y[i]);
                weights[i] = 1 / (tolerated > 0 ? tolerated : relative);
            }
        }

        /// Hairer, Norsett & Wanner 1993, II.4: a first step whose explicit Euler and second derivative are both harmless.
        private double firstStep(VectorField field, double t, double[] y, double[] slope, double remaining) {
            double[] weights = new double[y.length];
            weights(y, weights);
            double size0 = norm(y, weights);
            double size1 = norm(slope, weights);
            double h = size0 < 1e-5 || size1 < 1e-5 ? 1e-6 : 0.01 * size0 / size1;
            h = Math.min(h, remaining);
            double[] ahead = new double[y.length];
            double[] slopeAhead = new double[y.length];
            for (int i = 0; i < y.length; i++) ahead[i] = y[i] + h * slope[i];
            field.evaluate(t + h, ahead, slopeAhead);
            for (int i = 0; i < y.length; i++) slopeAhead[i] -= slope[i];
            double bend = Math.max(size1, norm(slopeAhead, weights) / h);
            double guess = bend <= 1e-15 ? Math.max(1e-6, h * 1e-3) : StrictMath.pow(0.01 / bend, 1.0 / (order + 1));
            double first = Math.min(100 * h, guess);
            return first > 0 ? Math.min(first, remaining) : Math.min(1e-6, remaining);
        }

        private static double norm(double[] v, double[] weights) {
            double sum = 0;
            for (int i = 0; i < v.length; i++) sum += v[i] * weights[i] * (v[i] * weights[i]);
            return Math.sqrt(sum / v.length);
        }
    }
}
