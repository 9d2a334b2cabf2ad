package loligo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A text is data: it reads nothing outside its folder and the library, and asks for no more than the machine can give. What is refused is
/// refused in a sentence, at once, and leaves nothing behind.
class RefusalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LEAK = "model Leak\nmembrane { C = 1 [uF/cm^2]  V = -65 [mV] }\nchannel leak { g = 0.3 [mS/cm^2]  E = -54 [mV] }\n";
    private static final String SQUID = "use hodgkin-huxley-1952\npatch soma : HodgkinHuxley1952 { }\n";

    @TempDir
    Path folder;

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private RunTest.Call run(String text, String... more) throws IOException {
        Path file = text("text.loligo", text);
        String[] all = Stream.concat(Stream.of("run", file.toString(), "--out", folder.resolve("out").toString()), Stream.of(more)).toArray(String[]::new);
        RunTest.Call call = assertTimeoutPreemptively(PATIENCE, () -> RunTest.call(all));
        assertFalse(call.err().contains("at loligo."), call.err());
        return call;
    }

    private void refused(String text, String sentence) throws IOException {
        RunTest.Call call = run(text);
        assertEquals(2, call.code(), call.err());
        assertTrue(call.err().contains(sentence), call.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private void failed(int code, RunTest.Call call, String sentence) {
        assertEquals(code, call.code(), call.err());
        assertEquals(1, call.err().lines().count(), call.err());
        assertTrue(call.err().startsWith("loligo: ") && call.err().contains(sentence), call.err());
        assertEquals("", call.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/dev/zero", "../leak", "a/../../leak", "~/leak", "https://example.org/leak", "file:///etc/passwd", "C:leak", "a\\leak"})
    void namesThatLeadOut(String name) throws IOException {
        refused("use \"" + name + "\"\npatch soma { }\nsimulate run { until = 10 [ms] }", "no model " + name);
        assertTrue(run("use " + name + "\npatch soma { }").code() == 2);
    }

    @Test
    void linksThatLeadOut() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("leak.loligo"), LEAK);
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("leak.loligo"), outside.resolve("leak.loligo"));
        Files.createSymbolicLink(inside.resolve("door"), outside);
        for (String name : List.of("leak", "\"door/leak\"")) {
            Path file = Files.writeString(inside.resolve("text.loligo"), "use " + name + "\npatch soma { }\nsimulate run { until = 10 [ms] }");
            RunTest.Call call = RunTest.call("run", file.toString(), "--out", folder.resolve("out").toString());
            assertEquals(2, call.code());
            assertTrue(call.err().contains("link that leads out"), call.err());
        }
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aModelBesideTheTextIsRead() throws IOException {
        text("leak.loligo", LEAK);
        RunTest.Call call = run("use leak\npatch soma { }\nsimulate run { until = 10 [ms] }", "--fast");
        assertEquals(0, call.code(), call.err());
    }

    @Test
    void foldersDevicesAndPipesAreNoTexts() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("leak.loligo"));
        refused("use leak\npatch soma { }\nsimulate run { until = 10 [ms] }", "is a folder");
        failed(2, RunTest.call("run", folder.toString()), "is a folder");
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        failed(2, RunTest.call("run", "/dev/zero"), "not a regular file");
        Path pipe = folder.resolve("pipe.loligo");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        failed(2, assertTimeoutPreemptively(PATIENCE, () -> RunTest.call("check", pipe.toString())), "not a regular file");
        refused("use pipe\npatch soma { }\nsimulate run { until = 10 [ms] }", "not a regular file");
    }

    @Test
    void aPathThatNoFileCanHave() {
        failed(2, RunTest.call("run", "a\0b"), "not a name");
    }

    @Test
    void standardInputHasTheCurrentFolderAndTheLibrary() throws IOException {
        String here = "model-of-a-test-" + ProcessHandle.current().pid();
        Path beside = Files.writeString(Path.of(here + ".loligo"), LEAK);
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("use examples\npatch soma { }\n".getBytes(StandardCharsets.UTF_8)));
            assertEquals(2, RunTest.call("check", "-").code());
            System.setIn(new ByteArrayInputStream(("use " + here + "\npatch soma { }\nsimulate run { until = 10 [ms] }").getBytes(StandardCharsets.UTF_8)));
            assertEquals(0, RunTest.call("check", "-").code());
            System.setIn(new ByteArrayInputStream("use \"../leak\"\npatch soma { }\n".getBytes(StandardCharsets.UTF_8)));
            assertEquals(2, RunTest.call("check", "-").code());
            System.setIn(new ByteArrayInputStream((SQUID + "simulate run { until = 10 [ms] }").getBytes(StandardCharsets.UTF_8)));
            assertEquals(0, RunTest.call("check", "-").code());
        } finally {
            Files.delete(beside);
            System.setIn(before);
        }
    }

    @Test
    void sweepsAndFamiliesThatNeverEnd() throws IOException {
        String sweep = SQUID + "simulate steady { until = 200 [ms] }\nsweep fi { of = steady  vary = I  measure = frequency  over = ";
        refused(sweep + "0 to 1e12 by 1 [uA/cm^2] }", "a family of 1000000000001 members");
        refused(sweep + "0 to 1e300 by 1e-300 [uA/cm^2] }", "members");
        String kick = SQUID + "protocol kick : current { at = 1 [ms]  for = 1 [ms]  level = %s }\nsimulate run { under = kick  until = 10 [ms] }";
        refused(kick.formatted("0 to 1e12 by 1 [uA/cm^2]"), "a family of 1000000000001 members");
        refused(SQUID + "protocol p : current { step a { for = 1 to 2 by 0.0001 [ms]  level = 1 to 2 by 0.0001 [uA/cm^2] } }\nsimulate run { under = p  until = 10 [ms] }", "members");
    }

    @Test
    void pulsesThatNeverEnd() throws IOException {
        refused(SQUID + "protocol p : current { pulses p { every = 1 [ms]  count = 1e9  for = 0.5 [ms]  level = 1 [uA/cm^2] } }\nsimulate run { under = p  until = 10 [ms] }",
                "1000000000 pulses");
    }

    @Test
    void seriesThatWouldFillTheDisk() throws IOException {
        refused(SQUID + "simulate run { until = 1e9 [ms]  every = 1e-6 [ms] }", "the series would hold");
        refused(SQUID + "simulate run { until = 50 [ms]  every = 1e-300 [ms] }", "the series would hold");
        String thousand = String.join(", ", java.util.stream.IntStream.range(0, 1000).mapToObj(i -> "V + " + i + " [mV]").toList());
        refused(SQUID + "simulate run { until = 1e5 [ms]  every = 0.01 [ms]  record = " + thousand + " }", "the series would hold");
    }

    @Test
    void tolerancesThatCanNotBeKept() throws IOException {
        refused(SQUID + "simulate run { until = 50 [ms]  tolerance = 1e-300 }", "a tolerance from");
    }

    @Test
    void runsThatNeverEnd() throws IOException {
        refused(SQUID + "simulate run { until = 1e6 [ms]  method = rk4  step = 1e-12 [ms] }", "steps");
        refused(SQUID + "simulate run { until = 50 [ms]  method = rk4  step = 1e-300 [ms] }", "steps");
    }

    @Test
    void placesThatCanNotBeWrittenTo() throws IOException {
        String text = SQUID + "simulate run { until = 5 [ms] }";
        Path file = text("text.loligo", text);
        Path occupied = Files.writeString(folder.resolve("occupied"), "precious");
        failed(3, RunTest.call("run", file.toString(), "--out", occupied.toString()), "not the output of an earlier run");
        failed(3, RunTest.call("run", file.toString(), "--out", occupied.resolve("below").toString()), "can not be written");
        assertEquals("precious", Files.readString(occupied));
        failed(3, RunTest.call("run", file.toString(), "--out", "/"), "root");
        assertTrue(RunTest.call("run", file.toString(), "--out", "").err().startsWith("loligo: --out is empty"));
        failed(3, RunTest.call("run", file.toString(), "--out", occupied.resolve("below").toString()), "occupied is no folder");
        assumeTrue(Files.exists(Path.of("/proc/version")));
        failed(3, RunTest.call("run", file.toString(), "--out", "/proc/loligo"), "can not be written: nothing can be made in /proc");
    }

    /// A step far too long for the method throws V out of all bounds; that is the step's fault, and no formula's.
    @Test
    void aStepThatIsTooLongIsToldSo() throws IOException {
        RunTest.Call call = run(SQUID + "simulate run { until = 20 [ms]  method = rk4  step = 5 [ms] }");
        assertEquals(1, call.code(), call.err());
        assertTrue(call.out().contains("  V grows beyond all bounds in the step that begins at t = 5 ms; the step is too long for this method"), call.out());
    }

    @Test
    void aStimulusBeyondAllNumbersIsToldByName() throws IOException {
        RunTest.Call call = run(SQUID + "protocol kick : current { at = 5 [ms]  for = 1 [ms]  level = 1e308 [uA/cm^2] }\nsimulate run { under = kick  until = 20 [ms] }");
        assertEquals(1, call.code(), call.err());
        assertTrue(call.out().contains("  V left the numbers in the step that begins at t = 5 ms; "), call.out());
    }

    @Test
    void aModelThatBlowsUpSaysWhenAndWhat() throws IOException {
        // x' = x^2/ms from 1 reaches infinity at t = 1 ms: x = 1/(1 - t).
        RunTest.Call call = run("model Burst { state { x = 1 }  x' = x^2 / 1 [ms] }\npatch p { }\nsimulate run { until = 5 [ms] }", "--json");
        assertEquals(1, call.code(), call.err());
        JsonNode outcome = new ObjectMapper().readTree(call.out()).get("studies").get("run").get("outcome");
        assertEquals("not_finite", outcome.get("kind").asString());
        assertEquals("x", outcome.get("variable").asString());
        assertEquals(1, outcome.get("time").get("value") == null ? outcome.get("time").asDouble() : outcome.get("time").get("value").asDouble(), 0.01);
        assertTrue(outcome.get("message").asString().matches("x .* at t = [0-9.]+ ms; .*"), outcome.get("message").asString());
        assertTrue(Files.readAllLines(folder.resolve("out/run.csv")).size() > 10);
    }
}
