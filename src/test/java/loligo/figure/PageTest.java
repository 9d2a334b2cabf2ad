package loligo.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String MATH = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>V</mi></math>";

    private static Page page(String text) {
        return new Page(text, text, List.of(new Piece.Section(text, List.of(
            new Piece.Paragraph(text), new Piece.Notice(text), new Piece.Bullets(List.of(text)), new Piece.Code(text), new Piece.Mathematics(MATH),
            new Piece.Drawn(Examples.spike()),
            new Piece.Table(text, List.of(text, "value"), List.of(List.of(new Piece.Words(text), new Piece.Value(1.25, 0.01, "uA/cm^2")), List.of(new Piece.Words("n"), new Piece.Words(text)))),
            new Piece.Details(text, List.of(new Piece.Paragraph(text)))))), List.of(text));
    }

    private static String body(String html) {
        return html.substring(html.indexOf('\n') + 1);
    }

    @Test
    void aPageIsWellFormedAndSelfContained() {
        String html = page("plain").html();
        List<String> parts = Xml.parse(body(html));
        assertTrue(parts.containsAll(List.of("<svg", "<math", "<details", "<table", "<pre", "<footer")));
        assertFalse(parts.contains("<script") || parts.contains("<link") || parts.contains("<img"));
        assertFalse(html.contains("url(") || html.contains("src=") || html.contains("href="));
    }

    @Test
    void everythingIsEscaped() {
        String nasty = "</pre></style><script>alert('&\"')</script>\u0001";
        List<String> parts = Xml.parse(body(page(nasty).html()));
        assertFalse(parts.contains("<script"));
        assertEquals(15, parts.stream().filter(part -> part.strip().equals("</pre></style><script>alert('&\"')</script>")).count());
    }

    @Test
    void theTextOfAnExperimentKeepsItsLines() {
        String html = new Page("", "", List.of(new Piece.Code("a = 1\n  b = 2^2\n")), List.of()).html();
        assertTrue(html.contains("<pre>\na = 1\n  b = 2^2</pre>"), html);
    }

    @Test
    void decimalPointsAreInLine() {
        String html = new Page("", "", List.of(new Piece.Table("", List.of("v"), List.of(
            List.of(new Piece.Value(1, 0, "1")), List.of(new Piece.Value(40.123, 0.001, "mV")), List.of(new Piece.Value(-5.5, 0.1, "mV"))))), List.of()).html();
        assertTrue(html.contains(">1\u2008\u2007\u2007\u2007</td>"), html);
        assertTrue(html.contains(">40.123</td><td class=\"error\">± 0.001 mV</td>"), html);
        assertTrue(html.contains(">−5.5\u2007\u2007</td>"), html);
    }

    @Test
    void onlyMathPassesThrough() {
        assertThrows(IllegalArgumentException.class, () -> new Piece.Mathematics("<p>V</p>"));
        assertThrows(IllegalArgumentException.class, () -> new Piece.Mathematics("<math><script></script></math>"));
    }

    @Test
    void rowsFitTheirHeads() {
        assertThrows(IllegalArgumentException.class, () -> new Piece.Table("", List.of("a", "b"), List.of(List.of(new Piece.Words("a")))));
    }
}
