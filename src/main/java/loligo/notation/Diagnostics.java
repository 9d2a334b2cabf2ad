package loligo.notation;

import java.util.ArrayList;
import java.util.List;

/// Collects every mistake of a text, so that all can be told at once.
public final class Diagnostics {
    private final List<Diagnostic> found = new ArrayList<>();

    public void add(Source source, Span at, String problem, String remedy) {
        found.add(new Diagnostic(source, at, problem, remedy));
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public int count() {
        return found.size();
    }

    /// The mistakes in the order in which they were found.
    public List<Diagnostic> list() {
        return List.copyOf(found);
    }
}
