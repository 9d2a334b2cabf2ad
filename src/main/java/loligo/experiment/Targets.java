package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loligo.model.Equations;
import loligo.protocol.Kind;
import loligo.protocol.Member;
import loligo.protocol.Protocol;
import loligo.protocol.Setting;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.simulation.Stimulus;
import loligo.simulation.Stimulus.Effect;
import org.jspecify.annotations.Nullable;

/// What protocols act on: which number of the membrane follows which waveform.
final class Targets {
    private static final String COLUMN = ".column"; // what the level of a file is called
    private static final Set<String> POSITIVE = Set.of("inside", "outside", "temperature", "C", "area", "q10");
    private static final Set<String> NOT_NEGATIVE = Set.of("g", "permeability");

    private Targets() {}

    /// Why a protocol does not fit a membrane.
    ///
    /// @param blamed the number of the protocol that is wrong; null when it is not one of them
    record Misfit(String problem, String remedy, @Nullable Setting blamed) {
        Misfit(String problem, String remedy) {
            this(problem, remedy, null);
        }
    }

    /// The full name of the number that a protocol drives.
    static String target(Protocol protocol) {
        return switch (protocol.kind()) {
            case CURRENT -> "I";
            case VOLTAGE -> "V";
            case DYNAMIC -> protocol.name() + ".g";
            case LIGHT -> "light";
            case SET -> String.valueOf(protocol.of());
        };
    }

    /// Whether a protocol adds to its input, as injected current does, or is its value.
    static boolean adds(Protocol protocol) {
        return protocol.kind() == Kind.CURRENT;
    }

    private static boolean injects(Protocol protocol) {
        return protocol.kind() == Kind.DYNAMIC || target(protocol).equals("I");
    }

    /// Whether V follows a command.
    static boolean commanded(List<Protocol> under) {
        return under.stream().anyMatch(p -> p.kind() == Kind.VOLTAGE);
    }

    /// What is recorded in any case: the membrane potential, or the first unknown.
    static String first(Equations driven) {
        boolean commanded = driven.inputs().stream().anyMatch(i -> i.name().equals(Equations.SLOPE));
        return commanded ? "V" : driven.states().getFirst().name();
    }

    /// Whether `I` is what an amplifier supplies, not what it is told.
    static boolean supplied(Equations driven) {
        return driven.definitions().stream().anyMatch(d -> d.name().equals("I"));
    }

    /// Why a protocol does not fit a membrane; empty when it does.
    static Optional<Misfit> check(Protocol protocol, Equations equations) {
        return switch (protocol.kind()) {
            case VOLTAGE -> command(protocol, equations);
            case DYNAMIC -> injection(protocol, equations);
            case CURRENT, LIGHT, SET -> input(protocol, equations);
        };
    }

    private static Optional<Misfit> injection(Protocol protocol, Equations equations) {
        Optional<Unit> current = unit("I", equations);
        boolean potential = equations.states().stream().anyMatch(s -> s.name().equals("V") && s.dimension().equals(Dimension.POTENTIAL));
        if (current.isEmpty() || !potential) {
            return Optional.of(new Misfit(equations.name() + " has no membrane potential V and input I", "A dynamic clamp injects level * (E - V) beside I; it needs a membrane."));
        }
        if (Stream.of("I", "g", "E").anyMatch(word -> Names.of(equations).dimension(protocol.name() + "." + word) != null)) {
            return Optional.of(new Misfit(equations.name() + " has a part called " + protocol.name() + " already", "Give the protocol another name: its current is recorded as " + protocol.name() + ".I."));
        }
        Dimension conductance = current.get().dimension().over(Dimension.POTENTIAL);
        if (settings(protocol).allMatch(s -> equations.admits(s.unit().dimension()))) return Optional.empty();
        Optional<Misfit> misfit = levels(protocol, "a conductance", equations, conductance.equals(Dimension.CONDUCTANCE) ? Unit.parse("nS") : conductance.unit());
        boolean cell = conductance.times(Dimension.AREA).equals(Dimension.CONDUCTANCE) && settings(protocol).allMatch(s -> s.unit().dimension().equals(Dimension.CONDUCTANCE));
        return cell ? misfit.map(m -> new Misfit(m.problem(), m.remedy() + " Or say how large the membrane is: area = 1000 [um^2] in the patch.", m.blamed())) : misfit;
    }

