package loligo.notation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loligo.notation.Form.Exponent;
import loligo.notation.Form.Term;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// Holes in formulas: places where a quotient is 0/0 and yet has a value, such as `(V + 40)/(1 - exp(-(V + 40)/10))` at -40. They are
/// recognised by structure, so parameters and other ways of writing the same linear form do not hide them, and are rewritten exactly:
/// an exponential less another over the difference of their arguments is `exprel`, and any other [Hole] is a power series near it, so that
/// nothing cancels in or around the hole. What has no hole is returned as it is, the same object.
public final class Singularity {
    private final Map<String, Expr> definitions;
    private final Set<Expr> made; // filled holes, by identity: their far branch looks like the hole again

    private Singularity(Map<String, Expr> definitions) {
        this.definitions = definitions;
        this.made = Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /// Fills the holes of an expression.
    public static Expr fill(Expr expr) {
        return fill(expr, Map.of());
    }

    /// Fills the holes of an expression; where it helps to see one, names stand for their definitions.
    public static Expr fill(Expr expr, Map<String, Expr> definitions) {
        return new Singularity(definitions).filled(expr);
    }

    private Expr filled(Expr expr) {
        return switch (expr) {
            case Expr.Literal _, Expr.Name _ -> expr;
            case Expr.Negation e -> rebuilt(e, filled(e.of()));
            case Expr.Product _, Expr.Quotient _ -> chain(expr);
            case Expr.Sum(Expr a, Expr b) -> joined(Hole.of(expr, a, b, definitions), pair(expr, a, b, filled(a), filled(b)));
            case Expr.Difference(Expr a, Expr b) -> joined(Hole.of(expr, a, b, definitions), pair(expr, a, b, filled(a), filled(b)));
            case Expr.Power(Expr a, Expr b) -> pair(expr, a, b, filled(a), filled(b));
            case Expr.Comparison(_, Expr a, Expr b) -> pair(expr, a, b, filled(a), filled(b));
            case Expr.And(Expr a, Expr b) -> pair(expr, a, b, filled(a), filled(b));
            case Expr.Or(Expr a, Expr b) -> pair(expr, a, b, filled(a), filled(b));
            case Expr.Not e -> same(filled(e.of()), e.of()) ? e : new Expr.Not(filled(e.of()));
            case Expr.Call e -> made.contains(e) ? e : call(e);
        };
    }

    private static Expr rebuilt(Expr.Negation e, Expr of) {
        return same(of, e.of()) ? e : new Expr.Negation(of);
    }

    private static Expr pair(Expr whole, Expr a, Expr b, Expr left, Expr right) {
        if (same(a, left) && same(b, right)) return whole;
        return switch (whole) {
            case Expr.Sum _ -> new Expr.Sum(left, right);
            case Expr.Difference _ -> new Expr.Difference(left, right);
            case Expr.Product _ -> new Expr.Product(left, right);
            case Expr.Quotient _ -> new Expr.Quotient(left, right);
            case Expr.Power _ -> new Expr.Power(left, right);
            case Expr.Comparison e -> new Expr.Comparison(e.relation(), left, right);
            case Expr.And _ -> new Expr.And(left, right);
            case Expr.Or _ -> new Expr.Or(left, right);
            default -> throw new IllegalStateException("Loligo's own bug: no pair");
        };
    }

    private Expr call(Expr.Call e) {
        List<Expr> arguments = new ArrayList<>();
        boolean changed = false;
        for (Expr argument : e.arguments()) {
            Expr filled = filled(argument);
            changed |= !same(filled, argument);
            arguments.add(filled);
        }
        return changed ? new Expr.Call(e.function(), arguments) : e;
    }

    /// Where a node stands in its text is known by its identity, so an unchanged one stays the same object.
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Expr a, Expr b) {
        return a == b;
    }

    /// A product of factors over a product of factors.
    private Expr chain(Expr expr) {
        List<Expr> above = new ArrayList<>();
        List<Expr> below = new ArrayList<>();
        boolean minus = factors(expr, above, below);
        boolean changed = false;
        while (!below.isEmpty() && step(above, below)) changed = true;
        Hole hole = below.isEmpty() ? null : Hole.of(signed(minus, multiplied(above)), multiplied(below), definitions);
        if (!changed) return joined(hole, inside(expr));
        above.replaceAll(this::filled);
        below.replaceAll(this::filled);
        Expr quotient = below.isEmpty() ? multiplied(above) : Simplifier.quotient(multiplied(above), multiplied(below));
        return joined(hole, signed(minus, quotient));
    }

    private static Expr signed(boolean minus, Expr expr) {
        return minus ? new Expr.Negation(expr) : expr;
    }

    /// A formula and its hole; where nothing can be done about that, the formula.
    private Expr joined(@Nullable Hole hole, Expr far) {
        Expr whole = hole == null ? null : hole.filled(far);
        if (whole == null) return far;
        made.add(whole);
        return whole;
    }

