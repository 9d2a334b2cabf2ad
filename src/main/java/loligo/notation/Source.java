package loligo.notation;

/// A text with the name under which messages mention it.
public record Source(String name, String text) {
    /// Line of an offset, counted from 1.
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) if (text.charAt(i) == '\n') line++;
        return line;
    }

    /// Column of an offset, counted from 1.
    public int column(int offset) {
        return Math.min(offset, text.length()) - text.lastIndexOf('\n', Math.min(offset, text.length()) - 1);
    }
}
