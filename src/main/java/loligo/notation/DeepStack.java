package loligo.notation;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Runs a recursion over a formula where the stack is deep enough for every formula that the notation allows, whoever calls.
/// A default stack (1 MiB, and less in some containers) holds about 700 nested calls of a parser that runs interpreted.
public final class DeepStack {
    private static final long BYTES = 256L << 20; // reserved: only what is used is taken
    private static final long PATIENCE = 100; // ms

    private DeepStack() {}

    /// The result of the work, which runs on a thread of its own while the caller waits.
    public static <T> T call(Supplier<T> work) {
        return call(work, () -> false);
    }

    /// The same; the thread is interrupted when `stop` says so, which is asked several times a second.
    public static <T> T call(Supplier<T> work, BooleanSupplier stop) {
        var result = new AtomicReference<T>();
        var failure = new AtomicReference<Throwable>();
        var thread = new Thread(null, () -> result.set(work.get()), Thread.currentThread().getName() + ", deep", BYTES);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        thread.start();
        await(thread, stop);
        switch (failure.get()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> { }
        }
        return result.get();
    }

    private static void await(Thread thread, BooleanSupplier stop) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join(PATIENCE);
                if (stop.getAsBoolean()) thread.interrupt();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
