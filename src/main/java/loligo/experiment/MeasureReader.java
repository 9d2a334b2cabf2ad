package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import loligo.feature.Features;
import loligo.feature.Measure;
import loligo.notation.Expr;
import loligo.notation.Function;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;

/// Reads what is measured: names of features (`frequency`), and measured expressions (`peak(NaV.I, test)`).
final class MeasureReader {
    private final Fields fields;
    private final List<Protocol> under;

    MeasureReader(Fields fields, List<Protocol> under) {
        this.fields = fields;
        this.under = under;
    }

    /// One thing that is measured: its name as written without spaces; the expression and the measure when it is not a feature.
    record Wanted(String name, Optional<Expr> expr, Optional<Measure> measure) {}

    List<Wanted> read() {
        List<Wanted> wanted = new ArrayList<>();
        for (Value value : fields.values("measure")) {
            switch (value) {
                case Value.Single(Expr.Name(String name), Span at) -> feature(name, at).ifPresent(wanted::add);
                case Value.Application(String word, List<Expr> arguments, Span at) -> measured(word, arguments, at).ifPresent(wanted::add);
                case Value.Single(Expr.Call(var function, List<Expr> arguments), Span at) when function == Function.MIN || function == Function.MAX ->
                    measured(function.word(), arguments, at).ifPresent(wanted::add);
                default -> fields.mistake(value.at(), "this can not be measured", "Write the name of a feature, or peak(V, PHASE): " + String.join(", ", Features.names()) + ".");
            }
        }
        return wanted;
    }

    private Optional<Wanted> feature(String name, Span at) {
        if (Features.names().contains(name) && Targets.commanded(under)) {
            fields.mistake(at, name + " is read off V, which the voltage clamp commands", "Measure what the membrane answers, as in peak(I, PHASE) with PHASE one of " + String.join(", ", phases()) + ".");
            return Optional.empty();
        }
        if (Features.names().contains(name)) return Optional.of(new Wanted(name, Optional.empty(), Optional.empty()));
        fields.mistake(at, "no feature is called " + name, StudyReader.suggestion(name, Features.names()) + "There is " + String.join(", ", Features.names()) + "; or a measure such as peak(V, PHASE).");
        return Optional.empty();
    }

    private Optional<Wanted> measured(String word, List<Expr> arguments, Span at) {
        List<String> words = Stream.of(Measure.How.values()).map(Measure.How::word).toList();
        if (!words.contains(word)) {
            fields.mistake(at, "no measure is called " + word, StudyReader.suggestion(word, words) + "There is " + String.join(", ", words) + ".");
            return Optional.empty();
        }
        Measure.How how = Measure.How.valueOf(word.toUpperCase(Locale.ROOT));
        if (arguments.size() > 2 || (arguments.size() == 1 && how.needsPhase())) {
            fields.mistake(at, how.word() + " takes what is measured and a phase", "Write " + how.word() + "(V, PHASE), with PHASE one of " + String.join(", ", phases()) + ".");
            return Optional.empty();
        }
        String phase = arguments.size() < 2 ? null : StudyReader.compact(arguments.get(1));
        if (phase != null && !phases().contains(phase)) {
            fields.mistake(at, "no phase is called " + phase, StudyReader.suggestion(phase, phases()) + (phases().isEmpty() ? "The study has no protocol." : "There is " + String.join(", ", phases()) + "."));
            return Optional.empty();
        }
        Measure measure = new Measure(how, StudyReader.compact(arguments.getFirst()), phase);
        return Optional.of(new Wanted(measure.name(), Optional.of(arguments.getFirst()), Optional.of(measure)));
    }

    private List<String> phases() {
        return under.stream().flatMap(p -> p.phases().stream()).map(Phase::name).toList();
    }
}
