package loligo.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import loligo.feature.Feature;
import loligo.notation.DeepStack;
import loligo.protocol.Protocol;
import loligo.protocol.Setting;
import loligo.quantity.Unit;
import loligo.recording.Recording;
import loligo.simulation.Simulation;
import loligo.simulation.Steps;
import loligo.simulation.Watch;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// Performs an impedance: lets the preparation come to rest, plays the chirp to it, and once more turned over, and each time waits
/// until it has settled again.
final class ImpedanceChirp {
    static final Unit HZ = Unit.parse("Hz");
    static final String MAGNITUDE = "magnitude";
    static final List<String> COLUMNS = List.of("frequency", MAGNITUDE, "phase");
    static final List<String> CITES = List.of("puil-gimbarzevsky-miura-1986", "hutcheon-yarom-2000", "koch-1984");
    /// What is left of an excursion when its slowest part has been waited for so many time constants: nothing but rounding.
    private static final double SETTLED = 32;

    private static final int DRAWN = 5600; // points: four for each place that a screen can show, so that its fastest waves keep their tops

    private final Study.Impedance study;
    private final Laboratory.Options options;
    private final Progress progress;
    private final DoubleAdder done = new DoubleAdder();

    ImpedanceChirp(Study.Impedance study, Laboratory.Options options, Progress progress) {
        this.study = study;
        this.options = options;
        this.progress = progress;
    }

    /// Two runs, of the chirp and of the chirp turned over, and what they tell together.
    private record Played(Simulation.Run up, Simulation.Run down, List<Feature> told) {
        boolean whole() {
            return up.outcome() instanceof Outcome.Completed && down.outcome() instanceof Outcome.Completed;
        }

        Outcome outcome() {
            return up.outcome() instanceof Outcome.Completed ? down.outcome() : up.outcome();
        }
    }

    Result perform() {
        return switch (DeepStack.call(() -> Rest.of(study.run(), watch()))) {
            case Rest.Found.Lost(Outcome outcome) -> without(outcome, List.of(), null);
            case Rest.Found.Restless(String why) -> without(new Outcome.Completed("it is not at rest"), ImpedanceProfile.absent(study, why), null);
            case Rest.Found.Rests(Rest rest) -> played(rest);
        };
    }

    private Result played(Rest rest) {
        Study.Simulate asked = study.run();
        double until = asked.until() - SETTLED / rest.equilibrium().eigenvalues()[0][0];
        Study.Simulate run = new Study.Simulate(asked.name(), rest.on(), asked.under(), until, 0, asked.every(), asked.record(), List.of(), asked.scheme());
        ImpedanceProfile profile = new ImpedanceProfile(study, rest);
        Bench bench = DeepStack.call(() -> new Bench(run));
        try (ExecutorService pool = Executors.newFixedThreadPool(options.threads())) {
            Future<Played> own = pool.submit(() -> played(bench, profile, asked.scheme(), null));
            Callable<@Nullable Played> check = () -> options.fast() ? null : played(bench, profile, asked.scheme().finer(), null);
            Future<@Nullable Played> finer = pool.submit(check);
            Played stated = own.get();
            Played finest = options.fast() ? null : pool.submit(() -> played(bench, profile, asked.scheme().finest(), asked.scheme().adaptive() ? stated : null)).get();
            List<Feature> told = compared(stated, finer.get(), finest);
            progress.reached(study.name(), 1);
            Result.Traces traces = traces(run, stated.up);
            boolean heard = told.stream().anyMatch(f -> f.value() != null);
            return heard ? profile.result(told, procedure(stated.up.method()), traces) : without(stated.outcome(), told, traces);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the laboratory's own threads", e);
        } catch (ExecutionException e) {
            throw Laboratory.unwrapped(e);
        }
    }

    /// @param coarser a coarser solution whose steps are not exceeded; null for none
    private Played played(Bench bench, ImpedanceProfile profile, Study.Scheme scheme, @Nullable Played coarser) {
        List<Protocol> chirp = study.run().under();
        Setting amplitude = chirp.getFirst().phases().getFirst().levels().getLast();
        Simulation.Run up = run(bench, chirp, scheme, coarser == null ? null : coarser.up.steps());
        Simulation.Run down = run(bench, Targets.with(chirp, amplitude.name(), -amplitude.inside(0)), scheme, coarser == null ? null : coarser.down.steps());
        Played played = new Played(up, down, List.of());
        return played.whole() ? new Played(up, down, profile.read(up.recording(), down.recording())) : played;
    }

    private Simulation.Run run(Bench bench, List<Protocol> chirp, Study.Scheme scheme, @Nullable Steps coarser) {
        Bench.Numbers numbers = bench.numbers();
        return bench.run(numbers, Targets.members(chirp, 0, bench.equations(), numbers.inputs()), scheme, coarser, watch());
    }

    private List<Feature> compared(Played stated, @Nullable Played finer, @Nullable Played finest) {
        if (finer == null || finest == null || !stated.whole() || !finer.whole() || !finest.whole()) return stated.told;
        List<Played> shortest = Stream.of(stated, finer, finest).sorted(Comparator.comparingInt(p -> p.told.size())).toList();
        boolean alike = shortest.getFirst().told.size() == shortest.getLast().told.size(); // otherwise only some of them fire
        return alike ? Feature.compare(stated.told, finer.told, finest.told, study.run().scheme().comparison()) : shortest.getFirst().told;
    }

    /// The runs in time, to a little beyond the chirp.
    private Result.Traces traces(Study.Simulate run, Simulation.Run played) {
        double until = study.run().until();
        Recording seen = played.recording().first(run.record().size()).cut(0, until);
        Study.Simulate shown = new Study.Simulate(run.name(), run.on(), run.under(), until, 0, run.every(), run.record(), List.of(), run.scheme());
        Result.Member member = new Result.Member(List.of(), List.of(), played.outcome());
        return new Result.Traces(shown, played.outcome(), procedure(played.method()), List.of(member), SeriesOf.traces(shown, List.of(seen.sample(shown.every()))), List.of(seen.portrait(DRAWN)));
    }

    /// A result without an impedance.
    ///
    /// @param why the features that there are not, each with the reason
    private Result without(Outcome outcome, List<Feature> why, Result.@Nullable Traces traces) {
        return new Result.Curve(study, outcome, procedure(study.run().scheme().method().name()), List.of(), why, null, List.of(), traces);
    }

    private Result.Procedure procedure(String method) {
        Study.Scheme scheme = study.run().scheme();
        return new Result.Procedure(method, Citations.keys(scheme.method(), List.of(method)), scheme.tolerance(), scheme.step());
    }

    private Watch watch() {
        return progress.part(study.name(), done, options.fast() ? 3 : 7);
    }
}
