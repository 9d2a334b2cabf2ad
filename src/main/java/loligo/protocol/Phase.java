package loligo.protocol;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A named part of a protocol. Times in ms, levels in the unit of what the protocol acts on.
public sealed interface Phase {
    /// As the text names it; that of the protocol itself when it is a single step.
    String name();

    /// When it begins, counted from the protocol's start; null: when the one before it ends.
    @Nullable Setting at();

    /// For how long: the whole of a step or a ramp, one of the pulses.
    Setting duration();

    /// All numbers of this phase.
    List<Setting> settings();

    /// The same phase with other numbers.
    Phase map(UnaryOperator<Setting> change);

    /// One level for a while.
    record Step(String name, @Nullable Setting at, Setting duration, Setting level) implements Phase {
        @Override
        public List<Setting> settings() {
            return present(at, duration, level);
        }

        @Override
        public Phase map(UnaryOperator<Setting> change) {
            return new Step(name, mapped(at, change), change.apply(duration), change.apply(level));
        }
    }

    /// A straight line from one level to another.
    record Ramp(String name, @Nullable Setting at, Setting duration, Setting first, Setting last) implements Phase {
        @Override
        public List<Setting> settings() {
            return present(at, duration, first, last);
        }

        @Override
        public Phase map(UnaryOperator<Setting> change) {
            return new Ramp(name, mapped(at, change), change.apply(duration), change.apply(first), change.apply(last));
        }
    }

    /// `count` equal steps, one beginning `every` so often; the phase ends with the last of them.
    record Pulses(String name, @Nullable Setting at, Setting every, Setting count, Setting duration, Setting level) implements Phase {
        @Override
        public List<Setting> settings() {
            return present(at, every, count, duration, level);
        }

        @Override
        public Phase map(UnaryOperator<Setting> change) {
            return new Pulses(name, mapped(at, change), change.apply(every), change.apply(count), change.apply(duration), change.apply(level));
        }
    }

    private static @Nullable Setting mapped(@Nullable Setting setting, UnaryOperator<Setting> change) {
        return setting == null ? null : change.apply(setting);
    }

    private static List<Setting> present(@Nullable Setting... settings) {
        return Stream.of(settings).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
