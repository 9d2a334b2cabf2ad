package loligo.figure;

import java.util.ArrayList;
import java.util.List;

/// Units as they are printed, and text cut into runs on and above the line.
public final class Typesetting {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ⁄";
    private static final String LEVEL = "0123456789−+n/";

    private Typesetting() {}

    /// A piece of text at one height.
    record Run(String text, boolean raised) {}

    /// A unit symbol of the notation as it is printed: `uA/cm^2` as µA/cm², `Ohm*cm` as Ω·cm, `mV^(1/2)` as mV¹⁄², `1` as nothing.
    public static String unit(String symbol) {
        if (symbol.equals("1")) return "";
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < symbol.length()) {
            char c = symbol.charAt(i);
            int end = i + 1;
            if (Character.isLetter(c)) {
                while (end < symbol.length() && Character.isLetter(symbol.charAt(end))) end++;
                out.append(atom(symbol.substring(i, end)));
            } else if (symbol.startsWith("^(", i)) {
                end = symbol.indexOf(')', i) + 1;
                out.append(raise(symbol.substring(i + 2, end - 1)));
            } else if (c == '^') {
                while (end < symbol.length() && (Character.isDigit(symbol.charAt(end)) || symbol.charAt(end) == '-')) end++;
                out.append(raise(symbol.substring(i + 1, end)));
            } else {
                out.append(c == '*' ? '·' : c);
            }
            i = end;
        }
        return out.toString();
    }

    private static String atom(String atom) {
        if (atom.startsWith("deg") && atom.length() == 4) return "°" + atom.substring(3);
        if (atom.endsWith("Ohm")) return prefix(atom.substring(0, atom.length() - 3)) + "Ω";
        return atom.length() > 1 && atom.charAt(0) == 'u' ? "µ" + atom.substring(1) : atom;
    }

    private static String prefix(String prefix) {
        return prefix.equals("u") ? "µ" : prefix;
    }

    private static String raise(String power) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < power.length(); i++) {
            if (power.charAt(i) == ' ') continue;
            int at = LEVEL.indexOf(power.charAt(i) == '-' ? '−' : power.charAt(i));
            out.append(RAISED.charAt(at));
        }
        return out.toString();
    }

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
