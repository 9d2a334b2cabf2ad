package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.model.Equations;
import loligo.protocol.Kind;
import loligo.protocol.Member;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;
import loligo.quantity.Unit;
import loligo.simulation.Stimulus;

/// What protocols act on: which number of the membrane follows which waveform.
final class Targets {
    private Targets() {}

    /// Why a protocol does not fit a membrane.
    record Misfit(String problem, String remedy) {}

    /// The full name of the number that a protocol drives.
    static String target(Protocol protocol) {
        return switch (protocol.kind()) {
            case CURRENT -> "I";
            case LIGHT -> "light";
            case SET -> String.valueOf(protocol.of());
        };
    }

    /// Whether a protocol adds to its input, as injected current does, or is its value.
    static boolean adds(Protocol protocol) {
        return protocol.kind() == Kind.CURRENT;
    }

    /// Why a protocol does not fit a membrane; empty when it does.
    static Optional<Misfit> check(Protocol protocol, Equations equations) {
        String target = target(protocol);
        Optional<Unit> unit = unit(target, equations);
        if (unit.isEmpty()) {
            List<String> known = new ArrayList<>();
            equations.inputs().forEach(i -> known.add(i.name()));
            if (protocol.kind() == Kind.SET) equations.parameters().forEach(p -> known.add(p.name()));
            return Optional.of(new Misfit(protocol.name() + " acts on " + target + ", which " + equations.name() + " does not have",
                    StudyReader.suggestion(target, known) + "What can be driven there: " + String.join(", ", known) + "."));
        }
        for (Unit level : levels(protocol)) {
            if (!level.dimension().equals(unit.get().dimension())) {
                return Optional.of(new Misfit("the level of " + protocol.name() + " is in " + level.symbol() + ", but " + target + " of " + equations.name() + " is in " + unit.get().symbol(),
                        "Write the level in " + Unit.canonical(unit.get().dimension()).symbol() + "."));
            }
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

    /// The equations in which every number that a `set` protocol moves is an input.
    static Equations driven(Equations equations, List<Protocol> under) {
        Equations driven = equations;
        for (Protocol protocol : under) if (protocol.kind() == Kind.SET) driven = driven.driving(target(protocol));
        return driven;
    }

    /// How many members a list of protocols has together; at most the greatest long.
    static long count(List<Protocol> under) {
        long count = 1;
        for (Protocol protocol : under) count = (long) Math.min(9e18, (double) count * protocol.count());
        return count;
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
            courses.add(new Stimulus.Course(input(target(under.get(i)), equations), members.get(i).waveform(), !adds(under.get(i))));
        }
        return courses;
    }

    private static int input(String name, Equations equations) {
        for (int i = 0; i < equations.inputs().size(); i++) if (equations.inputs().get(i).name().equals(name)) return i;
        throw new IllegalStateException("no input " + name + " although it was checked");
    }
}
