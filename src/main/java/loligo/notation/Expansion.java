package loligo.notation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Expressions as series in a number u that is itself an expression, such as `(V - h)/k`: each is a product of powers of what does not unfold (its scale)
/// times a series whose coefficients are pure numbers. What can not be unfolded is scale as a whole, so every expression has one.
final class Expansion {
    private final Form u;
    private final Map<String, Expr> definitions;
    private final int terms;

    /// @param terms so many powers
    Expansion(Expr u, Map<String, Expr> definitions, int terms) {
        this.u = Form.of(u, definitions);
        this.definitions = definitions;
        this.terms = terms;
    }

    /// @param scale powers of subexpressions
    record Unfolded(Map<Expr, Integer> scale, Series series) {
        private Unfolded times(Unfolded o, int sign) {
            Map<Expr, Integer> product = new LinkedHashMap<>(scale);
            o.scale.forEach((atom, power) -> product.merge(atom, sign * power, Integer::sum));
            product.values().removeIf(power -> power == 0);
            return new Unfolded(product, sign > 0 ? series.times(o.series) : series.over(o.series));
        }

        private Unfolded scaled(double factor) {
            return new Unfolded(scale, series.scaled(factor));
        }

        private boolean pure() {
            return scale.isEmpty();
        }
    }

    Unfolded of(Expr expr) {
        Unfolded found = line(expr);
        if (found == null) found = unfolded(expr);
        return found != null && found.series.finite() ? found : new Unfolded(Map.of(expr, 1), Series.number(1, terms));
    }

    private @Nullable Unfolded unfolded(Expr expr) {
        return switch (expr) {
            case Expr.Literal e -> number(e.inside());
            case Expr.Name e -> definitions.containsKey(e.id()) ? of(definitions.get(e.id())) : null;
            case Expr.Negation e -> of(e.of()).scaled(-1);
            case Expr.Sum e -> sum(of(e.left()), of(e.right()));
            case Expr.Difference e -> sum(of(e.left()), of(e.right()).scaled(-1));
            case Expr.Product e -> of(e.left()).times(of(e.right()), 1);
            case Expr.Quotient e -> quotient(of(e.left()), of(e.right()));
            case Expr.Power e -> power(of(e.base()), of(e.exponent()));
            case Expr.Call e -> call(e.function(), e.arguments());
            case Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> null;
        };
    }

    private Unfolded number(double value) {
        return new Unfolded(Map.of(), Series.number(value, terms));
    }

    private static @Nullable Unfolded sum(Unfolded a, Unfolded b) {
        if (a.series.zero()) return b;
        if (b.series.zero()) return a;
        return a.scale.equals(b.scale) ? new Unfolded(a.scale, a.series.plus(b.series)) : null;
    }

    private static @Nullable Unfolded quotient(Unfolded a, Unfolded b) {
        return b.series.zero() ? null : a.times(b, -1);
    }

    private static @Nullable Unfolded power(Unfolded base, Unfolded exponent) {
        if (!exponent.pure() || !constant(exponent.series)) return null;
        double power = exponent.series.zero() ? 0 : exponent.series.c()[0];
        if (base.pure()) return new Unfolded(Map.of(), base.series.power(power));
        if (power != Math.rint(power) || Math.abs(power) > 8) return null;
        Map<Expr, Integer> scale = new LinkedHashMap<>(base.scale);
        scale.replaceAll((_, p) -> p * (int) power);
        scale.values().removeIf(p -> p == 0);
        return new Unfolded(scale, base.series.power(power));
    }

    private static boolean constant(Series series) {
        if (series.from() != 0) return false;
        for (int k = 1; k < series.c().length; k++) if (series.c()[k] != 0) return false;
        return true;
    }

    private @Nullable Unfolded call(Function function, List<Expr> arguments) {
        Unfolded argument = of(arguments.getFirst());
        return argument.pure() ? new Unfolded(Map.of(), argument.series.of(function)) : null;
    }

    /// A sum, product or name as `scale * (number + rate u)`; null where it is none.
    private @Nullable Unfolded line(Expr expr) {
        if (expr instanceof Expr.Literal || expr instanceof Expr.Call || expr instanceof Expr.Power) return null;
        Form form = Form.of(expr, definitions);
        if (form.terms().isEmpty()) return number(0);
        Form.Term first = u.terms().getFirst();
        for (Form.Term term : form.terms()) {
            Form.Term rate = term.times(first, -1);
            if (rate.exponent() != null || !steady(rate, first)) continue;
            List<Form.Term> rest = form.less(rate, u).terms();
            if (rest.isEmpty()) return new Unfolded(rate.powers(), Series.line(0, rate.number(), terms));
            if (rest.size() > 1 || rest.getFirst().exponent() != null || !rest.getFirst().powers().equals(rate.powers())) continue;
            return new Unfolded(rate.powers(), Series.line(rest.getFirst().number(), rate.number(), terms));
        }
        return null;
    }

    /// Whether a ratio holds nothing of what moves u, as a name or within a subexpression.
    private static boolean steady(Form.Term ratio, Form.Term first) {
        return ratio.powers().keySet().stream().allMatch(Expr.Name.class::isInstance) && first.powers().entrySet().stream().noneMatch(e -> e.getValue() > 0 && ratio.powers().containsKey(e.getKey()));
    }
}
