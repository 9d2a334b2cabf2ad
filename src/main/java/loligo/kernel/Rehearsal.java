package loligo.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Has lanes ready before they are needed: HotSpot takes half a second or several to make vector instructions of a step, and until then lanes are a thousand times slower
/// than one cell after the other. So the step is rehearsed in lanes on a copy of some cells, while cells step one by one; when lanes are the faster, they
/// take over. Where much is to be done, cells wait a while instead: going on one by one would keep HotSpot from the lanes. Both have the same bits, so only the
/// clock sees it. Where lanes never become faster, cells go on one by one.
final class Rehearsal {
    private static final long WORTH = 200_000;            // cells and steps from which on lanes are worth their compilation
    private static final long MUCH = 10_000_000;          // from which on they are waited for
    private static final long WAIT = 3_000_000_000L;      // ns
    private static final long PATIENCE = 60_000_000_000L; // ns
    private static final double COMPILED = 0.25;          // ns for an operation of a cell: vectors take less than a tenth of it, what is not compiled twenty times as much
    private static final long REST = 5_000_000L;          // ns
    private static final int STEPS = 4;                   // between two looks at the time
    private static final int PROOFS = 3;                  // so often in a row lanes have to be the faster

    private final Supplier<EnsembleCode> plain;
    private final EnsembleCode lanes;
    private final long operations;                    // of a step of a cell
    private final AtomicLong work = new AtomicLong(); // cells and steps that were computed
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile boolean awaited;
    private volatile boolean won;
    private volatile boolean over;

    /// @param operations of a step of a cell, in simple ones
    Rehearsal(Supplier<EnsembleCode> plain, EnsembleCode lanes, long operations) {
        this.plain = plain;
        this.lanes = lanes;
        this.operations = operations;
    }

    /// Says how many cells and steps will be asked for.
    void expect(long cellsAndSteps) {
        if (cellsAndSteps >= MUCH) awaited = true;
    }

    /// The code that is to be used now.
    EnsembleCode code() {
        return won ? lanes : plain.get();
    }

    /// Whether that is the code for lanes.
    boolean won() {
        return won;
    }

    /// Whether that will not change any more.
    boolean over() {
        return over;
    }

    /// Counts cells and steps; true once, when so many were computed, or will be, that it is time to begin.
    boolean due(long more) {
        long after = work.addAndGet(more);
        return awaited ? after == more : after >= WORTH && after - more < WORTH;
    }

    /// Waits for lanes, where there is much to do.
    void await() {
        if (!awaited || over) return;
        try {
            if (!decided.await(WAIT, TimeUnit.NANOSECONDS)) awaited = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends a rehearsal that nobody needs any more.
    void end() {
        over = true;
        decided.countDown();
    }

    /// Rehearses with copies of what a step needs: see [EnsembleCode#step].
    void begin(double[] before, double[] after, double[] own, double[] scratch, double[] step, int[] moods, int count) {
        double[] from = before.clone();
        double[] to = after.clone();
        double[] rows = scratch.clone();
        double[] numbers = step.clone();
        int[] ownMoods = moods.clone();
        Thread.ofPlatform().daemon().name("rehearsal of lanes").start(() -> {
            rehearse(() -> plain.get().step(from, to, own, rows, numbers, ownMoods, count), () -> lanes.step(from, to, own, rows, numbers, ownMoods, count), operations * count);
            decided.countDown();
        });
    }

    private void rehearse(Runnable oneByOne, Runnable together, long work) {
        long begun = System.nanoTime();
        int proofs = 0;
        while (proofs < PROOFS && !over && System.nanoTime() - begun < PATIENCE) {
            long ready = awaited ? Math.round(COMPILED * work * STEPS) : time(oneByOne);
            long taken = time(together);
            proofs = taken < ready ? proofs + 1 : 0;
            if (awaited && proofs == 0) LockSupport.parkNanos(Math.min(taken, REST)); // HotSpot needs the processor too
        }
        won = proofs == PROOFS;
        over = true;
    }

    private static long time(Runnable step) {
        long start = System.nanoTime();
        for (int k = 0; k < STEPS; k++) step.run();
        return System.nanoTime() - start;
    }
}
