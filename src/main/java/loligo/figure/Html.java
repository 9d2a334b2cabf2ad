package loligo.figure;

import java.util.List;
import loligo.quantity.Unit;

/// Writes a [Page].
final class Html {
    private static final char DIGIT_SPACE = '\u2007'; // as wide as a digit
    private static final char POINT_SPACE = '\u2008'; // as wide as a point
    private static final String STYLE = """
        :root { color-scheme: light dark; --ink: #1d1d1f; --quiet: #63636a; --paper: #fcfcfa; --rule: #d8d8d4; --tint: #f3f3ef; --alarm: #b3400b; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e6e3; --quiet: #a3a3a8; --paper: #17181b; --rule: #3c3d42; --tint: #202226; --alarm: #f29b6c; }
        }
        html { background: var(--paper); color: var(--ink); font: 17px/1.55 Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, serif; }
        body { max-width: 46em; margin: 0 auto; padding: 3.5rem 1.25rem 3rem; text-wrap: pretty; }
        h1, h2, h3, h4, figcaption, table, summary, footer, .subtitle { font-family: system-ui, "Helvetica Neue", Helvetica, Arial, sans-serif; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; letter-spacing: -0.01em; }
        .subtitle { color: var(--quiet); margin: .5rem 0 0; }
        h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.8rem 0 .8rem; padding-top: .9rem; border-top: 1px solid var(--rule); }
        h3, h4 { font-size: 1.02rem; margin: 2rem 0 .5rem; }
        p, ul { margin: .8rem 0; }
        figure { margin: 1.6rem 0 1.9rem; break-inside: avoid; }
        figure svg { display: block; box-sizing: border-box; width: 100%; height: auto; background: #fff; border-radius: 4px; }
        figcaption, caption { color: var(--quiet); font-size: .85rem; line-height: 1.45; text-align: left; }
        figcaption { margin-top: .6rem; }
        caption { margin-bottom: .5rem; }
        figcaption b { color: var(--ink); }
        .wide { overflow-x: auto; margin: 1.4rem 0; }
        table { border-collapse: collapse; font-size: .88rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
        th { text-align: left; font-weight: 600; border-bottom: 1px solid var(--ink); }
        th, td { padding: .32rem 1.4rem .32rem 0; vertical-align: baseline; }
        td { border-bottom: 1px solid var(--rule); }
        td.value { text-align: right; padding-right: .35rem; white-space: pre; }
        td.error { color: var(--quiet); white-space: nowrap; }
        pre { font: .8rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--tint); border-radius: 4px;
          padding: .9rem 1.1rem; overflow-x: auto; tab-size: 4; }
        math { font-size: 1.05em; }
        math[display="block"] { margin: .9rem 0; }
        .notice { border-left: 3px solid var(--alarm); padding: .2rem 0 .2rem 1rem; }
        details { margin: 1rem 0; }
        summary { cursor: pointer; font-size: .92rem; }
        footer { margin-top: 3.5rem; padding-top: .9rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .78rem; overflow-wrap: anywhere; }
        footer p { margin: .15rem 0; }
        sup { font-size: .72em; line-height: 0; }
        @media print {
          :root { --ink: #000; --quiet: #444; --paper: #fff; --rule: #bbb; --tint: #f5f5f5; }
          html { font-size: 10.5pt; } body { max-width: none; padding: 0; } pre { white-space: pre-wrap; } h2, h3, h4 { break-after: avoid; } tr { break-inside: avoid; }
        }
        """;

    private final StringBuilder out = new StringBuilder(1 << 16);
    private int figures;

    private Html() {}

    static String of(Page page) {
        Html html = new Html();
        html.head(page);
        for (Piece piece : page.pieces()) html.piece(piece, 2);
        html.foot(page);
        return html.out.toString();
    }

    private void head(Page page) {
        out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>");
        Typesetting.escape(out, page.title());
        out.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<header>\n");
        element("h1", page.title());
        if (!page.subtitle().isEmpty()) text("<p class=\"subtitle\">", page.subtitle(), "</p>\n");
        out.append("</header>\n<main>\n");
    }

    private void foot(Page page) {
        out.append("</main>\n<footer>\n");
        for (String line : page.footer()) element("p", line);
        out.append("</footer>\n</body>\n</html>\n");
    }

