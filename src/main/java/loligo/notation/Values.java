package loligo.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import loligo.notation.Token.Kind;
import loligo.notation.Tokens.Halt;
import loligo.quantity.Unit;
import loligo.quantity.UnitReading;
import org.jspecify.annotations.Nullable;

/// Reads the right side of an entry: `value { "," value } [ from expr to expr ]`.
final class Values {
    private static final String BETWEEN = "Write + - * / ^ between two values of a formula, a comma between the values of a list.";
    /// A measured expression of more tokens has a name of its own.
    private static final int LONGEST_MEASURE = 10_000;

    private final Tokens tokens;
    private final FormulaParser formulas;
    private @Nullable Token told; // the number behind a decimal comma

    Values(Tokens tokens, FormulaParser formulas) {
        this.tokens = tokens;
        this.formulas = formulas;
    }

    Item.Entry entry(Token name, boolean prime) throws Halt {
        List<Value> values = new ArrayList<>();
        do values.add(value());
        while (another());
        Item.@Nullable Range range = tokens.here().says("from") ? range() : null;
        ended();
        Optional<Unit> shared = shared(values, range);
        if (shared.isPresent()) {
            UnaryOperator<Expr> carry = e -> formulas.carried(e, shared.get());
            values.replaceAll(v -> changed(v, e -> formulas.carried(e, own(v).orElse(shared.get())))); // an interval among several may have a unit of its own
            if (range != null) range = new Item.Range(carry.apply(range.from()), carry.apply(range.to()), range.at());
        }
        return new Item.Entry(name.text(), prime, List.copyOf(values), range, name.at());
    }

    /// A comma leads to one more value, unless the next entry begins behind it.
    private boolean another() {
        Token comma = tokens.here();
        Token before = tokens.before();
        if (!tokens.take(",")) return false;
        decimalComma(before, comma, tokens.here());
        if (!tokens.itemHere()) return true;
        if (tokens.ahead(1).is("'") && !tokens.ahead(2).is("=")) {
            Token name = tokens.take();
            tokens.mistake(name.at().to(tokens.take().at()), "a derivative in a list", name.text() + "' has no name here; write the formula that it follows from.");
            return another();
        }
        tokens.mistake(comma.at(), "a comma between two entries", "Entries are set apart by white space alone; remove the comma.");
        return false;
    }

    /// `1,5` could be a number or two: no list is written so. Of `1,2,3` the first comma is told.
    private void decimalComma(Token before, Token comma, Token after) {
        boolean touching = before.at().end() == comma.at().start() && comma.at().end() == after.at().start();
        if (!touching || before.kind() != Kind.NUMBER || after.kind() != Kind.NUMBER || !before.text().matches("[0-9]+") || before.equals(told)) return;
        told = after;
        tokens.mistake(before.at().to(after.at()), "a comma between two digits",
                "A decimal mark is a dot: " + before.text() + "." + after.text() + "; a list is written " + before.text() + ", " + after.text() + ".");
    }

    /// Behind a value only a new item, the closing brace or the end of the text may stand.
    void ended() throws Halt {
        Token here = tokens.here();
        if (here.is("}") || here.kind() == Kind.END) return;
        if (!tokens.nameHere()) throw notEnded();
        if (here.begins() || tokens.itemHere()) return;
        if (tokens.before().kind() == Kind.NUMBER && Unit.read(here.text()) instanceof UnitReading.Known) nakedUnit(here);
        else if (tokens.ahead(2).is("=")) return; // such as u += 8, told as an item
        else if (tokens.ahead(1).is("(") || (tokens.ahead(1).kind() == Kind.SYMBOL && "+-*/".contains(tokens.ahead(1).text()))) throw tokens.halt("an operator or a comma is missing", BETWEEN);
    }

