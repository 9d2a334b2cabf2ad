package loligo.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import loligo.feature.Feature;
import loligo.feature.Features;
import loligo.feature.Spike;
import loligo.kernel.Unison;
import loligo.notation.DeepStack;
import loligo.protocol.Member;
import loligo.recording.Recording;
import loligo.recording.Reels;
import loligo.recording.Samples;
import loligo.simulation.Simulation;
import loligo.simulation.Steps;
import loligo.simulation.Watch;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// Makes the runs of a study, in lanes where that is worth while and on several threads: each, and then two finer ones that its errors are estimated against.
final class Runs {
    private final Study.Simulate study;
    private final Bench bench;
    private final Bench lean; // for what nothing but features is kept of
    private final Laboratory.Options options;
    private final Progress progress;
    private final Reels reels = new Reels();

    Runs(Study.Simulate study, Bench bench, Laboratory.Options options, Progress progress) {
        this.study = study;
        this.bench = bench;
        this.lean = options.fast() ? bench : DeepStack.call(bench::lean);
        this.options = options;
        this.progress = progress;
    }

    /// One run made: what is kept of it.
    ///
    /// @param spikes ms // [spikes]
    /// @param compared whether its numbers have what errors they can have
    record Made(Result.Member member, @Nullable Samples samples, @Nullable Samples portrait, double[] spikes, String method, boolean compared) {
        private static final double[] NONE = {};

        /// One that was made earlier.
        static Made earlier(Result.Member member, String method) {
            return new Made(member, null, null, NONE, method, true);
        }
    }

    /// What is kept of the recordings beside what is read off them.
    ///
    /// @param portrait how many points of each column for drawing; 0 for none
    /// @param spikes of how many runs, the first, when they fire
    record Keep(boolean samples, int portrait, int spikes) {
        static final Keep FEATURES = new Keep(false, 0, 0);

        /// The same for runs of which so many came before.
        Keep behind(int runs) {
            return new Keep(samples, portrait, Math.max(0, spikes - runs));
        }
    }

    /// What is read off one run.
    private record Stated(List<Feature> features, @Nullable Samples samples, @Nullable Samples portrait, double[] spikes, Outcome outcome, Steps steps, String method) {
        boolean finished() {
            return outcome instanceof Outcome.Completed;
        }
    }

    /// A finer run of a job, which errors are estimated against: what was read off it, and how it ended.
    private record Check(List<Feature> features, Outcome outcome) {
        boolean finished() {
            return outcome instanceof Outcome.Completed;
        }
    }

