package loligo.protocol;

import loligo.notation.Source;

/// Gives the texts of files that a protocol names. The rooms above say which files may be read.
@FunctionalInterface
public interface Archive {
    /// No file at all.
    Archive EMPTY = _ -> new Found.Refused("no file can be read here");

    /// The text of a file, or why it can not be had.
    Found find(String name);

    sealed interface Found {
        record Text(Source source) implements Found {}

        /// @param reason in a sentence without its full stop, with what to write instead
        record Refused(String reason) implements Found {}
    }
}
