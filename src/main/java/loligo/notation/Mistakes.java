package loligo.notation;

import java.util.List;
import java.util.stream.Collectors;

/// Thrown at the end of reading a text that holds mistakes; carries all of them.
public final class Mistakes extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Diagnostic> diagnostics;

    public Mistakes(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::problem).collect(Collectors.joining("; ")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
