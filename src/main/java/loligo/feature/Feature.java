package loligo.feature;

import java.util.List;
import java.util.stream.IntStream;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// A number read off a recording, ready to be told.
///
/// @param name in the field's words, lower case with underscores, or a measured expression without spaces
/// @param value in `unit`; null where the condition never occurred, and then `note` says which
/// @param rounding what reading alone may be wrong by, in `unit`
/// @param error estimated absolute error of the value; null until two solutions were compared
/// @param margin of a count: by how much what is counted would have to move to be counted otherwise; infinite for all else
public record Feature(String name, @Nullable Double value, Unit unit, double rounding, @Nullable Double error, @Nullable String note, double margin) {
    private static final String CLOSE = "one of them by so little that the solution's error decides";

    public Feature {
        if (value != null) value += 0.0; // no number that is read off is a negative zero
        if (value != null && !Double.isFinite(value)) throw new IllegalStateException("a bug of Loligo: " + name + " is " + value + " " + unit.symbol());
        if (value == null && note == null) throw new IllegalStateException("a bug of Loligo: " + name + " has neither a value nor a note");
    }

    /// What is no count.
    public Feature(String name, @Nullable Double value, Unit unit, double rounding, @Nullable Double error, @Nullable String note) {
        this(name, value, unit, rounding, error, note, Double.POSITIVE_INFINITY);
    }

    /// How often something happens.
    ///
    /// @param margin by how much it would have to move to happen once more or once less
    static Feature count(String name, int count, double margin, @Nullable String note) {
        return new Feature(name, (double) count, Unit.ONE, 0, null, note, margin);
    }

    /// A value that is not known to be finite; where it is not, there is none.
    static Feature of(String name, double value, Unit unit, double rounding, @Nullable String note) {
        if (!Double.isFinite(value)) return absent(name, unit, "the value is beyond the doubles");
        return new Feature(name, value, unit, rounding, null, note);
    }

    static Feature absent(String name, Unit unit, String note) {
        return new Feature(name, null, unit, 0, null, note);
    }

    /// The same feature of three solutions of one problem, each solved more finely than the one before: the first's value, and its error. Where
    /// only some of them have a value, the run does not decide, and there is none.
    public static Feature compare(Feature stated, Feature finer, Feature finest, Comparison by) {
        if (!stated.name.equals(finer.name) || !stated.name.equals(finest.name)) throw new IllegalArgumentException("comparing " + stated.name + " with " + finer.name + " and " + finest.name);
        if (stated.value == null && finer.value == null && finest.value == null) return stated;
        if (stated.value == null || finer.value == null || finest.value == null) return absent(stated.name, stated.unit, undecided(List.of(stated, finer, finest)));
        double rounding = Math.max(stated.rounding, Math.max(finer.rounding, finest.rounding));
        double error = by.error(stated.value, finer.value, finest.value, rounding);
        return stated.sure(finer, finest, by) ? stated.with(error) : stated.noting(CLOSE).with(Math.max(1, error));
    }

    /// Whether the same is counted however far what is counted is off: its margin is known as three solutions tell any number.
    private boolean sure(Feature finer, Feature finest, Comparison by) {
        double nearest = Math.min(margin, Math.min(finer.margin, finest.margin));
        return nearest == Double.POSITIVE_INFINITY || by.error(margin, finer.margin, finest.margin, 0) <= nearest;
    }

    private Feature with(double error) {
        return new Feature(name, value, unit, rounding, error, note, margin);
    }

    /// The same with one more thing to say; null for nothing.
    public Feature noting(@Nullable String more) {
        return more == null ? this : new Feature(name, value, unit, rounding, error, note == null ? more : note + "; " + more, margin);
    }

    /// Compares features one by one.
    ///
    /// @throws IllegalArgumentException when the lists do not hold the same features in the same order
    public static List<Feature> compare(List<Feature> stated, List<Feature> finer, List<Feature> finest, Comparison by) {
        if (stated.size() != finer.size() || stated.size() != finest.size())
            throw new IllegalArgumentException("comparing " + stated.size() + " features with " + finer.size() + " and " + finest.size());
        return IntStream.range(0, stated.size()).mapToObj(i -> compare(stated.get(i), finer.get(i), finest.get(i), by)).toList();
    }

    /// The same value where nothing could be compared: its note says why it has no error.
    public Feature unchecked(String why) {
        if (value == null || error != null) return this;
        return noting("no error: " + why);
    }

    private static String undecided(List<Feature> solutions) {
        long have = solutions.stream().filter(f -> f.value != null).count();
        String reason = solutions.stream().filter(f -> f.value == null).map(Feature::note).findFirst().orElse(null);
        return "the run does not decide: " + (have == 1 ? "one" : "two") + " of three solutions " + (have == 1 ? "has" : "have") + " a value; elsewhere " + reason;
    }
}
