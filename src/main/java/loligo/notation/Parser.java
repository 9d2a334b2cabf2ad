package loligo.notation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loligo.notation.Item.Title;
import loligo.notation.Item.Word;
import loligo.notation.Token.Kind;
import loligo.notation.Tokens.Halt;
import org.jspecify.annotations.Nullable;

/// Reads a text into blocks, entries and arrows. It never stops at the first mistake: it tells of one, goes on where the next item begins,
/// and returns what it could read. It knows no words but the six reserved ones, `model` at the top of a file, and `use` and `cite`,
/// after which a file name may hold hyphens.
public final class Parser {
    /// A text of more characters is refused; a long description of a membrane has twenty thousand.
    public static final int LONGEST = 1_000_000;

    private final Tokens tokens;
    private final FormulaParser formulas;

    private Parser(Source source, Diagnostics diagnostics) {
        tokens = new Tokens(source, diagnostics);
        formulas = new FormulaParser(tokens);
    }

    /// Reads a whole text. Its mistakes are added to `diagnostics` in the order in which they stand; the document holds what could be read.
    public static Document parse(Source source, Diagnostics diagnostics) {
        var found = new Diagnostics();
        Document document = readable(source, found) ? DeepStack.call(() -> new Parser(source,
                found).document(source)) : new Document(source, List.of(), Map.of());
        diagnostics.addAll(found.sorted());
        return document;
    }

    /// Reads one formula, such as the value of a number given on the command line; empty when it has a mistake.
    public static Optional<Expr> expression(Source source, Diagnostics diagnostics) {
        var found = new Diagnostics();
        Optional<Expr> expr = readable(source, found) ? DeepStack.call(() -> new Parser(source, found).single()) : Optional.empty();
        diagnostics.addAll(found.sorted());
        return found.any() ? Optional.empty() : expr;
    }

    private static boolean readable(Source source, Diagnostics found) {
        String text = source.text();
        int nul = text.indexOf('\0');
        String noText = "It may be a picture, an archive or text in UTF-16. Save it as text in UTF-8.";
        if (nul >= 0) found.add(source, new Span(nul, nul + 1), "this is not a text", "The file holds a zero byte. " + noText);
        else if (garbled(text)) found.add(source, new Span(0, 1), "this is not a text", "Too many of its characters can not be read. "
                + noText);
        else if (text.length() > LONGEST)
            found.add(source, new Span(0, 1), "a text of more than 1,000,000 characters",
                    "No description of a membrane is this long; recordings, morphologies and pictures stay in files of their own.");
        return !found.any();
    }

    /// More than a twentieth of the first characters are control characters or were no UTF-8.
    private static boolean garbled(String text) {
        String head = text.substring(0, Math.min(text.length(), 4_000));
        long strange = head.chars().filter(c -> c == '\ufffd' || (Character.isISOControl(c) && "\t\r\n\f".indexOf(c) < 0)).count();
        return strange > 20 && 20 * strange > head.length();
    }

    private Optional<Expr> single() {
        try {
            Expr expr = formulas.expression();
            new Values(tokens, formulas).ended();
            if (tokens.here().kind() != Kind.END) throw tokens.halt("more than one value", "Only one value can stand here.");
            return Optional.of(expr);
        } catch (Halt told) {
            return Optional.empty();
        }
    }

    private Document document(Source source) {
        List<Item> items = new ArrayList<>();
        if (modelOfFile()) {
            Token kind = tokens.take();
            Token title = tokens.take();
            var name = new Title(Title.Form.NAME, title.text(), title.at());
            items.add(new Item.Block(kind.text(), name, 1, null, items(false), true, kind.at()));
        } else {
            items = items(false);
        }
        return new Document(source, List.copyOf(items), Collections.unmodifiableMap(formulas.places()));
    }

    /// The file begins with `model NAME` and no brace follows.
    private boolean modelOfFile() {
        return tokens.here().says("model") && tokens.ahead(1).kind() == Kind.NAME && !Tokens.RESERVED.contains(tokens.ahead(1).text())
                && List.of("{", "=", "'", "^", ":").stream().noneMatch(tokens.ahead(2)::is);
    }

