package loligo.experiment;

import java.util.List;
import java.util.Optional;
import loligo.feature.Features;
import loligo.feature.How;
import loligo.feature.Measure;
import loligo.notation.Expr;
import loligo.notation.Function;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;
import loligo.quantity.Dimension;
import loligo.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/// Reads what is measured: names of features (`frequency`), and measured expressions (`peak(NaV.I, test)`, `time_of(crossing, V, 0 [mV], test)`).
final class MeasureReader {
    private final Fields fields;
    private final List<Protocol> under;
    private final Dimensions dimensions;
    private final @Nullable String standing;

    MeasureReader(Fields fields, List<Protocol> under, Dimensions dimensions) {
        this(fields, under, dimensions, null);
    }

    /// @param standing the phase of a measure that names none
    MeasureReader(Fields fields, List<Protocol> under, Dimensions dimensions, @Nullable String standing) {
        this.fields = fields;
        this.under = under;
        this.dimensions = dimensions;
        this.standing = standing;
    }

    /// The dimension of a formula of the preparation; none for one with a mistake, which is told elsewhere.
    @FunctionalInterface
    interface Dimensions {
        Optional<Dimension> of(Expr expr);
    }

    /// One thing that is measured: its name as written without spaces; the expression and the measure when it is not a feature.
    record Wanted(String name, Optional<Expr> expr, Optional<Measure> measure) {}

    List<Wanted> read() {
        return fields.values("measure").stream().flatMap(value -> one(value).stream()).toList();
    }

    /// What one value asks for; empty after a diagnostic.
    Optional<Wanted> one(Value value) {
        return switch (value) {
            case Value.Single(Expr.Name(String name), Span at) -> feature(name, at);
            case Value.Application(String word, List<Expr> arguments, Span at) -> measured(word, arguments, at);
            case Value.Single(Expr.Call(var function, List<Expr> arguments), Span at) when function == Function.MIN || function == Function.MAX -> measured(function.word(), arguments, at);
            default -> {
                fields.mistake(value.at(), "this can not be measured", "Write the name of a feature, or peak(V, PHASE): " + String.join(", ", Features.names()) + ".");
                yield Optional.empty();
            }
        };
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
        if (!How.words().contains(word)) {
            fields.mistake(at, "no measure is called " + word, StudyReader.suggestion(word, How.words()) + "There is " + String.join(", ", How.words()) + ".");
            return Optional.empty();
        }
        How plain = How.of(word, null);
        return plain == null ? event(word, arguments, at) : of(plain, arguments, at);
    }

    /// `time_of(EVENT, ...)`: the rest is read as that of a measure.
    private Optional<Wanted> event(String word, List<Expr> arguments, Span at) {
        String event = StudyReader.compact(arguments.getFirst());
        How how = How.of(word, event);
        if (how != null) return of(how, arguments.subList(1, arguments.size()), at);
        fields.mistake(at, word + " does not know the event " + event, StudyReader.suggestion(event, How.events())
                + "Write " + word + "(EVENT, V, PHASE), with EVENT one of " + String.join(", ", How.events()) + ".");
        return Optional.empty();
    }

    /// @param arguments what is measured; the level, where there is one; the phase, which may be left out
    private Optional<Wanted> of(How how, List<Expr> arguments, Span at) {
        int least = how.needsLevel() ? 2 : 1;
        if (arguments.size() < (how.needsPhase() && standing == null ? least + 1 : least) || arguments.size() > least + 1) {
            if (phases().isEmpty() && arguments.size() == least) {
                fields.mistake(at, how.word() + " is of a phase, and the study has no protocol", "Name one, under = PROTOCOL, or measure the whole run: mean(V), min(V), max(V).");
                return Optional.empty();
            }
            String wanted = "what is measured" + (how.needsLevel() ? ", a level" : "") + " and a phase";
            fields.mistake(at, how.word() + " takes " + wanted, "Write " + how.pattern("V", "0 [mV]", "PHASE") + (phases().isEmpty() ? "." : ", with PHASE one of " + String.join(", ", phases()) + "."));
            return Optional.empty();
        }
        Optional<Quantity> level = how.needsLevel() ? level(how, arguments.getFirst(), arguments.get(1), at) : Optional.empty();
        if (level.isEmpty() && how.needsLevel()) return Optional.empty();
        String phase = arguments.size() > least ? StudyReader.compact(arguments.getLast()) : standing;
        if (phase != null && unknown(phase, at)) return Optional.empty();
        return Optional.of(wanted(new Measure(how, StudyReader.compact(arguments.getFirst()), level.orElse(null), phase), arguments.getFirst()));
    }

    private static Wanted wanted(Measure measure, Expr expr) {
        return new Wanted(measure.name(), Optional.of(expr), Optional.of(measure));
    }

    private Optional<Quantity> level(How how, Expr of, Expr level, Span at) {
        if (!(level instanceof Expr.Literal literal)) {
            fields.mistake(at, "the level is no number", "Write a number with its unit: " + how.pattern(StudyReader.compact(of), "0 [mV]", "PHASE") + ".");
            return Optional.empty();
        }
        @Nullable Dimension wanted = dimensions.of(of).orElse(null);
        if (wanted == null || literal.unit().dimension().equals(wanted)) return Optional.of(new Quantity(literal.value(), literal.unit()));
        fields.mistake(at, "units do not agree", StudyReader.compact(of) + " is " + wanted.phrase() + ", and the level is " + literal.unit().dimension().phrase()
                + ". Write a number in [" + wanted.unit().symbol() + "].");
        return Optional.empty();
    }

    private boolean unknown(String phase, Span at) {
        if (phases().contains(phase)) return false;
        fields.mistake(at, "no phase is called " + phase, StudyReader.suggestion(phase, phases()) + (phases().isEmpty() ? "The study has no protocol." : "There is " + String.join(", ", phases()) + "."));
        return true;
    }

    private List<String> phases() {
        return under.stream().flatMap(p -> p.phases().stream()).map(Phase::name).toList();
    }
}
