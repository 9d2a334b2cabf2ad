package loligo.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// References in BibTeX: entries by key, each with its fields and the text that a person copies.
public final class Bibliography {
    private final Map<String, Entry> entries;

    /// One reference.
    ///
    /// @param fields by name in lower case, without their outer braces or quotes
    /// @param text the entry as it is written in the file
    public record Entry(String kind, String key, Map<String, String> fields, String text) {
        public Entry {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Optional<String> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }
    }

    private Bibliography(Map<String, Entry> entries) {
        this.entries = entries;
    }

    private static final class Shelf {
        static final Bibliography LIBRARY = parse(Library.text("references.bib").orElse(""));
    }

    /// The references of the model library, `models/references.bib`.
    public static Bibliography library() {
        return Shelf.LIBRARY;
    }

    /// Reads BibTeX. What stands between entries is a comment.
    ///
    /// @throws IllegalArgumentException for a text that is no BibTeX, with the place
    public static Bibliography parse(String bibtex) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Entry e : new Scanner(bibtex).entries()) {
            if (entries.putIfAbsent(e.key(), e) != null) throw new IllegalArgumentException("two references have the key " + e.key());
        }
        return new Bibliography(entries);
    }

    public boolean contains(String key) {
        return entries.containsKey(key);
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /// Walks through a BibTeX text once, from left to right.
    private static final class Scanner {
        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        List<Entry> entries() {
            List<Entry> entries = new ArrayList<>();
            for (at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at)) entries.add(entry());
            return entries;
        }

        private Entry entry() {
            int start = at++;
            String kind = word();
            expect('{');
            String key = word();
            Map<String, String> fields = new LinkedHashMap<>();
            while (skipTo() == ',') {
                at++;
                if (skipTo() == '}') break;
                String name = word().toLowerCase(java.util.Locale.ROOT);
                expect('=');
                fields.put(name, value());
            }
            expect('}');
            return new Entry(kind, key, fields, text.substring(start, at));
        }

        /// The next character that is no white space; 0 at the end.
        private char skipTo() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
            return at < text.length() ? text.charAt(at) : 0;
        }

        private void expect(char c) {
            if (skipTo() != c) throw new IllegalArgumentException("references: expected " + c + " at character " + at);
            at++;
        }

        private String word() {
            skipTo();
            int start = at;
            while (at < text.length() && " \t\r\n{},=\"".indexOf(text.charAt(at)) < 0) at++;
            if (at == start) throw new IllegalArgumentException("references: expected a word at character " + at);
            return text.substring(start, at);
        }

        private String value() {
            char open = skipTo();
            if (open != '{' && open != '"') return word();
            int start = ++at;
            int depth = 0;
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                if (depth == 0 && c == (open == '{' ? '}' : '"')) return text.substring(start, at++).strip();
                if (c == '{') depth++;
                if (c == '}') depth--;
            }
            throw new IllegalArgumentException("references: a field is not closed, from character " + start);
        }
    }
}
