package loligo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.notation.Source;

/// What the comment at the top of a library model tells people. Its first line is the title; then come, parted by empty comment lines, `Kind:` with
/// `Picture:`, where the numbers come from, and what to look at.
///
/// @param name of the file, `surname-year`
/// @param kind under which heading it stands
/// @param picture a stimulus that shows what it does, as entries: `until`, `at`, `for` and `level` of a current, `record`
/// @param paragraphs of prose, each in one line
public record Card(String name, String title, Kind kind, String picture, List<String> paragraphs) {
    /// What membranes do, in the order in which a reader meets them.
    public enum Kind {
        NORMAL("normal forms", "Normal forms and caricatures"),
        MINIMAL("minimal models", "Minimal models: one or two currents"),
        SIMPLE("simple models", "Simple models: a parabola and a reset"),
        SPIKING("spiking", "Spiking membranes"),
        BISTABLE("bistable", "Two resting potentials"),
        BURSTING("bursting", "Bursting"),
        CARDIAC("cardiac", "Cardiac cells"),
        ENGINEERED("engineered cells", "Engineered cells");

        private final String words;
        private final String heading;

        Kind(String words, String heading) {
            this.words = words;
            this.heading = heading;
        }

        public String heading() {
            return heading;
        }
    }

    public Card {
        paragraphs = List.copyOf(paragraphs);
    }

    /// The cards of all models, in the order of their names.
    public static List<Card> all() {
        return Library.names().stream().map(n -> of(n).orElseThrow()).toList();
    }

    /// The card of a model; empty when the library has none of that name.
    public static Optional<Card> of(String name) {
        return Library.find(name).map(source -> read(name, source));
    }

    private static Card read(String name, Source source) {
        List<String> paragraphs = paragraphs(source.text());
        String kind = "";
        String picture = "";
        List<String> prose = new ArrayList<>();
        for (String paragraph : paragraphs.subList(1, paragraphs.size())) {
            int at = paragraph.indexOf("Picture: ");
            if (!paragraph.startsWith("Kind: ") || at < 0) {
                prose.add(paragraph);
                continue;
            }
            kind = paragraph.substring("Kind: ".length(), at).strip();
            picture = paragraph.substring(at + "Picture: ".length()).strip();
        }
        return new Card(name, paragraphs.getFirst(), kind(kind, name), picture, prose);
    }

    private static Kind kind(String words, String name) {
        for (Kind kind : Kind.values()) if (kind.words.equals(words)) return kind;
        throw new IllegalStateException("the model " + name + " of the library is of no known kind: '" + words + "'. This is a bug of Loligo.");
    }

    /// The paragraphs of the comment with which a text begins.
    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.lines().takeWhile(l -> l.startsWith("#")).toList()) {
            String words = line.substring(1).strip();
            if (!words.isEmpty()) paragraph.append(paragraph.isEmpty() ? "" : " ").append(words);
            if (!words.isEmpty() || paragraph.isEmpty()) continue;
            paragraphs.add(paragraph.toString());
            paragraph.setLength(0);
        }
        if (!paragraph.isEmpty() || paragraphs.isEmpty()) paragraphs.add(paragraph.toString());
        return paragraphs;
    }
}
