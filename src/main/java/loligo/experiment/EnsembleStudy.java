package loligo.experiment;

import java.util.List;

/// Reads what a `simulate` means where it is on an ensemble: one run of every cell, of which numbers and their distributions are kept.
final class EnsembleStudy {
    /// What is measured without being asked for.
    private static final List<String> USUAL = List.of("spike_count", "first_spike", "frequency", "cv", "peak", "mean");

    private EnsembleStudy() {}

    static Study.Ensemble of(Study.Simulate run, Population cells, List<MeasureReader.Wanted> wanted, Fields fields) {
        if (Targets.count(run.under()) > 1) fields.mistake(fields.at("under"), "a family on an ensemble", "Cells differ already; give the protocol one level, or take a patch.");
        List<String> measure = wanted.isEmpty() ? (Targets.commanded(run.under()) ? List.of() : USUAL) : wanted.stream().map(MeasureReader.Wanted::name).distinct().toList();
        if (measure.isEmpty()) fields.mistake(fields.at("under"), "nothing is measured", "Under voltage clamp say what: measure = peak(NaV.I, test).");
        return new Study.Ensemble(run.name(), run, cells, measure);
    }
}
