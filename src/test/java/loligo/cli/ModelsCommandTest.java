package loligo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import loligo.experiment.Loligo;
import loligo.model.Card;
import loligo.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `loligo models`.
class ModelsCommandTest {
    static Stream<String> models() {
        return Library.names().stream();
    }

    @Test
    void listsByWhatTheyDo() {
        String out = RunTest.call("models").out();
        for (Card.Kind kind : Card.Kind.values()) assertTrue(out.contains(kind.heading() + "\n  "), kind.heading() + " has a model");
        for (Card card : Card.all()) assertTrue(out.contains(card.name() + " ") && out.contains(card.title()), card.name());
        assertTrue(out.indexOf("plant-1981") > out.indexOf("Bursting") && out.indexOf("noble-1962") > out.indexOf("Cardiac cells"));
    }

    /// Equations, numbers with units, source, and a picture that fits on a terminal, in that order.
    @ParameterizedTest
    @MethodSource("models")
    void showsOne(String name) {
        RunTest.Call call = RunTest.call("models", name);
        assertEquals(0, call.code(), call.err());
        List<String> order = List.of(Card.of(name).orElseThrow().title().substring(0, 20), "Where the numbers come from:", "What to look at:", "  equations\n", "  numbers\n", "@", "│");
        int at = -1;
        for (String part : order) {
            int next = call.out().indexOf(part, at + 1);
            assertTrue(next > at, part + " in its place:\n" + call.out());
            at = next;
        }
        assertFalse(call.out().contains("nothing to draw"));
        assertTrue(call.out().lines().filter(l -> l.contains("│")).allMatch(l -> l.length() <= 100), call.out());
        int dots = (int) call.out().chars().filter(c -> c > 0x2800 && c <= 0x28FF).count();
        assertTrue(dots >= 80, "a curve from end to end");
    }

    @Test
    void theExperimentOfThePictureRuns() {
        RunTest.Call call = RunTest.call("models", "wang-buzsaki-1996", "--experiment");
        assertEquals(0, call.code(), call.err());
        Double count = Loligo.run(call.out()).feature("picture", "spike_count").value();
        assertTrue(count != null && count > 5, "spikes " + count);
    }

    @Test
    void proposesNames() {
        RunTest.Call misspelt = RunTest.call("models", "wang-busaki-1996");
        assertEquals(2, misspelt.code());
        assertTrue(misspelt.err().contains("Did you mean wang-buzsaki-1996?"), misspelt.err());
        RunTest.Call part = RunTest.call("models", "Pospischil");
        assertEquals(2, part.code());
        assertTrue(part.err().contains("pospischil-2008-fs, pospischil-2008-ib, pospischil-2008-lts, pospischil-2008-rs"), part.err());
        RunTest.Call nothing = RunTest.call("models", "../secret");
        assertEquals(2, nothing.code());
        assertEquals("", nothing.out());
    }
}
