package loligo.notation;

/// One mistake in a text: where it stands, what is wrong in a few words, and in whole sentences why and what to write instead.
public record Diagnostic(Source source, Span at, String problem, String remedy) {}
