package loligo.notation;

/// One mistake in a text: where it stands, what is wrong in a few words, and in whole sentences why and what to write instead.
public record Diagnostic(Source source, Span at, String problem, String remedy) {
    /// `file:line:column: problem`, the line with carets below the place, and the remedy; ends with a line end.
    public String render() {
        return new Excerpt(source, at).heading() + ": " + problem + "\n" + new Excerpt(source, at).lines() + remedy + "\n";
    }
}
