package loligo.experiment;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import loligo.feature.Stimulation;
import loligo.model.Equations;
import loligo.protocol.Kind;
import loligo.protocol.Member;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;
import loligo.protocol.Segment;
import loligo.protocol.Waveform;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// What features know of the stimulus: when it begins and changes, and the step of current that it begins with.
final class Stimulations {
    private Stimulations() {}

    /// Null without a stimulus before the run ends.
    static @Nullable Stimulation of(Study.Simulate study, List<Member> members) {
        double[] corners = members.stream().flatMapToDouble(m -> DoubleStream.of(m.waveform().corners())).filter(t -> t < study.until()).sorted().distinct().toArray();
        if (corners.length == 0) return null;
        double end = Math.min(study.until(), corners.length > 1 ? corners[1] : study.until());
        return new Stimulation(corners[0], step(study, members, corners[0], end), corners);
    }

    /// The currents that change at the onset, together; null where something else changes too, or where they do not stay constant.
    private static Stimulation.@Nullable Step step(Study.Simulate study, List<Member> members, double onset, double end) {
        double amplitude = 0;
        for (int i = 0; i < members.size(); i++) {
            Waveform waveform = members.get(i).waveform();
            if (DoubleStream.of(waveform.corners()).noneMatch(t -> t == onset)) continue;
            boolean current = study.under().get(i).kind() == Kind.CURRENT;
            if (!current || !(waveform.after(onset) instanceof Segment.Hold)) return null;
            amplitude += waveform.value(onset) - waveform.valueBefore(onset);
        }
        if (amplitude == 0 || !(end > onset)) return null;
        return new Stimulation.Step(end, amplitude, Objects.requireNonNull(current(study), "a current protocol is read for membranes with a current only"));
    }

    /// What protocols drive so that it pushes without jumps: light, and currents other than steps and pulses.
    static Set<String> driven(Study.Simulate study) {
        return study.under().stream().flatMap(p -> switch (p.kind()) {
            case LIGHT -> Stream.of("light");
            case CURRENT -> smooth(p) ? Stream.of("I") : Stream.of();
            case DYNAMIC -> smooth(p) ? Stream.of(p.name() + ".I") : Stream.of();
            case VOLTAGE, SET -> Stream.of();
        }).collect(Collectors.toSet());
    }

    private static boolean smooth(Protocol protocol) {
        return protocol.phases().stream().anyMatch(p -> !(p instanceof Phase.Step || p instanceof Phase.Pulses));
    }

    /// The unit of the current that can be injected; null where none can.
    static @Nullable Unit current(Study.Simulate study) {
        return study.on().equations().inputs().stream().filter(i -> i.name().equals("I")).map(Equations.Input::unit).findFirst().orElse(null);
    }
}
