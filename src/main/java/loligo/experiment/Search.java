package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.simulation.Steps;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// Looks for the value at which a condition switches: a coarse scan of the range finds where, bisection encloses it. Which values are tried
/// does not depend on the number of threads.
final class Search {
    /// So many values of the range are tried first.
    static final int SCANNED = 16;
    /// What a search usually takes, for those who wait: the scan, the bisection, and two finer searches around what it found.
    static final int USUAL = SCANNED + 24 + 2 * 6;

    private final Trials trials;
    private final double within;
    private final List<Trial> made = new ArrayList<>();

    /// Makes runs, several at once.
    interface Trials {
        /// One run for each value, in their order.
        ///
        /// @param coarser steps below which to stay; null leaves them to the solver
        List<Trial> at(double[] values, Study.Scheme scheme, @Nullable Steps coarser);
    }

    /// One run.
    ///
    /// @param at the value of the varied number, membrane units
    /// @param measured what the condition looks at, membrane units; NaN where it has no value
    record Trial(double at, double measured, boolean holds, Outcome outcome, Steps steps) {}

    /// Two values between which the condition switches, membrane units; `steps` are those of a run at one of them.
    ///
    /// @param measured what the condition looked at where it holds, membrane units
    record Bracket(double without, double with, double measured, Steps steps) {
        double middle() {
            return between(without, with, 0.5);
        }

        double width() {
            return Math.abs(with - without);
        }
    }

    /// What a search found.
    sealed interface Found {
        /// @param switches how often the condition switched in the scan
        record Switch(Bracket bracket, int switches) implements Found {}

        /// The condition is the same in the whole range.
        record Never(boolean holds) implements Found {}

        /// A run did not reach its end.
        record Lost(Outcome outcome) implements Found {}
    }

    private static final class Halt extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        Halt(Outcome outcome) {
            super(outcome.message(), null, false, false);
            this.outcome = outcome;
        }
    }

    Search(Trials trials, double within) {
        this.trials = trials;
        this.within = within;
    }

    /// All runs that were made, in their order.
    List<Trial> made() {
        return made;
    }

    /// The first value from `from` on at which the condition begins to hold; where it only ends to hold, the first at which it does.
    Found within(double from, double to, Study.Scheme scheme) {
        try {
            double[] values = new double[SCANNED];
            for (int i = 0; i < SCANNED; i++) values[i] = between(from, to, i / (SCANNED - 1.0));
            List<Trial> scan = tried(values, scheme, null);
            int first = -1;
            int switches = 0;
            for (int i = 1; i < SCANNED; i++) {
                if (scan.get(i).holds == scan.get(i - 1).holds) continue;
                switches++;
                if (first < 0 || (!scan.get(first).holds && scan.get(i).holds)) first = i;
            }
            if (first < 0) return new Found.Never(scan.getFirst().holds);
            return new Found.Switch(bisected(scan.get(first - 1), scan.get(first), scheme, null), switches);
        } catch (Halt halt) {
            return new Found.Lost(halt.outcome);
        }
    }

    /// The same switch as another scheme sees it: from close around the known one outwards; empty where it is not in the range.
    Optional<Bracket> around(Bracket known, double from, double to, Study.Scheme scheme, @Nullable Steps coarser) {
        try {
            double way = Math.signum(known.with - known.without);
            double low = Math.min(from, to);
            double high = Math.max(from, to);
            for (double reach = 4 * within; ; reach *= 16) {
                double without = Math.clamp(known.middle() - way * reach, low, high);
                double with = Math.clamp(known.middle() + way * reach, low, high);
                List<Trial> ends = tried(new double[] {without, with}, scheme, coarser);
                if (!ends.getFirst().holds && ends.getLast().holds) return Optional.of(bisected(ends.getFirst(), ends.getLast(), scheme, coarser));
                if (reach > high - low) return Optional.empty();
            }
        } catch (Halt halt) {
            return Optional.empty();
        }
    }

    /// The ends themselves at 0 and 1; finite wherever both ends are.
    private static double between(double from, double to, double share) {
        return (1 - share) * from + share * to;
    }

    private Bracket bisected(Trial one, Trial other, Study.Scheme scheme, @Nullable Steps coarser) throws Halt {
        Trial without = one.holds ? other : one;
        Trial with = one.holds ? one : other;
        while (Math.abs(with.at - without.at) > within) {
            double middle = between(without.at, with.at, 0.5);
            if (middle == without.at || middle == with.at) break;
            Trial tried = tried(new double[] {middle}, scheme, coarser).getFirst();
            if (tried.holds) with = tried;
            else without = tried;
        }
        return new Bracket(without.at, with.at, with.measured, without.steps);
    }

    private List<Trial> tried(double[] values, Study.Scheme scheme, @Nullable Steps coarser) throws Halt {
        List<Trial> tried = trials.at(values, scheme, coarser);
        for (Trial trial : tried) if (!(trial.outcome instanceof Outcome.Completed)) throw new Halt(trial.outcome);
        made.addAll(tried);
        return tried;
    }
}
