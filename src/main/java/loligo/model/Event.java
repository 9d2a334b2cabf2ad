package loligo.model;

import java.util.List;
import loligo.notation.Expr;

/// `on NAME { when = ...; X = ... }`: when the condition becomes true, states are set, all from the values before.
public record Event(String name, Expr when, List<Named> assignments) {
    public Event {
        assignments = List.copyOf(assignments);
    }
}
