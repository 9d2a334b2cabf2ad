package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import loligo.protocol.Kind;
import loligo.protocol.Protocol;
import loligo.protocol.Setting;
import loligo.quantity.Dimension;
import loligo.quantity.Nearest;
import loligo.quantity.Unit;
import loligo.solver.Method;
import loligo.solver.Methods;
import org.jspecify.annotations.Nullable;

/// Reads the blocks that ask: simulate, sweep, equilibria.
final class StudyReader {
    private static final List<String> SIMULATE = List.of("on", "under", "until", "after", "every", "record", "measure", "method", "step", "tolerance");
    private static final List<String> SWEEP = List.of("of", "vary", "over", "measure");
    /// More rows than this are refused for one study: a run would fill the disk or the memory.
    static final double MOST_NUMBERS = 5e7;
    static final double DEFAULT_TOLERANCE = 1e-8;
    /// So many unknowns are recorded without being asked for.
    private static final int MOST_BY_ITSELF = 8;

    private final Document document;
    private final Diagnostics diagnostics;
    private final Map<String, Preparation> preparations;
    private final Map<String, Protocol> protocols;
    private final Map<String, Study> studies;

    StudyReader(Document document, Diagnostics diagnostics, Map<String, Preparation> preparations, Map<String, Protocol> protocols, Map<String, Study> studies) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.preparations = preparations;
        this.protocols = protocols;
        this.studies = studies;
    }

    /// The names of all blocks of these kinds, those included that could not be read: no more is said about them.
    static Set<String> written(Document document, String... kinds) {
        return document.items().stream().filter(Item.Block.class::isInstance).map(Item.Block.class::cast).filter(b -> List.of(kinds).contains(b.kind()))
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
        Preparation on = preparation(block, fields);
        double until = until(block, fields);
        double after = fields.number("after", Dimension.TIME).orElse(0);
        if (after < 0 || after >= until) fields.mistake(fields.at("after"), "after lies outside the run", "Write a time from 0 ms to before `until`.");
        List<Protocol> under = on == null ? List.of() : under(fields, on);
        Equations driven = on == null ? null : Targets.driven(on.equations(), under);
        List<MeasureReader.Wanted> wanted = new MeasureReader(fields, under, dimensions(driven)).read();
        List<Study.Recorded> record = driven == null ? List.of() : recorded(fields, driven, wanted);
        double every = every(fields, until, record.size(), under);
        List<Measure> measures = wanted.stream().flatMap(w -> w.measure().stream()).toList();
        Study.Scheme scheme = scheme(fields, until);
        if (diagnostics.count() > before || name == null || on == null) return;
        under.forEach(protocol -> suspicions(fields, protocol, until, on));
        studies.put(name, new Study.Simulate(name, on, under, until, after, every, record, measures, scheme));
    }

    @Nullable Preparation preparation(Item.Block block, Fields fields) {
        if (fields.has("on")) {
            String name = fields.choice("on", preparations.keySet(), written(document, "patch"), "preparation");
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

    List<Protocol> under(Fields fields, Preparation on) {
        List<Protocol> under = new ArrayList<>();
        for (Expr expr : fields.expressions("under")) {
            Span at = document.place(expr, fields.at("under"));
            String name = compact(expr);
            Protocol protocol = protocols.get(name);
            if (protocol != null) {
                Targets.check(protocol, on.equations()).or(() -> Targets.conflict(protocol, under)).ifPresent(wrong -> fields.mistake(at, wrong.problem(), wrong.remedy()));
                under.add(protocol);
            } else if (!written(document, "protocol").contains(name)) {
                fields.mistake(at, "no protocol is called " + name,
                        fields.otherwise(name) + suggestion(name, protocols.keySet()) + (protocols.isEmpty() ? "The text has none." : "There is " + String.join(", ", protocols.keySet()) + "."));
            }
        }
        return under;
    }

    /// What a protocol does in vain.
    private static void suspicions(Fields fields, Protocol protocol, double until, Preparation on) {
        Span at = fields.at("under");
        Setting begins = protocol.phases().getFirst().at();
        double earliest = begins == null ? 0 : IntStream.range(0, begins.values().size()).mapToDouble(begins::inside).min().orElse(0);
        if (earliest >= until) {
            fields.warn(at, protocol.name() + " begins after the run has ended", "It begins at " + Digits.value(earliest, Double.NaN) + " ms; the run ends at " + Digits.value(until, Double.NaN) + " ms. Nothing is done to the membrane.");
        }
        if (protocol.kind() == Kind.LIGHT && !on.equations().uses("light")) {
            fields.warn(at, "light on a membrane that does not see it", "No rate of " + on.model().name() + " depends on light.");
        }
    }

    static String suggestion(String word, Iterable<String> known) {
        List<String> all = new ArrayList<>();
        known.forEach(all::add);
        return Nearest.to(word, all).map(n -> "Did you mean " + n + "? ").orElse("");
    }

    /// What is recorded: the membrane potential (or the first unknown), what was asked, what is measured; without `record` every unknown.
    List<Study.Recorded> recorded(Fields fields, Equations equations, List<MeasureReader.Wanted> wanted) {
        Map<String, Study.Recorded> record = new LinkedHashMap<>();
        List<Expr> asked = new ArrayList<>();
        asked.add(new Expr.Name(Targets.first(equations)));
        if (fields.has("record")) asked.addAll(fields.expressions("record"));
        else if (Targets.supplied(equations)) asked.add(new Expr.Name("I"));
        if (!fields.has("record")) equations.states().stream().limit(MOST_BY_ITSELF).forEach(s -> asked.add(new Expr.Name(s.name())));
        wanted.forEach(w -> w.expr().ifPresent(asked::add));
        for (Expr expr : asked) {
            Dimension dimension = new Checker(document, Names.of(equations), diagnostics).number(expr, fields.at("record"));
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

    double every(Fields fields, double until, int columns, List<Protocol> under) {
        OptionalDouble asked = fields.positive("every", Dimension.TIME);
        double members = (double) Targets.count(under);
        double every = asked.orElse(spacing(until, members));
        double numbers = (until / every + 1) * (columns * members + 1);
        if (numbers > MOST_NUMBERS) {
            fields.mistake(fields.has("every") ? fields.at("every") : fields.at("until"), "the series would hold " + Digits.value(numbers, numbers / 10) + " numbers",
                    "A run may write " + (long) MOST_NUMBERS + " at most. Write a coarser every, record less, or take fewer members.");
        }
        return every;
    }

    /// A round spacing that draws a spike well: 0.025 ms, coarser for long runs.
    private static double spacing(double until, double members) {
        double every = 0.025;
        double[] factors = {2, 2, 2.5};
        for (int i = 0; until / every * Math.max(1, members / 10) > 100_000 && i < 60; i++) every *= factors[i % 3];
        return every;
    }

    /// A formula as the name of its column: as it is printed, without spaces.
    static String compact(Expr expr) {
        return Printer.text(expr).replace(" ", "");
    }

    Study.Scheme scheme(Fields fields, double until) {
        String word = fields.choice("method", methodNames(), Set.of(), "method");
        Method method = word == null ? Methods.all().getFirst() : Methods.of(word);
        OptionalDouble step = fields.positive("step", Dimension.TIME);
        OptionalDouble tolerance = fields.positive("tolerance", Dimension.NONE);
        if (method.adaptive() && step.isPresent()) fields.mistake(fields.at("step"), method.name() + " chooses its steps itself", "Write tolerance = 1e-8, or choose a method of fixed steps such as method = rk4.");
        if (!method.adaptive() && tolerance.isPresent()) fields.mistake(fields.at("tolerance"), method.name() + " takes fixed steps", "Write step = 0.01 [ms].");
        if (!method.adaptive() && step.isEmpty()) fields.mistake(fields.at("method"), method.name() + " needs a step", "Write step = 0.01 [ms] beside it.");
        if (step.isPresent() && until / step.getAsDouble() > Bench.MOST_STEPS) {
            fields.mistake(fields.at("step"), "more than " + Bench.MOST_STEPS + " steps", "Write a longer step or a shorter run, or leave the steps to method = automatic.");
        }
        if (tolerance.isPresent() && (tolerance.getAsDouble() < 1e-12 || tolerance.getAsDouble() > 0.01)) {
            fields.mistake(fields.at("tolerance"), "a tolerance from 1e-12 to 0.01 can be kept", "Doubles hold 16 digits, of which some are lost on the way.");
        }
        return method.adaptive() ? new Study.Scheme(method, tolerance.orElse(DEFAULT_TOLERANCE), Double.NaN) : new Study.Scheme(method, Double.NaN, step.orElse(Double.NaN));
    }

    private static Set<String> methodNames() {
        return Methods.all().stream().map(Method::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void equilibria(Item.Block block) {
        Fields fields = fields(block, EquilibriaReader.WORDS);
        String name = named(block, fields);
        Preparation on = preparation(block, fields);
        if (name == null || on == null) return;
        Study.Equilibria study = EquilibriaReader.read(name, on, block, fields);
        if (study != null) studies.put(name, study);
    }

    void continuation(Item.Block block) {
        Fields fields = fields(block, ContinueReader.WORDS);
        int before = diagnostics.count();
        String name = named(block, fields);
        Preparation on = preparation(block, fields);
        if (name == null || on == null) return;
        Study.Continue study = ContinueReader.read(name, on, block, fields);
        if (study != null && diagnostics.count() == before) studies.put(name, study);
    }

    void plane(Item.Block block) {
        Fields fields = new Fields(block, document, diagnostics, PlaneReader.WORDS, PlaneReader.RANGED);
        int before = diagnostics.count();
        String name = named(block, fields);
        Preparation on = preparation(block, fields);
        if (name == null || on == null) return;
        Study.Plane study = PlaneReader.read(name, on, block, fields);
        if (study != null && diagnostics.count() == before) studies.put(name, study);
    }

    void sweep(Item.Block block) {
        Fields fields = fields(block, SWEEP);
        int before = diagnostics.count();
        String name = named(block, fields);
        Study.Simulate run = of(block, fields);
        if (run == null || name == null) return;
        VariedReader varied = new VariedReader(block, fields, run);
        Study.Varied vary = varied.vary();
        if (vary == null) return;
        double[] over = varied.over(vary);
        List<MeasureReader.Wanted> wanted = measures(fields, run).read();
        if (fields.lacks("measure")) fields.mistake(block.at(), "a sweep measures something", "Write measure = frequency, for example; there is " + String.join(", ", Features.names()) + ".");
        if (diagnostics.count() > before) return;
        studies.put(name, new Study.Sweep(name, measuring(fields, run, wanted), vary, over, wanted.stream().map(MeasureReader.Wanted::name).toList()));
    }

    void threshold(Item.Block block) {
        Fields fields = fields(block, ThresholdReader.WORDS);
        int before = diagnostics.count();
        String name = named(block, fields);
        Study.Simulate run = of(block, fields);
        if (run == null || name == null) return;
        Study.Threshold read = new ThresholdReader(block, fields, run, this).read(name);
        if (read != null && diagnostics.count() == before) studies.put(name, read);
    }

    /// The simulate study, of one member, that `of` names; null after a diagnostic.
    private Study.@Nullable Simulate of(Item.Block block, Fields fields) {
        Map<String, Study.Simulate> runs = studies.values().stream().filter(Study.Simulate.class::isInstance).map(Study.Simulate.class::cast)
                .collect(Collectors.toMap(Study::name, s -> s, (a, b) -> a, LinkedHashMap::new));
        String of = fields.choice("of", runs.keySet(), written(document, "simulate"), "simulate study");
        if (fields.lacks("of")) fields.mistake(block.at(), block.kind() + " of what?", "Write of = the name of a simulate.");
        Study.Simulate run = of == null ? null : runs.get(of);
        if (run == null || Targets.count(run.under()) == 1) return run;
        fields.mistake(fields.at("of"), of + " is a family already", "Take a study whose protocol has one member, or write a " + block.kind() + " for each.");
        return null;
    }

    /// Reads measures of a run.
    MeasureReader measures(Fields fields, Study.Simulate run) {
        return new MeasureReader(fields, run.under(), dimensions(run.equations()));
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
