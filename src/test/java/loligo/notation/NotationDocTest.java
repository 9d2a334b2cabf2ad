package loligo.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What `docs/notation.md` shows is what the parser reads.
class NotationDocTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| `(.*)` \\|$", Pattern.MULTILINE);

    private static String doc() throws IOException {
        return Files.readString(Path.of("docs", "notation.md"));
    }

    private static String section(String title) throws IOException {
        String from = doc().substring(doc().indexOf("\n## " + title + "\n") + 1);
        int next = from.indexOf("\n## ", 4);
        return next < 0 ? from : from.substring(0, next);
    }

    @Test
    void theFirstExampleParses() throws IOException {
        String text = section("At a glance").split("```", -1)[1];
        assertEquals(1, Examples.parse(text).items().size());
    }

    @Test
    void everyWordsExampleBeginsWithTheWordAndParses() throws IOException {
        List<String[]> rows = ROW.matcher(section("Words")).results().map(m -> new String[] {m.group(1), m.group(2)}).toList();
        assertTrue(rows.size() >= 20, () -> "only " + rows.size());
        for (String[] row : rows) {
            var block = (Item.Block) Examples.parse(row[1]).items().getFirst();
            assertEquals(row[0], block.kind());
        }
    }

    @Test
    void everyFunctionIsDescribed() throws IOException {
        String formulas = section("Formulas");
        for (String word : Function.words()) assertTrue(formulas.contains("`" + word + "(") || formulas.contains("`" + word + "`"), word);
    }

    /// The message in the document, and in the design of the language, is what the checker says.
    @Test
    void theMistakeThatIsShownIsTheMistakeThatIsTold() throws IOException {
        String shown = section("Mistakes").split("```", -1)[1].strip() + "\n";
        var source = new Source("spiking-hek.loligo", "\n".repeat(11) + "    alpha = 0.1 [1/ms] * (V + 40) / 10 [mV]\n");
        var document = Examples.parse(source);
        var diagnostics = new Diagnostics();
        var value = ((Item.Entry) document.items().getFirst()).values().getFirst();
        new Checker(document, Scope.of(java.util.Map.of("V", loligo.quantity.Dimension.POTENTIAL)), diagnostics).number(((Value.Single) value).expr(), value.at());
        assertFalse(shown.isBlank());
        assertEquals(shown, diagnostics.render());
    }
}
