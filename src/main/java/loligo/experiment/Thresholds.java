package loligo.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import loligo.feature.Feature;
import loligo.notation.DeepStack;
import loligo.notation.Expr;
import loligo.protocol.Member;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;
import loligo.protocol.Setting;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import loligo.simulation.Simulation;
import loligo.simulation.Steps;
import loligo.simulation.Watch;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// Performs a search for a threshold, or one for each value of a second number; all runs share the laboratory's threads.
final class Thresholds {
    private final Study.Threshold study;
    private final Laboratory.Options options;
    private final Progress progress;
    private final Bench bench;
    private final AtomicInteger runs = new AtomicInteger();

    /// What the second number makes of the searches: for a step's duration they are a strength-duration curve, for the beginning of a later step
    /// a refractory curve.
    enum Kind { PLAIN, STRENGTH_DURATION, REFRACTORY }

    Thresholds(Study.Threshold study, Laboratory.Options options, Progress progress) {
        this(study, options, progress, DeepStack.call(() -> new Bench(study.of())));
    }

    /// On a bench that reads its runs in its own way.
    Thresholds(Study.Threshold study, Laboratory.Options options, Progress progress, Bench bench) {
        this.study = study;
        this.options = options;
        this.progress = progress;
        this.bench = bench;
    }

    static Kind kind(Study.Threshold study) {
        Study.Along along = study.along();
        Phase.Step step = along == null ? null : steps(study).filter(s -> s.level().name().equals(study.vary().name())).findFirst().orElse(null);
        if (along == null || step == null) return Kind.PLAIN;
        if (step.duration().name().equals(along.vary().name())) return Kind.STRENGTH_DURATION;
        boolean begins = step.at() != null && step.at().name().equals(along.vary().name());
        return begins && !earlier(study).isEmpty() ? Kind.REFRACTORY : Kind.PLAIN;
    }

    /// The steps of the current protocol in which a level is varied.
    private static Stream<Phase.Step> steps(Study.Threshold study) {
        return study.of().under().stream().filter(p -> p.kind() == loligo.protocol.Kind.CURRENT && p.settings().anyMatch(s -> s.name().equals(study.vary().name())))
                .map(Protocol::phases).flatMap(List::stream).filter(Phase.Step.class::isInstance).map(Phase.Step.class::cast);
    }

    /// The levels of the steps before the varied one.
    private static List<String> earlier(Study.Threshold study) {
        return steps(study).map(s -> s.level().name()).takeWhile(level -> !level.equals(study.vary().name())).toList();
    }

    /// Where the step before the varied one begins, ms; null where it does not say.
    static @Nullable Double before(Study.Threshold study) {
        List<Phase.Step> before = steps(study).takeWhile(s -> !s.level().name().equals(study.vary().name())).toList();
        Setting at = before.isEmpty() ? null : before.getLast().at();
        return at == null ? null : at.inside(0);
    }

    /// One search: what was changed beforehand, membrane units, and the condition.
    private record Task(Map<String, Double> changes, Study.Condition when) {}

    /// What came of one search.
    ///
    /// @param answer what the condition looks at, just where it holds
    record Sought(Feature threshold, Feature answer, Outcome outcome, List<Search.Trial> made, Search.@Nullable Bracket bracket) {}

    /// One search; empty after an interruption.
    Optional<Sought> single() {
        return sought(List.of(new Task(Map.of(), study.when()))).stream().findFirst();
    }

    Result perform() {
        Study.Along along = study.along();
        List<Task> tasks = new ArrayList<>();
        if (along == null) tasks.add(new Task(Map.of(), study.when()));
        else for (double value : along.at()) tasks.add(new Task(Map.of(along.vary().name(), value), study.when()));
        boolean refractory = kind(study) == Kind.REFRACTORY;
        if (refractory) tasks.add(alone(along));
        List<Sought> sought = sought(tasks);
        progress.reached(study.name(), 1);
        return along == null ? ThresholdCurves.single(study, procedure(), ending(sought, 1), member(List.of(), sought), trials(sought), bracket(sought))
                : repeated(along, tasks.size(), sought, refractory);
    }

