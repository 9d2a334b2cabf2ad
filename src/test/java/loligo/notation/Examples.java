package loligo.notation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The examples by which the notation is explained, one file each.
final class Examples {
    static final List<String> ALL = List.of("hodgkin-huxley", "channels", "fitzhugh-nagumo", "quadratic", "experiment", "cable", "cell", "sheet");

    private Examples() {}

    static Source source(String name) {
        try (InputStream in = Examples.class.getResourceAsStream(name + ".loligo")) {
            if (in == null) throw new IllegalStateException("no example " + name);
            return Source.of(name + ".loligo", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Parses a text that holds no mistake.
    static Document parse(Source source) {
        var diagnostics = new Diagnostics();
        Document document = Parser.parse(source, diagnostics);
        if (diagnostics.any()) throw new AssertionError(diagnostics.render());
        return document;
    }

    static Document parse(String text) {
        return parse(new Source("test", text));
    }

    static Expr expr(String text) {
        var diagnostics = new Diagnostics();
        var expr = Parser.expression(new Source("test", text), diagnostics);
        return expr.orElseThrow(() -> new AssertionError(diagnostics.render()));
    }
}
