package loligo.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes in, only diagnostics come out, and soon.
class RobustnessTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Diagnostics parsed(Source source) {
        return assertTimeoutPreemptively(SOON, () -> {
            var diagnostics = new Diagnostics();
            Parser.parse(source, diagnostics);
            checked(diagnostics);
            return diagnostics;
        });
    }

    private static void checked(Diagnostics diagnostics) {
        for (Diagnostic d : diagnostics.list()) {
            assertTrue(0 <= d.at().start() && d.at().start() <= d.at().end() && d.at().end() <= d.source().text().length(), d::toString);
            assertFalse(d.problem().isBlank() || d.remedy().isBlank(), d::toString);
            assertTrue(d.render().lines().allMatch(line -> line.length() < 400), d::render);
        }
    }

    private static Diagnostics parsed(String text) {
        return parsed(new Source("test", text));
    }

    @Property(tries = 500)
    void randomBytes(@ForAll @Size(max = 300) byte[] bytes) {
        parsed(Source.of("bytes", bytes));
    }

    @Property(tries = 500)
    void randomWordsOfTheLanguage(@ForAll @From("soup") String text) {
        parsed(text);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of("a", "V", "1", "2.5e3", "[mV]", "{", "}", "(", ")", "=", "'", ",", ":", "^", "+", "-", "*", "/", "<", "->", "<->", "to", "by", "from", "not", "and", "use", "cite", "model",
                "exp", "if", "\"x\"", "\"", "[", "]", "#", "\n", " ", "x.y", "==", "α", "−", ".").list().ofMaxSize(60).map(words -> String.join(" ", words));
    }

    @Property(tries = 1_000)
    void editsOfTheExamples(@ForAll @IntRange(max = 7) int example, @ForAll @IntRange(max = 5_000) int from, @ForAll @IntRange(max = 30) int length, @ForAll @From("soup") String instead) {
        String text = Examples.source(Examples.ALL.get(example)).text();
        int start = from % text.length();
        int end = Math.min(text.length(), start + length);
        parsed(text.substring(0, start) + instead.substring(0, Math.min(instead.length(), length)) + text.substring(end));
    }

    static Stream<String> examples() {
        return Examples.ALL.stream();
    }

    /// A text that is cut off anywhere has one mistake or few, never a flood.
    @ParameterizedTest
    @MethodSource("examples")
    void aTextThatIsCutOffHasFewMistakes(String name) {
        String text = Examples.source(name).text();
        for (int end = 0; end < text.length(); end += 7) {
            var diagnostics = parsed(text.substring(0, end));
            assertTrue(diagnostics.count() <= 5, diagnostics::render);
        }
    }

    @Test
    void nestingOfAThousandWorksAndMoreIsAMistake() {
        for (String[] pair : new String[][] {{"(", ")"}, {"exp(", ")"}, {"-(", ")"}, {"2^(", ")"}, {"(1 + ", ")"}}) {
            int levels = pair[0].startsWith("-") || pair[0].startsWith("2") ? 500 : 1_000;  // a minus and its parenthesis are two
            assertEquals(0, parsed("a = " + pair[0].repeat(levels) + "1" + pair[1].repeat(levels)).count(), pair[0]);
            var deep = parsed("a = " + pair[0].repeat(100_000) + "1" + pair[1].repeat(100_000) + "\nb = )");
            assertEquals(2, deep.count(), deep::render);
        }
        assertEquals(1, parsed("a = " + "- ".repeat(100_000) + "1").count());
        assertEquals(1, parsed("a = " + "not ".repeat(100_000) + "1").count());
        assertEquals(1, parsed("a = " + "2^".repeat(100_000) + "1").count());
        assertEquals(0, parsed("b {".repeat(990) + "}".repeat(990)).count());
        assertTrue(parsed("b {".repeat(100_000) + "}".repeat(100_000)).count() <= 3);
    }

    @Test
    void aChainOfAThousandTermsWorksAndALongerOneIsAMistake() {
        assertEquals(0, parsed("a = 1" + " + 1".repeat(1_000)).count());
        var longer = parsed("a = 1" + " + 1".repeat(100_000));
        assertEquals(1, longer.count());
        assertEquals("a formula of more than 1,000 steps", longer.list().getFirst().problem());
        assertEquals(1, parsed("a = 1" + " + exp(1 + 1)".repeat(60_000)).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\ufeff", "# only a comment", "\r\n\r\n"})
    void anEmptyTextIsNoMistake(String text) {
        assertEquals(0, parsed(text).count());
    }

    @Test
    void whatIsNoTextIsToldOnce() {
        assertEquals("this is not a text", parsed("a = 1\0\0\0 = )").list().getFirst().problem());
        assertEquals(1, parsed("a = 1\0\0\0 = )").count());
        var noise = new byte[100_000];
        for (int i = 0; i < noise.length; i++) noise[i] = (byte) (1 + (i * 7919L) % 255);
        assertEquals(1, parsed(Source.of("picture.png", noise)).count());
        assertEquals(1, parsed("a".repeat(10_000_000)).count());
        assertEquals("a name that is too long", parsed("a".repeat(1_000_000)).list().getFirst().problem());
        var accent = Source.of("latin1", new byte[] {'a', ' ', '=', ' ', (byte) 0xb5});
        assertEquals("a character that is not UTF-8", parsed(accent).list().getFirst().problem());
        for (String text : new String[] {"experiment \"Zelle \u00fc\"", "a = 1 # \u00fc", "a = 1\n\u00fc\u00e4 = 2"}) {
            Diagnostics told = parsed(Source.of("latin1", text.getBytes(StandardCharsets.ISO_8859_1)));
            assertEquals("a character that is not UTF-8", told.list().getFirst().problem());
            assertEquals(0, parsed(Source.of("utf8", text.replaceAll("\n.*", "").getBytes(StandardCharsets.UTF_8))).count());
        }
    }

    @Test
    void longLinesAreReadAndShownSoon() {
        char[] row = new char[300_000];
        for (String unit : new String[] {"a = 1 ", "a = ) ", "( ", "{ ", "} ", "\" ", "[ ", "' ", "1 ", "α ", ", ", "b{ ", "~ ", "é", "≤", "\u0301"}) {
            for (int i = 0; i < row.length; i++) row[i] = unit.charAt(i % unit.length());
            var diagnostics = parsed(new String(row));
            assertTimeoutPreemptively(SOON, () -> assertTrue(diagnostics.render().length() < 30_000, unit));
        }
        Arrays.fill(row, '9');
        assertEquals(1, parsed("a = " + new String(row).substring(10)).count());
    }

    /// 64 KiB is a sixteenth of what a thread has by default.
    @Test
    void theCallersStackMayBeSmall() throws InterruptedException {
        var count = new int[] {-1};
        var thread = new Thread(null, () -> count[0] = parsedHere("a = " + "exp(1 + ".repeat(499) + "1" + ")".repeat(499)), "small", 64 * 1024);
        thread.start();
        thread.join();
        assertEquals(0, count[0]);
    }

    private static int parsedHere(String text) {
        var diagnostics = new Diagnostics();
        Parser.parse(new Source("test", text), diagnostics);
        return diagnostics.count();
    }
}
