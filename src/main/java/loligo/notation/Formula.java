package loligo.notation;

import java.util.List;
import java.util.Map;
import loligo.notation.Printer.Binding;
import loligo.quantity.Decimal;
import loligo.quantity.Unit;

/// Writes formulas for people: presentation MathML with fractions, powers, roots and cases. Variables are slanted, units upright.
public final class Formula {
    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"), Map.entry("delta", "δ"), Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"), Map.entry("theta", "θ"), Map.entry("kappa", "κ"), Map.entry("lambda", "λ"), Map.entry("mu", "μ"),
            Map.entry("rho", "ρ"), Map.entry("sigma", "σ"), Map.entry("tau", "τ"), Map.entry("phi", "φ"), Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"), Map.entry("inf", "∞"));

    private Formula() {}

    /// A formula as a `math` element.
    public static String mathml(Expr expr) {
        return math(inner(expr));
    }

    /// `name = formula`, or with `prime` `d name / d t = formula`.
    public static String equation(String name, boolean prime, Expr expr) {
        String left = prime ? "<mfrac><mrow>" + upright("d") + name(name) + "</mrow><mrow>" + upright("d") + name("t") + "</mrow></mfrac>"
                : name(name);
        return math(row(left + operator("=") + inner(expr)));
    }

    private static String math(String inner) {
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">" + inner + "</math>";
    }

    private static String inner(Expr expr) {
        return switch (expr) {
            case Expr.Literal(double value, Unit unit) -> number(value, unit);
            case Expr.Name(String id) -> name(id);
            case Expr.Negation(Expr of) -> row(operator("−") + in(of, of instanceof Expr.Literal ? Binding.NOTHING : Binding.UNARY));
            case Expr.Sum(Expr left, Expr right) -> pair(left, "+", right, Binding.SUM);
            case Expr.Difference(Expr left, Expr right) -> pair(left, "−", right, Binding.SUM);
            case Expr.Product(Expr left, Expr right) -> pair(left, "⋅", right, Binding.PRODUCT);
            case Expr.Quotient(Expr above, Expr below) -> "<mfrac>" + inner(above) + inner(below) + "</mfrac>";
            case Expr.Power(Expr base, Expr exponent) -> "<msup>" + in(base, Binding.PRIMARY) + inner(exponent) + "</msup>";
            case Expr.Call(Function function, List<Expr> arguments) -> call(function, arguments);
            case Expr.Comparison(Expr.Relation relation, Expr left, Expr right) ->
                    row(in(left, Binding.SUM) + operator(sign(relation)) + in(right, Binding.SUM));
            case Expr.Not(Expr of) -> row(operator("¬") + in(of, Binding.UNARY));
            case Expr.And(Expr left, Expr right) -> pair(left, "∧", right, Binding.AND);
            case Expr.Or(Expr left, Expr right) -> pair(left, "∨", right, Binding.OR);
        };
    }

    /// A part of a formula, in parentheses when it binds more loosely than its place; a fraction groups by itself, except under a power.
    private static String in(Expr expr, Binding place) {
        boolean groups = expr instanceof Expr.Quotient && place != Binding.PRIMARY;
        boolean unit = place == Binding.PRIMARY && expr instanceof Expr.Literal literal && !literal.unit().equals(Unit.ONE);
        boolean closed = unit || (!groups && Binding.of(expr).compareTo(place) < 0);
        return closed ? parenthesised(inner(expr)) : inner(expr);
    }

    private static String pair(Expr left, String sign, Expr right, Binding own) {
        return row(in(left, own) + operator(sign) + in(right, own.tighter()));
    }

    private static String call(Function function, List<Expr> arguments) {
        Expr first = arguments.getFirst();
        return switch (function) {
            case SQRT -> "<msqrt>" + inner(first) + "</msqrt>";
            case ABS -> row(operator("|") + inner(first) + operator("|"));
            case IF -> cases(arguments);
            case LOG -> row(upright("ln") + parenthesised(inner(first)));
            case LOG10 -> row("<msub>" + upright("log") + "<mn>10</mn></msub>" + parenthesised(inner(first)));
            case EXP, EXPM1, EXPREL, MIN, MAX, SIN, COS, TAN, SINH, COSH, TANH, ATAN, ERF ->
                    row(upright(function.word()) + parenthesised(String.join(operator(","),
                            arguments.stream().map(Formula::inner).toList())));
        };
    }

    private static String cases(List<Expr> arguments) {
        String first = "<mtr><mtd>" + inner(arguments.get(1)) + "</mtd><mtd>" + text("if ") + inner(arguments.get(0)) + "</mtd></mtr>";
        return row(operator("{") + "<mtable columnalign=\"left\">" + first + "<mtr><mtd>" + inner(arguments.get(2)) + "</mtd><mtd>"
                + text("otherwise") + "</mtd></mtr></mtable>");
    }

    private static String number(double value, Unit unit) {
        String digits = Decimal.text(Math.abs(value));
        int e = digits.indexOf('e');
        String power = e < 0 ? "" : "<msup><mn>10</mn><mn>" + digits.substring(e + 1).replace('-', '−') + "</mn></msup>";
        String size = e < 0 ? "<mn>" + digits + "</mn>" : "<mn>" + digits.substring(0, e) + "</mn>" + operator("×") + power;
        String sign = Double.doubleToRawLongBits(value) < 0 ? operator("−") : "";
        String of = unit.equals(Unit.ONE) ? "" : "<mspace width=\"0.17em\"/>" + text(Unit.printed(unit.symbol()));
        return sign.isEmpty() && of.isEmpty() && e < 0 ? size : row(sign + size + of);
    }

    /// `k_on` has a subscript, `NaV.m` the channel as a subscript, `alpha` is α.
    private static String name(String id) {
        int dot = id.lastIndexOf('.');
        int line = id.indexOf('_', dot + 2);
        String stem = id.substring(dot + 1, line > 0 ? line : id.length());
        String subscript = line > 0 && line + 1 < id.length() ? id.substring(line + 1) : "";
        String owner = dot > 0 ? id.substring(0, dot) : "";
        String below = subscript + (subscript.isEmpty() || owner.isEmpty() ? "" : ", ") + owner;
        String letter = GREEK.getOrDefault(stem, stem);
        String variable = letter.codePointCount(0, letter.length()) == 1 ? "<mi>" + escaped(letter) + "</mi>"
                : "<mi mathvariant=\"italic\">" + escaped(letter) + "</mi>";
        return below.isEmpty() ? variable : "<msub>" + variable + text(GREEK.getOrDefault(below, below)) + "</msub>";
    }

    private static String sign(Expr.Relation relation) {
        return switch (relation) {
            case LESS -> "<";
            case AT_MOST -> "≤";
            case MORE -> ">";
            case AT_LEAST -> "≥";
            case EQUAL -> "=";
            case UNEQUAL -> "≠";
        };
    }

    private static String parenthesised(String inner) {
        return row(operator("(") + inner + operator(")"));
    }

    private static String row(String inner) {
        return "<mrow>" + inner + "</mrow>";
    }

    private static String operator(String sign) {
        return "<mo>" + escaped(sign) + "</mo>";
    }

    private static String upright(String word) {
        return "<mi mathvariant=\"normal\">" + escaped(word) + "</mi>";
    }

    private static String text(String words) {
        return "<mtext>" + escaped(words) + "</mtext>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
