package loligo.notation;

import java.util.List;
import java.util.stream.Collectors;
import loligo.quantity.Decimal;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Writes formulas and items as text that reads back to the same tree, with no more parentheses than that needs.
public final class Printer {
    private static final String INDENT = "  ";

    private Printer() {}

    /// A formula as the notation writes it.
    public static String text(Expr expr) {
        var out = new StringBuilder();
        write(expr, Binding.OR, out);
        return out.toString();
    }

    /// A whole text, one item on a line.
    public static String text(List<Item> items) {
        var out = new StringBuilder();
        for (Item item : items) write(item, "", out);
        return out.toString();
    }

    public static String text(Item item) {
        return text(List.of(item));
    }

    private static void write(Expr expr, Binding outside, StringBuilder out) {
        Binding own = Binding.of(expr);
        boolean closed = own.compareTo(outside) < 0;
        if (closed) out.append('(');
        switch (expr) {
            case Expr.Literal literal -> out.append(number(literal));
            case Expr.Name name -> out.append(name.id());
            case Expr.Negation(Expr of) -> negation(of, out);
            case Expr.Sum(Expr left, Expr right) -> pair(left, " + ", right, own, out);
            case Expr.Difference(Expr left, Expr right) -> pair(left, " - ", right, own, out);
            case Expr.Product(Expr left, Expr right) -> pair(left, " * ", right, own, out);
            case Expr.Quotient(Expr left, Expr right) -> pair(left, " / ", right, own, out);
            case Expr.Power(Expr base, Expr exponent) -> {
                write(base, Binding.PRIMARY, out);
                write(exponent, Binding.UNARY, out.append('^'));
            }
            case Expr.Call(Function function, List<Expr> arguments) -> call(function.word(), arguments, out);
            case Expr.Comparison(Expr.Relation relation, Expr left, Expr right) -> {
                write(left, Binding.SUM, out);
                write(right, Binding.SUM, out.append(' ').append(relation.symbol()).append(' '));
            }
            case Expr.Not(Expr of) -> write(of, Binding.NOT, out.append("not "));
            case Expr.And(Expr left, Expr right) -> pair(left, " and ", right, own, out);
            case Expr.Or(Expr left, Expr right) -> pair(left, " or ", right, own, out);
        }
        if (closed) out.append(')');
    }

    /// The minus of a number belongs to it, so the negation of a number stands in parentheses.
    private static void negation(Expr of, StringBuilder out) {
        write(of, of instanceof Expr.Literal ? Binding.NOTHING : Binding.UNARY, out.append('-'));
    }

    private static void pair(Expr left, String operator, Expr right, Binding own, StringBuilder out) {
        write(left, own, out);
        write(right, own.tighter(), out.append(operator));
    }

    private static void call(String word, List<Expr> arguments, StringBuilder out) {
        out.append(word).append('(');
        String comma = "";
        for (Expr argument : arguments) {
            write(argument, Binding.OR, out.append(comma));
            comma = ", ";
        }
        out.append(')');
    }

    private static String number(Expr.Literal literal) {
        if (!Double.isFinite(literal.value())) throw new IllegalArgumentException("no number is written " + literal.value());
        String digits = Decimal.text(literal.value());
        return digits + literal.unit().bracketed();
    }

    private static void write(Item item, String indent, StringBuilder out) {
        out.append(indent);
        switch (item) {
            case Item.Block block -> block(block, indent, out);
            case Item.Entry entry -> entry(entry, out);
            case Item.Arrow(Item.Word from, Item.Word to, Expr forward, @Nullable Expr backward, _) -> {
                out.append(from.text()).append(backward == null ? " -> " : " <-> ").append(to.text()).append(" : ").append(text(forward));
                if (backward != null) out.append(", ").append(text(backward));
            }
        }
        out.append('\n');
    }

    private static void block(Item.Block block, String indent, StringBuilder out) {
        out.append(block.kind());
        Item.Title title = block.title();
        if (title != null) out.append(' ').append(title.form() == Item.Title.Form.TEXT ? quoted(title.text()) : title.text());
        if (block.power() != 1) out.append('^').append(block.power());
        Item.Word name = block.name();
        if (name != null) out.append(" : ").append(name.text());
        if (!block.braces()) return;
        out.append(" {");
        if (!block.body().isEmpty()) out.append('\n');
        for (Item item : block.body()) write(item, indent + INDENT, out);
        if (!block.body().isEmpty()) out.append(indent);
        out.append('}');
    }

    private static void entry(Item.Entry entry, StringBuilder out) {
        Item.Range range = entry.range();
        boolean several = range != null || entry.values().size() > 1 || !(entry.values().getFirst() instanceof Value.Single);
        out.append(entry.name()).append(entry.prime() ? "' = " : " = ");
        out.append(entry.values().stream().map(v -> value(v, several)).collect(Collectors.joining(", ")));
        if (range != null) out.append(" from ").append(part(range.from(), true)).append(" to ").append(part(range.to(), true));
    }

    private static String value(Value value, boolean several) {
        return switch (value) {
            case Value.Single(Expr expr, _) -> part(expr, several);
            case Value.Ramp(Expr from, Expr to, _) -> part(from, true) + " to " + part(to, true);
            case Value.Family(Expr from, Expr to, Expr by, _) -> part(from, true) + " to " + part(to, true) + " by " + part(by, true);
            case Value.Text(String text, _) -> quoted(text);
            case Value.Application(String word, List<Expr> arguments, _) -> {
                var out = new StringBuilder();
                call(word, arguments, out);
                yield out.toString();
            }
            case Value.Compared(Value.Application of, Expr.Relation relation, Expr with, _) -> value(of, several) + " " + relation.symbol() + " " + text(with);
        };
    }

    /// Among several numbers a pure one says so, lest it take the unit of its neighbours.
    private static String part(Expr expr, boolean several) {
        boolean pure = several && expr instanceof Expr.Literal literal && literal.unit().equals(Unit.ONE);
        return pure ? text(expr) + " [1]" : text(expr);
    }

    private static String quoted(String text) {
        if (text.indexOf('"') >= 0 || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0) throw new IllegalArgumentException("a string of the notation holds no quote and no line end: "
                + text);
        return '"' + text + '"';
    }

    /// How tightly the outermost operation of a formula binds, from loose to tight.
    enum Binding {
        OR, AND, NOT, COMPARISON, SUM, PRODUCT, UNARY, POWER, PRIMARY, NOTHING;

        /// What stands on the right of an operation that groups to the left.
        Binding tighter() {
            return switch (this) {
                case OR -> AND;
                case AND -> NOT;
                case NOT -> COMPARISON;
                case COMPARISON -> SUM;
                case SUM -> PRODUCT;
                case PRODUCT -> UNARY;
                case UNARY -> POWER;
                case POWER -> PRIMARY;
                case PRIMARY, NOTHING -> NOTHING;
            };
        }

        static Binding of(Expr expr) {
            return switch (expr) {
                case Expr.Or _ -> OR;
                case Expr.And _ -> AND;
                case Expr.Not _ -> NOT;
                case Expr.Comparison _ -> COMPARISON;
                case Expr.Sum _, Expr.Difference _ -> SUM;
                case Expr.Product _, Expr.Quotient _ -> PRODUCT;
                case Expr.Negation _ -> UNARY;
                case Expr.Power _ -> POWER;
                case Expr.Literal literal -> Double.doubleToRawLongBits(literal.value()) < 0 ? UNARY : PRIMARY;
                case Expr.Name _, Expr.Call _ -> PRIMARY;
            };
        }
    }
}
