package loligo.notation;

import loligo.quantity.Decimal;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Proves the dimensions of formulas, and tells where they do not agree. A formula of which a part has a mistake has no
/// dimension (null) and causes no further message, so each mistake is told once.
public final class Checker {
    private static final int SHORT = 40;

    private final Document document;
    private final Scope scope;
    private final Diagnostics diagnostics;

    public Checker(Document document, Scope scope, Diagnostics diagnostics) {
        this.document = document;
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /// The dimension of a number; null after a mistake, a condition included.
    ///
    /// @param otherwise where to point when the formula was made, not read
    public @Nullable Dimension number(Expr expr, Span otherwise) {
        return switch (expr) {
            case Expr.Literal literal -> literal.unit().dimension();
            case Expr.Name name -> named(name, otherwise);
            case Expr.Negation(Expr of) -> negated(of, otherwise);
            case Expr.Sum(Expr left, Expr right) -> sum(left, right, otherwise);
            case Expr.Difference(Expr left, Expr right) -> agreed(left, right, otherwise);
            case Expr.Product(Expr left, Expr right) -> product(left, right, false, otherwise);
            case Expr.Quotient(Expr left, Expr right) -> product(left, right, true, otherwise);
            case Expr.Power(Expr base, Expr exponent) -> power(base, exponent, otherwise);
            case Expr.Call call -> new CallRules(this, otherwise).dimension(call);
            case Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> {
                condition(expr, otherwise);
                yield blame(expr, otherwise, "a condition is not a number", "Write if(" + quote(expr, "the condition") + ", 1, 0).");
            }
        };
    }

    /// Whether this is a condition without a mistake.
    public boolean condition(Expr expr, Span otherwise) {
        return switch (expr) {
            case Expr.Comparison(_, Expr left, Expr right) -> agreed(left, right, otherwise) != null;
            case Expr.Not(Expr of) -> condition(of, otherwise);
            case Expr.And(Expr left, Expr right) -> both(left, right, otherwise);
            case Expr.Or(Expr left, Expr right) -> both(left, right, otherwise);
            default -> {
                Dimension dimension = number(expr, otherwise);
                String compared = dimension == null ? "" : quote(expr, "x") + " > 0" + bracket(dimension);
                if (dimension != null) blame(expr, otherwise, "a number is not a condition", "Compare it with another number, as in "
                        + compared + ".");
                yield false;
            }
        };
    }

    private boolean both(Expr left, Expr right, Span otherwise) {
        boolean first = condition(left, otherwise);  // the second is checked whatever the first says
        return condition(right, otherwise) && first;
    }

    /// Tells when a number has another dimension than its place asks for.
    ///
    /// @param what the place, as in "a conductance `g`" or "the rate alpha"
    /// @return whether it fits
    public boolean expect(Expr expr, Dimension wanted, String what, Span otherwise) {
        Dimension found = number(expr, otherwise);
        if (found == null) return false;
        if (found.equals(wanted)) return true;
        boolean unitless = found.equals(Dimension.NONE) && expr instanceof Expr.Literal;
        String advice = unitless ? " Write " + quote(expr, "it") + bracket(wanted) + "." : "";
        String finding = capital(what) + " is " + kind(wanted) + "; " + is(expr, "this", found) + ".";
        blame(expr, otherwise, "units do not agree", finding + advice);
        return false;
    }

    private @Nullable Dimension named(Expr.Name name, Span otherwise) {
        Dimension known = scope.dimension(name.id());
        if (known != null || scope.names().contains(name.id())) return known;
        return blame(name, otherwise, "'" + name.id() + "' is not known here", scope.advice(name.id()));
    }

    private @Nullable Dimension negated(Expr of, Span otherwise) {
        if (celsius(of)) return difference(of, otherwise);
        return number(of, otherwise);
    }

    private @Nullable Dimension sum(Expr left, Expr right, Span otherwise) {
        if (celsius(right)) return difference(right, otherwise);
        return agreed(left, right, otherwise);
    }

    private @Nullable Dimension product(Expr left, Expr right, boolean quotient, Span otherwise) {
        Dimension a = number(left, otherwise);
        Dimension b = number(right, otherwise);
        if (a == null || b == null) return null;
        boolean ofDifference = left instanceof Expr.Difference && a.equals(Dimension.TEMPERATURE);
        if (quotient && ofDifference && celsius(right)) return difference(right, otherwise);
        return quotient ? a.over(b) : a.times(b);
    }

    private @Nullable Dimension difference(Expr literal, Span otherwise) {
        double value = literal instanceof Expr.Literal l ? l.value() : 0;
        String digits = Decimal.text(value);
        String kelvin = Decimal.text(Unit.CELSIUS.inside(value));
        String remedy = "[degC] is an absolute temperature: " + digits + " [degC] is " + kelvin + " [K]. For a difference write " + digits
                + " [K].";
        return blame(literal, otherwise, "a temperature where a difference belongs", remedy);
    }

    private static boolean celsius(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.unit().equals(Unit.CELSIUS);
    }

    private @Nullable Dimension agreed(Expr left, Expr right, Span otherwise) {
        return agreed(left, number(left, otherwise), right, number(right, otherwise), otherwise);
    }

    /// The dimension that two numbers share, given the dimension of each (null after a mistake).
    @Nullable Dimension agreed(Expr left, @Nullable Dimension a, Expr right, @Nullable Dimension b, Span otherwise) {
        if (a == null || b == null) return null;
        if (a.equals(b)) return a;
        boolean leftIsBare = bare(left) && !bare(right);
        return leftIsBare ? disagree(left, a, right, b, otherwise) : disagree(right, b, left, a, otherwise);
    }

    private static boolean bare(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.unit().dimension().equals(Dimension.NONE);
    }

    private @Nullable Dimension disagree(Expr blamed, Dimension its, Expr other, Dimension wanted, Span otherwise) {
        String zero = blamed instanceof Expr.Literal literal && literal.value() == 0 ? "Zero has a unit here too: write " : "Write ";
        String advice = bare(blamed) ? zero + quote(blamed, "it") + bracket(wanted) + "."
                : "Only equal dimensions can be added or compared.";
        String finding = capital(is(other, "the other side", wanted)) + "; " + is(blamed, "this", its) + ". ";
        return blame(blamed, otherwise, "units do not agree", finding + advice);
    }

    private @Nullable Dimension power(Expr base, Expr exponent, Span otherwise) {
        Dimension of = number(base, otherwise);
        Dimension by = number(exponent, otherwise);
        if (of == null || by == null) return null;
        if (!by.equals(Dimension.NONE)) {
            String remedy = capital(is(exponent, "the exponent", by)) + "; an exponent is a pure number.";
            return blame(exponent, otherwise, "an exponent with a unit", remedy);
        }
        if (of.equals(Dimension.NONE)) return of;
        double constant = Fold.constant(exponent);
        String finding = capital(is(base, "the base", of));
        if (Double.isNaN(constant)) {
            String remedy = finding + ": only a pure number has a variable power. Divide it by its unit first.";
            return blame(exponent, otherwise, "an exponent that is not constant", remedy);
        }
        try {
            return of.power(constant);
        } catch (IllegalArgumentException uneven) {
            return blame(exponent, otherwise, "no unit has this power",
                    finding + "; this power of it is no dimension. Use whole powers and simple roots.");
        }
    }

    @Nullable Dimension blame(Expr expr, Span otherwise, String problem, String remedy) {
        diagnostics.add(document.source(), document.place(expr, otherwise), problem, remedy);
        return null;
    }

    /// `a potential [mV]`, `a pure number`.
    static String kind(Dimension dimension) {
        String phrase = dimension.phrase();
        return phrase.startsWith("a quantity in") ? phrase : phrase + bracket(dimension);
    }

    static String bracket(Dimension dimension) {
        return dimension.equals(Dimension.NONE) ? "" : " [" + dimension.unit().symbol() + "]";
    }

    /// `V is a potential [mV]`.
    private String is(Expr expr, String otherwise, Dimension dimension) {
        return quote(expr, otherwise) + " is " + kind(dimension);
    }

    /// A formula as it is written, if it is short.
    String quote(Expr expr, String otherwise) {
        Span at = document.place(expr, new Span(0, 0));
        int length = at.end() - at.start();
        if (length > SHORT) return otherwise;
        boolean leaf = expr instanceof Expr.Name || expr instanceof Expr.Literal;
        String made = leaf ? Printer.text(expr) : otherwise;
        String text = length > 0 ? document.source().text().substring(at.start(), at.end()) : made;
        return text.indexOf('\n') >= 0 ? otherwise : text;
    }

    private static String capital(String text) {
        boolean ours = text.startsWith("the ") || text.startsWith("a ") || text.startsWith("an ");
        return ours ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }
}