    /// Items up to the closing brace (inside one) or to the end of the text.
    private List<Item> items(boolean inside) {
        List<Item> items = new ArrayList<>();
        while (tokens.here().kind() != Kind.END) {
            if (tokens.here().is("}")) {
                if (inside) break;
                tokens.mistake(tokens.take().at(), "a } without its {", "Remove it, or open the block that it closes.");
                continue;
            }
            int before = tokens.position();
            int depth = tokens.depth();
            try {
                items.add(item());
            } catch (Halt told) {
                tokens.depth(depth);
                if (tokens.position() == before) tokens.take();
                tokens.skip();
            }
        }
        return List.copyOf(items);
    }

    private Item item() throws Halt {
        if (!tokens.nameHere()) throw noItem();
        Token next = tokens.ahead(1);
        if (next.kind() == Kind.SYMBOL && "+-*/".contains(next.text()) && tokens.ahead(2).is("=")) throw changed();
        if (tokens.here().says("experiment") && tokens.phraseAhead()) throw unquoted();
        if (next.is("=") || next.is("'")) return entry();
        if (next.is("->") || next.is("<->")) return arrow();
        if (next.is(":") && tokens.ahead(2).is("=")) throw tokens.halt(next.at().to(tokens.ahead(2).at()), "a sign that is none",
                "Write = alone.");
        if (next.is(":") && (tokens.ahead(2).kind() == Kind.NUMBER || tokens.ahead(2).is("-"))) throw tokens.halt(next.at(), "a colon where = belongs",
                "An entry is " + tokens.here().text() + " = value.");
        return block();
    }

    /// `experiment Spike of the axon`, told of where it stands.
    private Halt unquoted() {
        Token kind = tokens.take();
        Token first = tokens.take();
        while (!tokens.here().begins() && tokens.here().kind() != Kind.END) tokens.take();
        Span title = first.at().to(tokens.before().at());
        return tokens.halt(title, "a title without its quotes", "A title of several words stands in double quotes: "
                + kind.text() + " \"" + tokens.text(title).replace("'", "") + "\".");
    }

    /// `u += 8` of other languages.
    private Halt changed() {
        Token name = tokens.take();
        Token operator = tokens.take();
        Span span = name.at().to(tokens.take().at());
        boolean simple = tokens.here().kind() == Kind.NUMBER || tokens.here().kind() == Kind.NAME;
        return tokens.halt(span, "'" + operator.text() + "=' makes no sense here", "Write " + name.text() + " = " + name.text() + " " + operator.text() + " "
                + (simple ? tokens.here().text() : "...") + ".");
    }

    private Halt noItem() {
        Token here = tokens.here();
        if (here.kind() == Kind.NAME) return tokens.halt("'" + here.text() + "' is a reserved word",
                "Nothing can have this name: and, or, not, to, by, from.");
        return unexpected();
    }

    private Halt unexpected() {
        Token here = tokens.here();
        boolean touches = here.at().start() == tokens.before().at().end();
        if (here.is("-") && touches && tokens.ahead(1).at().start() == here.at().end()) return tokens.halt("a hyphen in a name",
                "Names are made of letters, digits and _; the name of a file stands after use alone, as in use hodgkin-huxley-1952.");
        if (here.is("/") && tokens.ahead(1).is("/")) return tokens.halt("'//' makes no sense here", "A comment begins with #.");
        return tokens.halt("'" + here.text() + "' makes no sense here", "An entry is name = value, a block is kind name { ... }.");
    }

    private Item.Block block() throws Halt {
        Token kind = tokens.take();
        if (tokens.here().kind() == Kind.BAD) throw tokens.halt("", "");
        if (kind.text().indexOf('.') >= 0) throw tokens.halt(kind.at(), "neither an entry nor a block",
                "An entry is name = value; a block begins with its kind, a word without dots.");
        @Nullable Title title = title(kind);
        int power = tokens.take("^") ? gatePower() : 1;
        @Nullable Word name = tokens.take(":") ? word("the name after : is missing",
                "Write what the block belongs to, as in channel NaV : Na { ... }.") : null;
        if (tokens.here().is("(")) throw inParentheses();
        if (tokens.here().kind() == Kind.BAD) throw tokens.halt("", "");
        boolean braces = tokens.here().is("{");
        if (title == null && !braces) throw tokens.halt(kind.at(), "'" + kind.text() + "' is left alone", alone(kind));
        return new Item.Block(kind.text(), title, power, name, braces ? body() : List.of(), braces, kind.at());
    }

