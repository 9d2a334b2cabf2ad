package loligo.kernel;

import java.util.concurrent.atomic.AtomicLong;

/// Has lanes ready before they are needed: HotSpot takes a second or several to make vector instructions of a step, and until then lanes are a thousand times slower
/// than one cell after the other. So cells step one by one while the step is rehearsed in lanes, beside and on a copy of some cells; when that is the faster, it
/// takes over. Both have the same bits, so only the clock sees it. Where it never becomes faster, cells go on one by one.
final class Rehearsal {
    private static final long WORTH = 200_000;            // cells and steps from which on lanes are worth their compilation
    private static final long PATIENCE = 60_000_000_000L; // ns
    private static final int STEPS = 4;                   // between two looks at the time
    private static final int PROOFS = 3;                  // so often in a row lanes have to be the faster

    private final EnsembleCode plain;
    private final EnsembleCode lanes;
    private final AtomicLong work = new AtomicLong(); // cells and steps that were computed
    private volatile boolean won;
    private volatile boolean over;

    Rehearsal(EnsembleCode plain, EnsembleCode lanes) {
        this.plain = plain;
        this.lanes = lanes;
    }

    /// The code that is to be used now.
    EnsembleCode code() {
        return won ? lanes : plain;
    }

    /// Whether that is the code for lanes.
    boolean won() {
        return won;
    }

    /// Whether that will not change any more.
    boolean over() {
        return over;
    }

    /// Counts cells and steps; true once, when so many were computed that it is time to begin.
    boolean due(long more) {
        long after = work.addAndGet(more);
        return after >= WORTH && after - more < WORTH;
    }

    /// Ends a rehearsal that nobody needs any more.
    void end() {
        over = true;
    }

    /// Rehearses with copies of what a step needs: see [EnsembleCode#step].
    void begin(double[] before, double[] after, double[] own, double[] scratch, double[] step, int[] moods, int count) {
        double[] from = before.clone();
        double[] to = after.clone();
        double[] rows = scratch.clone();
        double[] numbers = step.clone();
        int[] ownMoods = moods.clone();
        Thread.ofPlatform().daemon().name("rehearsal of lanes").start(() -> {
            long begun = System.nanoTime();
            int proofs = 0;
            while (proofs < PROOFS && !over && System.nanoTime() - begun < PATIENCE) {
                long start = System.nanoTime();
                for (int k = 0; k < STEPS; k++) plain.step(from, to, own, rows, numbers, ownMoods, count);
                long middle = System.nanoTime();
                for (int k = 0; k < STEPS; k++) lanes.step(from, to, own, rows, numbers, ownMoods, count);
                long end = System.nanoTime();
                proofs = end - middle < middle - start ? proofs + 1 : 0;
            }
            won = proofs == PROOFS;
            over = true;
        });
    }
}
