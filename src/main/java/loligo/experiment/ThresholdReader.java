package loligo.experiment;

import java.util.List;
import java.util.Optional;
import loligo.feature.Features;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.quantity.Dimension;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Reads a search for the value at which a condition begins to hold.
final class ThresholdReader {
    static final List<String> WORDS = List.of("of", "vary", "over", "when", "within", "along", "at");
    private static final double WITHIN = 1e-8; // of the larger end of the range
    private static final double FINEST = 1e-13;
    private static final String EXAMPLE = "Write when = max(V) > 0 [mV], or leave it out: spike_count >= 1.";

    private final Item.Block block;
    private final Fields fields;
    private final StudyReader.Run run;
    private final StudyReader studies;

    ThresholdReader(Item.Block block, Fields fields, StudyReader.Run run, StudyReader studies) {
        this.block = block;
        this.fields = fields;
        this.run = run;
        this.studies = studies;
    }

    /// What is compared, how, with what, and where it stands.
    private record Comparison(Value measured, Expr.Relation relation, Expr level, Span at) {}

    /// Null after a diagnostic.
    Study.@Nullable Threshold read(String name) {
        VariedReader varied = studies.varied(block, fields, run);
        Study.Varied vary = varied.vary();
        if (fields.lacks("over")) fields.mistake(block.at(), "a threshold lies in a range", "Write over = 0 to 40 [uA/cm^2], for example.");
        double[] over = vary == null ? new double[0] : fields.interval("over", vary.unit().dimension());
        Decided decided = comparison().map(this::decided).orElse(null);
        if (vary == null || over.length == 0 || varied.refuse(run.study().under(), vary, over, "over")) return null;
        double within = within(vary, over);
        Study.Along along = along(varied, vary, over);
        if (decided == null || (fields.has("along") && along == null)) return null;
        return new Study.Threshold(name, decided.run(), vary, over[0], over[1], decided.when(), within, along);
    }

    /// The condition, and the run that records no more than what it needs.
    private record Decided(Study.Simulate run, Study.Condition when) {}

    private @Nullable Decided decided(Comparison comparison) {
        MeasureReader.Wanted wanted = studies.measures(fields, run).one(comparison.measured()).orElse(null);
        if (wanted == null) return null;
        Study.Simulate measured = studies.measuring(fields, run.study(), List.of(wanted));
        boolean known = wanted.measure().stream().allMatch(m -> measured.record().stream().anyMatch(r -> r.name().equals(m.column())));
        Study.Condition when = known ? condition(comparison, wanted, measured) : null;
        return when == null ? null : new Decided(measured, when);
    }

    private Optional<Comparison> comparison() {
        List<Value> values = fields.values("when");
        Span here = fields.at("when");
        if (values.isEmpty()) return Optional.of(new Comparison(new Value.Single(new Expr.Name("spike_count"), here), Expr.Relation.AT_LEAST, Expr.number(1), here));
        Comparison found = switch (values.getFirst()) {
            case Value.Compared(Value.Application of, Expr.Relation relation, Expr with, Span at) -> new Comparison(of, relation, with, at);
            case Value.Single(Expr.Comparison(Expr.Relation relation, Expr left, Expr right), Span at) -> new Comparison(new Value.Single(left, at), relation, right, at);
            default -> null;
        };
        boolean ordered = found != null && found.relation != Expr.Relation.EQUAL && found.relation != Expr.Relation.UNEQUAL;
        if (values.size() == 1 && found != null && ordered) return Optional.of(found);
        fields.mistake(here, "when is one comparison with <, <=, > or >=", EXAMPLE);
        return Optional.empty();
    }

    private Study.@Nullable Condition condition(Comparison comparison, MeasureReader.Wanted wanted, Study.Simulate measured) {
        if (!(comparison.level() instanceof Expr.Literal level)) {
            fields.mistake(comparison.at(), "the level is no number", EXAMPLE);
            return null;
        }
        Dimension dimension = unit(wanted.name(), measured).dimension();
        if (level.unit().dimension().equals(dimension)) return new Study.Condition(wanted.name(), comparison.relation(), new Quantity(level.value(), level.unit()));
        fields.mistake(comparison.at(), "units do not agree", wanted.name() + " is " + dimension.phrase() + ", and the level is " + level.unit().dimension().phrase()
                + ". " + Fields.numberIn(dimension));
        return null;
    }

    /// The unit in which a feature or measured expression of a run is told.
    static Unit unit(String name, Study.Simulate run) {
        return run.measures().stream().filter(m -> m.name().equals(name)).findFirst()
                .map(m -> m.unit(run.record().stream().filter(r -> r.name().equals(m.column())).findFirst().orElseThrow().unit()))
                .orElseGet(() -> Features.unit(name, run.record().getFirst().unit(), Stimulations.current(run)));
    }

    private double within(Study.Varied vary, double[] over) {
        double size = Math.max(Math.abs(over[0]), Math.abs(over[1]));
        double within = fields.positive("within", vary.unit().dimension()).orElse(WITHIN * size);
        if (within < FINEST * size) fields.mistake(fields.at("within"), "finer than numbers of this size can be told apart", "Write " + Digits.value(FINEST * size / vary.unit().scale(), Double.NaN) + " or more.");
        return within;
    }

    /// Null without one, and after a diagnostic.
    private Study.@Nullable Along along(VariedReader varied, Study.Varied vary, double[] over) {
        if (!fields.has("along")) {
            if (fields.has("at") && fields.lacks("along")) fields.mistake(fields.at("at"), "values of which number?", "Write along = kick.for beside it, for example.");
            return null;
        }
        Study.Varied second = varied.number("along");
        if (second == null) return null;
        if (fields.lacks("at")) fields.mistake(block.at(), "along " + second.name() + " at which values?", "Write at = 0.1, 1, 10 [" + second.unit().symbol() + "], or a family.");
        double[] at = fields.numbers("at", second.unit().dimension());
        if (at.length == 0) return null;
        if (second.name().equals(vary.name())) {
            fields.mistake(fields.at("along"), second.name() + " is varied already", "Write another number, whose values the search is repeated for.");
            return null;
        }
        for (double end : over) if (varied.refuse(Targets.with(run.study().under(), vary.name(), end), second, at, "at")) return null;
        return new Study.Along(second, at);
    }

    /// The columns of its series, the grid first.
    static List<String> columns(Study.Threshold study) {
        if (study.along() == null) return List.of(study.vary().name(), study.when().measured());
        return Thresholds.kind(study) == Thresholds.Kind.REFRACTORY ? List.of(study.along().vary().name(), "threshold", ThresholdCurves.RATIO, ThresholdCurves.SEPARATION) : List.of(study.along().vary().name(), "threshold");
    }
}
