package loligo.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loligo.notation.Token.Kind;
import loligo.quantity.Unit;
import loligo.quantity.UnitReading;

/// Cuts a text into tokens and tells of every stretch that is none. A qualified name (`NaV.m`), a unit in brackets and a
/// string are one token each; so is the file name after `use` and `cite`, hyphens included.
final class Lexer {
    private static final List<String> DOUBLE = List.of("<->", "->", "<=", ">=", "==", "!=");
    private static final String SINGLE = "{}()=,:^+-*/<>'";
    private static final String LOOKALIKE = "−–—×·⋅÷“”„‘’≤≥≠→⇒↔";
    private static final String[] MEANT = {"-", "-", "-", "*", "*", "*", "/", "\"", "\"", "\"", "'", "'", "<=", ">=", "!=", "->", "->",
            "<->"};
    /// What other languages write, and what it is here.
    private static final Map<String, String> ELSEWHERE = Map.of("~", "Remove it; what differs from cell to cell is NUMBER = normal(MEAN, SD [unit]).",
            "&&", "Write and.", "&", "Write and.", "||", "Write or.", "|", "Write or.", "!", "Write not.", "%", "Write # before a comment, and [%] for per cent.");

    private final Source source;
    private final String text;
    private final Diagnostics diagnostics;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean begins = true;

    Lexer(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.text = source.text();
        this.diagnostics = diagnostics;
        this.at = text.startsWith("\ufeff") ? 1 : 0;
    }

    /// All tokens; the last one is `END`.
    List<Token> tokens() {
        int foreign = text.indexOf('\ufffd');
        if (foreign >= 0) diagnostics.add(source, new Span(foreign, foreign + 1), "a character that is not UTF-8", "Save the file with UTF-8 encoding.");
        for (blanks(); at < text.length(); blanks()) next();
        add(Kind.END, "", at, at);
        return tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (fileNameHere()) fileName();
        else if (letter(c)) name();
        else if (digit(c) || (c == '.' && digit(peek(1)))) number();
        else if (c == '"') string();
        else if (c == '[') unit();
        else if (!symbol()) strange();
    }

