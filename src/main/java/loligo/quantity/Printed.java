package loligo.quantity;

import java.util.regex.Pattern;

/// A unit symbol as print sets it, and back.
final class Printed {
    private static final Pattern RAISED = Pattern.compile("[" + UnitParser.SUPERSCRIPTS + "⁻" + UnitParser.OVER + "]+");

    private Printed() {}

    /// `uA/cm^2` and `uA/cm2` as µA/cm², `Ohm*cm` as Ω·cm, `mV^(1/2)` as mV¹⁄², `1` as nothing. [UnitParser] reads it back.
    static String of(String symbol) {
        if (symbol.equals("1")) return "";
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < symbol.length()) {
            char c = symbol.charAt(at);
            int end = end(symbol, at);
            String piece = symbol.substring(at, end);
            boolean power = c == '^' || (digit(c) && at > 0 && Character.isLetter(symbol.charAt(at - 1)));
            if (power) raise(piece, out);
            else if (Character.isLetter(c)) out.append(word(piece));
            else out.append(c == '*' ? '·' : c);
            at = end;
        }
        return out.toString();
    }

    /// The other way: superscripts as `^2` and `^(1/2)`, micro as `u`, omega as `Ohm`, a dot as `*`.
    static String plain(String printed) {
        String plain = Symbol.plain(printed).replace('·', '*');
        return RAISED.matcher(plain).replaceAll(found -> {
            StringBuilder power = new StringBuilder();
            found.group().chars().mapToObj(c -> c == '⁻' ? "-" : c == UnitParser.OVER ? "/" : UnitParser.SUPERSCRIPTS.indexOf(c)).forEach(power::append);
            return power.indexOf("/") < 0 ? "^" + power : "^(" + power + ")";
        });
    }

    /// Where the letters, or the power, that begin at a place end.
    private static int end(String symbol, int at) {
        char c = symbol.charAt(at);
        if (symbol.startsWith("^(", at)) return symbol.indexOf(')', at) + 1;
        int end = at + 1;
        boolean letters = Character.isLetter(c);
        while (end < symbol.length() && letters && Character.isLetter(symbol.charAt(end))) end++;
        while (end < symbol.length() && !letters && (c == '^' || digit(c)) && (digit(symbol.charAt(end)) || (symbol.charAt(end) == '-' && end == at + 1))) end++;
        return end;
    }

    private static String word(String word) {
        if (word.equals("degC")) return "°C";
        if (word.endsWith("Ohm")) return word(word.substring(0, word.length() - 3) + "Ω");
        return word.length() > 1 && word.charAt(0) == 'u' ? "µ" + word.substring(1) : word;
    }

    private static void raise(String power, StringBuilder out) {
        for (int i = 0; i < power.length(); i++) {
            char c = power.charAt(i);
            if (digit(c)) out.append(UnitParser.SUPERSCRIPTS.charAt(c - '0'));
            else if (c == '-' || c == '−') out.append('⁻');
            else if (c == '/') out.append(UnitParser.OVER);
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
