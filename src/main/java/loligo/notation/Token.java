package loligo.notation;

/// The smallest meaningful stretch of a text.
///
/// @param text what the parser needs: the characters as written; of a string, a unit and a file name what stands inside
/// @param begins whether it is the first on its line
record Token(Kind kind, String text, Span at, boolean begins) {
    enum Kind { NAME, NUMBER, UNIT, STRING, FILE, SYMBOL, BAD, END }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /// A name that is `word`; the reserved words are names to the lexer.
    boolean says(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}