    private void piece(Piece piece, int level) {
        switch (piece) {
            case Piece.Section section -> section(section, level);
            case Piece.Paragraph paragraph -> element("p", paragraph.text());
            case Piece.Notice notice -> text("<p class=\"notice\">", notice.text(), "</p>\n");
            case Piece.Bullets bullets -> bullets(bullets);
            case Piece.Drawn drawn -> figure(drawn.figure());
            case Piece.Details details -> details(details, level);
            case Piece.Code code -> code(code.text());
            case Piece.Mathematics mathematics -> out.append(mathematics.mathml()).append('\n');
            case Piece.Table table -> table(table);
        }
    }

    private void section(Piece.Section section, int level) {
        out.append("<section>\n");
        element("h" + Math.min(level, 4), section.title());
        for (Piece piece : section.pieces()) piece(piece, level + 1);
        out.append("</section>\n");
    }

    private void bullets(Piece.Bullets bullets) {
        out.append("<ul>\n");
        for (String item : bullets.items()) element("li", item);
        out.append("</ul>\n");
    }

    private void details(Piece.Details details, int level) {
        out.append("<details>\n");
        element("summary", details.summary());
        for (Piece piece : details.pieces()) piece(piece, level);
        out.append("</details>\n");
    }

    private void figure(Figure figure) {
        figures++;
        out.append("<figure>\n").append(figure.svg()).append("<figcaption><b>Figure ").append(figures).append(".</b> ");
        inline(figure.caption());
        out.append("</figcaption>\n</figure>\n");
    }

    /// A `pre` keeps every character; the line break after its tag is swallowed by browsers, so a first empty line stays.
    private void code(String text) {
        out.append("<pre>\n");
        Typesetting.escape(out, text.stripTrailing());
        out.append("</pre>\n");
    }

    private void table(Piece.Table table) {
        int columns = table.heads().size();
        int[] decimals = new int[columns];
        boolean[] numbers = new boolean[columns];
        for (List<Piece.Cell> row : table.rows()) {
            for (int c = 0; c < columns; c++) {
                if (!(row.get(c) instanceof Piece.Value value)) continue;
                numbers[c] = true;
                decimals[c] = Math.max(decimals[c], tail(printed(value)));
            }
        }
        out.append("<div class=\"wide\"><table>\n");
        if (!table.caption().isEmpty()) element("caption", table.caption());
        out.append("<thead><tr>");
        for (int c = 0; c < columns; c++) text(numbers[c] ? "<th colspan=\"2\">" : "<th>", table.heads().get(c), "</th>");
        out.append("</tr></thead>\n<tbody>\n");
        for (List<Piece.Cell> row : table.rows()) {
            out.append("<tr>");
            for (int c = 0; c < columns; c++) cell(row.get(c), numbers[c], decimals[c]);
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
    }

    private void cell(Piece.Cell cell, boolean number, int decimals) {
        switch (cell) {
            case Piece.Words words -> text(number ? "<td colspan=\"2\">" : "<td>", words.text(), "</td>");
            case Piece.Value value -> value(value, decimals);
        }
    }

    private void value(Piece.Value value, int decimals) {
        String printed = printed(value);
        text("<td class=\"value\">", printed + padding(printed, decimals), "</td>");
        String error = Numeral.measured(value.value(), value.error()).error();
        String unit = Unit.printed(value.unit());
        String rest = error.isEmpty() ? unit : "± " + error + (unit.isEmpty() ? "" : " " + unit);
        text("<td class=\"error\">", rest, "</td>");
    }

    private static String printed(Piece.Value value) {
        return Numeral.measured(value.value(), value.error()).value();
    }

    /// Characters from the decimal point on; powers of ten stand to the right of everything and are not counted.
    private static int tail(String printed) {
        int point = printed.indexOf('.');
        return point < 0 || printed.indexOf('×') >= 0 ? 0 : printed.length() - point;
    }

    private static String padding(String printed, int decimals) {
        int missing = decimals - tail(printed);
        if (missing <= 0 || printed.indexOf('×') >= 0) return "";
        return tail(printed) == 0 ? POINT_SPACE + String.valueOf(DIGIT_SPACE).repeat(missing - 1) : String.valueOf(DIGIT_SPACE).repeat(missing);
    }

    private void element(String name, String text) {
        text("<" + name + ">", text, "</" + name + ">\n");
    }

    private void text(String open, String text, String close) {
        out.append(open);
        inline(text);
        out.append(close);
    }

    /// Escaped text with superscripts that every font can show.
    private void inline(String text) {
        for (Typesetting.Run run : Typesetting.runs(text)) {
            if (run.raised()) out.append("<sup>");
            Typesetting.escape(out, run.text());
            if (run.raised()) out.append("</sup>");
        }
    }
}
