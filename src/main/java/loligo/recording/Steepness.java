package loligo.recording;

/// Where a trace rises and falls fastest; the first of equals. Within panels only: a jump of the trace or of its
/// slope from one panel to the next is none of these.
///
/// @param rise the largest rate of change, per ms
/// @param fall the smallest rate of change, per ms
public record Steepness(double riseTime, double rise, double fallTime, double fall) {
    static Steepness of(Trace trace) {
        if (trace.panels() == 0) throw new IllegalArgumentException("nothing was recorded at " + trace.start() + " ms");
        Search search = new Search();
        for (int panel = 0; panel < trace.panels(); panel++) search.panel(trace, panel);
        return new Steepness(search.riseTime, search.rise, search.fallTime, search.fall);
    }

    /// Goes from panel to panel; on each the slope is extreme at its ends or bends.
    private static final class Search {
        private final Quartic quartic = new Quartic();
        private double riseTime;
        private double rise = Double.NEGATIVE_INFINITY;
        private double fallTime;
        private double fall = Double.POSITIVE_INFINITY;

        void panel(Trace trace, int panel) {
            quartic.load(trace.values(), panel * Recording.NODES);
            double length = trace.edges()[panel + 1] - trace.edges()[panel];
            for (double s : new double[] {0, quartic.firstBend(), quartic.secondBend(), 1}) if (s >= 0 && s <= 1) slope(quartic.slope(s) / length, trace.time(panel, s));
        }

        private void slope(double slope, double t) {
            if (slope > rise) {
                rise = slope;
                riseTime = t;
            }
            if (slope < fall) {
                fall = slope;
                fallTime = t;
            }
        }
    }
}
