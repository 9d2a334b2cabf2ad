package loligo.notation;

import java.util.List;
import java.util.Set;
import loligo.notation.Token.Kind;

/// The tokens of a text under a reading finger, shared by the parsers of items and of formulas.
final class Tokens {
    static final Set<String> RESERVED = Set.of("and", "or", "not", "to", "by", "from");

    /// Blocks, parentheses and calls may stand in each other this deep, and the tree of a formula may be this high.
    static final int DEEPEST = 1_000;

    private final Source source;
    private final Diagnostics diagnostics;
    private final List<Token> tokens;
    private int at;
    private int depth;

    Tokens(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.tokens = new Lexer(source, diagnostics).tokens();
    }

    Token here() {
        return tokens.get(at);
    }

    Token ahead(int steps) {
        return tokens.get(Math.min(at + steps, tokens.size() - 1));
    }

    Token before() {
        return tokens.get(Math.max(at - 1, 0));
    }

    int position() {
        return at;
    }

    Token take() {
        Token token = here();
        if (at < tokens.size() - 1) at++;
        return token;
    }

    boolean take(String symbol) {
        boolean matches = here().is(symbol);
        if (matches) at++;
        return matches;
    }

    boolean takeWord(String word) {
        boolean matches = here().says(word);
        if (matches) at++;
        return matches;
    }

    /// A name that is not reserved stands here.
    boolean nameHere() {
        return here().kind() == Kind.NAME && !RESERVED.contains(here().text());
    }

    /// Whether the name here begins an entry or an arrow.
    boolean itemHere() {
        if (here().kind() != Kind.NAME) return false;
        Token next = ahead(1);
        return next.is("=") || next.is("'") || next.is("->") || next.is("<->");
    }

    /// Whether the line goes on with several words or signs, none of which begins the value or the body of an item.
    boolean phraseAhead() {
        int words = 0;
        for (Token next = ahead(1); !next.begins() && next.kind() != Kind.END; next = ahead(++words + 1))
            if (next.kind() == Kind.STRING || next.kind() == Kind.FILE || next.kind() == Kind.BAD || next.is("=") || next.is("{")) return false;
        return words > 1;
    }

    /// What is written there.
    String text(Span span) {
        return source.text().substring(span.start(), span.end());
    }

    void mistake(Span span, String problem, String remedy) {
        diagnostics.add(source, span, problem, remedy);
    }

    /// Stops reading the item: the lexer has told of a `BAD` token already.
    Halt halt(String problem, String remedy) {
        if (here().kind() != Kind.BAD) mistake(span(here()), problem, remedy);
        return new Halt();
    }

    Halt halt(Span span, String problem, String remedy) {
        mistake(span, problem, remedy);
        return new Halt();
    }

    /// The end of a text is shown behind its last token.
    private Span span(Token token) {
        if (token.kind() != Kind.END || at == 0) return token.at();
        int end = before().at().end();
        return new Span(end, end);
    }

    void deeper() throws Halt {
        if (++depth > DEEPEST) throw halt(here().at(), "nesting over 1,000", "Give the inner part a name of its own, in an entry.");
    }

    void up() {
        depth--;
    }

    void depth(int known) {
        depth = known;
    }

    int depth() {
        return depth;
    }

    /// Goes on to where the next item may begin: a name before `=`, a name that begins a line, or the brace that closes this block.
    void skip() {
        for (int open = 0; here().kind() != Kind.END; take()) {
            if (here().is("{")) open++;
            else if (here().is("}") && --open < 0) return;
            else if (open == 0 && (itemHere() || (here().begins() && here().kind() == Kind.NAME
                    && !RESERVED.contains(here().text())))) return;
        }
    }

    /// The item can not be read further; its mistake is told.
    static final class Halt extends Exception {
        private static final long serialVersionUID = 1L;

        Halt() {
            super(null, null, false, false);
        }
    }
}