    /// The matching parenthesis is no mistake of its own.
    private Halt inParentheses() {
        Halt halt = tokens.halt("'(' makes no sense here", "The body of a block stands in { }.");
        int open = 0;
        do open += tokens.here().is("(") ? 1 : tokens.here().is(")") ? -1 : 0;
        while (tokens.take().kind() != Kind.END && open > 0);
        return halt;
    }

    private String alone(Token kind) {
        if (kind.says("use") || kind.says("cite")) return "Write a name after it on the same line, as in " + kind.text()
                + " hodgkin-huxley-1952.";
        if (kind.says("step") && tokens.here().kind() == Kind.NUMBER) return "The distance between the values of a family stands behind by: 0 to 10 by " + tokens.here().text() + ".";
        return "An entry is " + kind.text() + " = value; a block is " + kind.text() + " name { ... }.";
    }

    private @Nullable Title title(Token kind) {
        Token here = tokens.here();
        boolean ofFile = kind.says("use") || kind.says("cite");
        if (here.kind() == Kind.STRING) return new Title(Title.Form.TEXT, tokens.take().text(), here.at());
        if (here.kind() == Kind.FILE) return new Title(Title.Form.FILE, tokens.take().text(), here.at());
        if (ofFile || !tokens.nameHere() || tokens.itemHere()) return null;
        return new Title(Title.Form.NAME, tokens.take().text(), here.at());
    }

    private int gatePower() throws Halt {
        Token token = tokens.here();
        if (token.kind() != Kind.NUMBER || !token.text().matches("0*[1-9][0-9]?")) throw tokens.halt("a power is missing",
                "The power of a gate is a whole number from 1 to 99, as in gate m^3.");
        return Integer.parseInt(tokens.take().text());
    }

    private Word word(String problem, String remedy) throws Halt {
        Token token = tokens.here();
        if (!tokens.nameHere() || token.text().indexOf('.') >= 0) throw tokens.halt(problem, remedy);
        return new Word(tokens.take().text(), token.at());
    }

    private List<Item> body() throws Halt {
        Token open = tokens.take();
        tokens.deeper();
        List<Item> items = items(true);
        tokens.up();
        if (!tokens.take("}")) tokens.mistake(open.at(), "a block that is not closed", "Write } where it ends.");
        return items;
    }

    private Item.Entry entry() throws Halt {
        Token name = tokens.take();
        boolean prime = tokens.take("'");
        if (!tokens.take("=")) throw tokens.halt("= is missing", "A differential equation is " + name.text() + "' = formula.");
        var values = new Values(tokens, formulas);
        return values.entry(name, prime);
    }

    private Item.Arrow arrow() throws Halt {
        Word from = word("a state is missing", "A transition is closed -> open : rate.");
        boolean both = tokens.take().is("<->");
        Word to = word("a state is missing", "A transition is closed -> open : rate.");
        if (!tokens.take(":")) throw tokens.halt(": is missing", "Write the rate after it: " + from.text() + " -> " + to.text()
                + " : rate.");
        Expr forward = formulas.expression();
        @Nullable Expr backward = null;
        if (both) {
            if (!tokens.take(",")) throw tokens.halt("a second rate is missing", "Write both rates of <->, forward and back: "
                    + from.text() + " <-> " + to.text() + " : alpha, beta.");
            backward = formulas.expression();
        } else if (tokens.here().is(",")) {
            throw tokens.halt("a rate too many", "-> has one rate; <-> has two, forward and back.");
        }
        new Values(tokens, formulas).ended();
        return new Item.Arrow(from, to, forward, backward, from.at());
    }
}
