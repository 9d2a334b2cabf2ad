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

/// Reads the features of a run, and estimates their errors from a finer run of the same.
final class Measuring {
    /// How much farther than the finer solution the true one may lie.
    private static final double SAFETY = 1.5;

    /// How close to the resting potential a membrane must have come, in the unit of the first unknown.
    private static final double NEAR = 0.5;

    private Measuring() {}

    /// @param finer the same run solved more finely; null leaves the errors out
    static List<Feature> features(Study.Simulate study, List<Member> members, Simulation.Run run, Simulation.@Nullable Run finer) {
        List<Feature> coarse = read(study, members, run);
        if (finer == null) return coarse;
        int order = study.scheme().method().order();
        double factor = study.scheme().adaptive() ? SAFETY : SAFETY / (1 - Math.scalb(1, -order));
        return Feature.compare(coarse, read(study, members, finer), factor);
    }

    private static List<Feature> read(Study.Simulate study, List<Member> members, Simulation.Run run) {
        List<Feature> features = new ArrayList<>();
        if (!Targets.commanded(study.under())) { // a commanded potential says nothing about the membrane
            features.addAll(Features.of(run.recording(), study.record().getFirst().name(), study.after(), study.until(), onset(members)));
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
        double still = run.still().map(y -> first.unit().outside(y[0])).orElse(Double.NaN);
        if (Math.abs(still - seen) <= NEAR) return new Feature("rest", still, rest.unit(), 1e-11 * Math.max(1, Math.abs(still)), null, rest.note());
        return new Feature("rest", null, rest.unit(), 0, null, "it had not come to rest when the stimulus began");
    }

    /// When the first stimulus begins, ms.
    private static @Nullable Double onset(List<Member> members) {
        Double onset = null;
        for (Member member : members) {
            double[] corners = member.waveform().corners();
            if (corners.length > 0 && (onset == null || corners[0] < onset)) onset = corners[0];
        }
        return onset;
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