    private static Optional<Misfit> command(Protocol protocol, Equations equations) {
        Optional<String> obstacle = equations.obstacle();
        if (obstacle.isPresent()) return Optional.of(new Misfit(obstacle.get(), "A voltage clamp needs a membrane, or a state V in mV whose equation is V' = ...; drive this model by protocol NAME : set or : current."));
        if (protocol.rest() == null && equations.beginning().isEmpty()) {
            return Optional.of(new Misfit("where " + protocol.name() + " holds V is not known", "V of " + equations.name() + " begins where other unknowns say; write rest = -80 [mV] into the protocol."));
        }
        return levels(protocol, "V", equations, Dimension.POTENTIAL.unit());
    }

    private static boolean begins(String number, Equations equations) {
        return equations.states().stream().anyMatch(s -> Equations.beginning(s.name()).equals(number));
    }

    private static Optional<Misfit> input(Protocol protocol, Equations equations) {
        String target = target(protocol);
        Optional<Unit> unit = unit(target, equations);
        if (begins(target, equations)) return Optional.of(new Misfit(target + " is where a run begins, and never comes back", "Write it into the preparation; a `sweep` or a `threshold` may vary it."));
        if (unit.isPresent()) return levels(protocol, target, equations, unit.get()).or(() -> tooLow(protocol, target, equations));
        List<String> known = new ArrayList<>();
        equations.inputs().forEach(i -> known.add(i.name()));
        if (protocol.kind() == Kind.SET) equations.parameters().stream().map(Equations.Parameter::name).filter(p -> !begins(p, equations)).forEach(known::add);
        String remedy = target.equals("V") ? "V is commanded by protocol " + protocol.name() + " : voltage { ... }. " : StudyReader.suggestion(target, known);
        return Optional.of(new Misfit(protocol.name() + " acts on " + target + ", which " + equations.name() + " does not have", remedy
                + (known.isEmpty() ? "Nothing can be driven there; write input { " + target + " = 0 } into the model." : "What can be driven there: " + String.join(", ", known) + ".")));
    }

    /// What has to be positive for a membrane to make sense stays so in the hands of a `set` protocol. Noise has no lowest level.
    private static Optional<Misfit> tooLow(Protocol protocol, String target, Equations equations) {
        if (protocol.kind() != Kind.SET) return Optional.empty();
        double own = equations.parameters().stream().filter(p -> p.name().equals(target)).mapToDouble(Equations.Parameter::value).findFirst().orElse(1);
        Protocol.Lowest lowest = protocol.lowest(own);
        return tooLow(protocol.name(), target, lowest.level(), "levels").map(m -> new Misfit(m.problem(), m.remedy(), lowest.setting()));
    }

    /// Why a number of a membrane can not be as low as that.
    ///
    /// @param by who takes it there
    /// @param lowest in membrane units
    static Optional<Misfit> tooLow(String by, String number, double lowest, String written) {
        String word = number.substring(number.lastIndexOf('.') + 1);
        boolean positive = POSITIVE.contains(word);
        if (!(positive || NOT_NEGATIVE.contains(word)) || lowest > 0 || (!positive && lowest == 0)) return Optional.empty();
        boolean warmth = word.equals("temperature");
        String where = warmth ? " to absolute zero or below" : positive ? " to zero or below" : " below zero";
        String instead = warmth ? " above -273.15 [degC]." : positive ? " above zero." : " of zero or more.";
        return Optional.of(new Misfit(by + " takes " + number + where, "Write " + written + instead));
    }

    private static Optional<Misfit> levels(Protocol protocol, String target, Equations equations, Unit unit) {
        return settings(protocol).filter(level -> !level.unit().dimension().equals(unit.dimension())).findFirst()
                .map(level -> otherUnit(protocol, level, target + " of " + equations.name(), unit));
    }

    private static Misfit otherUnit(Protocol protocol, Setting level, String target, Unit unit) {
        String wanted = unit.dimension().unit().symbol();
        if (level.name().endsWith(COLUMN)) // of a file, whose second line has its unit
            return new Misfit("the file of " + level.name().substring(0, level.name().length() - COLUMN.length()) + " is in " + level.unit().symbol() + ", but " + target + " is in " + unit.symbol(), "Its second line tells the unit of its numbers: name another column, or convert them and write " + wanted + " there.", level);
        if (level.unit().equals(Unit.ONE))
            return new Misfit("the level of " + protocol.name() + " has no unit", target + " is in " + wanted + ": write " + Digits.value(level.values().getLast(), 0) + " [" + wanted + "].", level);
        if (unit.dimension().equals(Dimension.NONE))
            return new Misfit("the level of " + protocol.name() + " is in " + level.unit().symbol() + ", but " + target + " is a pure number", "Write the level without a unit.", level);
        return new Misfit("the level of " + protocol.name() + " is in " + level.unit().symbol() + ", but " + target + " is in " + unit.symbol(), "Write the level in " + wanted + ".", level);
    }