    /// `10 uA/cm^2`: told with the whole unit.
    private void nakedUnit(Token unit) throws Halt {
        String number = tokens.before().text();
        int words = 1;
        while (touching(words)) words++;
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < words; i++) whole.append(tokens.ahead(i).text());
        if (!(Unit.read(whole.toString()) instanceof UnitReading.Known)) throw tokens.halt("a unit without brackets", remedy(number, unit.text() + " ..."));
        for (int i = 0; i < words; i++) tokens.take();
        Span span = unit.at().to(tokens.before().at());
        boolean goesOn = List.of("from", "to", "by").stream().anyMatch(tokens.here()::says);
        if (goesOn) throw tokens.halt(span, "a unit without brackets", remedy(number, whole.toString()));
        tokens.mistake(span, "a unit without brackets", remedy(number, whole.toString()));
    }

    /// Whether that token follows the one before it without a blank, and may be part of a unit.
    private boolean touching(int ahead) {
        Token token = tokens.ahead(ahead);
        boolean part = token.kind() == Kind.NAME || token.kind() == Kind.NUMBER || (token.kind() == Kind.SYMBOL && "/*^-".contains(token.text()));
        return part && token.at().start() == tokens.ahead(ahead - 1).at().end();
    }

    private static String remedy(String number, String unit) {
        return "A unit stands in brackets: write " + number + " [" + unit + "].";
    }

    private Value value() throws Halt {
        Token first = tokens.here();
        if (first.kind() == Kind.STRING) return new Value.Text(tokens.take().text(), first.at());
        if (tokens.nameHere() && tokens.ahead(1).is("(") && (Function.of(first.text()).isEmpty() || lone(first))) return application();
        Expr from = formulas.expression();
        if (!tokens.takeWord("to")) return new Value.Single(from, formulas.place(from));
        Expr to = formulas.expression();
        Span span = formulas.place(from).to(formulas.place(to));
        if (!tokens.takeWord("by")) return new Value.Ramp(from, to, span);
        Expr by = formulas.expression();
        return new Value.Family(from, to, by, span.to(formulas.place(by)));
    }

    /// `max(V)` alone: of one thing `min` and `max` are no functions but measures.
    private boolean lone(Token word) {
        if (!word.says("min") && !word.says("max")) return false;
        int depth = 0;
        for (int i = 1; i < LONGEST_MEASURE; i++) {
            Token token = tokens.ahead(i);
            if (token.is("(")) depth++;
            else if (token.is(")") && --depth == 0) return compares(tokens.ahead(i + 1)) || !operator(tokens.ahead(i + 1));
            else if (token.kind() == Kind.END || (depth == 1 && token.is(","))) return false;
        }
        return false;
    }

    private static boolean operator(Token token) {
        return token.kind() == Kind.SYMBOL && "+-*/^<>=".indexOf(token.text().charAt(0)) >= 0;
    }

    private static boolean compares(Token token) {
        return token.kind() == Kind.SYMBOL && List.of("<", "<=", ">", ">=").contains(token.text());
    }

    /// `peak(NaV.I, test)`, alone or compared; used as a part of a formula it is an unknown function.
    private Value application() throws Halt {
        Token word = tokens.take();
        List<Expr> arguments = formulas.arguments();
        boolean compared = compares(tokens.here());
        if (!compared && operator(tokens.here())) throw formulas.unknown(word);
        var application = new Value.Application(word.text(), arguments, word.at().to(tokens.before().at()));
        if (!compared) return application;
        Expr.Relation relation = FormulaParser.relation(tokens.take().text());
        Expr with = formulas.expression();
        return new Value.Compared(application, relation, with, application.at().to(formulas.place(with)));
    }

    private Item.Range range() throws Halt {
        Token word = tokens.take();
        Expr from = formulas.expression();
        if (!tokens.takeWord("to")) throw tokens.halt("to is missing", "A range is from a to b.");
        Expr to = formulas.expression();
        return new Item.Range(from, to, word.at().to(formulas.place(to)));
    }

    private Halt notEnded() {
        Token here = tokens.here();
        return switch (here.kind()) {
            case UNIT -> tokens.halt("a unit after something that is no number", "A unit stands after a number, once, as in 40 [mV].");
            case NUMBER, STRING, FILE -> tokens.halt("an operator or a comma is missing", BETWEEN);
            case NAME -> tokens.halt("'" + here.text() + "' makes no sense here",
                    "A ramp is a to b, a family a to b by c, a range value from a to b.");
            case SYMBOL, BAD, END -> tokens.halt("'" + here.text() + "' makes no sense here", here.text().equals("=") ? "Compare with ==."
                    : here.text().equals(")") ? "No parenthesis is open."
                    : here.text().equals("(") ? "A unit stands in brackets, as in 40 [mV]; for a product, write *." : "The value before it is complete.");
        };
    }

    /// The unit on the last number, or on the value before `from`, which holds for the bare numbers of the entry.
    private static Optional<Unit> shared(List<Value> values, Item.@Nullable Range range) {
        if (range != null) {
            Optional<Unit> end = unit(range.to());
            return end.isPresent() ? end : unit(last(values.getLast()));
        }
        return values.size() == 1 && values.getFirst() instanceof Value.Single ? Optional.empty() : unit(last(values.getLast()));
    }

    private static @Nullable Expr last(Value value) {
        return switch (value) {
            case Value.Single single -> single.expr();
            case Value.Ramp ramp -> ramp.to();
            case Value.Family family -> family.by();
            case Value.Text _, Value.Application _, Value.Compared _ -> null;
        };
    }

    private static Optional<Unit> unit(@Nullable Expr expr) {
        return expr instanceof Expr.Literal literal && !literal.unit().equals(Unit.ONE) ? Optional.of(literal.unit()) : Optional.empty();
    }

    /// The unit that is written behind the value's last number, [1] too.
    private Optional<Unit> own(Value value) {
        return last(value) instanceof Expr.Literal literal && !formulas.bare(literal) ? Optional.of(literal.unit()) : Optional.empty();
    }

    private static Value changed(Value value, UnaryOperator<Expr> carry) {
        return switch (value) {
            case Value.Single(Expr expr, Span at) -> new Value.Single(carry.apply(expr), at);
            case Value.Ramp(Expr from, Expr to, Span at) -> new Value.Ramp(carry.apply(from), carry.apply(to), at);
            case Value.Family(Expr from, Expr to, Expr by, Span at) -> new Value.Family(carry.apply(from), carry.apply(to),
                    carry.apply(by), at);
            case Value.Text _, Value.Application _, Value.Compared _ -> value;
        };
    }
}
