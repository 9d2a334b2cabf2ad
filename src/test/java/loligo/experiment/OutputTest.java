package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    private static final String MARK = Output.MARK;

    private static void commit(Path folder, String text) throws IOException {
        try (Output output = Output.begin(folder)) {
            Files.writeString(output.file(MARK), whole(text));
            output.commit();
        }
    }

    private static String whole(String text) {
        return "{\"version\": \"%s\", \"textHash\": \"sha256:0\", \"studies\": {}}".formatted(text);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theLaterTakesTheEarliersPlace(@TempDir Path temp) throws IOException {
        Path folder = temp.resolve("out");
        commit(folder, "first");
        commit(folder, "second");
        assertEquals(whole("second"), Files.readString(folder.resolve(MARK)));
        assertEquals(List.of("out"), names(temp));
    }

    /// Where the system exchanges two folders at once, nobody ever sees none.
    @Test
    void aWatcherAlwaysFindsOne(@TempDir Path temp) throws Exception {
        Path one = Files.createDirectory(temp.resolve("one"));
        Path other = Files.createDirectory(temp.resolve("other"));
        Files.writeString(one.resolve(MARK), "one");
        if (!Exchange.of(one, other)) return; // another system
        assertTrue(Files.exists(other.resolve(MARK)) && !Files.exists(one.resolve(MARK)));
        assertFalse(Exchange.of(one, temp.resolve("nowhere")));
        Path folder = temp.resolve("out");
        commit(folder, "first");
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean missed = new AtomicBoolean();
        Thread watcher = Thread.ofPlatform().start(() -> {
            while (!ended.get()) if (!Files.exists(folder)) missed.set(true);
        });
        for (int k = 0; k < 200; k++) commit(folder, "next " + k);
        ended.set(true);
        watcher.join();
        assertFalse(missed.get());
    }

    /// What a killed run left is removed; what is not its, or belongs to a run that goes on, stays.
    @Test
    void draftsOfTheDeadAreRemoved(@TempDir Path temp) throws IOException {
        Process process = new ProcessBuilder("true").start();
        long dead = process.pid();
        process.onExit().join();
        Files.writeString(Files.createDirectory(temp.resolve(".out-" + dead)).resolve(MARK), "half");
        Path foreign = Files.createDirectory(temp.resolve(".out-" + (dead + 1_000_000)));
        Files.writeString(foreign.resolve("diary.txt"), "mine");
        Path alive = Files.createDirectory(temp.resolve(".out-1"));
        Path named = Files.createDirectory(temp.resolve(".out-put"));
        commit(temp.resolve("out"), "whole");
        assertFalse(Files.exists(temp.resolve(".out-" + dead)));
        assertTrue(Files.exists(foreign) && Files.exists(alive) && Files.exists(named));
    }
}
