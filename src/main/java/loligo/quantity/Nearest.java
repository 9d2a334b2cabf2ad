package loligo.quantity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The known word that somebody most likely meant: smallest edit distance, where a letter in the wrong case counts half
/// and two letters that changed places count once; else the first that begins with it, apart from case and hyphens. Of qualified names a part may do: `m` means `NaV.m`, `soma.V` means `V`, `gNa` means `NaV.g`.
public final class Nearest {
    private static final int LONGEST = 64;
    private static final int SHORTEST = 4; // of what a word may begin with
    private static final Pattern OTHER_ORDER = Pattern.compile("(gbar|gmax|g|I|E)_?([A-Za-z][A-Za-z0-9]*)");

    private Nearest() {}

    /// The first of the nearest words, if one is near enough: about a third of the letters may be wrong.
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) return Optional.empty();
        return part(word, known).or(() -> spelled(word, known)).or(() -> only(known.stream().filter(k -> !k.isEmpty() && word.endsWith("." + k)))).or(() -> longer(word, known));
    }

    private static Optional<String> longer(String word, Collection<String> known) {
        String begins = letters(word);
        return begins.length() < SHORTEST ? Optional.empty() : known.stream().filter(k -> letters(k).startsWith(begins)).findFirst();
    }

    private static String letters(String word) {
        return word.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    /// The only known name of which the word is a part, or which says the same in another order.
    private static Optional<String> part(String word, Collection<String> known) {
        Matcher other = OTHER_ORDER.matcher(word);
        String quantity = other.matches() ? other.group(1).substring(0, 1) : "";
        String owner = other.matches() ? other.group(2).toLowerCase(Locale.ROOT) : "";
        return only(known.stream().filter(k -> k.endsWith("." + word) || (other.matches() && k.endsWith("." + quantity) && k.toLowerCase(Locale.ROOT).startsWith(owner))));
    }

    private static Optional<String> only(Stream<String> words) {
        List<String> found = words.distinct().toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<String> spelled(String word, Collection<String> known) {
        String best = "";
        int least = Math.max(2, 2 * word.length() / 3) + 1;
        for (String candidate : known) {
            if (candidate.length() > LONGEST || 2 * Math.abs(candidate.length() - word.length()) >= least) continue;
            int distance = distance(word, candidate);
            if (distance < least && distance < 2 * Math.max(word.length(), candidate.length())) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /// Twice the number of letters to insert, delete, replace or swap; a change of case counts one.
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];  // cost[i][j]: of the first i letters of a to the first j of b
        for (int i = 0; i <= a.length(); i++) cost[i][0] = 2 * i;
        for (int j = 0; j <= b.length(); j++) cost[0][j] = 2 * j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int least = Math.min(cost[i - 1][j - 1] + change(a.charAt(i - 1), b.charAt(j - 1)), 2 + Math.min(cost[i - 1][j],
                        cost[i][j - 1]));
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, 2 + cost[i - 2][j - 2]) : least;
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int change(char a, char b) {
        if (a == b) return 0;
        return Character.toLowerCase(a) == Character.toLowerCase(b) ? 1 : 2;
    }
}
