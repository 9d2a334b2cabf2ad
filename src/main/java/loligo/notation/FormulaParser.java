package loligo.notation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import loligo.notation.Expr.Relation;
import loligo.notation.Token.Kind;
import loligo.notation.Tokens.Halt;
import loligo.quantity.Unit;
import loligo.quantity.UnitReading;

/// Reads formulas by precedence climbing. From loose to tight: `or`, `and`, `not`, comparisons (never chained), `+ -`, `* /`,
/// unary minus, `^` (to the right). A minus before a number belongs to it, unless a power follows: `-80 [mV]` is one literal, `-2^2` is -4.
final class FormulaParser {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int UNARY = 7;

    private final Tokens tokens;
    private final IdentityHashMap<Expr, Span> places = new IdentityHashMap<>();
    private final Set<Expr> bare = Collections.newSetFromMap(new IdentityHashMap<>());
    private int height;  // of the tree that was read last

    FormulaParser(Tokens tokens) {
        this.tokens = tokens;
    }

    IdentityHashMap<Expr, Span> places() {
        return places;
    }

    Span place(Expr expr) {
        return places.getOrDefault(expr, new Span(0, 0));
    }

    Expr expression() throws Halt {
        return binary(OR);
    }

    /// Whether this is a number as it was written, without a unit.
    boolean bare(Expr expr) {
        return bare.contains(expr);
    }

    /// The same bare number with a unit that stands elsewhere in its entry.
    Expr carried(Expr expr, Unit unit) {
        if (!(expr instanceof Expr.Literal literal) || !bare(expr)) return expr;
        Span span = place(expr);
        if (!Double.isFinite(unit.inside(literal.value()))) tokens.mistake(span, "a number beyond the doubles",
                "In [" + unit.symbol() + "] it is too large to compute with.");
        return at(new Expr.Literal(literal.value(), unit), span);
    }

    private Expr binary(int loosest) throws Halt {
        Expr left = prefix(loosest);
        while (true) {
            Token operator = tokens.here();
            int level = level(operator);
            if (level < loosest) return left;
            tokens.take();
            int below = height;
            Expr right = binary(level + 1);
            height = Math.max(below, height) + 1;
            if (height > Tokens.DEEPEST)
                throw tokens.halt(operator.at(), "a formula of more than 1,000 steps", "Give a part of it a name of its own, in an entry.");
            left = at(combined(operator.text(), left, right), place(left).to(place(right)));
            if (level == COMPARISON && level(tokens.here()) == COMPARISON)
                throw tokens.halt("a chain of comparisons", "Compare two numbers at a time: write a < b and b < c.");
        }
    }

    private static int level(Token token) {
        if (token.kind() != Kind.SYMBOL && token.kind() != Kind.NAME) return 0;
        return switch (token.text()) {
            case "or" -> OR;
            case "and" -> AND;
            case "<", "<=", ">", ">=", "==", "!=" -> COMPARISON;
            case "+", "-" -> SUM;
            case "*", "/" -> PRODUCT;
            default -> 0;
        };
    }

    private static Expr combined(String operator, Expr left, Expr right) {
        return switch (operator) {
            case "or" -> new Expr.Or(left, right);
            case "and" -> new Expr.And(left, right);
            case "+" -> new Expr.Sum(left, right);
            case "-" -> new Expr.Difference(left, right);
            case "*" -> new Expr.Product(left, right);
            case "/" -> new Expr.Quotient(left, right);
            default -> new Expr.Comparison(relation(operator), left, right);
        };
    }

    static Relation relation(String symbol) {
        for (Relation relation : Relation.values()) if (relation.symbol().equals(symbol)) return relation;
        throw new IllegalStateException("a bug of ours: no relation " + symbol);
    }

    private Expr prefix(int loosest) throws Halt {
        Token first = tokens.here();
        if (first.says("not")) {
            if (loosest > NOT) throw tokens.halt("not stands here", "Put parentheses around it: (not a).");
            tokens.take();
            Expr of = nested(NOT);
            return raised(new Expr.Not(of), first.at().to(place(of)));
        }
        if (!first.is("-")) return power();
        tokens.take();
        if (negativeNumber()) return number(first);
        Expr of = nested(UNARY);
        return raised(new Expr.Negation(of), first.at().to(place(of)));
    }

    /// A number follows the minus and no power follows the number.
    private boolean negativeNumber() {
        if (tokens.here().kind() != Kind.NUMBER) return false;
        return !tokens.ahead(tokens.ahead(1).kind() == Kind.UNIT ? 2 : 1).is("^");
    }

    private Expr nested(int loosest) throws Halt {
        tokens.deeper();
        Expr of = loosest == UNARY ? prefix(UNARY) : binary(loosest);
        tokens.up();
        return of;
    }

    private Expr raised(Expr expr, Span span) throws Halt {
        if (++height > Tokens.DEEPEST) throw tokens.halt(span, "a formula of more than 1,000 steps",
                "Give a part of it a name of its own, in an entry.");
        return at(expr, span);
    }

    private Expr power() throws Halt {
        Expr base = primary();
        if (!tokens.take("^")) return base;
        int below = height;
        Expr exponent = nested(UNARY);
        height = Math.max(below, height);
        return raised(new Expr.Power(base, exponent), place(base).to(place(exponent)));
    }

