package loligo.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes expressions for tests as text: pure numbers, names, arithmetic, comparisons, calls.
public final class Terse {
    private final String text;
    private int at;

    private Terse(String text) {
        this.text = text.replace(" ", "");
    }

    public static Expr of(String text) {
        Terse terse = new Terse(text);
        Expr expr = terse.comparison();
        if (terse.at != terse.text.length()) throw new IllegalArgumentException(text + " is not read at " + terse.at);
        return expr;
    }

    private Expr comparison() {
        Expr left = sum();
        for (Expr.Relation relation : List.of(Expr.Relation.AT_MOST, Expr.Relation.AT_LEAST, Expr.Relation.EQUAL, Expr.Relation.UNEQUAL,
                Expr.Relation.LESS, Expr.Relation.MORE)) {
            if (eat(relation.symbol())) return new Expr.Comparison(relation, left, sum());
        }
        return left;
    }

    private Expr sum() {
        Expr left = product();
        while (true) {
            if (eat("+")) {
                left = new Expr.Sum(left, product());
            } else if (eat("-")) {
                left = new Expr.Difference(left, product());
            } else {
                return left;
            }
        }
    }

    private Expr product() {
        Expr left = sign();
        while (true) {
            if (eat("*")) {
                left = new Expr.Product(left, sign());
            } else if (eat("/")) {
                left = new Expr.Quotient(left, sign());
            } else {
                return left;
            }
        }
    }

    private Expr sign() {
        return eat("-") ? new Expr.Negation(sign()) : power();
    }

    private Expr power() {
        Expr base = atom();
        return eat("^") ? new Expr.Power(base, sign()) : base;
    }

    private Expr atom() {
        if (eat("(")) {
            Expr inside = comparison();
            if (!eat(")")) throw new IllegalArgumentException("no ) in " + text + " at " + at);
            return inside;
        }
        int start = at;
        if (Character.isDigit(text.charAt(at))) return number();
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_.".indexOf(text.charAt(at)) >= 0)) at++;
        String word = text.substring(start, at);
        Optional<Function> function = Function.of(word);
        if (function.isEmpty() || !eat("(")) return new Expr.Name(word);
        List<Expr> arguments = new ArrayList<>();
        do {
            arguments.add(comparison());
        } while (eat(","));
        if (!eat(")")) throw new IllegalArgumentException("no ) in " + text + " at " + at);
        return new Expr.Call(function.get(), arguments);
    }

    private Expr number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || ".e".indexOf(text.charAt(at)) >= 0
                || (text.charAt(at) == '-' && text.charAt(at - 1) == 'e'))) at++;
        return Expr.number(Double.parseDouble(text.substring(start, at)));
    }

    private boolean eat(String symbol) {
        if (!text.startsWith(symbol, at)) return false;
        at += symbol.length();
        return true;
    }
}
