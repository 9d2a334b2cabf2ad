package loligo.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                    else if (!known.contains(entry.name())) Nearest.to(entry.name(), known).ifPresent(meant::add);
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
        return Nearest.to(name, known).map(n -> "Did you mean " + n + "? ").orElse("") + "There are " + String.join(", ", known) + " in " + where + ".";
    }
}
