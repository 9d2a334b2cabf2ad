package loligo.experiment;

import java.util.List;
import loligo.feature.Feature;
import loligo.model.Equations;
import loligo.quantity.Unit;
import loligo.recording.Samples;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// What a study found. Not finishing is a result too: what was found until then is here.
public sealed interface Result {
    Study study();

    Outcome outcome();

    Procedure procedure();

    /// What was solved, one for each member of a family or sweep; a study of one run has one, with nothing set.
    List<Member> members();

    /// The columns to write and to draw; null when nothing was found.
    @Nullable Series series();

    /// Runs in time.
    ///
    /// @param portraits the recorded columns of each member where a drawing needs them
    record Traces(Study.Simulate study, Outcome outcome, Procedure procedure, List<Member> members, @Nullable Series series, List<Samples> portraits) implements Result {}

    /// Numbers against a varied number.
    record Table(Study.Sweep study, Outcome outcome, Procedure procedure, List<Member> members, @Nullable Series series) implements Result {}

    /// One run of a study.
    ///
    /// @param set the numbers that tell it from the others
    record Member(List<Setting> set, List<Feature> features, Outcome outcome) {
        /// The same with these features only, in this order.
        Member only(List<String> names) {
            return new Member(set, names.stream().flatMap(n -> features.stream().filter(f -> f.name().equals(n))).toList(), outcome);
        }
    }

    /// A number that was set, in membrane units.
    record Setting(String name, double value, Unit unit) {}

    /// How the numbers were computed.
    ///
    /// @param name the method, and a hand-over where one happened
    /// @param cites its citation keys
    /// @param tolerance relative tolerance, NaN for a fixed step
    /// @param step fixed step in ms, NaN for an adaptive method
    record Procedure(String name, List<String> cites, double tolerance, double step) {}

    /// What an outcome of this study says, in the names of its preparation.
    default String message(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotFinite lost -> lost.message(variable(lost.component()), time(lost.time()));
            case Outcome.Stopped stopped when !Double.isNaN(stopped.time()) -> stopped.message() + " (at t = " + time(stopped.time()) + ")";
            case Outcome.Stopped _, Outcome.Completed _ -> outcome.message();
        };
    }

    private static String time(double ms) {
        return Digits.value(ms, Double.NaN) + " ms";
    }

    /// The name of the unknown (or, beyond them, of the recorded column) that an outcome blames.
    default String variable(int component) {
        Study.Simulate run = switch (study()) {
            case Study.Simulate simulate -> simulate;
            case Study.Sweep sweep -> sweep.of();
        };
        List<Equations.State> states = run.equations().states();
        int n = states.size();
        if (component < 0) return "unknown";
        if (component < n) return states.get(component).name();
        return component - n < run.record().size() ? run.record().get(component - n).name() : "the rate of change of " + run.record().getFirst().name();
    }
}
