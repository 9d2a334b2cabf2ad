package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loligo.protocol.Phase;

/// To whom a study owes its laws, its fits, its noise and the definitions of what it measures: keys of the methods' bibliography.
final class Credits {
    private static final List<String> FIT = List.of("golub-pereyra-1973", "more-1978", "seber-wild-1989");
    private static final List<String> STRENGTH_DURATION = List.of("weiss-1901", "lapicque-1907");
    private static final List<String> NOISE = List.of("gillespie-1996", "salmon-2011");
    private static final List<String> SYNAPSE = List.of("rall-1967");
    private static final List<String> GATES = List.of("hutcheon-yarom-2000");
    private static final Map<String, String> DEFINITIONS = Map.of("threshold_slope", "gouwens-2019", "adaptation", "druckmann-2007");

    private Credits() {}

    static List<String> of(Study study) {
        List<String> keys = new ArrayList<>();
        Study.Simulate run = study.run();
        if (run != null) run.under().stream().flatMap(p -> p.phases().stream()).flatMap(phase -> stimulus(phase).stream()).forEach(keys::add);
        switch (study) {
            case Study.Clamp clamp when clamp.run().under().stream().mapToInt(p -> p.families().size()).sum() == 1 -> keys.addAll(FIT);
            case Study.Fi _ -> {
                keys.addAll(FIT);
                keys.add("hodgkin-1948");
            }
            case Study.Threshold threshold when Thresholds.kind(threshold) == Thresholds.Kind.STRENGTH_DURATION -> {
                keys.addAll(STRENGTH_DURATION);
                keys.addAll(FIT);
            }
            case Study.Sweep sweep -> sweep.measure().stream().filter(DEFINITIONS::containsKey).map(DEFINITIONS::get).forEach(keys::add);
            case Study.Equilibria still when SteadyCurve.membrane(still.on().equations()) -> keys.addAll(GATES);
            case Study.Impedance _ -> keys.addAll(ImpedanceChirp.CITES);
            case Study.Ensemble ensemble -> ensemble.measure().stream().filter(DEFINITIONS::containsKey).map(DEFINITIONS::get).forEach(keys::add);
            case Study.Simulate _, Study.Clamp _, Study.Threshold _, Study.Equilibria _, Study.Continue _, Study.PhaseDiagram _, Study.Chord _, Study.Plane _, Study.Basin _ -> {}
        }
        return keys;
    }

    private static List<String> stimulus(Phase phase) {
        return switch (phase) {
            case Phase.Noise _ -> NOISE;
            case Phase.Synaptic _ -> SYNAPSE;
            case Phase.Step _, Phase.Ramp _, Phase.Pulses _, Phase.Sine _, Phase.Chirp _, Phase.Replay _ -> List.of();
        };
    }
}
