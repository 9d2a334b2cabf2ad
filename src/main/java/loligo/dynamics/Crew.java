package loligo.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Several who do the same work, each with tools of its own. What comes of a task must not depend on who does it, nor on what was done before.
///
/// @param tools makes what one of them works with
/// @param hands how many work at once
record Crew<W>(Supplier<W> tools, int hands) {
    /// Does all tasks.
    ///
    /// @param work may return anything on a thread that is interrupted
    /// @return what came of each; null where it was interrupted before // [tasks]
    <T, R> List<@Nullable R> each(List<T> tasks, BiFunction<W, T, R> work, DoubleConsumer progress) {
        @SuppressWarnings("unchecked")
        @Nullable R[] results = (R[]) new Object[tasks.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, hands))) {
            List<Future<?>> all = new ArrayList<>();
            for (int hand = 0; hand < Math.min(hands, tasks.size()); hand++) {
                all.add(pool.submit(() -> {
                    W own = tools.get();
                    for (int k = next.getAndIncrement(); k < results.length; k = next.getAndIncrement()) {
                        R result = work.apply(own, tasks.get(k));
                        if (Thread.currentThread().isInterrupted()) return;
                        results[k] = result;
                        progress.accept((double) done.incrementAndGet() / results.length);
                    }
                }));
            }
            try {
                for (Future<?> one : all) one.get();
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException mistake ? mistake : new IllegalStateException("Loligo's own bug: one of a crew failed", e.getCause());
        }
        return Arrays.asList(results);
    }
}
