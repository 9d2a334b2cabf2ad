package loligo.protocol;

import java.util.ArrayList;
import java.util.List;

/// Lays the phases of one member out in time.
final class Performance {
    /// Times closer than this, relative to their size, are the same: sums of decimal durations must not make slivers.
    static final double SAME = 1e-12;

    private final Choice choice;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Member.Window> windows = new ArrayList<>();
    private double end;

    private Performance(Choice choice) {
        this.choice = choice;
    }

    static Member of(Protocol protocol, Choice choice, double otherwise) {
        Performance performance = new Performance(choice);
        protocol.phases().forEach(performance::add);
        double rest = protocol.rest() == null ? otherwise : choice.inside(protocol.rest());
        return new Member(choice.chosen(), new Waveform(rest, performance.segments), performance.windows);
    }

    private void add(Phase phase) {
        double start = phase.at() == null ? end : snapped(choice.inside(phase.at()));
        double duration = choice.inside(phase.duration());
        switch (phase) {
            case Phase.Step step -> hold(start, start + duration, choice.inside(step.level()));
            case Phase.Ramp ramp -> {
                lay(new Segment.Linear(start, start + duration, choice.inside(ramp.first()), choice.inside(ramp.last())));
                end = start + duration;
            }
            case Phase.Pulses pulses -> pulses(pulses, start, duration);
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

    private void hold(double from, double to, double level) {
        lay(new Segment.Hold(from, to, level));
        end = to;
    }

    /// A segment that is shorter than the rounding of its times takes no time, and does nothing.
    private void lay(Segment segment) {
        if (segment.to() > segment.from()) segments.add(segment);
    }

    /// A time that is meant to be the end of what came before is that end.
    private double snapped(double t) {
        return Math.abs(t - end) <= SAME * Math.max(1, Math.abs(end)) ? end : t;
    }
}
