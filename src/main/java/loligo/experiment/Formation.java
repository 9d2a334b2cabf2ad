package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import loligo.kernel.Unison;
import loligo.recording.Recorder;
import loligo.simulation.Lockstep;
import loligo.simulation.Stimulus;
import org.jspecify.annotations.Nullable;

/// How the runs of a study are made: one by one, or in bunches of neighbours that step together. The numbers do not depend on it.
///
/// @param bunches in the order of the runs
/// @param unison null where every run is made alone
record Formation(List<List<Bench.Job>> bunches, @Nullable Unison unison) {
    /// So many runs and steps are worth being compiled for lanes.
    private static final long WORTH = 2_000_000;
    /// What the recordings of one bunch take, bytes, where that is enough for all lanes.
    private static final long USUAL_MEMORY = 32L << 20;
    /// What they may take otherwise; those of all threads together no more than a quarter of what there is.
    private static final long MOST_MEMORY = 512L << 20;
    private static final int MOST = 64;
    private static final int LANES = 8; // a multiple of every number of lanes

    /// Says that all runs are made.
    void end() {
        if (unison != null) unison.end();
    }

    /// @param finest none of the runs takes shorter steps, ms
    /// @param repeats how often the work of the coarsest runs is done
    static Formation of(Bench bench, List<Bench.Job> jobs, double step, double finest, int repeats, int threads) {
        Formation alone = new Formation(jobs.stream().map(List::of).toList(), null);
        if (jobs.size() < 2 || !bench.steady()) return alone;
        List<Stimulus.@Nullable Levels> levels = new ArrayList<>();
        for (Bench.Job job : jobs) levels.add(bench.levels(job));
        Set<Integer> parameters = new HashSet<>();
        Set<Integer> inputs = new HashSet<>();
        List<List<Bench.Job>> bunches = new ArrayList<>();
        long work = 0;
        for (int begin = 0, end; begin < jobs.size(); begin = end) {
            end = begin + 1;
            Stimulus.Levels first = levels.get(begin);
            while (first != null && end < jobs.size() && alike(first, levels.get(end))) end++;
            int size = first == null ? 1 : size(end - begin, bench.columns(), first.ends(), finest, threads);
            for (int k = begin; k < end; k += size) bunches.add(jobs.subList(k, Math.min(end, k + size)));
            if (first == null || size == 1) continue;
            work += (long) (end - begin) * repeats * Lockstep.steps(first.ends(), step);
            differences(jobs.subList(begin, end), levels.subList(begin, end), parameters, inputs);
        }
        if (work < WORTH) return alone;
        Unison unison = bench.unison(parameters, inputs);
        unison.expect(work);
        return new Formation(bunches, unison);
    }

    private static boolean alike(Stimulus.Levels first, Stimulus.@Nullable Levels other) {
        return other != null && Arrays.equals(first.ends(), other.ends());
    }

    /// How many runs make a bunch: as equal shares for the threads as can be.
    private static int size(int runs, int columns, double[] corners, double finest, int threads) {
        long each = Recorder.bytes(columns, Lockstep.steps(corners, finest));
        long fit = Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 4 / threads) / each;
        if (fit < 2) return 1;
        long usual = Math.clamp(USUAL_MEMORY / each, LANES, MOST);
        int most = (int) (fit < LANES ? fit : Math.min(fit, usual) / LANES * LANES);
        int pieces = Math.ceilDiv(Math.ceilDiv(runs, most), threads) * threads;
        int share = Math.ceilDiv(runs, pieces);
        return Math.min(most, Math.ceilDiv(share, LANES) * LANES);
    }

    private static void differences(List<Bench.Job> jobs, List<Stimulus.@Nullable Levels> levels, Set<Integer> parameters, Set<Integer> inputs) {
        double[] first = jobs.getFirst().numbers().parameters();
        double[][] level = Objects.requireNonNull(levels.getFirst()).inputs();
        for (int k = 1; k < jobs.size(); k++) {
            double[] own = jobs.get(k).numbers().parameters();
            differences(first.length, i -> first[i], i -> own[i], parameters);
            for (int s = 0; s < level.length; s++) {
                double[] before = level[s];
                double[] now = Objects.requireNonNull(levels.get(k)).inputs()[s];
                differences(before.length, i -> before[i], i -> now[i], inputs);
            }
        }
    }

    /// Adds the places at which two lists differ in a bit.
    private static void differences(int length, IntToDoubleFunction a, IntToDoubleFunction b, Set<Integer> places) {
        for (int i = 0; i < length; i++) if (Double.doubleToRawLongBits(a.applyAsDouble(i)) != Double.doubleToRawLongBits(b.applyAsDouble(i))) places.add(i);
    }
}