    /// A chain without holes of its own; there may be some within its factors.
    private Expr inside(Expr expr) {
        return switch (expr) {
            case Expr.Product(Expr a, Expr b) -> pair(expr, a, b, inside(a), inside(b));
            case Expr.Quotient(Expr a, Expr b) -> pair(expr, a, b, inside(a), inside(b));
            case Expr.Negation e -> rebuilt(e, inside(e.of()));
            default -> filled(expr);
        };
    }

    private static Expr multiplied(List<Expr> factors) {
        Expr product = Expr.number(1);
        for (Expr factor : factors) product = Simplifier.product(product, factor);
        return product;
    }

    /// Collects the factors; true when a minus sign is left over.
    private static boolean factors(Expr expr, List<Expr> above, List<Expr> below) {
        return switch (expr) {
            case Expr.Product(Expr a, Expr b) -> factors(a, above, below) ^ factors(b, above, below);
            case Expr.Quotient(Expr a, Expr b) -> factors(a, above, below) ^ factors(b, below, above);
            case Expr.Negation(Expr of) -> !factors(of, above, below);
            default -> {
                above.add(expr);
                yield false;
            }
        };
    }

    /// Fills one hole, above or below the line; false when there is none.
    private boolean step(List<Expr> above, List<Expr> below) {
        for (int i = 0; i < below.size(); i++) {
            Vanishing vanishing = vanishing(below.get(i));
            if (vanishing != null && fill(vanishing, i, below, above)) return true;
        }
        for (int i = 0; i < above.size(); i++) {
            Vanishing vanishing = vanishing(above.get(i));
            if (vanishing != null && fill(vanishing, i, above, below)) return true;
        }
        return false;
    }

    /// A factor `scale * expm1(argument)`; `beside` is another factor of it.
    private record Vanishing(Term scale, Expr argument, Form form, @Nullable Expr beside) {}

    private @Nullable Vanishing vanishing(Expr factor) {
        if (factor instanceof Expr.Call c && c.function() == Function.EXPM1) {
            Expr argument = c.arguments().getFirst();
            return new Vanishing(new Term(1, Dimension.NONE, Map.of(), null), argument, Form.of(argument, definitions), null);
        }
        if (!(factor instanceof Expr.Sum || factor instanceof Expr.Difference || factor instanceof Expr.Name)) return null;
        List<Term> terms = Form.of(factor, definitions).terms();
        if (terms.size() != 2) return null;
        return terms.getFirst().exponent() != null ? difference(terms.getFirst(), terms.getLast()) : difference(terms.getLast(), terms.getFirst());
    }

    /// `c*exp(x) - c*exp(y)` is `c*exp(y)*expm1(x - y)`.
    private static @Nullable Vanishing difference(Term first, Term second) {
        Exponent x = first.exponent();
        Exponent y = second.exponent();
        if (x == null || !first.powers().equals(second.powers()) || Math.abs(first.number() + second.number()) > 1e-13 * Math.abs(first.number())) return null;
        Exponent argument = y == null ? x : Exponent.sum(x, y, -1);
        if (argument == null) return null;
        Term scale = new Term(first.number(), first.dimension(), first.powers(), null);
        return new Vanishing(scale, argument.expr(), argument.form(), y == null ? null : new Expr.Call(Function.EXP, y.expr()));
    }

    /// Looks on the other side of the line for a multiple of the argument, and joins the two.
    private boolean fill(Vanishing vanishing, int at, List<Expr> here, List<Expr> there) {
        List<Integer> partners = partners(vanishing.form(), there);
        if (partners.isEmpty()) return false;
        Term partner = new Term(1, Dimension.NONE, Map.of(), null);
        Term ratio = null;
        if (vanishing.form().terms().size() == 1) {
            for (int index : partners) partner = partner.times(Form.of(there.get(index), definitions).terms().getFirst(), 1);
            ratio = partner.times(vanishing.form().terms().getFirst(), -1);
        } else {
            ratio = Form.of(there.get(partners.getFirst()), definitions).ratio(vanishing.form());
        }
        if (ratio == null) return false;
        for (int k = partners.size() - 1; k >= 0; k--) there.remove((int) partners.get(k));
        here.remove(at);
        there.add(0, ratio.times(vanishing.scale(), -1).expr());
        here.add(new Expr.Call(Function.EXPREL, vanishing.argument()));
        if (vanishing.beside() != null) here.add(vanishing.beside());
        return true;
    }

    /// The factors that together are a multiple of a form: of a single term all single terms that share a factor with it, of a sum one sum.
    private List<Integer> partners(Form form, List<Expr> factors) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Form factor = Form.of(factors.get(i), definitions);
            if (form.terms().size() > 1) {
                if (factor.ratio(form) != null) return List.of(i);
            } else if (factor.terms().size() == 1 && form.terms().size() == 1 && shares(factor.terms().getFirst(), form.terms().getFirst())) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean shares(Term factor, Term form) {
        if (factor.exponent() != null) return false;
        for (Map.Entry<Expr, Integer> atom : form.powers().entrySet()) {
            if (atom.getValue() > 0 && factor.powers().getOrDefault(atom.getKey(), 0) > 0) return true;
        }
        return false;
    }
}
