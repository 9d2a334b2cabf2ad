package loligo.experiment;

import java.util.List;

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
}
