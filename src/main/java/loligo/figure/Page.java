package loligo.figure;

import java.util.List;

/// A report as one HTML file that needs nothing else: no scripts, no network. It is well-formed XML too.
///
/// @param footer version, hashes: what a reader needs to get the same page again
public record Page(String title, String subtitle, List<Piece> pieces, List<String> footer) {
    public Page {
        pieces = List.copyOf(pieces);
        footer = List.copyOf(footer);
    }

    /// The whole file; the same page gives the same text everywhere.
    public String html() {
        return Html.of(this);
    }
}
