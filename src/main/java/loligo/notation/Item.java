package loligo.notation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a text consists of: blocks, entries and, inside a scheme, arrows.
public sealed interface Item {
    /// Where the item begins, for messages: the word it starts with.
    Span at();

    /// `kind title ^power : name { body }`. `body` is empty when there are no braces (`braces` tells them apart);
    /// `power` is 1 when none is written.
    record Block(String kind, @Nullable Title title, int power, @Nullable Word name, List<Item> body, boolean braces,
            Span at) implements Item {}

    /// `name = value, value from expr to expr`, or with `prime` a differential equation. `name` may be qualified (`Kdr.g`).
    record Entry(String name, boolean prime, List<Value> values, @Nullable Range range, Span at) implements Item {}

    /// `from -> to : forward` or `from <-> to : forward, backward`.
    record Arrow(Word from, Word to, Expr forward, @Nullable Expr backward, Span at) implements Item {}

    /// A name and where it stands.
    record Word(String text, Span at) {}

    /// What follows a block's kind: a qualified name, a string in quotes, or a file name.
    record Title(Form form, String text, Span at) {
        public enum Form { NAME, TEXT, FILE }
    }

    /// The range of a slider, a sweep or a continuation: `from a to b`.
    record Range(Expr from, Expr to, Span at) {}
}
