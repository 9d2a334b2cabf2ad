package loligo.feature;

import java.util.ArrayList;
import java.util.List;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// A number read off a recording, ready to be told.
///
/// @param name in the field's words, lower case with underscores, or a measured expression without spaces
/// @param value in `unit`; null where the condition never occurred, and then `note` says which
/// @param rounding what reading alone may be wrong by, in `unit`
/// @param error estimated absolute error of the value; null until two solutions were compared
public record Feature(String name, @Nullable Double value, Unit unit, double rounding, @Nullable Double error, @Nullable String note) {
    public Feature {
        if (value != null && !Double.isFinite(value)) throw new IllegalStateException("a bug of Loligo: " + name + " is " + value + " " + unit.symbol());
        if (value == null && note == null) throw new IllegalStateException("a bug of Loligo: " + name + " has neither a value nor a note");
    }

    /// A value that is not known to be finite; where it is not, there is none.
    static Feature of(String name, double value, Unit unit, double rounding, @Nullable String note) {
        if (!Double.isFinite(value)) return absent(name, unit, "the value is beyond the doubles");
        return new Feature(name, value, unit, rounding, null, note);
    }

    static Feature absent(String name, Unit unit, String note) {
        return new Feature(name, null, unit, 0, null, note);
    }

    /// The same feature of two solutions of one problem, the second solved more finely: the first's value, and as error how far the two lie
    /// apart, times `factor`, plus rounding. Where only one of them has a value, the run does not decide, and there is none.
    ///
    /// @param factor at least 1: how much farther off the truth may lie than the finer value
    public static Feature compare(Feature stated, Feature finer, double factor) {
        if (!stated.name.equals(finer.name)) throw new IllegalArgumentException("comparing " + stated.name + " with " + finer.name);
        if (!(factor >= 1)) throw new IllegalArgumentException("factor is " + factor + "; it must be at least 1");
        Double value = stated.value;
        Double check = finer.value;
        if (value == null && check == null) return stated;
        if (value == null || check == null) return absent(stated.name, stated.unit, undecided(value, stated, finer));
        return new Feature(stated.name, value, stated.unit, stated.rounding, factor * Math.abs(check - value) + stated.rounding, stated.note);
    }

    /// Compares features pair by pair.
    ///
    /// @throws IllegalArgumentException when the lists do not hold the same features in the same order
    public static List<Feature> compare(List<Feature> stated, List<Feature> finer, double factor) {
        if (stated.size() != finer.size()) throw new IllegalArgumentException("comparing " + stated.size() + " features with " + finer.size());
        List<Feature> compared = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) compared.add(compare(stated.get(i), finer.get(i), factor));
        return compared;
    }

    private static String undecided(@Nullable Double rough, Feature coarse, Feature fine) {
        String reason = rough == null ? coarse.note : fine.note;
        return "the run does not decide: only the " + (rough == null ? "finer" : "coarser") + " of two solutions has a value; for the other, " + reason;
    }
}
