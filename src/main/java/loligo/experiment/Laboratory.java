package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import loligo.feature.Feature;
import loligo.notation.DeepStack;
import loligo.protocol.Member;
import loligo.recording.Recording;
import loligo.recording.Samples;
import loligo.simulation.Simulation;
import loligo.simulation.Steps;
import loligo.simulation.Watch;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// Performs the studies of an experiment.
public final class Laboratory {
    private static final long MOST_POINTS = 4_000_000;
    static final Outcome DONE = new Outcome.Completed("every run reached its end");

    private final Options options;
    private final Progress progress;
    private final Earlier earlier;

    /// @param threads how many members run at once; the numbers do not depend on it
    /// @param fast leaves out the two finer solutions, and with them the errors
    public record Options(int threads, boolean fast) {
        /// As many threads as there are processors, errors estimated.
        public static Options usual() {
            return new Options(Runtime.getRuntime().availableProcessors(), false);
        }
    }

    public Laboratory(Options options, Progress progress) {
        this(options, progress, Earlier.NOTHING);
    }

    /// A laboratory that goes on where an interrupted run of the same text ended.
    public Laboratory(Options options, Progress progress, Earlier earlier) {
        this.options = options;
        this.progress = progress;
        this.earlier = earlier;
    }

    /// Performs one study.
    public Result perform(Study study) {
        return switch (study) {
            case Study.Simulate simulate -> simulate(simulate);
            case Study.Sweep sweep -> sweep(sweep);
            case Study.Ensemble ensemble -> ensemble(ensemble);
            case Study.Clamp clamp -> ClampCurve.of(clamp, simulate(clamp.run()));
            case Study.Threshold threshold -> new Thresholds(threshold, options, progress).perform();
            case Study.Impedance impedance -> new ImpedanceChirp(impedance, options, progress).perform();
            case Study.Continue following -> DeepStack.call(() -> Continuation.perform(following, progress), progress::interrupted);
            case Study.PhaseDiagram map -> DeepStack.call(() -> PhaseDiagramSearch.perform(map, options.threads(), progress), progress::interrupted);
            case Study.Plane plane -> DeepStack.call(() -> PlaneSearch.perform(plane, progress), progress::interrupted);
            case Study.Basin basin -> DeepStack.call(() -> BasinSearch.perform(basin, options.threads(), progress), progress::interrupted);
            case Study.Equilibria equilibria -> DeepStack.call(() -> EquilibriaSearch.perform(equilibria, progress));
            case Study.Chord chord -> DeepStack.call(() -> ChordCurve.of(chord, progress));
            case Study.Fi fi -> new FiringCurve(fi, options, progress).perform(this);
        };
    }

    private Result.Traces simulate(Study.Simulate study) {
        Bench bench = DeepStack.call(() -> new Bench(study));
        List<Bench.Job> jobs = new ArrayList<>();
        for (long k = 0; k < Targets.count(study.under()); k++) jobs.add(job(study, bench, bench.numbers(), k));
        List<Runs.Made> solved = new Runs(study, bench, options, progress).make(study.name(), jobs, new Runs.Keep(true, points(study, jobs.size()), 0));
        return new Result.Traces(study, ending(solved, jobs.size()), procedure(study, solved), members(solved), SeriesOf.traces(study, solved.stream().map(Runs.Made::samples).filter(Objects::nonNull).toList()),
                solved.stream().map(Runs.Made::portrait).filter(Objects::nonNull).toList());
    }

    private Result sweep(Study.Sweep sweep) {
        return sweep(sweep, DeepStack.call(() -> new Bench(sweep.of(), Set.copyOf(sweep.measure()))), progress);
    }

