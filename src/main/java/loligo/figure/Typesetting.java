package loligo.figure;

import java.util.ArrayList;
import java.util.List;

/// Text cut into runs on and above the line, and made safe for XML.
final class Typesetting {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ⁄";
    private static final String LEVEL = "0123456789−+n/";

    private Typesetting() {}

    /// A piece of text at one height.
    record Run(String text, boolean raised) {}

    /// The runs of a text: superscript characters become raised ordinary ones, which every font has.
    static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>(1);
        int start = 0;
        while (start < text.length()) {
            boolean raised = RAISED.indexOf(text.charAt(start)) >= 0;
            int end = start + 1;
            while (end < text.length() && RAISED.indexOf(text.charAt(end)) >= 0 == raised) end++;
            String piece = text.substring(start, end);
            runs.add(new Run(raised ? lower(piece) : piece, raised));
            start = end;
        }
        return runs;
    }

    private static String lower(String raised) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < raised.length(); i++) out.append(LEVEL.charAt(RAISED.indexOf(raised.charAt(i))));
        return out.toString();
    }

    /// Text for XML: the five characters escaped, control characters that XML does not allow left out.
    static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> i += legal(out, text, i);
            }
        }
    }

    /// Appends the character at `i` where XML allows it; the number of further characters taken.
    private static int legal(StringBuilder out, String text, int i) {
        int point = text.codePointAt(i);
        boolean allowed = (point >= 0x20 && point < 0xD800 && (point < 0x7F || point > 0x9F)) || point == '\n' || point == '\t'
            || (point >= 0xE000 && point < 0xFFFE) || point > 0xFFFF;
        if (allowed) out.appendCodePoint(point);
        return Character.charCount(point) - 1;
    }
}
