package loligo.feature;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a measured expression reads off a column during a phase.
public enum How {
    /// The value farthest from that at the phase's start, with its sign; the first of equals.
    PEAK("peak", null),
    /// The mean of the phase's last tenth.
    STEADY("steady", null),
    /// The value with which the phase begins, behind the jump that begins it; and with which it ends, before the jump that ends it.
    START("start", null), END("end", null),
    MIN("min", null), MAX("max", null), MEAN("mean", null),
    /// The integral over time, in the column's unit times ms.
    AREA("area", null),
    /// How often a level is passed upwards.
    CROSSINGS("crossings", null),
    /// When something happens, ms from the phase's start; without a phase from t = 0.
    TIME_OF_PEAK("time_of", "peak"), TIME_OF_MIN("time_of", "min"), TIME_OF_MAX("time_of", "max"),
    /// When a level is first passed upwards.
    TIME_OF_CROSSING("time_of", "crossing");

    private final String word;
    private final @Nullable String event;

    How(String word, @Nullable String event) {
        this.word = word;
        this.event = event;
    }

    /// The word in the text.
    public String word() {
        return word;
    }

    /// All words, each once.
    public static List<String> words() {
        return Stream.of(values()).map(How::word).distinct().toList();
    }

    /// Of what `time_of` tells the time.
    public static List<String> events() {
        return Stream.of(values()).flatMap(how -> Stream.ofNullable(how.event)).toList();
    }

    /// The one with this word, and behind `time_of` with this event (else null); null when there is none.
    public static @Nullable How of(String word, @Nullable String event) {
        return Arrays.stream(values()).filter(how -> how.word.equals(word) && (how.event == null ? event == null : how.event.equals(event))).findFirst().orElse(null);
    }

    /// Whether it is a time, `time_of(peak, V, test)`.
    public boolean isTime() {
        return event != null;
    }

    /// Whether it says nothing without a phase.
    public boolean needsPhase() {
        return this == PEAK || this == STEADY || this == START || this == END || this == TIME_OF_PEAK;
    }

    /// Whether it asks for a level.
    public boolean needsLevel() {
        return this == CROSSINGS || this == TIME_OF_CROSSING;
    }

    /// How it is written: `time_of(crossing, V, 0 [mV], PHASE)`.
    public String pattern(String column, String level, String phase) {
        return (opening() + column + (needsLevel() ? "," + level : "") + "," + phase + ")").replace(",", ", ");
    }

    /// What stands before the column, without spaces.
    String opening() {
        return word + "(" + (event == null ? "" : event + ",");
    }
}
