package loligo.experiment;

import java.util.List;
import java.util.Optional;
import loligo.feature.Stimulation;
import loligo.model.Equations;
import loligo.protocol.Member;
import loligo.quantity.Unit;
import loligo.recording.Side;
import loligo.recording.Trace;
import loligo.simulation.Simulation;
import org.jspecify.annotations.Nullable;

/// How a membrane stood, beside where it stands still.
///
/// @param name of the first unknown
/// @param seen where it was, in `unit`
/// @param still where it stands still, in `unit`
/// @param error of `still`, in `unit`
record Standing(String name, Unit unit, double seen, double still, double error) {
    /// How close to the resting potential a membrane must have come, in the unit of the first unknown.
    private static final double NEAR = 0.5;
    /// What is closer than this stands still.
    private static final double ARRIVED = 1e-6;
    private static final double ROUNDED = 4; // errors, and ulps

    /// Empty where no equilibrium was found from where the run began; models with resets have none.
    static Optional<Standing> of(Study.Simulate study, Simulation.Run run, double seen) {
        if (!study.on().equations().resets().isEmpty()) return Optional.empty();
        return run.still().map(s -> {
            Equations.State first = study.on().equations().states().getFirst();
            double still = first.unit().outside(s.state()[0]);
            return new Standing(first.name(), first.unit(), seen, still, ROUNDED * (Math.abs(s.doubt()[0] / first.unit().scale()) + Math.ulp(still)));
        });
    }

    /// How it stood when the stimulus began; empty without one, and where nobody knows.
    private static Optional<Standing> met(Study.Simulate study, List<Member> members, Simulation.Run run) {
        Stimulation stimulation = Stimulations.of(study, members);
        if (stimulation == null || Targets.commanded(study.under()) || run.recording().panels() == 0) return Optional.empty();
        Trace trace = run.recording().trace(study.record().getFirst().name());
        double onset = Math.max(trace.start(), stimulation.onset());
        if (onset > trace.end()) return Optional.empty();
        return of(study, run, trace.unit().outside(trace.value(onset, onset > trace.start() ? Side.LEFT : Side.RIGHT)));
    }

    /// What a threshold has to say about a membrane that its stimulus did not meet at rest; null where it did.
    static @Nullable String remark(Study.Simulate study, List<Member> members, Simulation.Run run) {
        return met(study, members, run).filter(Standing::apart).map(Standing::remedy).orElse(null);
    }

    boolean near() {
        return away() <= NEAR;
    }

    boolean apart() {
        return away() > Math.max(error, ARRIVED);
    }

    private double away() {
        return Math.abs(still - seen);
    }

    /// What `rest` says beside its value.
    ///
    /// @param when it was seen
    String note(String when) {
        return "the equilibrium; " + name + " was " + number(seen, away() / 100) + " " + when + ", " + number(away(), away() / 20) + " away";
    }

    private String remedy() {
        String away = number(away(), away() / 20);
        return near() ? "the membrane was " + away + " from rest when the stimulus began; begin there with " + name + " = " + Digits.value(still, ARRIVED) + unit.bracketed() + ", or later"
                : "the membrane was " + away + " from its equilibrium when the stimulus began";
    }

    private String number(double value, double error) {
        return Digits.value(value, error) + unit.after();
    }
}
