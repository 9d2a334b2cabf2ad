package loligo.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// A named part of a protocol. Times in ms, levels in the unit of what the protocol acts on.
public sealed interface Phase {
    /// As the text names it; that of the protocol itself when it is a single step.
    String name();

    /// When it begins, counted from the protocol's start; null: when the one before it ends.
    @Nullable Setting at();

    /// For how long: the whole of it, of pulses one.
    Setting duration();

    /// All numbers of this phase.
    List<Setting> settings();

    /// The same phase with other numbers.
    Phase map(UnaryOperator<Setting> change);

    /// Those that are levels, or differences of levels: in the unit of what the protocol acts on.
    List<Setting> levels();

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

        @Override
        public List<Setting> levels() {
            return List.of(level);
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

        @Override
        public List<Setting> levels() {
            return List.of(first, last);
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

        @Override
        public List<Setting> levels() {
            return List.of(level);
        }
    }

    /// `mean + amplitude sin(2 pi (frequency t + phase))`, t from the phase's beginning.
    ///
    /// @param mean null: where the protocol rests
    /// @param phase in turns; null: 0
    record Sine(String name, @Nullable Setting at, Setting duration, @Nullable Setting mean, Setting amplitude, Setting frequency, @Nullable Setting phase) implements Phase {
        @Override
        public Phase map(UnaryOperator<Setting> change) {
            return new Sine(name, mapped(at, change), change.apply(duration), mapped(mean, change), change.apply(amplitude), change.apply(frequency), mapped(phase, change));
        }

        @Override
        public List<Setting> settings() {
            return present(at, duration, mean, amplitude, frequency, phase);
        }

        @Override
        public List<Setting> levels() {
            return present(mean, amplitude);
        }
    }

    /// A sine whose frequency moves from `first` to `last`.
    ///
    /// @param mean null: where the protocol rests
    /// @param exponential by equal factors in equal times, not by equal amounts
    record Chirp(String name, @Nullable Setting at, Setting duration, @Nullable Setting mean, Setting amplitude, Setting first, Setting last, boolean exponential) implements Phase {
        @Override
        public Phase map(UnaryOperator<Setting> change) {
            return new Chirp(name, mapped(at, change), change.apply(duration), mapped(mean, change), change.apply(amplitude), change.apply(first), change.apply(last), exponential);
        }

        @Override
        public List<Setting> settings() {
            return present(at, duration, mean, amplitude, first, last);
        }

        @Override
        public List<Setting> levels() {
            return present(mean, amplitude);
        }
    }

    /// What a synapse opens: from rest to `amplitude` above it and back, by the difference of two exponentials. Two equal times give the alpha function.
    record Synaptic(String name, @Nullable Setting at, Setting duration, Setting amplitude, Setting rise, Setting decay) implements Phase {
        @Override
        public Phase map(UnaryOperator<Setting> change) {
            return new Synaptic(name, mapped(at, change), change.apply(duration), change.apply(amplitude), change.apply(rise), change.apply(decay));
        }

        @Override
        public List<Setting> settings() {
            return present(at, duration, amplitude, rise, decay);
        }

        @Override
        public List<Setting> levels() {
            return List.of(amplitude);
        }
    }

    /// Ornstein-Uhlenbeck noise, stationary from its beginning.
    ///
    /// @param mean null: where the protocol rests
    /// @param sd its standard deviation
    /// @param tau its correlation falls to 1/e in this time
    /// @param every spacing of its knots; null: a twentieth of tau
    record Noise(String name, @Nullable Setting at, Setting duration, @Nullable Setting mean, Setting sd, Setting tau, Setting seed, @Nullable Setting every) implements Phase {
        static final double KNOTS_PER_TAU = 20;

        @Override
        public Phase map(UnaryOperator<Setting> change) {
            return new Noise(name, mapped(at, change), change.apply(duration), mapped(mean, change), change.apply(sd), change.apply(tau), change.apply(seed), mapped(every, change));
        }

        @Override
        public List<Setting> settings() {
            return present(at, duration, mean, sd, tau, seed, every);
        }

        @Override
        public List<Setting> levels() {
            return present(mean, sd);
        }
    }

    /// A recorded curve, straight from row to row.
    ///
    /// @param duration that of the curve
    /// @param scale what it is multiplied by; null: 1
    record Replay(String name, @Nullable Setting at, Setting duration, Curve curve, @Nullable Setting scale) implements Phase {
        /// @param full name of the phase, `protocol.phase`
        public static Replay of(String full, String name, @Nullable Setting at, Curve curve, @Nullable Setting scale) {
            return new Replay(name, at, Setting.of(full + ".for", curve.length(), Unit.parse("ms"), 0), curve, scale);
        }

        @Override
        public Phase map(UnaryOperator<Setting> change) {
            return new Replay(name, mapped(at, change), duration, curve, mapped(scale, change));
        }

        /// Its duration is that of the file, and no number to vary.
        @Override
        public List<Setting> settings() {
            return present(at, scale);
        }

        /// The lowest and the highest of the file.
        @Override
        public List<Setting> levels() {
            String column = duration.name().replaceFirst("for$", "column");
            double low = Arrays.stream(curve.heights()).min().orElseThrow();
            double high = Arrays.stream(curve.heights()).max().orElseThrow();
            return List.of(new Setting(column, curve.unit(), List.of(curve.unit().outside(low), curve.unit().outside(high)), false, 0));
        }
    }

    private static @Nullable Setting mapped(@Nullable Setting setting, UnaryOperator<Setting> change) {
        return setting == null ? null : change.apply(setting);
    }

    private static List<Setting> present(@Nullable Setting... settings) {
        return Stream.of(settings).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
