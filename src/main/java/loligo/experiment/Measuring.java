package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.feature.Feature;
import loligo.feature.Features;
import loligo.feature.Measure;
import loligo.model.Equations;
import loligo.protocol.Member;
import loligo.simulation.Simulation;
import org.jspecify.annotations.Nullable;

/// Reads the features of a run.
final class Measuring {
    /// How close to the resting potential a membrane must have come, in the unit of the first unknown.
    private static final double NEAR = 0.5;

    private Measuring() {}

    static List<Feature> features(Study.Simulate study, List<Member> members, Simulation.Run run) {
        List<Feature> features = new ArrayList<>();
        if (!Targets.commanded(study.under())) { // a commanded potential says nothing about the membrane
            features.addAll(Features.of(run.recording(), study.record().getFirst().name(), study.after(), study.until(), Stimulations.of(study, members), Stimulations.current(study)));
            features.replaceAll(f -> f.name().equals("rest") ? settled(f, study, run) : f);
        }
        for (Measure measure : study.measures()) {
            Member.@Nullable Window window = window(measure, members);
            features.add(window == null ? measure.of(run.recording(), study.after(), study.until()) : measure.of(run.recording(), window.start(), window.end()));
        }
        return features;
    }

    /// The resting potential proper: not the potential at some moment, but where the membrane stands still, when it was close to that.
    private static Feature settled(Feature rest, Study.Simulate study, Simulation.Run run) {
        Double seen = rest.value();
        if (seen == null || study.on().equations().resets().size() > 0) return rest;
        Equations.State first = study.on().equations().states().getFirst();
        double still = run.still().map(s -> first.unit().outside(s.state()[0])).orElse(Double.NaN);
        double doubt = run.still().map(s -> Math.abs(s.doubt()[0] / first.unit().scale())).orElse(Double.NaN);
        if (Math.abs(still - seen) <= NEAR) return new Feature("rest", still, rest.unit(), 4 * (doubt + Math.ulp(still)), null, rest.note());
        return new Feature("rest", null, rest.unit(), 0, null, "it had not come to rest when the stimulus began");
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
