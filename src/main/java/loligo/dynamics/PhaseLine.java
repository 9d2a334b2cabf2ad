package loligo.dynamics;

import java.util.List;

/// Goes on along an isochron where orbits backwards in time can no longer be told apart: a step along it, then across until the [AsymptoticPhase] is right;
/// where it bends too sharply for that, it is sought on a circle.
///
/// @param width of the plane
record PhaseLine(AsymptoticPhase phases, double[] width, Range across, Range up) {
    private static final double LONGEST_STEP = 1 / 100.0; // widths
    private static final double SHORTEST_STEP = LONGEST_STEP / 64;
    private static final double TRIAL = 0.05;    // of a step, across
    private static final double BEND = 0.5;      // of a step, across
    private static final double ACCURACY = 1e-7; // of a round
    private static final int ITERATIONS = 8;
    private static final double CIRCLE = LONGEST_STEP / 2; // its radius
    private static final double WIDEST = Math.PI;
    private static final int RECENT = 60;        // points
    private static final int LOOKS = 60;
    private static final int HALVINGS = 30;
    private static final double NO_JUMP = 0.3;   // of a round
    private static final int MOST_TURNS = 8;

    /// Adds points from the last two on until the line leaves the plane, turns back on itself, or has this length.
    ///
    /// @param phase on the cycle's own mesh
    void follow(double phase, List<double[]> points, double longest) {
        double[] here = points.getLast();
        double[] ahead = {0, 0}; // widths
        for (int k = points.size() - 2; k >= 0 && StrictMath.hypot(ahead[0], ahead[1]) < LONGEST_STEP; k--) {
            for (int i = 0; i < 2; i++) ahead[i] = (here[i] - points.get(k)[i]) / width[i];
        }
        double step = LONGEST_STEP / 4;
        int turns = 0;
        for (double length = 0; length < longest && across.contains(here[0]) && up.contains(here[1]) && !Thread.currentThread().isInterrupted(); ) {
            double norm = StrictMath.hypot(ahead[0], ahead[1]);
            if (norm == 0) return;
            double[] along = {ahead[0] / norm, ahead[1] / norm};
            double aside = across(phase, here, along, step);
            if (Math.abs(aside) <= BEND * step) {
                ahead = new double[] {step * along[0] - aside * along[1], step * along[1] + aside * along[0]};
                step = Math.min(LONGEST_STEP, step * 1.5);
            } else if (step > SHORTEST_STEP) {
                step /= 2;
                continue;
            } else {
                double angle = turns++ < MOST_TURNS ? turn(phase, points, along) : Double.NaN;
                if (Double.isNaN(angle)) return;
                ahead = turned(along, angle);
                step = LONGEST_STEP / 4;
            }
            here = new double[] {here[0] + ahead[0] * width[0], here[1] + ahead[1] * width[1]};
            points.add(here);
            length += StrictMath.hypot(ahead[0], ahead[1]);
        }
    }

    /// The least angle by which the isochron turns on a circle around its last point; NaN where it crosses it only where it came from.
    private double turn(double phase, List<double[]> points, double[] along) {
        double[] here = points.getLast();
        double[] ends = new double[2]; // on either side
        ends[0] = ends[1] = off(phase, here, turned(along, 0), 1, 0);
        for (int k = 1; k <= LOOKS; k++) {
            for (int side = 0; side < 2; side++) {
                double angle = (side == 0 ? 1 : -1) * WIDEST * k / LOOKS, before = angle * (k - 1) / k;
                double end = off(phase, here, turned(along, angle), 1, 0);
                if (end * ends[side] <= 0 && Math.abs(end - ends[side]) < NO_JUMP) {
                    double found = halved(phase, here, along, before, angle, ends[side]);
                    if (isNew(points, turned(along, found))) return found;
                }
                ends[side] = end;
            }
        }
        return Double.NaN;
    }

    private boolean isNew(List<double[]> points, double[] step) {
        double[] here = points.getLast();
        for (int k = Math.max(0, points.size() - RECENT); k < points.size(); k++) {
            double[] known = points.get(k);
            if (StrictMath.hypot((known[0] - here[0]) / width[0] - step[0], (known[1] - here[1]) / width[1] - step[1]) < BEND * CIRCLE) return false;
        }
        return true;
    }

    private double halved(double phase, double[] here, double[] along, double from, double to, double atFrom) {
        double a = from, b = to;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (a + b) / 2;
            if (off(phase, here, turned(along, middle), 1, 0) * atFrom > 0) a = middle;
            else b = middle;
        }
        return (a + b) / 2;
    }

    /// On the circle around here, in widths.
    private static double[] turned(double[] along, double angle) {
        double cos = StrictMath.cos(angle) * CIRCLE, sin = StrictMath.sin(angle) * CIRCLE;
        return new double[] {cos * along[0] - sin * along[1], cos * along[1] + sin * along[0]};
    }

    /// How far across the isochron is, a step ahead: by secants; NaN where it is not found.
    private double across(double phase, double[] here, double[] along, double step) {
        double a = 0, b = TRIAL * step;
        double fa = off(phase, here, along, step, a), fb = off(phase, here, along, step, b);
        for (int k = 0; k < ITERATIONS; k++) {
            if (Math.abs(fb) < ACCURACY) return b;
            double next = b - fb * (b - a) / (fb - fa);
            if (!(Math.abs(next) <= 2 * BEND * step)) return Double.NaN;
            a = b;
            fa = fb;
            b = next;
            fb = off(phase, here, along, step, b);
        }
        return Math.abs(b - a) < 1e-6 * step ? b : Double.NaN;
    }

    /// How far beyond the phase wanted a state is, in rounds.
    private double off(double phase, double[] here, double[] along, double step, double aside) {
        double[] y = {here[0] + (step * along[0] - aside * along[1]) * width[0], here[1] + (step * along[1] + aside * along[0]) * width[1]};
        double off = phases.of(y) - phase;
        return off - Math.rint(off);
    }
}
