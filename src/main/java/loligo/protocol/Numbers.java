package loligo.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.quantity.Decimal;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Reads the right side of an entry as a number or a family of numbers. The unit of the last number holds for those without one.
/// Public so that other numbers of an experiment are read by the same rules.
public final class Numbers {
    private static final BigDecimal SAME = new BigDecimal("1e-9"); // of a step

    private final Document document;
    private final Diagnostics diagnostics;

    public Numbers(Document document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /// One number, a list `a, b, c` or a family `a to b by c`; null after a diagnostic.
    public @Nullable Setting setting(String name, Item.Entry entry) {
        List<Quantity> read = new ArrayList<>();
        boolean family = entry.values().size() > 1;
        for (Value value : entry.values()) {
            List<Quantity> values = switch (value) {
                case Value.Single single -> evaluated(value.at(), single.expr());
                case Value.Family f -> grid(f);
                case Value.Ramp ramp -> refuse(ramp.at(), "a ramp where a number is wanted",
                        "A family is written a to b by c; a level that changes with time stands in a phase of the kind ramp.");
                case Value.Application call -> refuse(call.at(), call.word() + "(...) where a number is wanted", "Write a number with its unit.");
                case Value.Compared condition -> refuse(condition.at(), "a condition where a number is wanted", "Write a number with its unit.");
                case Value.Text text -> refuse(text.at(), "a text where a number is wanted", "Write a number with its unit.");
            };
            if (values == null) return null;
            family |= value instanceof Value.Family;
            read.addAll(values);
        }
        return made(name, read, family, entry.at());
    }

    /// The two ends of a ramp, `a to b`; null after a diagnostic.
    public @Nullable List<Setting> ends(String name, Item.Entry entry) {
        if (entry.values().size() != 1 || !(entry.values().getFirst() instanceof Value.Ramp ramp)) {
            refuse(entry.at(), name + " is not a ramp", "Write its two ends: " + entry.name() + " = a to b, with the unit of b.");
            return null;
        }
        List<Quantity> ends = evaluated(ramp.at(), ramp.from(), ramp.to());
        Setting both = ends == null ? null : made(name, ends, false, entry.at());
        if (both == null) return null;
        return both.values().stream().map(v -> Setting.of(name, v, both.unit(), both.order())).toList();
    }

    private @Nullable List<Quantity> evaluated(Span at, Expr... exprs) {
        List<Quantity> values = new ArrayList<>();
        Constants constants = new Constants(document, diagnostics, at);
        for (Expr expr : exprs) {
            Quantity value = constants.value(expr);
            if (value == null) return null;
            if (!Double.isFinite(value.inside())) return refuse(at, "not a finite number", "Its value is " + value + ".");
            values.add(value);
        }
        return values;
    }

    private @Nullable List<Quantity> grid(Value.Family family) {
        List<Quantity> read = evaluated(family.at(), family.from(), family.to(), family.by());
        List<Quantity> same = read == null ? null : alike(read, family.at());
        if (same == null) return null;
        BigDecimal from = BigDecimal.valueOf(same.get(0).value());
        BigDecimal way = BigDecimal.valueOf(same.get(1).value()).subtract(from);
        BigDecimal by = BigDecimal.valueOf(same.get(2).value());
        if (by.signum() == 0 || way.signum() * by.signum() < 0)
            return refuse(family.at(), "steps that lead nowhere", "From " + same.get(0) + " steps of " + same.get(2) + " do not reach " + same.get(1) + ". Write by " + (by.signum() == 0 ? new Quantity(way.divide(BigDecimal.TEN, 12, RoundingMode.HALF_EVEN).stripTrailingZeros().doubleValue(), same.get(2).unit()) : same.get(2).negated()) + ".");
        BigDecimal steps = whole(way, by);
        if (steps.compareTo(BigDecimal.valueOf(Protocol.MOST_MEMBERS)) >= 0)
            return refuse(family.at(), "a family of " + Decimal.text(steps.doubleValue() + 1) + " members", "At most " + Protocol.MOST_MEMBERS + " are performed. Take wider steps.");
        List<Quantity> values = new ArrayList<>();
        Unit unit = same.get(0).unit();
        for (int k = 0; k <= steps.intValueExact(); k++) values.add(new Quantity(from.add(by.multiply(BigDecimal.valueOf(k))).doubleValue(), unit));
        if (by.multiply(steps).subtract(way).abs().compareTo(by.abs().multiply(SAME)) > 0) fallsShort(family, same, values.getLast());
        return values;
    }

    /// How many whole steps fit. What differs from a whole number by rounding, as a unit that was converted does, is one.
    private static BigDecimal whole(BigDecimal way, BigDecimal by) {
        return way.divide(by, 12, RoundingMode.HALF_EVEN).add(SAME).setScale(0, RoundingMode.FLOOR);
    }

    /// Steps that go past the end; what was meant can only be guessed.
    private void fallsShort(Value.Family family, List<Quantity> same, Quantity last) {
        String from = Decimal.text(same.get(0).value());
        String by = Decimal.text(same.get(2).value()) + " [" + same.get(2).unit().symbol() + "]";
        String reached = Decimal.text(last.value());
        diagnostics.warn(document.source(), family.at(), "the family ends at " + last + ", short of " + same.get(1), "Steps of " + same.get(2) + " from " + from + " do not meet it. Write " + from + " to " + reached + " by " + by
                + " if that is meant, or add the end: " + from + " to " + reached + " by " + by + ", " + Decimal.text(same.get(1).value()) + " [" + same.get(1).unit().symbol() + "].");
    }

    private @Nullable Setting made(String name, List<Quantity> read, boolean family, Span at) {
        List<Quantity> same = alike(read, at);
        if (same == null) return null;
        return new Setting(name, same.getLast().unit(), same.stream().map(Quantity::value).toList(), family, at.start());
    }

    /// All in the unit of the last one that has a unit.
    private @Nullable List<Quantity> alike(List<Quantity> read, Span at) {
        Unit unit = Unit.ONE;
        for (Quantity q : read) if (!Constants.isNumber(q)) unit = q.unit();
        List<Quantity> same = new ArrayList<>();
        for (Quantity q : read) {
            if (Constants.isNumber(q)) same.add(new Quantity(q.inside(), unit));
            else if (q.unit().dimension().equals(unit.dimension())) same.add(q.in(unit));
            else return refuse(at, "units do not agree", q + " is " + q.unit().dimension().phrase() + "; [" + unit.symbol() + "] is " + unit.dimension().phrase() + ".");
        }
        return same;
    }

    private @Nullable List<Quantity> refuse(Span at, String problem, String remedy) {
        diagnostics.add(document.source(), at, problem, remedy);
        return null;
    }
}
