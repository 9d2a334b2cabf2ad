package loligo.notation;

import java.nio.charset.StandardCharsets;

/// A text with the name under which messages mention it. Lines end with `\n`, `\r\n` or `\r`.
public record Source(String name, String text) {
    /// A text from its bytes in UTF-8; what is not UTF-8 becomes U+FFFD, of which the parser tells.
    public static Source of(String name, byte[] bytes) {
        return new Source(name, new String(bytes, StandardCharsets.UTF_8));
    }

    /// Line of an offset, counted from 1.
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) if (lineEndsAfter(i)) line++;
        return line;
    }

    /// Column of an offset, counted in characters (code points) from 1.
    public int column(int offset) {
        int here = Math.clamp(offset, 0, text.length());
        return 1 + text.codePointCount(lineStart(here), here);
    }

    /// Offset of the first character of the line that holds an offset.
    int lineStart(int offset) {
        int i = Math.clamp(offset, 0, text.length());
        while (i > 0 && !lineEndsAfter(i - 1)) i--;
        return i == 0 && text.startsWith("\ufeff") && offset > 0 ? 1 : i;
    }

    /// Offset just behind the last character of the line that holds an offset, its line end left out.
    int lineEnd(int offset) {
        int i = Math.clamp(offset, 0, text.length());
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') i++;
        return i;
    }

    private boolean lineEndsAfter(int i) {
        char c = text.charAt(i);
        return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
    }
}