    private Expr primary() throws Halt {
        height = 0;
        Token token = tokens.here();
        if (token.kind() == Kind.NUMBER) return number(token);
        if (token.begins() && tokens.itemHere()) throw missing();
        if (tokens.nameHere()) return tokens.ahead(1).is("(") ? call() : name();
        if (token.is("(")) return parenthesised();
        if (token.kind() == Kind.UNIT) throw tokens.halt("a unit without a number", token.text().matches("[-0-9., e]+") ? "A list has no brackets; its unit stands behind it: " + token.text().strip() + " [mV]." : "A unit stands after its number, as in 40 [mV].");
        if (token.kind() == Kind.STRING) throw tokens.halt("a string in a formula", "A formula is made of numbers and names.");
        if (token.kind() == Kind.NAME) throw tokens.halt("'" + token.text() + "' is a reserved word",
                "A number or a name is missing before it, or the name must be another.");
        throw missing();
    }

    /// Shown behind the token before it, where the line ends there.
    private Halt missing() {
        Token here = tokens.here();
        String remedy = here.is("*") && tokens.before().is("*") ? "A power is written a^b." : "Write the value here, such as 40 [mV].";
        return here.begins() || here.kind() == Kind.END
                ? tokens.halt(tokens.before().at(), "a number or a name is missing after it", remedy)
                : tokens.halt("a number or a name is missing", remedy);
    }

    private Expr name() throws Halt {
        Token token = tokens.take();
        if (tokens.here().is("'") && !tokens.ahead(1).is("=")) throw tokens.halt("a prime in a formula",
                "Only the left side has a prime; write the derivative's formula itself.");
        noUnit();
        return at(new Expr.Name(token.text()), token.at());
    }

    private void noUnit() throws Halt {
        if (tokens.here().kind() != Kind.UNIT) return;
        throw tokens.halt("a unit after something that is no number",
                "Only numbers take units; a name has one already, and a formula has that of its parts.");
    }

    private Expr parenthesised() throws Halt {
        Token open = tokens.take();
        Expr inner = nested(OR);
        if (!tokens.here().is(")")) throw open(open);
        tokens.take();
        noUnit();
        return inner;
    }

    private Halt open(Token open) {
        Token here = tokens.here();
        if (here.kind() == Kind.BAD) return tokens.halt("", "");
        if (here.kind() == Kind.END || here.begins() || here.is("}") || tokens.itemHere())
            return tokens.halt(open.at(), "a parenthesis that is not closed", "Write ) where it ends.");
        if (here.is("=")) return tokens.halt("'=' makes no sense here", "Compare with ==.");
        if (here.is(",") && tokens.before().kind() == Kind.NUMBER) return tokens.halt("a comma in a formula", "The decimal mark is a dot, as in 1.5.");
        return tokens.halt("an operator or ) is missing", "Write + - * / ^ between two values, or ) to close the parenthesis.");
    }

    private Expr call() throws Halt {
        Token word = tokens.take();
        var function = Function.of(word.text());
        List<Expr> arguments = arguments();
        if (function.isEmpty()) throw unknown(word);
        Function f = function.get();
        Span span = word.at().to(tokens.before().at());
        boolean open = f == Function.MIN || f == Function.MAX;
        if (open ? arguments.size() < f.arity() : arguments.size() != f.arity())
            throw tokens.halt(span, "wrong number of arguments", f.word() + " takes " + (open ? f.arity() + " or more" : f.arity())
                    + ", not " + arguments.size() + ".");
        noUnit();
        return raised(new Expr.Call(f, arguments), span);
    }

    Halt unknown(Token word) {
        return tokens.halt(word.at(), Function.unknown(word.text()), Function.proposal(word.text()));
    }

    /// `( expr { "," expr } )`.
    List<Expr> arguments() throws Halt {
        Token open = tokens.take();
        List<Expr> arguments = new ArrayList<>();
        int tallest = 0;
        do {
            arguments.add(nested(OR));
            tallest = Math.max(tallest, height);
        } while (tokens.take(","));
        height = tallest;
        if (!tokens.take(")")) throw open(open);
        return arguments;
    }

    /// A number, from the minus before it where it has one.
    private Expr number(Token first) {
        height = 0;
        Token digits = tokens.take();
        boolean minus = !first.equals(digits);
        double size = Double.parseDouble(digits.text());
        boolean vanished = size == 0 && nonZero(digits.text());
        if (Double.isInfinite(size) || vanished)
            tokens.mistake(digits.at(), "a number beyond the doubles", "Numbers go from about 4.9e-324 to 1.8e308.");
        Unit unit = tokens.here().kind() == Kind.UNIT ? unit(tokens.take()) : Unit.ONE;
        boolean hadUnit = !tokens.before().equals(digits);
        if (Double.isFinite(size) && !Double.isFinite(unit.inside(size)))
            tokens.mistake(digits.at(), "a number beyond the doubles", "In [" + unit.symbol() + "] it is too large to compute with.");
        Expr literal = at(new Expr.Literal(minus ? -size : size, unit), first.at().to(tokens.before().at()));
        if (!hadUnit) bare.add(literal);
        return literal;
    }

    private static boolean nonZero(String digits) {
        int end = digits.indexOf('e') < 0 ? digits.indexOf('E') : digits.indexOf('e');
        return (end < 0 ? digits : digits.substring(0, end)).chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    private Unit unit(Token token) {
        return switch (Unit.read(token.text())) {
            case UnitReading.Known(Unit unit) -> unit;
            case UnitReading.Unknown unknown -> {
                int inside = token.at().start() + 1;
                int end = Math.max(unknown.end(), unknown.start() + 1);
                tokens.mistake(new Span(inside + unknown.start(), inside + end), unknown.reason(), unknown.remedy());
                yield Unit.ONE;
            }
        };
    }

    private Expr at(Expr expr, Span span) {
        places.put(expr, span);
        return expr;
    }
}
