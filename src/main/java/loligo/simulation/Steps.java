package loligo.simulation;

import java.util.Arrays;

/// The steps that a run took. A finer run of the same stays below them everywhere: where steps are short for stability alone, or for a corner,
/// a tighter tolerance would change nothing, and two equal solutions tell no error.
public final class Steps {
    /// How much shorter a finer run's steps are at least: with methods of order 4 and 5 its error there falls to a quarter or less.
    private static final double SHORTER = 0.7;

    private double[] ends = new double[64]; // ms, ascending
    private int count;

    Steps() {}

    /// Steps between these times // [steps + 1]
    static Steps between(double[] edges) {
        Steps steps = new Steps();
        steps.ends = Arrays.copyOfRange(edges, 1, edges.length);
        steps.count = edges.length - 1;
        return steps;
    }

    void add(double end) {
        if (count == ends.length) ends = Arrays.copyOf(ends, 2 * count);
        ends[count++] = end;
    }

    /// Follows these steps from time 0 on, for one finer run.
    Ceiling ceiling() {
        return new Ceiling();
    }

    /// How far a finer run may step. Asked with times that only grow.
    final class Ceiling {
        private int at;

        /// Where a step that begins at `t` has to end at the latest; not after `corner`.
        double limit(double t, double corner) {
            while (at < count && ends[at] <= t) at++;
            if (at == count) return corner;
            double limit = t + SHORTER * (ends[at] - (at == 0 ? 0 : ends[at - 1]));
            return limit > t ? Math.min(limit, corner) : corner;
        }
    }
}
