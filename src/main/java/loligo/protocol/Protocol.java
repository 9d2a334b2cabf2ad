package loligo.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is done to a membrane: phases in order, rest before, between and after them, and families of their numbers.
///
/// @param of the number that a `set` protocol moves (`NaV.g`), null for the other kinds
/// @param rest null: zero for current, dynamic clamp and light; for voltage clamp where V begins, for `set` the number's own value, which the caller knows
/// @param wavelength of a light protocol, if given
/// @param reversal of a dynamic clamp, one potential; null for the other kinds
public record Protocol(
        String name, Kind kind, @Nullable String of, @Nullable Setting rest, @Nullable Setting wavelength, @Nullable Setting reversal, List<Phase> phases) {
    /// More members than this are refused.
    public static final long MOST_MEMBERS = 1_000_000;

    /// @throws IllegalArgumentException with the first of [Objections#to] when there is one
    public Protocol {
        phases = List.copyOf(phases);
        if ((kind == Kind.SET) != (of != null)) throw new IllegalArgumentException("a set protocol, and no other, says of which number: " + name);
        if ((kind == Kind.DYNAMIC) != (reversal != null)) throw new IllegalArgumentException("a dynamic clamp, and no other, has a reversal potential: " + name);
        for (Objection o : Objections.to(kind, rest, phases)) throw new IllegalArgumentException(o.problem() + ". " + o.remedy());
    }

    /// The same protocol with another value of the number of that name, in membrane units.
    ///
    /// @throws IllegalArgumentException with the first of [#objections] when there is one
    public Protocol with(String setting, double inside) {
        Setting base = rest == null ? null : rest.with(setting, inside);
        Setting turn = reversal == null ? null : reversal.with(setting, inside);
        return new Protocol(name, kind, of, base, wavelength, turn, phases.stream().map(p -> p.map(s -> s.with(setting, inside))).toList());
    }

    /// What speaks against another value of the number of that name, in membrane units.
    public List<Objection> objections(String setting, double inside) {
        return Objections.to(kind, rest == null ? null : rest.with(setting, inside), phases.stream().map(p -> p.map(s -> s.with(setting, inside))).toList());
    }

    /// Current clamp: injects what its phases say.
    public static Protocol current(String name, Phase... phases) {
        return new Protocol(name, Kind.CURRENT, null, null, null, null, List.of(phases));
    }

    /// Ideal voltage clamp.
    ///
    /// @param rest the holding potential; null: where V of the model begins
    public static Protocol voltage(String name, @Nullable Setting rest, Phase... phases) {
        return new Protocol(name, Kind.VOLTAGE, null, rest, null, null, List.of(phases));
    }

    /// Dynamic clamp: injects `level * (reversal - V)`.
    public static Protocol dynamic(String name, Setting reversal, Phase... phases) {
        return new Protocol(name, Kind.DYNAMIC, null, null, null, reversal, List.of(phases));
    }

    /// Moves a number of the model, named in full.
    public static Protocol set(String name, String of, Phase... phases) {
        return new Protocol(name, Kind.SET, of, null, null, null, List.of(phases));
    }

    /// The families, in the order of the text.
    public List<Setting> families() {
        return settings().filter(Setting::family).sorted(Comparator.comparingInt(Setting::order)).toList();
    }

    /// All numbers of the protocol.
    public Stream<Setting> settings() {
        return Stream.concat(Stream.concat(Stream.ofNullable(rest), Stream.ofNullable(reversal)), phases.stream().flatMap(p -> p.settings().stream()));
    }

    /// How low a waveform goes.
    ///
    /// @param level in membrane units; infinite when nothing bounds it
    /// @param setting the number that takes it there; null when there is none
    public record Lowest(double level, @Nullable Setting setting) {}

    /// The lowest level of any member. Noise is left out, as it has no bound.
    ///
    /// @param otherwise where the waveform rests when the text does not say, in membrane units
    public Lowest lowest(double otherwise) {
        double resting = rest == null ? otherwise : rest.least();
        Lowest lowest = new Lowest(rest == null ? Double.POSITIVE_INFINITY : resting, rest);
        for (Phase phase : phases) {
            double level = Objections.lowest(phase, resting);
            if (level < lowest.level && Double.isFinite(level)) lowest = new Lowest(level, phase.levels().getLast());
        }
        return lowest;
    }

    /// How many members there are, at most [#MOST_MEMBERS].
    public int count() {
        return Math.toIntExact(Objections.count(families()));
    }

    /// The member with this number; the family that is written last varies fastest.
    ///
    /// @param otherwise where the waveform rests when the text does not say, in membrane units
    public Member member(int index, double otherwise) {
        if (index < 0 || index >= count()) throw new IllegalArgumentException("member " + index + " of " + count());
        return Performance.of(this, Choice.of(families(), index), otherwise);
    }

    /// All members in order.
    public List<Member> members(double otherwise) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count(); i++) members.add(member(i, otherwise));
        return members;
    }

    /// All members of a protocol that rests at zero when the text does not say.
    public List<Member> members() {
        return members(0);
    }
}