    /// Makes the runs, several at once, and returns those that were made, in their order; after an interruption those before the first that was not begun.
    ///
    /// @param name whose progress is told
    List<Made> make(String name, List<Bench.Job> jobs, Keep keep) {
        if (jobs.isEmpty()) return List.of();
        DoubleAdder done = new DoubleAdder();
        int runs = jobs.size() * (options.fast() ? 1 : 3);
        Supplier<Watch> watch = () -> progress.part(name, done, runs);
        Study.Scheme scheme = study.scheme();
        Formation formation = Formation.of(bench, jobs, scheme.step(), (options.fast() ? scheme : scheme.finest()).step(), options.fast() ? 1 : 7, options.threads());
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(options.threads(), runs))) {
            List<Future<List<@Nullable Made>>> futures = new ArrayList<>();
            int before = 0;
            for (List<Bench.Job> bunch : formation.bunches()) {
                Unison unison = bunch.size() > 1 ? formation.unison() : null;
                Callable<List<@Nullable Check>> finer = () -> check(unison, bunch, scheme.finer(), null, watch);
                Callable<List<@Nullable Check>> beside = formation.bunches().size() < options.threads() ? pool.submit(finer)::get : finer;
                Keep kept = keep.behind(before);
                before += bunch.size();
                futures.add(pool.submit(() -> made(unison, bunch, watch, beside, kept, jobs.size() == 1)));
            }
            return gathered(futures);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the laboratory's own threads", e);
        } catch (ExecutionException e) {
            throw Laboratory.unwrapped(e);
        } finally {
            formation.end();
        }
    }

    private static List<Made> gathered(List<Future<List<@Nullable Made>>> futures) throws InterruptedException, ExecutionException {
        List<Made> made = new ArrayList<>();
        for (Future<List<@Nullable Made>> future : futures) {
            for (Made one : future.get()) {
                if (one == null) return made;
                made.add(one);
            }
        }
        return made;
    }

    /// @param on the bench on which each is made that is made alone
    private Bench.Bunch runs(Bench on, @Nullable Unison unison, List<Bench.Job> bunch, Study.Scheme scheme, @Nullable Steps coarser, Supplier<Watch> watch) {
        if (unison != null) return bench.run(unison, bunch, scheme, reels, watch);
        return new Bench.Bunch(bunch.stream().<Supplier<Simulation.Run>>map(job -> () -> on.run(job.numbers(), job.members(), scheme, coarser, watch.get())).toList(), () -> {});
    }

    /// Null for each when errors are left out, or when it was interrupted before its end // [jobs]
    private List<@Nullable Check> check(@Nullable Unison unison, List<Bench.Job> bunch, Study.Scheme scheme, @Nullable Steps coarser, Supplier<Watch> watch) {
        List<@Nullable Check> checks = new ArrayList<@Nullable Check>(Collections.nCopies(bunch.size(), null));
        if (options.fast() || progress.interrupted()) return checks;
        Bench.Bunch runs = runs(lean, unison, bunch, scheme, coarser, watch);
        for (int k = 0; k < bunch.size(); k++) {
            Simulation.Run run = runs.runs().get(k).get();
            if (progress.interrupted()) break; // nobody waits for what is read off half a comparison
            checks.set(k, new Check(bench.features(bunch.get(k).members(), run), run.outcome()));
        }
        runs.read().run();
        return checks;
    }

    /// Numbers that no two finer solutions stand beside: each says why, except by `--fast`, where all are so.
    ///
    /// @param checks the finer ones, null where there are none
    private List<Feature> unchecked(List<Feature> features, boolean finished, @Nullable Check... checks) {
        if (options.fast()) return features;
        String ending = Stream.of(checks).filter(c -> c != null && !c.finished()).map(c -> ": " + Objects.requireNonNull(c).outcome.message()).findFirst().orElse("");
        String why = progress.interrupted() ? "interrupted before two finer solutions were finished" : finished ? "a finer solution did not reach its end" + ending : "the run did not reach its end";
        return features.stream().map(f -> f.unchecked(why)).toList();
    }

    /// @param alone whether the study has no other run
    private List<@Nullable Made> made(@Nullable Unison unison, List<Bench.Job> bunch, Supplier<Watch> watch, Callable<List<@Nullable Check>> beside, Keep keep, boolean alone) throws Exception {
        List<@Nullable Made> made = new ArrayList<@Nullable Made>(Collections.nCopies(bunch.size(), null));
        if (progress.interrupted()) return made;
        List<Stated> stated = stated(unison, bunch, watch, keep);
        List<@Nullable Check> finer = beside.call();
        Steps coarser = study.scheme().adaptive() ? stated.getFirst().steps() : null; // who chooses steps is made alone
        boolean ended = stated.stream().anyMatch(Stated::finished); // else there is nothing to compare
        List<@Nullable Check> finest = ended ? check(unison, bunch, study.scheme().finest(), coarser, watch) : finer;
        for (int k = 0; k < bunch.size(); k++) made.set(k, made(bunch.get(k), stated.get(k), finer.get(k), finest.get(k), alone));
        return made;
    }

    private List<Stated> stated(@Nullable Unison unison, List<Bench.Job> bunch, Supplier<Watch> watch, Keep keep) {
        Bench.Bunch runs = runs(bench, unison, bunch, study.scheme(), null, watch);
        List<Stated> stated = new ArrayList<>();
        for (int k = 0; k < bunch.size(); k++) {
            Simulation.Run run = runs.runs().get(k).get();
            List<Feature> features = bench.features(bunch.get(k).members(), run); // all that is read off this run first: an interruption waits for nothing else
            Recording seen = run.recording().first(study.record().size());
            stated.add(new Stated(features, keep.samples ? seen.sample(study.every()) : null, keep.portrait > 0 ? seen.portrait(keep.portrait) : null, k < keep.spikes ? spikes(run, bunch.get(k).members()) : Made.NONE, run.outcome(), run.steps(), run.method()));
        }
        runs.read().run();
        return stated;
    }

    private double[] spikes(Simulation.Run run, List<Member> members) {
        return Features.spikes(run.recording(), study.record().getFirst().name(), Stimulations.of(study, members)).stream().mapToDouble(Spike::time).toArray();
    }

    private @Nullable Made made(Bench.Job job, Stated stated, @Nullable Check finer, @Nullable Check finest, boolean alone) {
        boolean checked = finer != null && finest != null && finer.finished() && finest.finished();
        if (!alone && progress.interrupted() && !(stated.finished() && checked)) return null;
        List<Feature> features = finer != null && finest != null && checked && stated.finished()
                ? Feature.compare(stated.features, finer.features, finest.features, study.scheme().comparison()) : unchecked(stated.features, stated.finished(), finer, finest);
        return new Made(new Result.Member(job.set(), features, stated.outcome), stated.samples, stated.portrait, stated.spikes, stated.method, checked || options.fast());
    }
}
