package loligo.solver;

/// Finds, on the dense output of the last step, the first time where one of k functions of time and state crosses zero upwards.
/// Samples points within the step, so that two crossings in one step are seen when they are not closer than a fraction of it;
/// brackets the first one by the ITP method (Oliveira & Takahashi 2020). The method's error, not the search, bounds the result.
public final class Events {
    /// Functions whose upward zeros are sought. Must be deterministic.
    public interface Functions {
        /// How many there are, k.
        int count();

        /// Writes g_j(t, y) into `g` // [k]
        void evaluate(double t, double[] y, double[] g);
    }

    private static final int PIECES = 4;

    private final Functions functions;
    private final double[] y; // y[i] where the functions are asked
    private double[] left; // g[j] where the piece begins
    private double[] right; // g[j] where it ends
    private final double[] inside; // g[j] at a time between
    private int index = -1;
    private double time = Double.NaN;

    public Events(Functions functions, int dimension) {
        this.functions = functions;
        y = new double[dimension];
        left = new double[functions.count()];
        right = new double[functions.count()];
        inside = new double[functions.count()];
    }

    /// Which function crossed first in the step last searched; -1 when none did.
    public int index() {
        return index;
    }

    /// When it crossed: the first double found at which the function is positive or zero; NaN when none did.
    public double time() {
        return time;
    }

    /// The value of function j at the end of the step last searched, where nothing was found.
    public double last(int j) {
        return left[j];
    }

    /// Searches the last step of the stepper from `after` on. A zero at `after` itself does not count.
    ///
    /// @return whether there is a crossing
    public boolean search(Stepper stepper, double after) {
        index = -1;
        time = Double.NaN;
        double begin = Math.max(after, stepper.before());
        double end = stepper.time();
        if (!(begin < end)) return false;
        evaluate(stepper, begin, left);
        double a = begin;
        for (int piece = 1; piece <= PIECES && index < 0; piece++) {
            double b = piece == PIECES ? end : begin + (end - begin) * piece / PIECES;
            evaluate(stepper, b, right);
            searchPiece(stepper, a, b);
            double[] free = left;
            left = right;
            right = free;
            a = b;
        }
        return index >= 0;
    }

    private void searchPiece(Stepper stepper, double a, double b) {
        for (int j = 0; j < left.length; j++) {
            if (!(left[j] < 0 && right[j] >= 0)) continue;
            double at = cross(stepper, j, a, b, left[j], right[j]);
            if (index < 0 || at < time) {
                index = j;
                time = at;
            }
        }
    }

    /// The ITP method: truncated regula falsi, projected to keep within one step of bisection's worst case. `ga < 0 <= gb`.
    private double cross(Stepper stepper, int j, double a, double b, double ga, double gb) {
        double resolution = 2 * Math.max(Math.ulp(a), Math.ulp(b));
        double slack = 1; // one step more than bisection may need
        double radius = resolution * Math.scalb(1.0, (int) Math.ceil(StrictMath.log((b - a) / resolution) / StrictMath.log(2)));
        double low = a;
        double high = b;
        double span = b - a;
        while (high - low > resolution) {
            double middle = low + (high - low) / 2;
            double allowed = Math.max(0, radius * slack - (high - low) / 2);
            double falsi = low - ga * ((high - low) / (gb - ga));
            double truncation = 0.2 / span * (high - low) * (high - low);
            double toward = Math.signum(middle - falsi);
            double moved = truncation <= Math.abs(middle - falsi) ? falsi + toward * truncation : middle;
            double at = Math.abs(moved - middle) <= allowed ? moved : middle - toward * allowed;
            if (!(at > low && at < high)) at = middle;
            if (!(at > low && at < high)) break;
            evaluate(stepper, at, inside);
            if (inside[j] >= 0) {
                high = at;
                gb = inside[j];
            } else {
                low = at;
                ga = inside[j];
            }
            radius /= 2;
        }
        return high;
    }

    private void evaluate(Stepper stepper, double t, double[] g) {
        stepper.interpolate(t, y);
        functions.evaluate(t, y, g);
    }
}
