package loligo.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import loligo.quantity.Decimal;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// Looks for what makes a protocol impossible, in all members at once: because families are independent, the latest end meets the
/// earliest beginning in one of them.
public final class Objections {
    /// More pulses than this in one phase are refused.
    public static final int MOST_PULSES = 1_000_000;

    private final List<Objection> found = new ArrayList<>();

    private Objections() {}

    /// Everything that speaks against these phases.
    public static List<Objection> to(Kind kind, @Nullable Setting rest, List<Phase> phases) {
        Objections objections = new Objections();
        List<Setting> all = Stream.concat(Stream.ofNullable(rest), phases.stream().flatMap(p -> p.settings().stream())).toList();
        objections.names(phases);
        all.forEach(objections::finite);
        phases.forEach(objections::times);
        objections.levels(kind, rest, phases);
        objections.members(all);
        if (objections.found.isEmpty()) objections.order(phases);
        return List.copyOf(objections.found);
    }

    /// The number of members, exact up to the greatest long.
    static long count(List<Setting> families) {
        long count = 1;
        for (Setting family : families) {
            long size = family.values().size();
            count = count > Long.MAX_VALUE / size ? Long.MAX_VALUE : count * size;
        }
        return count;
    }

    private void object(String setting, String problem, String remedy) {
        found.add(new Objection(setting, problem, remedy));
    }

    private void names(List<Phase> phases) {
        if (phases.isEmpty()) object("", "the protocol does nothing", "Give it at, for and level, or phases: step, ramp, pulses.");
        Set<String> seen = new LinkedHashSet<>();
        for (Phase phase : phases)
            if (!seen.add(phase.name())) object(full(phase), "two phases are called " + phase.name(), "Give each phase a name of its own.");
    }

    /// Full name of a phase: that of its numbers without their word.
    private static String full(Phase phase) {
        String name = phase.duration().name();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private void finite(Setting setting) {
        for (int k = 0; k < setting.values().size(); k++)
            if (!Double.isFinite(setting.inside(k))) {
                object(setting.name(), setting.name() + " is not a finite number", "Its value is " + Decimal.text(setting.values().get(k)) + "; write a finite one.");
                return;
            }
    }

    private void times(Phase phase) {
        positive(phase, phase.duration(), "lasts", "A phase lasts longer than no time at all.");
        Setting at = phase.at();
        if (at != null) {
            time(at);
            if (at.least() < 0) object(at.name(), phase.name() + " begins before the protocol does", "`at` counts from the protocol's start, so it is zero or more.");
        }
        if (phase instanceof Phase.Pulses pulses) pulses(pulses);
    }

    private void pulses(Phase.Pulses pulses) {
        positive(pulses, pulses.every(), "repeats every", "Pulses need time between their beginnings.");
        Setting count = pulses.count();
        if (!count.unit().dimension().equals(Dimension.NONE)) object(count.name(), "the count of " + pulses.name() + " has a unit", "Write a bare number.");
        for (int k = 0; k < count.values().size(); k++) {
            double n = count.inside(k);
            if (!(n >= 1 && n <= MOST_PULSES && n == Math.rint(n)))
                object(count.name(), pulses.name() + " has " + Decimal.text(n) + " pulses", "The count is a whole number from 1 to " + MOST_PULSES + ".");
        }
        if (pulses.duration().most() > pulses.every().least() * (1 + Performance.SAME) && count.most() > 1)
            object(pulses.duration().name(), "the pulses of " + pulses.name() + " overlap", "One lasts " + Decimal.text(pulses.duration().most()) + " ms, but the next begins after "
                    + Decimal.text(pulses.every().least()) + " ms. Make `for` shorter or `every` longer.");
    }

    private void positive(Phase phase, Setting setting, String verb, String remedy) {
        time(setting);
        if (!(setting.least() > 0)) object(setting.name(), phase.name() + " " + verb + " " + Decimal.text(setting.least()) + " ms", remedy + " Write a time above zero.");
    }

    private void time(Setting setting) {
        if (!setting.unit().dimension().equals(Dimension.TIME))
            object(setting.name(), setting.name() + " is not a time", "Its unit is [" + setting.unit().symbol() + "]; write a time, as in 5 [ms].");
    }

    private void levels(Kind kind, @Nullable Setting rest, List<Phase> phases) {
        List<Setting> levels = Stream.concat(Stream.ofNullable(rest), phases.stream().flatMap(Objections::levels)).toList();
        for (Setting level : levels) {
            Setting first = levels.getFirst();
            if (!level.unit().dimension().equals(first.unit().dimension()))
                object(level.name(), "levels of one protocol differ in kind", first.name() + " is in [" + first.unit().symbol() + "], " + level.name()
                        + " in [" + level.unit().symbol() + "]. All levels act on the same thing.");
            if (kind == Kind.LIGHT && level.least() < 0) object(level.name(), level.name() + " is below zero", "There is no negative light.");
        }
    }

    static Stream<Setting> levels(Phase phase) {
        return switch (phase) {
            case Phase.Step step -> Stream.of(step.level());
            case Phase.Ramp ramp -> Stream.of(ramp.first(), ramp.last());
            case Phase.Pulses pulses -> Stream.of(pulses.level());
        };
    }

    private void members(List<Setting> all) {
        List<Setting> families = all.stream().filter(Setting::family).toList();
        long count = count(families);
        if (count > Protocol.MOST_MEMBERS)
            object(families.getLast().name(), "the protocol has " + count + " members", "Its families multiply; at most " + Protocol.MOST_MEMBERS
                    + " are performed. Take wider steps or fewer families.");
    }

    /// Follows the latest end that any member reaches.
    private void order(List<Phase> phases) {
        double latest = 0;
        String before = "";
        for (Phase phase : phases) {
            Setting at = phase.at();
            if (at != null && at.least() < latest - Performance.SAME * Math.max(1, latest))
                object(at.name(), phase.name() + " begins before " + before + " has ended",
                        phase.name() + " begins at " + Decimal.text(at.least()) + " ms, " + before + " ends at " + Decimal.text(latest) + " ms. Phases follow each other; move one of them.");
            latest = (at == null ? latest : Math.max(latest, at.most())) + length(phase);
            before = phase.name();
        }
    }

    private static double length(Phase phase) {
        double last = phase instanceof Phase.Pulses pulses ? (pulses.count().most() - 1) * pulses.every().most() : 0;
        return last + phase.duration().most();
    }
}
