package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loligo.feature.Feature;
import loligo.feature.Features;
import loligo.feature.Measure;
import loligo.feature.Stimulation;
import loligo.protocol.Member;
import loligo.simulation.Simulation;
import org.jspecify.annotations.Nullable;

/// Reads the features of a run.
final class Measuring {
    private Measuring() {}

    static List<Feature> features(Study.Simulate study, List<Member> members, Simulation.Run run) {
        return features(study, members, run, Set.copyOf(Features.names()));
    }

    /// @param wanted the names of the features that are read beside what the study measures
    static List<Feature> features(Study.Simulate study, List<Member> members, Simulation.Run run, Set<String> wanted) {
        List<Feature> features = new ArrayList<>();
        if (!Targets.commanded(study.under())) { // a commanded potential says nothing about the membrane
            Stimulation stimulation = Stimulations.of(study, members);
            String when = stimulation == null ? "at the window's start" : "when the stimulus began";
            features.addAll(Features.of(run.recording(), study.record().getFirst().name(), study.after(), study.until(), stimulation, Stimulations.current(study), wanted));
            features.replaceAll(f -> f.name().equals("rest") ? settled(f, study, run, when) : f);
        }
        for (Measure measure : study.measures()) {
            Member.@Nullable Window window = window(measure, members);
            features.add(window == null ? measure.of(run.recording(), study.after(), study.until()) : measure.of(run.recording(), window.start(), window.end()));
        }
        return features;
    }

    /// The resting potential proper: not the potential at some moment, but where the membrane stands still, when it was close to that.
    ///
    /// @param when it was seen
    private static Feature settled(Feature rest, Study.Simulate study, Simulation.Run run, String when) {
        Double seen = rest.value();
        if (seen == null || !study.on().equations().resets().isEmpty()) return rest;
        Standing standing = Standing.of(study, run, seen).filter(Standing::near).orElse(null);
        if (standing == null) return new Feature("rest", null, rest.unit(), 0, null, "it had not come to rest " + when);
        return new Feature("rest", standing.still(), rest.unit(), standing.error(), null, standing.apart() ? standing.note(when) : rest.note());
    }

    private static Member.@Nullable Window window(Measure measure, List<Member> members) {
        if (measure.phase() == null) return null;
        for (Member member : members) {
            Member.Window window = member.window(measure.phase());
            if (window != null) return window;
        }
        return null;
    }
}
