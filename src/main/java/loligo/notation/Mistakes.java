package loligo.notation;

import java.util.List;
import java.util.stream.Collectors;

/// Thrown at the end of reading a text that holds mistakes; carries all of them.
public final class Mistakes extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Diagnostic> diagnostics;
    private final String text;

    public Mistakes(Diagnostics diagnostics) {
        super(diagnostics.list().stream().map(Diagnostic::problem).collect(Collectors.joining("; ")));
        this.diagnostics = diagnostics.list();
        int more = diagnostics.more();
        this.text = this.diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining())
                + (more == 0 ? "" : "and " + more + (more == 1 ? " more mistake\n" : " more mistakes\n"));
    }

    /// The mistakes, at most [Diagnostics#MOST].
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /// All of them for people to read.
    public String text() {
        return text;
    }
}
