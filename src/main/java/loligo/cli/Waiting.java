package loligo.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import loligo.experiment.Progress;

/// The one who waits at the terminal: sees a line of progress after a second, and may press Ctrl-C, after which what was found is still written whole.
final class Waiting implements Progress, AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long SLOW_PACE = TimeUnit.SECONDS.toNanos(5); // of lines in a file
    private static final boolean TERMINAL = Boolean.getBoolean("loligo.terminal"); // as the launcher saw

    private final PrintWriter err;
    private final Thread hook;
    private final CountDownLatch written = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private volatile boolean interrupted;
    private long told;
    private boolean line;

    private Waiting(PrintWriter err) {
        this.err = err;
        this.hook = new Thread(this::interrupt, "interrupt");
    }

    static Waiting begin(PrintWriter err) {
        Waiting waiting = new Waiting(err);
        Runtime.getRuntime().addShutdownHook(waiting.hook);
        return waiting;
    }

    /// Runs when the machine is told to stop: gives the command time to write what it has.
    private void interrupt() {
        interrupted = true;
        try {
            if (!written.await(30, TimeUnit.SECONDS)) err.println("loligo: what was found could not be written in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean interrupted() {
        return interrupted;
    }

    @Override
    public synchronized void reached(String study, double fraction) {
        long now = System.nanoTime();
        if (now - begun < PATIENCE || now - told < (TERMINAL ? PACE : SLOW_PACE)) return;
        told = now;
        line = TERMINAL;
        String reached = study + ": " + (int) (100 * fraction) + " %";
        if (TERMINAL) err.print("\r" + reached + "   ");
        else err.println(reached);
        err.flush();
    }

    /// Ends the line of progress.
    synchronized void quiet() {
        if (line) err.println();
        line = false;
    }

    @Override
    public void close() {
        quiet();
        written.countDown();
        if (!interrupted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                interrupted = true;
            }
        }
    }
}