    /// A sweep on a bench that reads its runs in its own way.
    Result.Table sweep(Study.Sweep sweep, Bench bench, Progress progress) {
        Study.Simulate study = sweep.of();
        List<Bench.Job> jobs = new ArrayList<>();
        for (double value : sweep.over()) {
            Bench.Numbers numbers = bench.numbers().with(sweep.vary().name(), value, bench.equations());
            List<Member> members = Targets.members(Targets.with(study.under(), sweep.vary().name(), value), 0, bench.equations(), numbers.inputs());
            jobs.add(new Bench.Job(List.of(new Result.Setting(sweep.vary().name(), value, sweep.vary().unit())), numbers, members));
        }
        List<Result.Member> found = options.fast() ? List.of() : earlier.members().getOrDefault(sweep.name(), List.of());
        int kept = 0;
        List<Runs.Made> solved = new ArrayList<>();
        while (kept < Math.min(found.size(), jobs.size()) && found.get(kept).set().equals(jobs.get(kept).set())) solved.add(Runs.Made.earlier(found.get(kept++), study.scheme().method().name()));
        solved.addAll(new Runs(study, bench, options, progress).make(sweep.name(), jobs.subList(kept, jobs.size()), Runs.Keep.FEATURES));
        List<Result.Member> members = members(solved).stream().map(m -> m.only(sweep.measure())).toList();
        return new Result.Table(sweep, ending(solved, jobs.size()), procedure(study, solved), members, SeriesOf.table(sweep.vary(), sweep.measure(), members));
    }

    private Result ensemble(Study.Ensemble ensemble) {
        Study.Simulate study = ensemble.run();
        Bench bench = DeepStack.call(() -> new Bench(study, Set.copyOf(ensemble.measure())));
        List<Bench.Job> jobs = new ArrayList<>();
        for (int k = 0; k < ensemble.cells().count(); k++) {
            List<Result.Setting> drawn = ensemble.cells().cell(k);
            Bench.Numbers numbers = bench.numbers();
            for (Result.Setting number : drawn) numbers = numbers.with(number.name(), number.value(), bench.equations());
            jobs.add(new Bench.Job(drawn, numbers, Targets.members(study.under(), 0, bench.equations(), numbers.inputs())));
        }
        List<Runs.Made> made = new Runs(study, bench, options, progress).make(ensemble.name(), jobs, new Runs.Keep(true, 0, CrowdFigure.MOST_CELLS));
        List<Result.Member> members = members(made).stream().map(m -> m.only(ensemble.measure())).toList();
        return new Result.Crowd(ensemble, ending(made, jobs.size()), procedure(study, made), members, Spread.of(members, ensemble.measure()), Spread.table(members, ensemble.measure()),
                Spread.envelope(study, made.stream().map(Runs.Made::samples).filter(Objects::nonNull).toList()), made.stream().limit(CrowdFigure.MOST_CELLS).map(Runs.Made::spikes).toArray(double[][]::new));
    }

    /// Fine enough for a screen, and coarse enough for a thousand members to fit into memory.
    private static int points(Study.Simulate study, int members) {
        return Math.clamp(MOST_POINTS / ((long) members * study.record().size()), 400, 100_000);
    }

    private static Bench.Job job(Study.Simulate study, Bench bench, Bench.Numbers numbers, long member) {
        List<Member> members = Targets.members(study.under(), member, bench.equations(), numbers.inputs());
        List<Result.Setting> set = new ArrayList<>();
        for (Member m : members) for (Member.Chosen c : m.settings()) set.add(new Result.Setting(c.name(), c.value().inside(), c.value().unit()));
        return new Bench.Job(set, numbers, members);
    }

    private static List<Result.Member> members(List<Runs.Made> solved) {
        return solved.stream().map(Runs.Made::member).toList();
    }

    /// How the study as a whole ended: as the first member that did not complete, or before the members that are missing.
    private Outcome ending(List<Runs.Made> solved, int jobs) {
        for (Runs.Made one : solved) if (!(one.member().outcome() instanceof Outcome.Completed)) return one.member().outcome();
        if (solved.size() == jobs && progress.interrupted() && solved.stream().anyMatch(one -> !one.compared())) {
            return Outcome.Stopped.onRequest(" before the finer solutions, from which errors are estimated, were finished");
        }
        if (solved.size() == jobs) return DONE;
        return Outcome.Stopped.onRequest(solved.isEmpty() ? " before any of its runs ended"
                : " after " + solved.size() + " of " + jobs + " runs; those are kept");
    }

    /// The method, and of a single run also where it handed over.
    private static Result.Procedure procedure(Study.Simulate study, List<Runs.Made> solved) {
        String name = solved.size() == 1 ? solved.getFirst().method() : study.scheme().method().name();
        return new Result.Procedure(name, Citations.keys(study.scheme().method(), solved.stream().map(Runs.Made::method).toList()), study.scheme().tolerance(), study.scheme().step());
    }

    static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case Error error -> throw error;
            case ExecutionException inner -> unwrapped(inner);
            case RuntimeException runtime -> runtime;
            case null, default -> new IllegalStateException(e.getCause());
        };
    }
}
