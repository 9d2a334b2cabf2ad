package loligo.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import loligo.notation.Expr;

/// Walks over expressions: which names one mentions, and the same expression with other names.
final class Tree {
    private Tree() {}

    static List<Expr> children(Expr expr) {
        return switch (expr) {
            case Expr.Literal _, Expr.Name _ -> List.of();
            case Expr.Negation(var of) -> List.of(of);
            case Expr.Sum(var l, var r) -> List.of(l, r);
            case Expr.Difference(var l, var r) -> List.of(l, r);
            case Expr.Product(var l, var r) -> List.of(l, r);
            case Expr.Quotient(var l, var r) -> List.of(l, r);
            case Expr.Power(var b, var e) -> List.of(b, e);
            case Expr.Call(var _, var arguments) -> arguments;
            case Expr.Comparison(var _, var l, var r) -> List.of(l, r);
            case Expr.Not(var of) -> List.of(of);
            case Expr.And(var l, var r) -> List.of(l, r);
            case Expr.Or(var l, var r) -> List.of(l, r);
        };
    }

    /// The names that an expression mentions, in order of first mention.
    static Set<String> names(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        collect(expr, names);
        return names;
    }

    private static void collect(Expr expr, Set<String> names) {
        if (expr instanceof Expr.Name(var id)) names.add(id);
        for (Expr child : children(expr)) collect(child, names);
    }

    /// The names as nodes, each mention for itself, so that their places can be looked up.
    static List<Expr.Name> mentions(Expr expr) {
        if (expr instanceof Expr.Name name) return List.of(name);
        return children(expr).stream().flatMap(c -> mentions(c).stream()).toList();
    }

    /// The same expression with every name replaced by what it means; `moved` is told old and new node of everything.
    static Expr replace(Expr expr, Function<Expr.Name, Expr> meaning, BiConsumer<Expr, Expr> moved) {
        Expr replaced = switch (expr) {
            case Expr.Literal l -> l;
            case Expr.Name name -> meaning.apply(name);
            case Expr.Negation(var of) -> new Expr.Negation(replace(of, meaning, moved));
            case Expr.Sum(var l, var r) -> new Expr.Sum(replace(l, meaning, moved), replace(r, meaning, moved));
            case Expr.Difference(var l, var r) -> new Expr.Difference(replace(l, meaning, moved), replace(r, meaning, moved));
            case Expr.Product(var l, var r) -> new Expr.Product(replace(l, meaning, moved), replace(r, meaning, moved));
            case Expr.Quotient(var l, var r) -> new Expr.Quotient(replace(l, meaning, moved), replace(r, meaning, moved));
            case Expr.Power(var b, var e) -> new Expr.Power(replace(b, meaning, moved), replace(e, meaning, moved));
            case Expr.Call(var function, var arguments) ->
                new Expr.Call(function, arguments.stream().map(a -> replace(a, meaning, moved)).toList());
            case Expr.Comparison(var relation, var l, var r) -> new Expr.Comparison(relation, replace(l, meaning, moved), replace(r, meaning, moved));
            case Expr.Not(var of) -> new Expr.Not(replace(of, meaning, moved));
            case Expr.And(var l, var r) -> new Expr.And(replace(l, meaning, moved), replace(r, meaning, moved));
            case Expr.Or(var l, var r) -> new Expr.Or(replace(l, meaning, moved), replace(r, meaning, moved));
        };
        moved.accept(expr, replaced);
        return replaced;
    }
}
