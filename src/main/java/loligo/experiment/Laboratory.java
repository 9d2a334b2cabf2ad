package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
            case Study.Clamp clamp -> ClampCurve.of(clamp, simulate(clamp.run()));
            case Study.Threshold threshold -> new Thresholds(threshold, options, progress).perform();
            case Study.Impedance impedance -> new ImpedanceChirp(impedance, options, progress).perform();
            case Study.Continue following -> DeepStack.call(() -> Continuation.perform(following, progress), progress::interrupted);
            case Study.Plane plane -> DeepStack.call(() -> PlaneSearch.perform(plane, progress), progress::interrupted);
            case Study.Equilibria equilibria -> DeepStack.call(() -> EquilibriaSearch.perform(equilibria, progress));
            case Study.Chord chord -> DeepStack.call(() -> ChordCurve.of(chord, progress));
            case Study.Fi fi -> new FiringCurve(fi, options, progress).perform(this);
        };
    }

    private Result.Traces simulate(Study.Simulate study) {
        Bench bench = DeepStack.call(() -> new Bench(study));
        List<Job> jobs = new ArrayList<>();
        for (long k = 0; k < Targets.count(study.under()); k++) jobs.add(job(study, bench, bench.numbers(), k));
        List<Solved> solved = solve(study.name(), study, bench, jobs, points(study, jobs.size()), progress);
        return new Result.Traces(study, ending(solved, jobs.size()), procedure(study, solved), members(solved), SeriesOf.traces(study, solved.stream().map(Solved::samples).filter(Objects::nonNull).toList()),
                solved.stream().map(Solved::portrait).filter(Objects::nonNull).toList());
    }

    private Result sweep(Study.Sweep sweep) {
        return sweep(sweep, DeepStack.call(() -> new Bench(sweep.of())), progress);
    }

    /// A sweep on a bench that reads its runs in its own way.
    Result.Table sweep(Study.Sweep sweep, Bench bench, Progress progress) {
        Study.Simulate study = sweep.of();
        List<Job> jobs = new ArrayList<>();
        for (double value : sweep.over()) {
            Bench.Numbers numbers = bench.numbers().with(sweep.vary().name(), value, bench.equations());
            List<Member> members = Targets.members(Targets.with(study.under(), sweep.vary().name(), value), 0, bench.equations(), numbers.inputs());
            jobs.add(new Job(List.of(new Result.Setting(sweep.vary().name(), value, sweep.vary().unit())), numbers, members));
        }
        List<Result.Member> found = options.fast() ? List.of() : earlier.members().getOrDefault(sweep.name(), List.of());
        int kept = 0;
        List<Solved> solved = new ArrayList<>();
        while (kept < Math.min(found.size(), jobs.size()) && found.get(kept).set().equals(jobs.get(kept).set())) solved.add(new Solved(found.get(kept++), null, null, study.scheme().method().name(), true));
        solved.addAll(solve(sweep.name(), study, bench, jobs.subList(kept, jobs.size()), 0, progress));
        List<Result.Member> members = members(solved).stream().map(m -> m.only(sweep.measure())).toList();
        return new Result.Table(sweep, ending(solved, jobs.size()), procedure(study, solved), members, SeriesOf.table(sweep.vary(), sweep.measure(), members));
    }

    /// Fine enough for a screen, and coarse enough for a thousand members to fit into memory.
    private static int points(Study.Simulate study, int members) {
        return Math.clamp(MOST_POINTS / ((long) members * study.record().size()), 400, 100_000);
    }

    private static Job job(Study.Simulate study, Bench bench, Bench.Numbers numbers, long member) {
        List<Member> members = Targets.members(study.under(), member, bench.equations(), numbers.inputs());
        List<Result.Setting> set = new ArrayList<>();
        for (Member m : members) for (Member.Chosen c : m.settings()) set.add(new Result.Setting(c.name(), c.value().inside(), c.value().unit()));
        return new Job(set, numbers, members);
    }

    private static List<Result.Member> members(List<Solved> solved) {
        return solved.stream().map(Solved::member).toList();
    }

    /// How the study as a whole ended: as the first member that did not complete, or before the members that are missing.
    private Outcome ending(List<Solved> solved, int jobs) {
        for (Solved one : solved) if (!(one.member().outcome() instanceof Outcome.Completed)) return one.member().outcome();
        if (solved.size() == jobs && progress.interrupted() && solved.stream().anyMatch(one -> !one.compared())) {
            return Outcome.Stopped.onRequest(" before the finer solutions, from which errors are estimated, were finished");
        }
        if (solved.size() == jobs) return DONE;
        return Outcome.Stopped.onRequest(solved.isEmpty() ? " before any of its runs ended"
                : " after " + solved.size() + " of " + jobs + " runs; those are kept");
    }

    /// The method, and of a single run also where it handed over.
    private static Result.Procedure procedure(Study.Simulate study, List<Solved> solved) {
        String name = solved.size() == 1 ? solved.getFirst().method() : study.scheme().method().name();
        return new Result.Procedure(name, Citations.keys(study.scheme().method(), solved.stream().map(Solved::method).toList()), study.scheme().tolerance(), study.scheme().step());
    }

    /// One run to make.
    private record Job(List<Result.Setting> set, Bench.Numbers numbers, List<Member> members) {}

    /// One run made: what is kept of it.
    ///
    /// @param compared whether its numbers have what errors they can have
    private record Solved(Result.Member member, @Nullable Samples samples, @Nullable Samples portrait, String method, boolean compared) {}

    /// Makes the runs, several at once, and returns those that were made, in their order; after an interruption those before the first that was not begun.
    ///
    /// @param points how many of each column are kept for drawing; 0: the features alone are kept
    private List<Solved> solve(String name, Study.Simulate study, Bench bench, List<Job> jobs, int points, Progress progress) {
        if (jobs.isEmpty()) return List.of();
        DoubleAdder done = new DoubleAdder();
        int runs = jobs.size() * (options.fast() ? 1 : 3);
        Supplier<Watch> watch = () -> progress.part(name, done, runs);
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(options.threads(), runs))) {
            List<Future<@Nullable Solved>> futures = new ArrayList<>();
            for (Job job : jobs) {
                Callable<@Nullable Check> finer = () -> check(bench, job, study.scheme().finer(), null, watch);
                Callable<@Nullable Check> beside = jobs.size() < options.threads() ? pool.submit(finer)::get : finer;
                boolean alone = jobs.size() == 1;
                futures.add(pool.submit(() -> solved(study, bench, job, watch, beside, points, alone)));
            }
            List<Solved> solved = new ArrayList<>();
            for (Future<@Nullable Solved> future : futures) {
                Solved one = future.get();
                if (one == null) break;
                solved.add(one);
            }
            return solved;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the laboratory's own threads", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private static boolean finished(Simulation.Run run) {
        return run.outcome() instanceof Outcome.Completed;
    }

    static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case Error error -> throw error;
            case ExecutionException inner -> unwrapped(inner);
            case RuntimeException runtime -> runtime;
            case null, default -> new IllegalStateException(e.getCause());
        };
    }

    /// A finer run of a job, which errors are estimated against: what was read off it, and whether it reached its end.
    private record Check(List<Feature> features, boolean finished) {}

    /// Null when errors are left out, or when it was interrupted before its end.
    private @Nullable Check check(Bench bench, Job job, Study.Scheme scheme, @Nullable Steps coarser, Supplier<Watch> watch) {
        if (options.fast() || progress.interrupted()) return null;
        Simulation.Run run = bench.run(job.numbers(), job.members(), scheme, coarser, watch.get());
        if (progress.interrupted()) return null; // nobody waits for what is read off half a comparison
        return new Check(bench.features(job.members(), run), finished(run));
    }

    /// Numbers that no two finer solutions stand beside: each says why, except by `--fast`, where all are so.
    private List<Feature> unchecked(List<Feature> features) {
        if (options.fast()) return features;
        String why = progress.interrupted() ? "interrupted before two finer solutions were finished" : "a finer solution did not reach its end";
        return features.stream().map(f -> f.unchecked(why)).toList();
    }

    private @Nullable Solved solved(Study.Simulate study, Bench bench, Job job, Supplier<Watch> watch, Callable<@Nullable Check> beside, int points, boolean alone) throws Exception {
        if (progress.interrupted()) return null;
        Simulation.Run run = bench.run(job.numbers(), job.members(), study.scheme(), null, watch.get());
        List<Feature> stated = bench.features(job.members(), run); // all that is read off this run first: an interruption waits for nothing else
        Recording seen = run.recording().first(study.record().size());
        Samples samples = points > 0 ? seen.sample(study.every()) : null;
        Samples portrait = points > 0 ? seen.portrait(points) : null;
        Check finer = beside.call();
        Check finest = check(bench, job, study.scheme().finest(), study.scheme().adaptive() ? run.steps() : null, watch);
        boolean checked = finer != null && finest != null && finer.finished && finest.finished;
        if (!alone && progress.interrupted() && !(finished(run) && checked)) return null;
        List<Feature> features = finer != null && finest != null && (checked || !finished(run))
                ? Feature.compare(stated, finer.features, finest.features, study.scheme().comparison()) : unchecked(stated);
        return new Solved(new Result.Member(job.set(), features, run.outcome()), samples, portrait, run.method(), checked || options.fast());
    }
}
