package loligo.experiment;

import java.util.List;
import java.util.OptionalDouble;
import loligo.quantity.Dimension;

/// Reads what a `simulate` means where it is on an ensemble: one run of every cell, of which numbers and their distributions are kept.
final class EnsembleStudy {
    /// What is measured without being asked for.
    private static final List<String> USUAL = List.of("spike_count", "first_spike", "frequency", "cv", "peak", "mean");
    /// So many numbers are kept while the cells run: of every column at every time of every cell.
    private static final double MOST_NUMBERS = 2e7;
    private static final double ROWS = 1000;

    private EnsembleStudy() {}

    static Study.Ensemble of(Study.Simulate run, Population cells, List<MeasureReader.Wanted> wanted, Fields fields) {
        if (Targets.count(run.under()) > 1) fields.mistake(fields.at("under"), "a family on an ensemble", "Cells differ already; give the protocol one level, or take a patch.");
        List<String> measure = wanted.isEmpty() ? (Targets.commanded(run.under()) ? List.of() : USUAL) : wanted.stream().map(MeasureReader.Wanted::name).distinct().toList();
        if (measure.isEmpty()) fields.mistake(fields.at("under"), "nothing is measured", "Under voltage clamp say what: measure = peak(NaV.I, test).");
        return new Study.Ensemble(run.name(), run, cells, measure);
    }

    /// How densely percentiles are told, ms.
    static double every(Fields fields, double until, int columns, int cells) {
        OptionalDouble asked = fields.positive("every", Dimension.TIME);
        double every = asked.orElse(spacing(until));
        double numbers = (until / every + 1) * columns * cells;
        if (numbers > MOST_NUMBERS) {
            fields.mistake(fields.has("every") ? fields.at("every") : fields.at("on"), "the cells would fill " + Digits.value(numbers, numbers / 10) + " numbers",
                    "Of every column at every time of every cell " + (long) MOST_NUMBERS + " are kept at most. Write a coarser every, record less, or take fewer cells.");
        }
        return every;
    }

    /// Round, for a thousand rows at most.
    private static double spacing(double until) {
        double every = 0.025;
        double[] factors = {2, 2, 2.5};
        for (int i = 0; until / every > ROWS && i < 60; i++) every *= factors[i % 3];
        return every;
    }
}
