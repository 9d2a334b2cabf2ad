package loligo.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loligo.notation.Diagnostics;
import loligo.notation.Item;
import loligo.notation.Source;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;

/// The entries of one body, each name once and known; everything else has been told.
///
/// @param blocks the blocks of the body, in order
/// @param meant words that were probably meant by misspelled ones
record Entries(Map<String, Item.Entry> byName, List<Item.Block> blocks, Set<String> meant) {
    /// Words of other programs, and what they are here.
    private static final Map<String, String> ELSEWHERE = elsewhere();

    private static Map<String, String> elsewhere() {
        Map<String, String> words = new HashMap<>();
        for (String word : List.of("start", "begin", "onset", "delay", "del")) words.put(word, "at");
        for (String word : List.of("duration", "dur", "length", "width")) words.put(word, "for");
        for (String word : List.of("amplitude", "amp", "current", "voltage", "conductance", "intensity", "value")) words.put(word, "level");
        for (String word : List.of("hold", "holding", "baseline")) words.put(word, "rest");
        for (String word : List.of("period", "interval")) words.put(word, "every");
        return Map.copyOf(words);
    }

    /// The known word that an unknown one stands for, by its sense or by its spelling.
    private static Optional<String> meant(String word, List<String> known) {
        return Optional.ofNullable(ELSEWHERE.get(word)).filter(known::contains).or(() -> Nearest.to(word, known));
    }

    static Entries of(List<Item> body, List<String> known, String where, Source source, Diagnostics diagnostics) {
        Map<String, Item.Entry> byName = new LinkedHashMap<>();
        List<Item.Block> blocks = new ArrayList<>();
        Set<String> meant = new HashSet<>();
        for (Item item : body) {
            switch (item) {
                case Item.Block block -> blocks.add(block);
                case Item.Arrow arrow -> diagnostics.add(source, arrow.at(), "an arrow in " + where, "Arrows stand in a scheme only.");
                case Item.Entry entry -> {
                    String mistake = mistake(entry, known, byName);
                    if (mistake == null) byName.put(entry.name(), entry);
                    else if (!known.contains(entry.name())) meant(entry.name(), known).ifPresent(meant::add);
                    if (mistake != null) diagnostics.add(source, entry.at(), mistake, remedy(entry.name(), known, where));
                }
            }
        }
        return new Entries(byName, blocks, meant);
    }

    Item.@Nullable Entry find(String name) {
        return byName.get(name);
    }

    private static @Nullable String mistake(Item.Entry entry, List<String> known, Map<String, Item.Entry> before) {
        if (!known.contains(entry.name())) return "unknown entry " + entry.name();
        if (entry.prime()) return entry.name() + "' is a differential equation";
        return before.containsKey(entry.name()) ? entry.name() + " is given twice" : null;
    }

    private static String remedy(String name, List<String> known, String where) {
        if (known.contains(name)) return "Write " + name + " = ... once.";
        String sense = ELSEWHERE.getOrDefault(name, "");
        if (known.contains(sense)) return "Write " + sense + " instead of " + name + ".";
        return Nearest.to(name, known).map(n -> "Did you mean " + n + "? ").orElse("") + "There are " + String.join(", ", known) + " in " + where + ".";
    }
}