    private void blanks() {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '#') at = endOfLine() - 1;
            else if (c == '\n' || c == '\r') begins = true;
            else if (c != ' ' && c != '\t' && c != '\f' && !Character.isSpaceChar(c)) return;
        }
    }

    private int endOfLine() {
        int i = at;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') i++;
        return i;
    }

    /// After `use` and `cite` on the same line: letters, digits, dots, underscores and hyphens.
    private boolean fileNameHere() {
        if (begins || tokens.isEmpty()) return false;
        Token last = tokens.getLast();
        return (last.says("use") || last.says("cite")) && last.at().end() < at && (letter(peek(0)) || digit(peek(0)));
    }

    private void fileName() {
        int start = at;
        while (nameCharacter(peek(0)) || peek(0) == '-' || peek(0) == '.') at++;
        add(Kind.FILE, text.substring(start, at), start, at);
    }

    private void name() {
        int start = at;
        while (nameCharacter(peek(0)) || (peek(0) == '.' && letter(peek(1)))) at++;
        if (Character.isLetter(peek(0)) && peek(0) > 127) {
            while (nameCharacter(peek(0)) || Character.isLetterOrDigit(peek(0))) at++;
            bad(start, "a name with other letters than a to z",
                    "Names are made of a to z, A to Z, 0 to 9 and _: write Greek letters in words, such as alpha.");
            return;
        }
        if (at - start > 200) bad(start, "a name that is too long", "A name has at most 200 characters.");
        else add(Kind.NAME, text.substring(start, at), start, at);
    }

    private void number() {
        int start = at;
        while (digit(peek(0))) at++;
        if (peek(0) == '.' && digit(peek(1))) for (at++; digit(peek(0)); ) at++;
        int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
        if ((peek(0) == 'e' || peek(0) == 'E') && digit(peek(sign))) for (at += sign; digit(peek(0)); ) at++;
        String digits = text.substring(start, at);
        add(Kind.NUMBER, digits, start, at);
        if (letter(peek(0)) || peek(0) == '.' || peek(0) == '%') tail(start, digits);
    }

    /// What touches a number from behind: `10mV`, `2V`, `5.`.
    private void tail(int start, String digits) {
        int from = at;
        while (nameCharacter(peek(0)) || peek(0) == '.' || peek(0) == '%') at++;
        String rest = text.substring(from, at);
        String remedy = rest.equals(".") ? "Write " + digits + " or " + digits + ".0."
                : rest.startsWith("..") ? "A number has one dot; a range is written " + digits + " to " + rest.substring(2) + "."
                : rest.startsWith(".") ? "A number has one dot."
                : Unit.read(rest) instanceof UnitReading.Known ? "A unit stands in brackets: write " + digits + " [" + rest + "]."
                : "A name begins with a letter. For a product, write " + digits + " * " + rest + ".";
        diagnostics.add(source, new Span(start, at), "a number that goes on", remedy);
    }

    private void string() {
        int start = at++;
        while (at < text.length() && "\"\r\n".indexOf(text.charAt(at)) < 0) at++;
        int close = at;
        if (peek(0) != '"') {
            bad(start, "a string that is not closed", "Write \" at its end; a string ends on its line.");
            return;
        }
        at = close + 1;
        add(Kind.STRING, text.substring(start + 1, close), start, at);
    }

    private void unit() {
        int start = at++;
        while (at < text.length() && "]\r\n#{}=\"[".indexOf(text.charAt(at)) < 0) at++;
        if (peek(0) == ']') {
            at++;
            add(Kind.UNIT, text.substring(start + 1, at - 1), start, at);
        } else {
            diagnostics.add(source, new Span(start, start + 1), "a bracket that is not closed",
                    "A unit stands between brackets on one line: write [mV].");
            add(Kind.BAD, "", start, at);
        }
    }

    private boolean symbol() {
        for (String two : DOUBLE) {
            if (text.startsWith(two, at)) return add(Kind.SYMBOL, two, at, at + two.length());
        }
        return SINGLE.indexOf(text.charAt(at)) >= 0 && add(Kind.SYMBOL, text.substring(at, at + 1), at, at + 1);
    }

    private void strange() {
        int start = at;
        int twin = LOOKALIKE.indexOf(text.charAt(at));
        if (twin >= 0) {
            at++;
            bad(start, "a character that only looks like " + MEANT[twin], "Write " + MEANT[twin] + " instead of " + text.charAt(start)
                    + ".");
            return;
        }
        boolean letters = Character.isLetter(text.codePointAt(at));
        while (at < text.length() && strangeAt(at)) at += Character.charCount(text.codePointAt(at));
        if (at == start) at++;
        if (letters) bad(start, "a name with other letters than a to z",
                "Names are made of a to z, A to Z, 0 to 9 and _: write Greek letters in words, such as alpha.");
        else if (text.charAt(start) == '\ufffd') add(Kind.BAD, "", start, at); // told of already
        else bad(start, "a character that has no meaning here", ELSEWHERE.getOrDefault(text.substring(start, at), "Remove it. Comments begin with #, units stand in [ ], blocks in { }."));
    }

    private boolean strangeAt(int i) {
        char c = text.charAt(i);
        return !letter(c) && !digit(c) && " \t\r\n\f#\"[".indexOf(c) < 0 && SINGLE.indexOf(c) < 0 && LOOKALIKE.indexOf(c) < 0
                && !Character.isSpaceChar(c);
    }

    private void bad(int start, String problem, String remedy) {
        diagnostics.add(source, new Span(start, at), problem, remedy);
        add(Kind.BAD, "", start, at);
    }

    private boolean add(Kind kind, String content, int start, int end) {
        tokens.add(new Token(kind, content, new Span(start, end), begins));
        begins = false;
        at = end;
        return true;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean nameCharacter(char c) {
        return letter(c) || digit(c);
    }
}