    /// Why a protocol can not be performed together with those named before it.
    static Optional<Misfit> conflict(Protocol protocol, List<Protocol> before) {
        for (Protocol other : before) {
            boolean same = target(protocol).equals(target(other)) && !(adds(protocol) && adds(other));
            if (same) return Optional.of(new Misfit(protocol.name() + " and " + other.name() + " both act on " + target(protocol), "Only one of them can be its value. Write the phases of both into one protocol."));
            boolean clamps = (protocol.kind() == Kind.VOLTAGE && injects(other)) || (other.kind() == Kind.VOLTAGE && injects(protocol));
            if (clamps) return Optional.of(new Misfit("current beside a voltage clamp", "Under voltage clamp I is what the amplifier supplies: all current. Remove one of " + other.name() + " and " + protocol.name() + "."));
        }
        return Optional.empty();
    }

    private static Stream<Setting> settings(Protocol protocol) {
        return Stream.concat(Stream.ofNullable(protocol.rest()), protocol.phases().stream().flatMap(p -> p.levels().stream()));
    }

    private static Optional<Unit> unit(String name, Equations equations) {
        for (Equations.Input i : equations.inputs()) if (i.name().equals(name)) return Optional.of(i.unit());
        for (Equations.Parameter p : equations.parameters()) if (p.name().equals(name)) return Optional.of(p.unit());
        return Optional.empty();
    }

    /// The equations in which everything that protocols drive is an input. A protocol that does not fit changes nothing.
    static Equations driven(Equations equations, List<Protocol> under) {
        Equations driven = equations;
        for (Protocol protocol : under) {
            if (check(protocol, equations).isPresent()) continue;
            driven = switch (protocol.kind()) {
                case CURRENT, LIGHT -> driven;
                case DYNAMIC -> driven.injected(protocol.name(), settings(protocol).toList().getLast().unit(), Objects.requireNonNull(protocol.reversal()).inside(0));
                case VOLTAGE -> driven.obstacle().isPresent() ? driven : driven.commanded();
                case SET -> driven.driving(target(protocol));
            };
        }
        return driven;
    }

    /// How many members a list of protocols has together; at most the greatest long.
    static long count(List<Protocol> under) {
        long count = 1;
        for (Protocol protocol : under) count = (long) Math.min(9e18, (double) count * protocol.count());
        return count;
    }

    /// The same protocols with another value, in membrane units, of the number of that name; as they are when none of them has it.
    static List<Protocol> with(List<Protocol> under, String name, double value) {
        return under.stream().map(p -> p.settings().anyMatch(s -> s.name().equals(name)) ? p.with(name, value) : p).toList();
    }

    /// One member of each protocol: the one with this number when all combinations are counted, the last protocol fastest.
    ///
    /// @param resting where inputs rest // [inputs], membrane units
    static List<Member> members(List<Protocol> under, long number, Equations equations, double[] resting) {
        Member[] members = new Member[under.size()];
        long left = number;
        for (int i = members.length - 1; i >= 0; i--) {
            Protocol protocol = under.get(i);
            double otherwise = adds(protocol) ? 0 : resting[input(target(protocol), equations)];
            members[i] = protocol.member((int) (left % protocol.count()), otherwise);
            left /= protocol.count();
        }
        return List.of(members);
    }

    static List<Stimulus.Course> courses(List<Protocol> under, List<Member> members, Equations equations) {
        List<Stimulus.Course> courses = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Protocol protocol = under.get(i);
            courses.add(new Stimulus.Course(input(target(protocol), equations), members.get(i).waveform(), adds(protocol) ? Effect.ADDS : Effect.REPLACES));
            if (protocol.kind() == Kind.VOLTAGE) courses.add(new Stimulus.Course(input(Equations.SLOPE, equations), members.get(i).waveform(), Effect.MOVES));
        }
        return courses;
    }

    private static int input(String name, Equations equations) {
        for (int i = 0; i < equations.inputs().size(); i++) if (equations.inputs().get(i).name().equals(name)) return i;
        throw new IllegalStateException("no input " + name + " although it was checked");
    }
}
