package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loligo.notation.Mistakes;
import loligo.notation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is read, only mistakes come out, each with words; whatever is accepted runs without an exception.
class ReadingPropertyTest {
    private static final long PATIENCE = 4_000_000_000L; // ns for each property
    private static final int LEAST = 50;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z_][\\w.]*|[0-9][0-9.e]*|\\[[^\\]\\n]*\\]|\\s+|.");
    private static final String[] EXTREMES = {"0", "-0", "1e308", "1e-308", "-1e300", "1e-30", "4.9e-324", "1e15", "0.1", "-1", "1000000", "3.5"};

    @TempDir
    Path folder;

    /// Asks to stop after so many questions, as an impatient person would.
    private static Progress impatient(int questions) {
        return new Progress() {
            private int asked;

            @Override
            public synchronized boolean interrupted() {
                return ++asked > questions;
            }

            @Override
            public void reached(String study, double fraction) {}
        };
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String root : List.of("examples", "models")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".loligo")).sorted().toList()) {
                    String text = Files.readString(file);
                    texts.add(root.equals("models") ? inBraces(text) : text);
                }
            }
        }
        return texts;
    }

    /// A library model as it may stand in an experiment, with something asked of it.
    private static String inBraces(String model) {
        String text = model.replaceAll("(?m)^#.*\\n", "").replaceFirst("(model \\w+)", "$1 {");
        return text + "}\npatch p { }\nsimulate run { until = 20 [ms] }\n";
    }

    /// True when the text was accepted.
    private boolean read(String text) {
        Experiment experiment;
        try {
            experiment = ExperimentReader.read(new Source("text", text), new Shelf(folder), List.of());
        } catch (Mistakes mistakes) {
            assertFalse(mistakes.diagnostics().isEmpty());
            mistakes.diagnostics().forEach(d -> assertTrue(!d.problem().isBlank() && d.remedy().length() > 2 && d.render().endsWith("\n"), d.problem()));
            return false;
        } catch (RuntimeException | Error thrown) {
            return fail("reading this text:\n" + text, thrown);
        }
        try {
            for (Study study : experiment.studies().stream().limit(2).toList()) new Laboratory(new Laboratory.Options(1, true), impatient(300)).perform(study);
        } catch (RuntimeException | Error thrown) {
            return fail("running this text:\n" + text, thrown);
        }
        return true;
    }

    @Test
    void randomBytes() {
        SplittableRandom random = new SplittableRandom(1);
        long end = System.nanoTime() + PATIENCE / 4;
        for (int i = 0; i < LEAST || System.nanoTime() < end; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (i % 2 == 1) for (int k = 0; k < bytes.length; k++) bytes[k] = (byte) (32 + (bytes[k] & 63));
            read(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Test
    void randomEdits() throws IOException {
        List<String> texts = texts();
        for (String text : texts) assertTrue(read(text), text);
        SplittableRandom random = new SplittableRandom(2);
        long end = System.nanoTime() + PATIENCE;
        int accepted = 0;
        for (int i = 0; i < LEAST || System.nanoTime() < end; i++) {
            List<String> tokens = new ArrayList<>(TOKEN.matcher(texts.get(i % texts.size())).results().map(r -> r.group()).toList());
            for (int k = random.nextInt(1, 4); k > 0; k--) edit(tokens, random);
            if (read(String.join("", tokens))) accepted++;
        }
        assertTrue(accepted > 0, "no edited text was accepted");
    }

    private static void edit(List<String> tokens, SplittableRandom random) {
        int at = random.nextInt(tokens.size());
        int other = random.nextInt(tokens.size());
        switch (random.nextInt(6)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(other));
            case 2 -> tokens.set(at, tokens.set(other, tokens.get(at)));
            case 3 -> tokens.set(at, Character.toString(random.nextInt(1, 0x2200)));
            default -> {
                for (int i = 0; i < tokens.size(); i++) {
                    int here = (at + i) % tokens.size();
                    if (!Character.isDigit(tokens.get(here).charAt(0))) continue;
                    tokens.set(here, EXTREMES[random.nextInt(EXTREMES.length)]);
                    return;
                }
            }
        }
    }
}
