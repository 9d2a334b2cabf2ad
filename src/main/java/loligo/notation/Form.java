package loligo.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// An expression multiplied out: a sum of terms, each a number times whole powers of subexpressions times an exponential. Two ways of writing
/// the same linear form (`0.1*V + 4` and `(V + 40)/10`) have the same form up to a factor, which [#ratio] finds.
record Form(List<Term> terms) {
    private static final int LARGEST = 12;            // terms; a longer product stays one subexpression
    private static final double ROUNDING = 1e-13;     // two ways of writing a number agree this well

    /// @param dimension of the number
    record Term(double number, Dimension dimension, Map<Expr, Integer> powers, @Nullable Exponent exponent) {
        Term times(Term o, int sign) {
            Map<Expr, Integer> product = new LinkedHashMap<>(powers);
            o.powers.forEach((atom, power) -> product.merge(atom, sign * power, Integer::sum));
            product.values().removeIf(power -> power == 0);
            double value = sign > 0 ? number * o.number : number / o.number;
            Dimension result = sign > 0 ? dimension.times(o.dimension) : dimension.over(o.dimension);
            return new Term(value, result, product, Exponent.sum(exponent, o.exponent, sign));
        }

        Term scaled(double factor) {
            return new Term(number * factor, dimension, powers, exponent);
        }

        boolean like(Term o) {
            return powers.equals(o.powers) && Exponent.same(exponent, o.exponent);
        }

        /// The term as an expression, without its exponential.
        Expr expr() {
            Expr product = Simplifier.literal(number, dimension);
            for (Map.Entry<Expr, Integer> factor : powers.entrySet()) {
                int power = factor.getValue();
                Expr whole = Simplifier.power(factor.getKey(), Expr.number(Math.abs(power)));
                product = power > 0 ? Simplifier.product(product, whole) : new Expr.Quotient(product, whole);
            }
            return product;
        }
    }

    /// What stands in an exponential: as it is written, and multiplied out.
    record Exponent(Expr expr, Form form) {
        static @Nullable Exponent sum(@Nullable Exponent a, @Nullable Exponent b, int sign) {
            if (b == null) return a;
            if (a == null) return sign > 0 ? b : new Exponent(new Expr.Negation(b.expr), b.form.scaled(-1));
            return sign > 0 ? new Exponent(new Expr.Sum(a.expr, b.expr), a.form.plus(b.form, 1))
                    : new Exponent(new Expr.Difference(a.expr, b.expr), a.form.plus(b.form, -1));
        }

        static boolean same(@Nullable Exponent a, @Nullable Exponent b) {
            if (a == null || b == null) return a == null && b == null;
            return a.form.plus(b.form, -1).terms.isEmpty();
        }
    }

    /// Multiplies an expression out; names in `definitions` stand for their expressions.
    static Form of(Expr expr, Map<String, Expr> definitions) {
        return of(expr, new Definitions(definitions, new HashMap<>()));
    }

    /// Expressions that names stand for, and those that were multiplied out already.
    private record Definitions(Map<String, Expr> expressions, Map<String, Form> forms) {
        private Form of(Expr.Name name) {
            Form known = forms.get(name.id());
            if (known != null) return known;
            Expr expression = expressions.get(name.id());
            Form form = expression == null ? atom(name, 1) : Form.of(expression, this);
            forms.put(name.id(), form);
            return form;
        }
    }

    private static Form of(Expr expr, Definitions definitions) {
        return switch (expr) {
            case Expr.Literal e -> e.inside() == 0 ? new Form(List.of()) : one(new Term(e.inside(), e.unit().dimension(), Map.of(), null));
            case Expr.Name e -> definitions.of(e);
            case Expr.Negation e -> of(e.of(), definitions).scaled(-1);
            case Expr.Sum e -> of(e.left(), definitions).plus(of(e.right(), definitions), 1);
            case Expr.Difference e -> of(e.left(), definitions).plus(of(e.right(), definitions), -1);
            case Expr.Product e -> product(e, of(e.left(), definitions), of(e.right(), definitions));
            case Expr.Quotient e -> quotient(e, of(e.left(), definitions), of(e.right(), definitions));
            case Expr.Power e -> power(e, of(e.base(), definitions));
            case Expr.Call e when e.function() == Function.EXP -> exponential(e.arguments().getFirst(), definitions);
            case Expr.Call _, Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> atom(expr, 1);
        };
    }

    private static Form one(Term term) {
        return new Form(List.of(term));
    }

    private static Form atom(Expr expr, int power) {
        return one(new Term(1, Dimension.NONE, Map.of(expr, power), null));
    }

    private static Form exponential(Expr argument, Definitions definitions) {
        return one(new Term(1, Dimension.NONE, Map.of(), new Exponent(argument, of(argument, definitions))));
    }

    private static Form product(Expr whole, Form a, Form b) {
        if (a.terms.size() * b.terms.size() > LARGEST) return atom(whole, 1);
        Form sum = new Form(List.of());
        for (Term left : a.terms) for (Term right : b.terms) sum = sum.plus(one(left.times(right, 1)), 1);
        return sum;
    }

    private static Form quotient(Expr.Quotient whole, Form a, Form b) {
        if (b.terms.size() != 1) return product(whole, a, atom(whole.right(), -1));
        List<Term> quotients = new ArrayList<>();
        for (Term term : a.terms) quotients.add(term.times(b.terms.getFirst(), -1));
        return new Form(quotients);
    }

    private static Form power(Expr.Power whole, Form base) {
        if (!(whole.exponent() instanceof Expr.Literal l) || l.inside() != Math.rint(l.inside()) || Math.abs(l.inside()) > 8) return atom(whole, 1);
        int power = (int) l.inside();
        if (base.terms.size() != 1) return atom(whole.base(), power);
        Term result = new Term(1, Dimension.NONE, Map.of(), null);
        for (int i = 0; i < Math.abs(power); i++) result = result.times(base.terms.getFirst(), Integer.signum(power));
        return one(result);
    }

    Form scaled(double factor) {
        List<Term> scaled = new ArrayList<>();
        for (Term term : terms) scaled.add(term.scaled(factor));
        return new Form(scaled);
    }

    private Form plus(Form other, double sign) {
        List<Term> sum = new ArrayList<>(terms);
        for (Term term : other.terms) add(sum, term.scaled(sign));
        return new Form(sum);
    }

    private static void add(List<Term> sum, Term term) {
        for (int i = 0; i < sum.size(); i++) {
            Term known = sum.get(i);
            if (!known.like(term)) continue;
            double number = known.number + term.number;
            if (Math.abs(number) <= ROUNDING * Math.abs(term.number)) {
                sum.remove(i);
            } else {
                sum.set(i, new Term(number, known.dimension, known.powers, known.exponent));
            }
            return;
        }
        sum.add(term);
    }

    /// Whether it is a number.
    boolean constant() {
        return terms.stream().allMatch(term -> term.powers.isEmpty() && term.exponent == null);
    }

    /// This less a term times another form.
    Form less(Term factor, Form other) {
        return plus(product(Expr.number(1), one(factor), other), -1);
    }

    /// The single term r with this = r * other, or null when there is none.
    @Nullable Term ratio(Form other) {
        if (terms.isEmpty() || terms.size() != other.terms.size()) return null;
        for (Term term : terms) {
            Term ratio = term.times(other.terms.getFirst(), -1);
            if (less(ratio, other).terms.isEmpty()) return ratio;
        }
        return null;
    }
}
