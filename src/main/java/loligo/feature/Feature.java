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

    /// The same feature of two solutions of one problem, one solved more finely: the finer value, and as error how far the two lie apart,
    /// plus rounding. Where only one of them has a value, the run does not decide, and there is none.
    public static Feature compare(Feature coarse, Feature fine) {
        if (!coarse.name.equals(fine.name)) throw new IllegalArgumentException("comparing " + coarse.name + " with " + fine.name);
        Double rough = coarse.value;
        Double value = fine.value;
        if (rough == null && value == null) return fine;
        if (rough == null || value == null) return absent(fine.name, fine.unit, undecided(rough, coarse, fine));
        return new Feature(fine.name, value, fine.unit, fine.rounding, Math.abs(value - rough) + fine.rounding, fine.note);
    }

    /// Compares features pair by pair.
    ///
    /// @throws IllegalArgumentException when the lists do not hold the same features in the same order
    public static List<Feature> compare(List<Feature> coarse, List<Feature> fine) {
        if (coarse.size() != fine.size()) throw new IllegalArgumentException("comparing " + coarse.size() + " features with " + fine.size());
        List<Feature> compared = new ArrayList<>();
        for (int i = 0; i < fine.size(); i++) compared.add(compare(coarse.get(i), fine.get(i)));
        return compared;
    }

    private static String undecided(@Nullable Double rough, Feature coarse, Feature fine) {
        String reason = rough == null ? coarse.note : fine.note;
        return "the run does not decide: only the " + (rough == null ? "finer" : "coarser") + " of two solutions has a value; for the other, " + reason;
    }
}
