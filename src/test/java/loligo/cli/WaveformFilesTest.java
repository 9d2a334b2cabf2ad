package loligo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text plays files below its own folder and no others.
class WaveformFilesTest {
    private static final String CSV = "t,I\nms,uA/cm^2\n0,0\n1,1\n";

    @TempDir
    Path folder;

    private RunTest.Call run(String file) throws IOException {
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Path text = Files.writeString(inside.resolve("text.loligo"), """
                use hodgkin-huxley-1952
                patch axon : HodgkinHuxley1952 { }
                protocol p : current { waveform w { file = "%s" } }
                simulate run { under = p  until = 2 [ms] }
                """.formatted(file));
        RunTest.Call call = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> RunTest.call("run", text.toString(), "--fast", "--out", folder.resolve("out").toString()));
        assertFalse(call.err().contains("at loligo."), call.err());
        return call;
    }

    private void refused(String file, String sentence) throws IOException {
        RunTest.Call call = run(file);
        assertEquals(2, call.code(), call.err());
        assertTrue(call.err().contains(sentence), call.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aFileInAFolderBelowIsPlayed() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("inside/data")).resolve("stim.csv"), CSV);
        RunTest.Call call = run("data/stim.csv");
        assertEquals(0, call.code(), call.err());
    }

    /// Of the files here only their names below the text's folder are told.
    @Test
    void foldersAreNoWaveforms() throws IOException {
        Files.createDirectories(folder.resolve("inside/data"));
        refused("data", "no waveform data");
        refused("", "the text's own folder is a folder; name a file in it");
        assertFalse(run("data").err().replace(folder.resolve("inside/text.loligo").toString(), "").contains(folder.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/dev/zero", "../stim.csv", "data/../../stim.csv", "~/stim.csv", "https://example.org/stim.csv", "C:stim.csv", "a\\stim.csv"})
    void namesThatLeadOut(String name) throws IOException {
        Files.writeString(folder.resolve("stim.csv"), CSV);
        refused(name, "no waveform " + name);
    }

    @Test
    void linksThatLeadOut() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("outside")).resolve("stim.csv"), CSV);
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("stim.csv"), folder.resolve("outside/stim.csv"));
        Files.createSymbolicLink(inside.resolve("door"), folder.resolve("outside"));
        refused("stim.csv", "link that leads out");
        refused("door/stim.csv", "link that leads out");
    }

    @Test
    void foldersAndPipesAreNotPlayed() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("inside/stim.csv"));
        refused("stim.csv", "is a folder");
        assumeTrue(new ProcessBuilder("mkfifo", folder.resolve("inside/pipe.csv").toString()).start().waitFor() == 0);
        refused("pipe.csv", "not a regular file");
    }

    @Test
    void bytesAreNoNumbers() throws IOException {
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * 31 + (i >> 3) * 17);
        Files.createDirectories(folder.resolve("inside"));
        Files.write(folder.resolve("inside/stim.csv"), bytes);
        RunTest.Call call = run("stim.csv");
        assertEquals(2, call.code());
        assertTrue(call.err().getBytes(StandardCharsets.UTF_8).length < 10_000, "a flood");
    }
}