    private Result repeated(Study.Along along, int tasks, List<Sought> sought, boolean refractory) {
        Feature own = refractory && sought.size() == tasks ? sought.getLast().threshold() : null;
        List<Result.Member> members = new ArrayList<>();
        for (int k = 0; k < Math.min(along.at().length, sought.size()); k++) {
            Feature threshold = sought.get(k).threshold();
            List<Feature> features = refractory ? List.of(threshold, ThresholdCurves.ratio(threshold, own)) : List.of(threshold);
            members.add(new Result.Member(List.of(new Result.Setting(along.vary().name(), along.at()[k], along.vary().unit())), features, sought.get(k).outcome()));
        }
        return ThresholdCurves.repeated(study, along, procedure(), ending(sought, tasks), members, own);
    }

    /// The varied step without those before it, where it begins last; of spikes it has to bring one.
    private Task alone(Study.@Nullable Along along) {
        if (along == null) throw new IllegalStateException("a refractory curve along nothing");
        Map<String, Double> changes = new LinkedHashMap<>();
        double last = along.at()[0];
        for (double at : along.at()) last = Math.max(last, at);
        changes.put(along.vary().name(), last);
        earlier(study).forEach(level -> changes.put(level, 0.0));
        boolean counts = study.when().measured().equals("spike_count") && study.when().relation() == Expr.Relation.AT_LEAST;
        return new Task(changes, counts ? new Study.Condition("spike_count", Expr.Relation.AT_LEAST, new Quantity(1, Unit.ONE)) : study.when());
    }

    private static List<Result.Member> member(List<Result.Setting> set, List<Sought> sought) {
        return sought.stream().map(s -> new Result.Member(set, List.of(s.threshold()), s.outcome())).toList();
    }

    private static List<Search.Trial> trials(List<Sought> sought) {
        return sought.isEmpty() ? List.of() : sought.getFirst().made();
    }

    private static Search.@Nullable Bracket bracket(List<Sought> sought) {
        return sought.isEmpty() ? null : sought.getFirst().bracket();
    }

    private Result.Procedure procedure() {
        Study.Scheme scheme = study.of().scheme();
        return new Result.Procedure(scheme.method().name(), Citations.keys(scheme.method()), scheme.tolerance(), scheme.step());
    }

    private static Outcome ending(List<Sought> sought, int tasks) {
        for (Sought one : sought) if (!(one.outcome() instanceof Outcome.Completed)) return one.outcome();
        if (sought.size() == tasks) return new Outcome.Completed("every search reached its end");
        return Outcome.Stopped.onRequest(" after " + sought.size() + " of " + tasks + " searches; those are kept");
    }

    /// What the searches found, in their order; after an interruption those before the first that was not finished.
    private List<Sought> sought(List<Task> tasks) {
        try (ExecutorService pool = Executors.newFixedThreadPool(options.threads()); ExecutorService searches = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Sought>>> futures = new ArrayList<>();
            for (Task task : tasks) futures.add(searches.submit(() -> search(task, pool, tasks.size())));
            List<Sought> sought = new ArrayList<>();
            for (Future<Optional<Sought>> future : futures) {
                Optional<Sought> one = taken(future);
                if (one.isEmpty()) break;
                sought.add(one.get());
            }
            return sought;
        }
    }

