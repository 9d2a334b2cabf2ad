package loligo.model;

import java.util.List;
import java.util.Map;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Span;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// Dimensions of expressions.
final class Checking {
    private final Map<String, Dimension> known;
    private final Document document;
    private final Span otherwise;
    private final Diagnostics diagnostics;

    private Checking(Map<String, Dimension> known, Document document, Span otherwise, Diagnostics diagnostics) {
        this.known = known;
        this.document = document;
        this.otherwise = otherwise;
        this.diagnostics = diagnostics;
    }

    static @Nullable Dimension dimension(Expr expr, Map<String, Dimension> known, Document document, Span otherwise, Diagnostics diagnostics) {
        return new Checking(known, document, otherwise, diagnostics).of(expr);
    }

    static void condition(Expr expr, Map<String, Dimension> known, Document document, Span otherwise, Diagnostics diagnostics) {
        dimension(expr, known, document, otherwise, diagnostics);
    }

    private @Nullable Dimension of(Expr expr) {
        return switch (expr) {
            case Expr.Literal l -> l.unit().dimension();
            case Expr.Name(var id) -> known.get(id);
            case Expr.Negation(var a) -> of(a);
            case Expr.Sum(var a, var b) -> same(expr, a, b);
            case Expr.Difference(var a, var b) -> same(expr, a, b);
            case Expr.Comparison(var _, var a, var b) -> same(expr, a, b) == null ? null : Dimension.NONE;
            case Expr.Product(var a, var b) -> {
                Dimension l = of(a);
                Dimension r = of(b);
                yield l == null || r == null ? null : l.times(r);
            }
            case Expr.Quotient(var a, var b) -> {
                Dimension l = of(a);
                Dimension r = of(b);
                yield l == null || r == null ? null : l.over(r);
            }
            case Expr.Power(var a, Expr.Literal(double p, var _)) -> {
                Dimension d = of(a);
                yield d == null ? null : d.power(p);
            }
            case Expr.Power(var a, var b) -> pure(a) && pure(b) ? Dimension.NONE : null;
            case Expr.Not(var a) -> of(a);
            case Expr.And(var a, var b) -> of(a) == null || of(b) == null ? null : Dimension.NONE;
            case Expr.Or(var a, var b) -> of(a) == null || of(b) == null ? null : Dimension.NONE;
            case Expr.Call(var f, var x) -> switch (f) {
                case MIN, MAX -> same(expr, x.getFirst(), x.get(1));
                case ABS -> of(x.getFirst());
                case SQRT -> {
                    Dimension d = of(x.getFirst());
                    yield d == null ? null : d.power(0.5);
                }
                case IF -> of(x.getFirst()) == null ? null : same(expr, x.get(1), x.get(2));
                default -> pure(x.getFirst()) ? Dimension.NONE : null;
            };
        };
    }

    private boolean pure(Expr expr) {
        Dimension d = of(expr);
        if (d == null || d.equals(Dimension.NONE)) return d != null;
        tell(expr, "This is " + d.phrase() + "; it must be a pure number here.");
        return false;
    }

    private @Nullable Dimension same(Expr at, Expr a, Expr b) {
        Dimension l = of(a);
        Dimension r = of(b);
        if (l == null || r == null || l.equals(r)) return l == null || r == null ? null : l;
        Expr wrong = r.equals(Dimension.NONE) ? b : l.equals(Dimension.NONE) ? a : at;
        String bare = wrong instanceof Expr.Literal(double value, var _) ? value + " is a pure number. " : "";
        tell(wrong, bare + "One side is " + l.phrase() + ", the other " + r.phrase() + ".");
        return null;
    }

    private void tell(Expr at, String remedy) {
        diagnostics.add(document.source(), document.place(at, otherwise), "units do not agree", remedy);
    }

    static List<Expr> none() {
        return List.of();
    }
}
