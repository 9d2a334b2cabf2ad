package loligo.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays the phases of one member out in time.
final class Performance {
    /// Times closer than this, relative to their size, are the same: sums of decimal durations must not make slivers.
    static final double SAME = 1e-12;

    private final Choice choice;
    private final double rest; // membrane units
    private final List<Segment> segments = new ArrayList<>();
    private final List<Member.Window> windows = new ArrayList<>();
    private double end;

    private Performance(Choice choice, double rest) {
        this.choice = choice;
        this.rest = rest;
    }

    static Member of(Protocol protocol, Choice choice, double otherwise) {
        double rest = protocol.rest() == null ? otherwise : choice.inside(protocol.rest());
        Performance performance = new Performance(choice, rest);
        protocol.phases().forEach(performance::add);
        return new Member(choice.chosen(), new Waveform(rest, performance.segments), performance.windows);
    }

    private void add(Phase phase) {
        double start = phase.at() == null ? end : snapped(choice.inside(phase.at()));
        double duration = choice.inside(phase.duration());
        switch (phase) {
            case Phase.Step step -> hold(start, start + duration, choice.inside(step.level()));
            case Phase.Ramp ramp -> lay(new Segment.Linear(start, start + duration, choice.inside(ramp.first()), choice.inside(ramp.last())));
            case Phase.Pulses pulses -> pulses(pulses, start, duration);
            case Phase.Sine sine -> wave(start, duration, sine.mean(), sine.amplitude(), new Turning.Steady(choice.inside(sine.frequency()), or(sine.phase(), 0)));
            case Phase.Chirp chirp -> wave(start, duration, chirp.mean(), chirp.amplitude(), turning(chirp, duration));
            case Phase.Synaptic s -> lay(new Segment.Synaptic(start, start + duration, rest, choice.inside(s.amplitude()), choice.inside(s.rise()), choice.inside(s.decay())));
            case Phase.Noise noise -> {
                double tau = choice.inside(noise.tau());
                double every = or(noise.every(), tau / Phase.Noise.KNOTS_PER_TAU);
                lay(Walk.of(start, duration, every, tau, (long) choice.inside(noise.seed())).around(or(noise.mean(), rest), choice.inside(noise.sd())));
            }
            case Phase.Replay replay -> lay(new Segment.Path(start, replay.curve().times(), replay.curve().heights(), 0, or(replay.scale(), 1)));
        }
        windows.add(new Member.Window(phase.name(), start, end));
    }

    private void pulses(Phase.Pulses pulses, double start, double duration) {
        double every = choice.inside(pulses.every());
        double level = choice.inside(pulses.level());
        int count = (int) choice.inside(pulses.count());
        for (int k = 0; k < count; k++) {
            double from = k == 0 ? start : snapped(start + k * every);
            hold(from, from + duration, level);
        }
    }

    private static Turning turning(Phase.Chirp chirp, double duration) {
        double first = chirp.first().inside(0);
        double last = chirp.last().inside(0);
        return chirp.exponential() ? new Turning.Exponential(first, last, duration) : new Turning.Linear(first, last, duration);
    }

    private void wave(double start, double duration, @Nullable Setting mean, Setting amplitude, Turning turning) {
        lay(new Segment.Wave(start, start + duration, or(mean, rest), choice.inside(amplitude), turning));
    }

    private double or(@Nullable Setting setting, double otherwise) {
        return setting == null ? otherwise : choice.inside(setting);
    }

    private void hold(double from, double to, double level) {
        lay(new Segment.Hold(from, to, level));
    }

    /// A segment that is shorter than the rounding of its times takes no time, and does nothing.
    private void lay(Segment segment) {
        if (segment.to() > segment.from()) segments.add(segment);
        end = segment.to();
    }

    /// A time that is meant to be the end of what came before is that end.
    private double snapped(double t) {
        return Math.abs(t - end) <= SAME * Math.max(1, Math.abs(end)) ? end : t;
    }
}
