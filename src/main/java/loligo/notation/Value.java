package loligo.notation;

import java.util.List;

/// What stands on the right of an entry.
public sealed interface Value {
    Span at();

    record Single(Expr expr, Span at) implements Value {}

    /// `a to b`: a ramp, or the ends of an interval.
    record Ramp(Expr from, Expr to, Span at) implements Value {}

    /// `a to b by c`: a family, one member for each value.
    record Family(Expr from, Expr to, Expr by, Span at) implements Value {}

    record Text(String text, Span at) implements Value {}

    /// A word of the experiment, not of a formula, with arguments: `peak(NaV.I, test)`, `poisson(5 [Hz])`. The parser does not know which
    /// words there are.
    record Application(String word, List<Expr> arguments, Span at) implements Value {
        public Application {
            arguments = List.copyOf(arguments);
        }
    }

    /// A measured expression compared with a number: `max(V) > 0 [mV]`. It belongs to the experiment, as [Application] does.
    record Compared(Application of, Expr.Relation relation, Expr with, Span at) implements Value {}
}
