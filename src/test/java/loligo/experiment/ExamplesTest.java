package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import loligo.solver.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every example runs, opens with a question, and ends with something to try that works when it is copied.
class ExamplesTest {
    private static final Pattern SET = Pattern.compile("--set \"([^\"]+)\"");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return Example.all().stream().map(e -> DynamicTest.dynamicTest(e.file().toString(), () -> runs(e)));
    }

    private void runs(Example example) throws Exception {
        Shelf shelf = new Shelf(example.file().toAbsolutePath().getParent());
        for (String line : example.tries()) {
            List<String> settings = new ArrayList<>();
            SET.matcher(line).results().forEach(m -> settings.add(m.group(1)));
            ExperimentReader.read(Shelf.read(example.file()), shelf, settings);
        }
        for (Result result : example.findings().results()) assertEquals(Outcome.Completed.class, result.outcome().getClass(), result.study().name());
        assertFalse(Figures.of(example.findings()).isEmpty());
    }

    @Test
    void theSameFromJava() throws Exception {
        Path source = Path.of("examples/java/OneSpike.java");
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, "-cp", System.getProperty("java.class.path"), "-d", folder.toString(), source.toString()));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", folder + ":" + System.getProperty("java.class.path"), "OneSpike")
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("peak") && said.contains("40.75"), said);
    }

    @Test
    void theFigureOfTheReadmeIsTheProgramsOwn() throws IOException {
        String drawn = Figures.of(Loligo.run(Path.of("examples/lecture/one-spike.loligo"))).getFirst().figure().svg();
        assertEquals(Files.readString(Path.of("docs/one-spike.svg")), drawn, "draw it again: ./loligo run examples/lecture/one-spike.loligo, then copy spike-1.svg");
    }
}
