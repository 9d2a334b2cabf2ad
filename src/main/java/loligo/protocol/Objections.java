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
    /// More turns of a wave, and more knots of a noise, than this in one phase are refused.
    public static final int MOST_TURNS = 1_000_000;
    /// More knots of noises and recorded curves than this in all members together are refused.
    public static final double MOST_KNOTS = 1e7;
    private static final double LONGEST = 1e12; // ms
    private static final double GREATEST_SEED = 0x1p53;

    private final List<Objection> found = new ArrayList<>();

    private Objections() {}

    /// Everything that speaks against these phases.
    public static List<Objection> to(Kind kind, @Nullable Setting rest, List<Phase> phases) {
        Objections objections = new Objections();
        List<Setting> all = Stream.concat(Stream.ofNullable(rest), phases.stream().flatMap(p -> p.settings().stream())).toList();
        objections.names(phases);
        all.forEach(objections::finite);
        phases.forEach(objections::times);
        phases.forEach(objections::shape);
        objections.levels(kind, rest, phases);
        objections.members(all, phases);
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
        if (phases.isEmpty()) object("", "the protocol does nothing", "Give it at, for and level, or phases: " + String.join(", ", PhaseReader.WORDS.keySet()) + ".");
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
    }

    private void shape(Phase phase) {
        switch (phase) {
            case Phase.Step _, Phase.Ramp _ -> {}
            case Phase.Pulses pulses -> pulses(pulses);
            case Phase.Sine sine -> {
                above(sine.frequency(), Dimension.RATE, 0, false, "a frequency", "Write a frequency above zero, as in 10 [Hz].");
                Setting turns = sine.phase();
                if (turns != null) pure(turns, "Write a bare number: parts of a turn, 0.25 begins at the crest.");
                turns(sine, sine.frequency().most());
            }
            case Phase.Chirp chirp -> chirp(chirp);
            case Phase.Synaptic s -> List.of(s.rise(), s.decay()).forEach(tau -> above(tau, Dimension.TIME, 0, false, "a time", "Write a time constant above zero; two equal ones give the alpha function."));
            case Phase.Noise noise -> noise(noise);
            case Phase.Replay replay -> replay(replay);
        }
    }

    private void chirp(Phase.Chirp chirp) {
        for (Setting end : List.of(chirp.first(), chirp.last())) {
            above(end, Dimension.RATE, 0, !chirp.exponential(), "a frequency", chirp.exponential() ? "An exponential sweep never reaches zero; write both frequencies above it, or sweep = linear."
                    : "Write frequencies of zero or more, as in 0.5 to 50 [Hz].");
        }
        if (!chirp.exponential() && chirp.first().most() == 0 && chirp.last().most() == 0) object(chirp.first().name(), "a chirp that never turns", "Write two frequencies, one of them above zero.");
        turns(chirp, Math.max(chirp.first().most(), chirp.last().most()));
    }

    private void turns(Phase phase, double frequency) {
        double turns = phase.duration().most() * frequency;
        if (turns > MOST_TURNS) object(phase.duration().name(), phase.name() + " turns " + Decimal.text(turns) + " times", "At most " + MOST_TURNS + " turns are performed in a phase. Write a shorter one, or a lower frequency.");
    }

    private void noise(Phase.Noise noise) {
        above(noise.tau(), Dimension.TIME, 0, false, "a time", "Write the time in which the noise forgets, as in tau = 5 [ms].");
        Setting every = noise.every();
        if (every != null) above(every, Dimension.TIME, 0, false, "a time", "Write the spacing of its knots, or leave it out: a twentieth of tau.");
        if (noise.sd().least() < 0) object(noise.sd().name(), noise.sd().name() + " is below zero", "A standard deviation is zero or more.");
        pure(noise.seed(), "Write a bare whole number, as in seed = 1.");
        for (int k = 0; k < noise.seed().values().size(); k++) {
            double seed = noise.seed().inside(k);
            if (seed >= 0 && seed <= GREATEST_SEED && seed == Math.rint(seed)) continue;
            object(noise.seed().name(), "the seed of " + noise.name() + " is " + Decimal.text(seed), "Write a whole number from 0 to 2^53; the same seed gives the same noise.");
            return;
        }
        if (knots(noise) > MOST_TURNS && knots(noise) < Double.POSITIVE_INFINITY) object(noise.duration().name(), noise.name() + " has " + Decimal.text(Math.ceil(knots(noise))) + " knots", "At most " + MOST_TURNS + " are performed in a phase. Write a shorter one, a longer tau, or a wider every.");
    }

    private void replay(Phase.Replay replay) {
        Setting scale = replay.scale();
        if (scale == null) return;
        pure(scale, "Write a bare number, as in scale = 2.");
        if (replay.curve().unit().offset() != 0) object(scale.name(), "degrees are not multiplied", "The column is in " + replay.curve().unit().symbol() + ". Leave scale out, or write the column in K.");
    }

    private static double knots(Phase phase) {
        return switch (phase) {
            case Phase.Noise noise -> {
                Setting every = noise.every();
                yield noise.duration().most() / (every == null ? noise.tau().least() / Phase.Noise.KNOTS_PER_TAU : every.least());
            }
            case Phase.Replay replay -> replay.curve().times().length;
            default -> 0;
        };
    }

    private void pure(Setting setting, String remedy) {
        if (!setting.unit().dimension().equals(Dimension.NONE)) object(setting.name(), setting.name() + " has a unit", remedy);
    }

    private void above(Setting setting, Dimension dimension, double bound, boolean itself, String what, String remedy) {
        if (!setting.unit().dimension().equals(dimension)) object(setting.name(), setting.name() + " is not " + what, "Its unit is [" + setting.unit().symbol() + "]. " + remedy);
        else if (!(setting.least() > bound || (itself && setting.least() == bound)))
            object(setting.name(), setting.name() + " is " + Decimal.text(setting.values().stream().min(Double::compare).orElseThrow()) + " " + setting.unit().symbol(), remedy);
    }

    private void pulses(Phase.Pulses pulses) {
        positive(pulses, pulses.every(), "repeats every", "Pulses need time between their beginnings.");
        Setting count = pulses.count();
        pure(count, "Write a bare number.");
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
        else if (setting.most() > LONGEST) object(setting.name(), setting.name() + " is " + Decimal.text(setting.most()) + " ms", "No time of a protocol is longer than " + Decimal.text(LONGEST) + " ms.");
    }

    private void levels(Kind kind, @Nullable Setting rest, List<Phase> phases) {
        List<Setting> levels = Stream.concat(Stream.ofNullable(rest), phases.stream().flatMap(p -> p.levels().stream())).toList();
        for (Setting level : levels) {
            Setting first = levels.getFirst();
            if (!level.unit().dimension().equals(first.unit().dimension()))
                object(level.name(), "levels of one protocol differ in kind", first.name() + " is in [" + first.unit().symbol() + "], " + level.name()
                        + " in [" + level.unit().symbol() + "]. All levels act on the same thing.");
        }
        phases.forEach(this::difference);
        double resting = rest == null ? 0 : rest.least();
        if (kind != Kind.LIGHT) return;
        if (rest != null && resting < 0) dark(rest);
        for (Phase phase : phases) {
            if (!(lowest(phase, resting) < 0)) continue;
            switch (phase) {
                case Phase.Step _, Phase.Ramp _, Phase.Pulses _ -> phase.levels().stream().filter(l -> l.least() < 0).forEach(this::dark);
                case Phase.Noise noise -> object(noise.sd().name(), noise.name() + " goes below zero", "There is no negative light. Draw the noise beforehand, cut it at zero, and play it by a waveform.");
                default -> object(phase.levels().getLast().name(), phase.name() + " goes below zero", "There is no negative light.");
            }
        }
    }

    private void dark(Setting level) {
        object(level.name(), level.name() + " is below zero", "There is no negative light.");
    }

    /// An amplitude and a standard deviation are differences.
    private void difference(Phase phase) {
        Setting size = switch (phase) {
            case Phase.Sine sine -> sine.amplitude();
            case Phase.Chirp chirp -> chirp.amplitude();
            case Phase.Synaptic synaptic -> synaptic.amplitude();
            case Phase.Noise noise -> noise.sd();
            default -> null;
        };
        if (size != null && size.unit().offset() != 0) object(size.name(), size.name() + " is an absolute temperature", "It is a difference; write it in [K].");
    }

    /// The lowest level that a phase reaches in any member, membrane units; without bound for noise.
    static double lowest(Phase phase, double resting) {
        return switch (phase) {
            case Phase.Step step -> step.level().least();
            case Phase.Ramp ramp -> Math.min(ramp.first().least(), ramp.last().least());
            case Phase.Pulses pulses -> pulses.level().least();
            case Phase.Sine sine -> middle(sine.mean(), resting) - Math.max(sine.amplitude().most(), -sine.amplitude().least());
            case Phase.Chirp chirp -> middle(chirp.mean(), resting) - Math.max(chirp.amplitude().most(), -chirp.amplitude().least());
            case Phase.Synaptic synaptic -> resting + Math.min(0, synaptic.amplitude().least());
            case Phase.Noise noise -> noise.sd().most() > 0 ? Double.NEGATIVE_INFINITY : middle(noise.mean(), resting);
            case Phase.Replay replay -> {
                Setting range = replay.levels().getFirst();
                Setting scale = replay.scale();
                yield scale == null ? range.least() : Math.min(Math.min(range.least() * scale.most(), range.most() * scale.least()), Math.min(range.least() * scale.least(), range.most() * scale.most()));
            }
        };
    }

    private static double middle(@Nullable Setting mean, double resting) {
        return mean == null ? resting : mean.least();
    }

    private void members(List<Setting> all, List<Phase> phases) {
        List<Setting> families = all.stream().filter(Setting::family).toList();
        long count = count(families);
        if (count > Protocol.MOST_MEMBERS)
            object(families.getLast().name(), "the protocol has " + count + " members", "Its families multiply; at most " + Protocol.MOST_MEMBERS
                    + " are performed. Take wider steps or fewer families.");
        for (Phase phase : phases)
            if (count <= Protocol.MOST_MEMBERS && knots(phase) <= MOST_TURNS && knots(phase) * count > MOST_KNOTS)
                object(phase.duration().name(), phase.name() + " has " + Decimal.text(Math.ceil(knots(phase)) * count) + " knots in all members", "At most " + Decimal.text(MOST_KNOTS) + " fit. Take fewer members, a shorter phase or a coarser one.");
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
