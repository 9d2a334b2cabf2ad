package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.model.Equations;
import loligo.protocol.Kind;
import loligo.protocol.Member;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.simulation.Stimulus;
import loligo.simulation.Stimulus.Effect;

/// What protocols act on: which number of the membrane follows which waveform.
final class Targets {
    private Targets() {}

    /// Why a protocol does not fit a membrane.
    record Misfit(String problem, String remedy) {}

    /// The full name of the number that a protocol drives.
    static String target(Protocol protocol) {
        return switch (protocol.kind()) {
            case CURRENT -> "I";
            case VOLTAGE -> "V";
            case LIGHT -> "light";
            case SET -> String.valueOf(protocol.of());
        };
    }

    /// Whether a protocol adds to its input, as injected current does, or is its value.
    static boolean adds(Protocol protocol) {
        return protocol.kind() == Kind.CURRENT;
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
        return protocol.kind() == Kind.VOLTAGE ? command(protocol, equations) : input(protocol, equations);
    }

    private static Optional<Misfit> command(Protocol protocol, Equations equations) {
        Optional<String> obstacle = equations.obstacle();
        if (obstacle.isPresent()) return Optional.of(new Misfit(obstacle.get(), "A voltage clamp needs a membrane, or a state V in mV whose equation is V' = ...; drive this model by protocol NAME : set or : current."));
        if (protocol.rest() == null && equations.beginning().isEmpty()) {
            return Optional.of(new Misfit("where " + protocol.name() + " holds V is not known", "V of " + equations.name() + " begins at a formula; write rest = -80 [mV] into the protocol."));
        }
        return levels(protocol, "V", equations, Dimension.POTENTIAL.unit());
    }

    private static Optional<Misfit> input(Protocol protocol, Equations equations) {
        String target = target(protocol);
        Optional<Unit> unit = unit(target, equations);
        if (unit.isPresent()) return levels(protocol, target, equations, unit.get());
        List<String> known = new ArrayList<>();
        equations.inputs().forEach(i -> known.add(i.name()));
        if (protocol.kind() == Kind.SET) equations.parameters().forEach(p -> known.add(p.name()));
        String remedy = target.equals("V") ? "V is commanded by protocol " + protocol.name() + " : voltage { ... }. " : StudyReader.suggestion(target, known);
        return Optional.of(new Misfit(protocol.name() + " acts on " + target + ", which " + equations.name() + " does not have", remedy
                + (known.isEmpty() ? "Nothing can be driven there; write input { " + target + " = 0 } into the model." : "What can be driven there: " + String.join(", ", known) + ".")));
    }

    private static Optional<Misfit> levels(Protocol protocol, String target, Equations equations, Unit unit) {
        for (Unit level : levels(protocol)) {
            if (!level.dimension().equals(unit.dimension())) {
                return Optional.of(new Misfit("the level of " + protocol.name() + " is in " + level.symbol() + ", but " + target + " of " + equations.name() + " is in " + unit.symbol(),
                        "Write the level in " + unit.dimension().unit().symbol() + "."));
            }
        }
        return Optional.empty();
    }

    /// Why a protocol can not be performed together with those named before it.
    static Optional<Misfit> conflict(Protocol protocol, List<Protocol> before) {
        for (Protocol other : before) {
            boolean same = target(protocol).equals(target(other)) && !(adds(protocol) && adds(other));
            if (same) return Optional.of(new Misfit(protocol.name() + " and " + other.name() + " both act on " + target(protocol), "Only one of them can be its value. Write the phases of both into one protocol."));
            boolean clamps = (protocol.kind() == Kind.VOLTAGE && target(other).equals("I")) || (other.kind() == Kind.VOLTAGE && target(protocol).equals("I"));
            if (clamps) return Optional.of(new Misfit("current beside a voltage clamp", "Under voltage clamp I is what the amplifier supplies: all current. Remove one of " + other.name() + " and " + protocol.name() + "."));
        }
        return Optional.empty();
    }

    private static List<Unit> levels(Protocol protocol) {
        List<Unit> levels = new ArrayList<>();
        if (protocol.rest() != null) levels.add(protocol.rest().unit());
        for (Phase phase : protocol.phases()) {
            switch (phase) {
                case Phase.Step step -> levels.add(step.level().unit());
                case Phase.Ramp ramp -> {
                    levels.add(ramp.first().unit());
                    levels.add(ramp.last().unit());
                }
                case Phase.Pulses pulses -> levels.add(pulses.level().unit());
            }
        }
        return levels;
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