    private static <T> T taken(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the laboratory's own threads", e);
        } catch (ExecutionException e) {
            throw Laboratory.unwrapped(e);
        }
    }

    private Optional<Sought> search(Task task, ExecutorService pool, int tasks) {
        Search search = new Search((values, scheme, coarser) -> {
            List<Future<Search.Trial>> futures = new ArrayList<>();
            for (double value : values) futures.add(pool.submit((Callable<Search.Trial>) () -> trial(task, value, scheme, coarser, tasks)));
            return futures.stream().map(Thresholds::taken).toList();
        }, study.within());
        Search.Found found = search.within(study.from(), study.to(), study.of().scheme());
        List<Search.Trial> made = List.copyOf(search.made());
        Outcome done = new Outcome.Completed("the search reached its end");
        Sought sought = switch (found) {
            case Search.Found.Lost(Outcome outcome) -> nothing("a run of the search did not reach its end: " + outcome.message(), outcome, made);
            case Search.Found.Never(boolean holds) -> nothing(ThresholdCurves.never(study, holds), done, made);
            case Search.Found.Switch(Search.Bracket bracket, int switches) -> compared(search, bracket, ThresholdCurves.note(study, bracket, switches), done, made);
        };
        return progress.interrupted() ? Optional.empty() : Optional.of(sought);
    }

    private Sought nothing(String why, Outcome outcome, List<Search.Trial> made) {
        return new Sought(none(why), answer(Double.NaN, 0, why), outcome, made, null);
    }

    /// The threshold with its error: the width of its bracket, and how far finer solutions move it; and so what is measured there.
    private Sought compared(Search search, Search.Bracket bracket, @Nullable String note, Outcome done, List<Search.Trial> made) {
        Feature stated = told(bracket, note);
        double steepness = steepness(bracket, made);
        String unmeasured = study.when().measured() + " has no value there";
        Feature answer = answer(bracket.measured(), steepness * bracket.width(), unmeasured);
        if (options.fast()) return new Sought(stated, answer, done, made, bracket);
        Study.Scheme scheme = study.of().scheme();
        Optional<Search.Bracket> finer = search.around(bracket, study.from(), study.to(), scheme.finer(), null);
        Optional<Search.Bracket> finest = search.around(bracket, study.from(), study.to(), scheme.finest(), scheme.adaptive() ? bracket.steps() : null);
        String beyond = "a finer solution has no such switch in the range";
        Feature threshold = Feature.compare(stated, finer.map(b -> told(b, note)).orElseGet(() -> none(beyond)), finest.map(b -> told(b, note)).orElseGet(() -> none(beyond)), scheme.comparison());
        List<Feature> answers = Stream.of(finer, finest).map(o -> o.map(b -> answer(b.measured(), steepness * b.width(), unmeasured)).orElseGet(() -> answer(Double.NaN, 0, beyond))).toList();
        return new Sought(threshold, Feature.compare(answer, answers.getFirst(), answers.getLast(), scheme.comparison()), done, made, bracket);
    }

    /// How fast what is measured changes beyond the threshold, per unit of the varied number: between the two nearest values that were tried.
    private static double steepness(Search.Bracket bracket, List<Search.Trial> made) {
        return made.stream().filter(t -> t.holds() && t.at() != bracket.with()).min(Comparator.comparingDouble(t -> Math.abs(t.at() - bracket.with())))
                .map(t -> Math.abs((t.measured() - bracket.measured()) / (t.at() - bracket.with()))).orElse(0.0);
    }

    private Feature told(Search.Bracket bracket, @Nullable String note) {
        Unit unit = study.vary().unit();
        double value = unit.outside(bracket.middle());
        return new Feature("threshold", value, unit, bracket.width() / unit.scale() + Math.ulp(value), null, note);
    }

    private Feature none(String why) {
        return new Feature("threshold", null, study.vary().unit(), 0, null, why);
    }

    private Feature answer(double inside, double rounding, String why) {
        Unit unit = ThresholdReader.unit(study.when().measured(), study.of());
        boolean measured = Double.isFinite(inside);
        return new Feature(study.when().measured(), measured ? unit.outside(inside) : null, unit, measured ? rounding / unit.scale() + Math.ulp(unit.outside(inside)) : 0, null, measured ? null : why);
    }

    private Search.Trial trial(Task task, double value, Study.Scheme scheme, @Nullable Steps coarser, int tasks) {
        Bench.Numbers numbers = bench.numbers();
        List<Protocol> under = study.of().under();
        Map<String, Double> changes = new LinkedHashMap<>(task.changes());
        changes.put(study.vary().name(), value);
        for (Map.Entry<String, Double> change : changes.entrySet()) {
            numbers = numbers.with(change.getKey(), change.getValue(), bench.equations());
            under = Targets.with(under, change.getKey(), change.getValue());
        }
        List<Member> members = Targets.members(under, 0, bench.equations(), numbers.inputs());
        Simulation.Run run = bench.run(numbers, members, scheme, coarser, watch());
        double measured = bench.features(members, run).stream().filter(f -> f.name().equals(task.when().measured())).findFirst()
                .map(f -> f.value() == null ? Double.NaN : f.unit().inside(f.value())).orElseThrow();
        progress.reached(study.name(), Math.min(1, runs.incrementAndGet() / (double) (tasks * Search.USUAL)));
        return new Search.Trial(value, measured, task.when().holds(measured), run.outcome(), run.steps(), Standing.remark(study.of(), members, run));
    }

    private Watch watch() {
        return new Watch() {
            @Override
            public boolean interrupted() {
                return progress.interrupted();
            }

            @Override
            public void reached(double fraction) {}
        };
    }
}
