package loligo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A hundred mistaken texts as people write them: each is told with place, reason and remedy, and nothing else is told.
/// Beside `x.loligo` stands `x.expected`: for each mistake a line `line:column | problem | fragment of the remedy`.
class MistakesTest {
    private static final Path TEXTS = Path.of("src/test/resources/mistakes");
    private static final Pattern HEADING = Pattern.compile(".*?:(\\d+:\\d+): (.*)");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private record Told(String place, String problem, String remedy) {}

    /// What the command line printed: heading, the line of the text, carets, remedy.
    private static List<Told> told(String printed) {
        List<Told> told = new ArrayList<>();
        List<String> lines = printed.lines().toList();
        assertEquals(0, lines.size() % 4, printed);
        for (int i = 0; i < lines.size(); i += 4) {
            Matcher heading = HEADING.matcher(lines.get(i));
            assertTrue(heading.matches(), printed);
            assertTrue(lines.get(i + 2).strip().matches("\\| +\\^+"), printed);
            told.add(new Told(heading.group(1), heading.group(2), lines.get(i + 3)));
        }
        return told;
    }

    @TestFactory
    List<DynamicTest> each() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            List<Path> texts = files.filter(f -> f.toString().endsWith(".loligo")).sorted().toList();
            assertTrue(texts.size() >= 100, "only " + texts.size() + " texts");
            return texts.stream().map(f -> dynamicTest(String.valueOf(f.getFileName()), () -> assertTold(f))).toList();
        }
    }

    private void assertTold(Path text) throws IOException {
        List<String> expected = Files.readAllLines(Path.of(text.toString().replace(".loligo", ".expected")));
        Path out = folder.resolve("out");
        RunTest.Call check = assertTimeout(PATIENCE, () -> RunTest.call("check", text.toString()));
        RunTest.Call run = assertTimeout(PATIENCE, () -> RunTest.call("run", text.toString(), "--out", out.toString()));
        assertEquals(2, check.code(), check.err());
        assertEquals(2, run.code(), run.err());
        assertEquals(check.err(), run.err());
        assertEquals("", check.out() + run.out());
        assertFalse(run.err().contains("at loligo."), run.err());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        List<Told> told = told(check.err());
        assertEquals(expected.size(), told.size(), check.err());
        for (int i = 0; i < told.size(); i++) {
            String[] parts = expected.get(i).split(" \\| ", -1);
            assertEquals(parts[0] + ": " + parts[1], told.get(i).place() + ": " + told.get(i).problem(), check.err());
            assertTrue(told.get(i).remedy().contains(parts[2]), "expected ..." + parts[2] + "... in\n" + check.err());
        }
    }

    private RunTest.Call refused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("text.loligo"), bytes);
        RunTest.Call call = assertTimeout(PATIENCE, () -> RunTest.call("run", file.toString(), "--out", folder.resolve("out").toString()));
        assertEquals(2, call.code(), call.err());
        assertFalse(call.err().contains("at loligo."), call.err());
        assertTrue(call.err().length() < 50_000, "a flood of " + call.err().length() + " characters");
        assertFalse(Files.exists(folder.resolve("out")));
        return call;
    }

    private RunTest.Call refused(String text) throws IOException {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void emptyAndBlank() throws IOException {
        assertTrue(refused("").err().contains("study"));
        assertTrue(refused("\n\n   # nothing yet\n").err().contains("study"));
    }

    @Test
    void binary() throws IOException {
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * 31 + (i >> 3) * 17);
        assertTrue(refused(bytes).err().contains("not a text"));
        assertTrue(refused("experiment \"x\"".getBytes(StandardCharsets.UTF_16)).err().contains("not a text"));
    }

    @Test
    void aLineOfTenMegabytes() throws IOException {
        assertTrue(refused("x = " + "1 + ".repeat(2_600_000) + "1").err().contains("more than 1,000,000 characters"));
    }

    @Test
    void deepNesting() throws IOException {
        assertTrue(refused("model M\nx = " + "(".repeat(100_000) + "1" + ")".repeat(100_000)).err().contains("nesting over 1,000"));
        assertTrue(refused("patch { ".repeat(50_000) + "}".repeat(50_000)).err().contains("nesting over 1,000"));
        assertTrue(refused("model M\nx = " + "-".repeat(100_000) + "1").err().contains("nesting over 1,000"));
    }

    @Test
    void aFormulaOfAHundredThousandTerms() throws IOException {
        assertTrue(refused("model M\nx = 1" + " + 1".repeat(100_000)).err().contains("1,000 steps"));
    }

    @Test
    void thousandsOfMistakes() throws IOException {
        assertTrue(refused("what ".repeat(40_000) + "\n} ) = ".repeat(20_000)).err().contains("more mistakes"));
    }
}
