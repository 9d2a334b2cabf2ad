package loligo.notation;

import java.util.List;
import java.util.Map;

/// A text that was read: its items, and where each expression node stands (an identity map: equal nodes at two places keep both).
/// A file that begins with `model NAME` and no brace is one block `model NAME { ... }` here.
public record Document(Source source, List<Item> items, Map<Expr, Span> places) {
    /// Where an expression stands; `otherwise` for one that was made, not read.
    public Span place(Expr expr, Span otherwise) {
        return places.getOrDefault(expr, otherwise);
    }
}
