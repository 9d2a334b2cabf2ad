package loligo.notation;

/// A stretch of a source text, by character offsets: from `start` (inclusive) to `end` (exclusive).
public record Span(int start, int end) {
    /// The smallest stretch that covers both.
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
