package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import loligo.feature.Features;
import loligo.feature.Measure;
import loligo.model.Equations;
import loligo.notation.Checker;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Printer;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.protocol.Kind;
import loligo.protocol.Protocol;
import loligo.quantity.Dimension;
import loligo.quantity.Nearest;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Reads the blocks that ask, or has them read, each by a reader of its own where it needs more than a few lines.
final class StudyReader {
    private static final List<String> SIMULATE = List.of("on", "under", "until", "after", "every", "record", "measure", "method", "step", "tolerance");
    private static final List<String> SWEEP = List.of("of", "vary", "over", "measure");
    /// So many unknowns are recorded without being asked for.
    private static final int MOST_BY_ITSELF = 8;

    private final Document document;
    private final Diagnostics diagnostics;
    private final Map<String, Preparation> preparations;
    private final Map<String, Population> populations;
    private final Map<String, Protocol> protocols;
    private final Map<String, Study> studies;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    /// A simulate study, even one with mistakes: what is built on it has its own, which are told as well.
    ///
    /// @param whole whether all its protocols are known
    record Run(Study.Simulate study, boolean whole) {}

    StudyReader(Document document, Diagnostics diagnostics, Map<String, Preparation> preparations, Map<String, Population> populations, Map<String, Protocol> protocols, Map<String, Study> studies) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.preparations = preparations;
        this.populations = populations;
        this.protocols = protocols;
        this.studies = studies;
    }

    /// The names of all blocks of these kinds, those included that could not be read, and of unknown kinds: no more is said about them.
    static Set<String> written(Document document, String... kinds) {
        return document.items().stream().filter(Item.Block.class::isInstance).map(Item.Block.class::cast)
                .filter(b -> List.of(kinds).contains(b.kind()) || !ExperimentReader.KINDS.contains(b.kind()))
                .map(Item.Block::title).filter(Objects::nonNull).map(Item.Title::text).collect(Collectors.toSet());
    }

    Fields fields(Item.Block block, List<String> known) {
        return new Fields(block, document, diagnostics, known);
    }

    @Nullable String named(Item.Block block, Fields fields) {
        if (block.title() == null || block.title().form() != Item.Title.Form.NAME) {
            fields.mistake(block.at(), "this " + block.kind() + " has no name", "Write " + block.kind() + " NAME { ... }.");
            return null;
        }
        if (studies.containsKey(block.title().text())) {
            fields.mistake(block.title().at(), "a second study " + block.title().text(), "Give one of the two another name: it names the files that a run leaves.");
            return null;
        }
        return block.title().text();
    }

    /// Mistakes told until now; as many as before means that all was well.
    int mistakes() {
        return diagnostics.count();
    }

    void keep(Study study) {
        studies.put(study.name(), study);
    }

    void simulate(Item.Block block) {
        Fields fields = fields(block, SIMULATE);
        int before = diagnostics.count();
        String name = named(block, fields);
        Population cells = population(fields);
        Preparation on = cells == null ? preparation(block, fields) : cells.of();
        double until = until(block, fields);
        double after = fields.number("after", Dimension.TIME).orElse(0);
        if (after < 0 || after >= until) fields.mistake(fields.at("after"), "after lies outside the run", "Write a time from 0 ms to before `until`.");
        UnderReader.Under read = under(fields, on);
        List<Protocol> under = read.protocols();
        Equations driven = on == null ? null : Targets.driven(on.equations(), under);
        List<MeasureReader.Wanted> wanted = new MeasureReader(fields, read, dimensions(driven)).read();
        List<Study.Recorded> record = driven == null ? List.of() : recorded(fields, driven, wanted, cells == null ? MOST_BY_ITSELF : 0);
        double every = cells == null ? Spacing.every(fields, until, record.size(), under) : Spacing.ofCells(fields, until, record.size(), cells.count());
        List<Measure> measures = wanted.stream().flatMap(w -> w.measure().stream()).toList();
        Study.Scheme scheme = SchemeReader.read(fields, until);
        if (name == null || on == null) return;
        Study.Simulate study = new Study.Simulate(name, on, under, until, after, every, record, measures, wanted.stream().map(MeasureReader.Wanted::name).toList(), scheme);
        if (cells != null) {
            Study.Ensemble many = EnsembleStudy.of(study, cells, wanted, fields);
            if (diagnostics.count() == before) studies.put(name, many);
            return;
        }
        runs.putIfAbsent(name, new Run(study, read.whole()));
        if (diagnostics.count() > before) return;
        Suspicions.tell(fields, study);
        studies.put(name, study);
    }

    /// The ensemble that a simulate is on; null where it is on something else.
    private @Nullable Population population(Fields fields) {
        if (!fields.has("on")) return preparations.isEmpty() && populations.size() == 1 ? populations.values().iterator().next() : null;
        return fields.values("on").size() == 1 && fields.values("on").getFirst() instanceof Value.Single(Expr.Name(String name), Span _) ? populations.get(name) : null;
    }

    @Nullable Preparation preparation(Item.Block block, Fields fields) {
        if (fields.has("on")) {
            Set<String> wrong = new TreeSet<>(written(document, "patch", "ensemble"));
            wrong.removeAll(populations.keySet());
            String name = fields.choice("on", preparations.keySet(), wrong, "preparation");
            return name == null ? null : preparations.get(name);
        }
        if (preparations.isEmpty() && document.items().stream().anyMatch(i -> i instanceof Item.Block b && b.kind().equals("patch"))) return null; // it was told what is wrong there
        if (preparations.size() == 1) return preparations.values().iterator().next();
        fields.mistake(block.at(), block.kind() + " on what?", preparations.isEmpty() ? "The text has no preparation; write patch NAME : MODEL { }."
                : "Write on = one of " + String.join(", ", preparations.keySet()) + ".");
        return null;
    }

    private double until(Item.Block block, Fields fields) {
        if (!fields.has("until")) {
            if (fields.lacks("until")) fields.mistake(block.at(), "simulate until when?", "Write until = 50 [ms].");
            return 1;
        }
        return fields.positive("until", Dimension.TIME).orElse(1);
    }

    UnderReader.Under under(Fields fields, @Nullable Preparation on) {
        return new UnderReader(document, protocols, fields).read(on);
    }

    static String suggestion(String word, Iterable<String> known) {
        List<String> all = new ArrayList<>();
        known.forEach(all::add);
        return Nearest.to(word, all).map(n -> "Did you mean " + n + "? ").orElse("");
    }

    /// What is recorded: the membrane potential (or the first unknown), what was asked, what is measured; without `record` every unknown.
    List<Study.Recorded> recorded(Fields fields, Equations equations, List<MeasureReader.Wanted> wanted) {
        return recorded(fields, equations, wanted, MOST_BY_ITSELF);
    }

    /// @param most so many unknowns without `record`
    private List<Study.Recorded> recorded(Fields fields, Equations equations, List<MeasureReader.Wanted> wanted, int most) {
        Map<String, Study.Recorded> record = new LinkedHashMap<>();
        List<Expr> asked = new ArrayList<>();
        asked.add(new Expr.Name(Targets.first(equations)));
        if (fields.has("record")) asked.addAll(fields.expressions("record"));
        else if (Targets.supplied(equations)) asked.add(new Expr.Name("I"));
        if (!fields.has("record")) equations.states().stream().limit(most).forEach(s -> asked.add(new Expr.Name(s.name())));
        wanted.forEach(w -> w.expr().ifPresent(asked::add));
        for (Expr expr : asked) {
            Dimension dimension = new Checker(document, Names.of(equations, protocols), diagnostics).number(expr, fields.at("record"));
            String name = compact(expr);
            if (dimension != null) record.putIfAbsent(name, new Study.Recorded(name, Names.unit(expr, equations, dimension), expr));
        }
        return List.copyOf(record.values());
    }

    /// The dimension of a formula of the preparation; none where there is a mistake, which is told when the formula is recorded.
    MeasureReader.Dimensions dimensions(@Nullable Equations equations) {
        if (equations == null) return expr -> Optional.empty();
        return expr -> Optional.ofNullable(new Checker(document, Names.of(equations), new Diagnostics()).number(expr, new Span(0, 0)));
    }

    /// A formula as the name of its column: as it is printed, without spaces.
    static String compact(Expr expr) {
        return Printer.text(expr).replace(" ", "");
    }

    void equilibria(Item.Block block) {
        about(block, fields(block, EquilibriaReader.WORDS), (name, on, fields) -> EquilibriaReader.read(name, on, block, fields));
    }

    void continuation(Item.Block block) {
        about(block, fields(block, ContinueReader.WORDS), (name, on, fields) -> ContinueReader.read(name, on, block, fields));
    }

    void diagram(Item.Block block) {
        about(block, fields(block, PhaseDiagramReader.WORDS), (name, on, fields) -> PhaseDiagramReader.read(name, on, block, fields));
    }

    void plane(Item.Block block) {
        about(block, flat(block), (name, on, fields) -> PlaneReader.read(name, on, block, fields));
    }

    void basin(Item.Block block) {
        about(block, flat(block), (name, on, fields) -> {
            Study.Plane plane = PlaneReader.read(name, on, block, fields);
            if (plane == null || on.equations().resets().isEmpty()) return plane == null ? null : new Study.Basin(name, plane);
            fields.mistake(block.at(), on.model().name() + " has resets", "Basins are of flows. Write a simulate, and a sweep over where it begins.");
            return null;
        });
    }

    private Fields flat(Item.Block block) {
        return new Fields(block, document, diagnostics, PlaneReader.WORDS, PlaneReader.RANGED);
    }

    /// Reads what is asked of a preparation; null after a diagnostic.
    private interface Question {
        @Nullable Study of(String name, Preparation on, Fields fields);
    }

    private void about(Item.Block block, Fields fields, Question question) {
        String name = named(block, fields);
        Preparation on = preparation(block, fields);
        Study study = name == null || on == null ? null : question.of(name, on, fields);
        if (study != null) keep(study);
    }

    void sweep(Item.Block block) {
        Fields fields = fields(block, SWEEP);
        int before = diagnostics.count();
        String name = named(block, fields);
        Run run = of(block, fields);
        if (run == null || name == null) return;
        VariedReader varied = varied(block, fields, run);
        Study.Varied vary = varied.vary();
        double[] over = vary == null ? new double[0] : varied.over(vary);
        List<MeasureReader.Wanted> wanted = measures(fields, run).read();
        if (fields.lacks("measure")) fields.mistake(block.at(), "a sweep measures something", "Write measure = frequency, for example; there is " + String.join(", ", Features.names()) + ".");
        Study.Simulate measured = measuring(fields, run.study(), wanted);
        if (diagnostics.count() > before || vary == null) return;
        studies.put(name, new Study.Sweep(name, measured, vary, over, wanted.stream().map(MeasureReader.Wanted::name).toList()));
    }

    void threshold(Item.Block block) {
        Fields fields = fields(block, ThresholdReader.WORDS);
        int before = diagnostics.count();
        String name = named(block, fields);
        Run run = of(block, fields);
        if (run == null || name == null) return;
        Study.Threshold read = new ThresholdReader(block, fields, run, this).read(name);
        if (read != null && diagnostics.count() == before) studies.put(name, read);
    }

    /// The simulate study, of one member, that `of` names; null after a diagnostic.
    private @Nullable Run of(Item.Block block, Fields fields) {
        String of = fields.choice("of", runs.keySet(), written(document, "simulate"), "simulate study");
        if (fields.lacks("of")) fields.mistake(block.at(), block.kind() + " of what?", "Write of = the name of a simulate.");
        Run run = of == null ? null : runs.get(of);
        if (run == null || Targets.count(run.study().under()) == 1) return run;
        fields.mistake(fields.at("of"), of + " is a family already", "Take a study whose protocol has one member, or write a " + block.kind() + " for each.");
        return null;
    }

    /// Reads measures of a run.
    MeasureReader measures(Fields fields, Run run) {
        return new MeasureReader(fields, new UnderReader.Under(run.study().under(), run.whole()), dimensions(run.study().equations()));
    }

    /// Reads which number of a run varies; of its protocols' numbers nothing is said when these are not all known.
    VariedReader varied(Item.Block block, Fields fields, Run run) {
        return new VariedReader(block, fields, run.study(), run.whole() ? Set.of() : written(document, "protocol"));
    }

    /// The same run, recording no more than what is measured.
    Study.Simulate measuring(Fields fields, Study.Simulate run, List<MeasureReader.Wanted> wanted) {
        List<Measure> measures = wanted.stream().flatMap(w -> w.measure().stream()).distinct().toList();
        List<Study.Recorded> record = recorded(fields, run.equations(), wanted).stream().filter(r -> needed(r, measures, run)).toList();
        return new Study.Simulate(run.name(), run.on(), run.under(), run.until(), run.after(), run.every(), record, measures, run.scheme());
    }

    private static boolean needed(Study.Recorded recorded, List<Measure> measures, Study.Simulate run) {
        return recorded.name().equals(run.record().getFirst().name()) || measures.stream().anyMatch(m -> m.column().equals(recorded.name()));
    }
}
