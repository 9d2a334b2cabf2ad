package loligo.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private static String render(String text, String part) {
        int start = text.indexOf(part);
        return new Diagnostic(new Source("file.loligo", text), new Span(start, start + part.length()), "units do not agree", "Write 40 [mV].").render();
    }

    @Test
    void showsTheLineAndCarets() {
        assertEquals("""
                file.loligo:2:31: units do not agree
                 2 |     alpha = 0.1 [1/ms] * (V + 40) / 10 [mV]
                   |                               ^^
                Write 40 [mV].
                """, render("gate m {\n    alpha = 0.1 [1/ms] * (V + 40) / 10 [mV]\n}", "40"));
    }

    @Test
    void tabsAndCharactersBeyondTheBasicPlaneTakeOneColumn() {
        assertEquals("""
                file.loligo:1:8: units do not agree
                 1 |  a = 🦑 40
                   |        ^^
                Write 40 [mV].
                """, render("\ta = 🦑 40", "40"));
    }

    @Test
    void linesEndAsOnWindows() {
        assertTrue(render("a = 1\r\nb = 40\r\nc = 2\r\n", "40").startsWith("file.loligo:2:5: units do not agree\n 2 | b = 40\n   |     ^^\n"));
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        String shown = render("a = 1 ".repeat(10_000) + "b = 40 " + "a = 1 ".repeat(10_000), "40");
        String[] lines = shown.split("\n", -1);
        assertEquals("file.loligo:1:60005: units do not agree", lines[0]);
        assertTrue(lines[1].length() < 140 && lines[1].startsWith(" 1 | … ") && lines[1].endsWith(" …"), shown);
        assertEquals("40", lines[1].substring(lines[2].indexOf('^'), lines[2].indexOf('^') + 2));
    }

    @Test
    void aPlaceAtTheEndOfTheTextHasACaret() {
        assertTrue(new Diagnostic(new Source("f", "a ="), new Span(3, 3), "p", "r").render().startsWith("f:1:4: p\n 1 | a =\n   |    ^\n"));
        assertTrue(new Diagnostic(new Source("f", ""), new Span(0, 0), "p", "r").render().startsWith("f:1:1: p\n 1 | \n   | ^\n"));
    }
}
