package loligo.experiment;

import java.util.List;
import loligo.feature.Feature;

/// All that a run of an experiment found, in the order of its text.
public record Findings(Experiment experiment, List<Result> results) {
    /// `sha256:` and the hash of the text that was run, after `--set`, models included.
    public String textHash() {
        return ResultHash.of(experiment.text());
    }

    /// The result of the study of that name.
    ///
    /// @throws IllegalArgumentException when it was not performed
    public Result result(String study) {
        for (Result result : results) if (result.study().name().equals(study)) return result;
        throw new IllegalArgumentException("no study called " + study + " was performed");
    }

    /// A feature of a study as a whole, by name: of its one run, or of the curve that its members make.
    ///
    /// @throws IllegalArgumentException when there is no such study or feature, as when it is one of several members
    public Feature feature(String study, String name) {
        Result result = result(study);
        List<Feature> features = result.members().size() == 1 && result.features().isEmpty() ? result.members().getFirst().features() : result.features();
        String ask = result.members().size() > 1 ? "; ask one of its " + result.members().size() + " members" : "";
        return features.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(study + " has no feature " + name + ask));
    }
}
