package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loligo.feature.Feature;
import loligo.feature.Features;
import loligo.feature.Measure;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.kernel.Probe;
import loligo.kernel.Unison;
import loligo.model.Equations;
import loligo.notation.DeepStack;
import loligo.notation.Expr;
import loligo.protocol.Kind;
import loligo.protocol.Member;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.recording.Heading;
import loligo.recording.Reels;
import loligo.simulation.Lockstep;
import loligo.simulation.Observer;
import loligo.simulation.Simulation;
import loligo.simulation.Steps;
import loligo.simulation.Still;
import loligo.simulation.Stimulus;
import loligo.simulation.Watch;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;
import org.jspecify.annotations.Nullable;

/// One `simulate` made ready: the membrane compiled once, then run for any numbers, protocol member and scheme. Safe for several threads.
final class Bench {
    static final long MOST_STEPS = 100_000_000;
    private static final double SMALL_GATE = 0.01;
    private static final double FINEST_SIGHT = 1e-12;
    private static final Unit RATE = Unit.parse("mV/ms");

    private final Study.Simulate study;
    private final BiFunction<List<Member>, Simulation.Run, List<Feature>> reading;
    private final Kernel kernel;
    private final List<Expr> seen;
    private final List<Expr> rounded; // whose rounding is recorded as well
    private final Probe probe;
    private final List<Heading> headings;
    private final boolean rated; // whether the rate of change is recorded

    Bench(Study.Simulate study) {
        this(study, Set.copyOf(Features.names()));
    }

    /// @param wanted the features that somebody asks for: what they do not need is not recorded
    Bench(Study.Simulate study, Set<String> wanted) {
        this(study, (members, run) -> Measuring.features(study, members, run, wanted), Features.rated(wanted) || !study.under().isEmpty() || !study.on().equations().resets().isEmpty());
    }

    /// @param reading what is read off a run
    Bench(Study.Simulate study, BiFunction<List<Member>, Simulation.Run, List<Feature>> reading) {
        this(study, reading, true);
    }

    /// @param rated whether the rate of change is recorded
    private Bench(Study.Simulate study, BiFunction<List<Member>, Simulation.Run, List<Feature>> reading, boolean rated) {
        this(study, Kernel.compile(study.equations()), reading, rated);
    }

    private Bench(Study.Simulate study, Kernel kernel, BiFunction<List<Member>, Simulation.Run, List<Feature>> reading, boolean rated) {
        this.study = study;
        this.reading = reading;
        this.kernel = kernel;
        this.rated = rated;
        List<Study.Recorded> recorded = new ArrayList<>(study.record());
        if (rated) rate(kernel.equations()).ifPresent(recorded::add);
        aloneRate(kernel.equations()).ifPresent(recorded::add);
        this.seen = recorded.stream().map(Study.Recorded::expr).toList();
        List<Study.Recorded> doubted = doubted();
        this.rounded = doubted.stream().map(Study.Recorded::expr).toList();
        this.probe = kernel.probe(seen, rounded);
        this.headings = Stream.concat(recorded.stream().map(r -> new Heading(r.name(), r.unit())), doubted.stream().map(r -> new Heading(Features.rounding(r.name()), r.unit()))).toList();
    }

    /// The same bench for runs of which nothing but features is kept: what these do not read is not recorded, so that a run far finer than the study's stays within bounds.
    Bench lean() {
        Set<String> read = Stream.concat(study.record().stream().limit(1).map(Study.Recorded::name), study.measures().stream().map(Measure::column)).collect(Collectors.toSet());
        List<Study.Recorded> needed = study.record().stream().filter(r -> read.contains(r.name())).toList();
        if (needed.size() == study.record().size()) return this;
        Study.Simulate less = new Study.Simulate(study.name(), study.on(), study.under(), study.until(), study.after(), study.every(), needed, study.measures(), study.asked(), study.scheme());
        return new Bench(less, kernel, reading, rated);
    }

    /// What is read off a run, always the same features in the same order.
    List<Feature> features(List<Member> members, Simulation.Run run) {
        return reading.apply(members, run);
    }

    /// The rate of change of a membrane potential, which its threshold is defined by: recorded behind what was asked for, so that it is as exact
    /// as the potential itself.
    private static Optional<Study.Recorded> rate(Equations equations) {
        return equations.states().stream().limit(1).filter(s -> s.dimension().equals(Dimension.POTENTIAL))
                .map(s -> new Study.Recorded(Features.rate(s.name()), RATE, s.derivative())).findFirst();
    }

    /// The same without what the protocols drive, by which a spike is told from what they push.
    private Optional<Study.Recorded> aloneRate(Equations equations) {
        Set<String> driven = Stimulations.driven(study);
        return driven.isEmpty() ? Optional.empty() : equations.states().stream().limit(1).filter(s -> s.dimension().equals(Dimension.POTENTIAL))
                .flatMap(s -> equations.rateWithout(driven).stream().map(rate -> new Study.Recorded(Features.aloneRate(s.name()), RATE, rate))).findFirst();
    }

    /// What is measured and may lose digits on the way.
    private List<Study.Recorded> doubted() {
        Set<String> measured = study.measures().stream().map(Measure::column).collect(Collectors.toSet());
        return study.record().stream().filter(r -> measured.contains(r.name()) && kernel.loses(r.expr())).toList();
    }

    Equations equations() {
        return kernel.equations();
    }

    /// The numbers as the text gives them, in the order of the equations.
    Numbers numbers() {
        return new Numbers(kernel.parameters(), Stimulus.resting(kernel.equations()));
    }

    /// The numbers of one run: parameters, and where inputs rest; membrane units.
    record Numbers(double[] parameters, double[] inputs) {
        /// The same with one of them changed. Where V begins is, under voltage clamp, where its command rests.
        Numbers with(String name, double value, Equations equations) {
            Numbers changed = new Numbers(parameters.clone(), inputs.clone());
            for (int i = 0; i < equations.parameters().size(); i++) if (equations.parameters().get(i).name().equals(name)) changed.parameters[i] = value;
            for (int i = 0; i < equations.inputs().size(); i++) if (name.equals(equations.inputs().get(i).name()) || name.equals(Equations.beginning(equations.inputs().get(i).name()))) changed.inputs[i] = value;
            return changed;
        }
    }

    /// One run to make.
    ///
    /// @param set the numbers that tell it from the others
    record Job(List<Result.Setting> set, Numbers numbers, List<Member> members) {}

    private Stimulus stimulus(Numbers numbers, List<Member> members) {
        return new Stimulus(numbers.inputs(), Targets.courses(study.under(), members, kernel.equations()));
    }

    /// What the inputs of a job do, null where some input moves.
    Stimulus.@Nullable Levels levels(Job job) {
        return stimulus(job.numbers(), job.members()).levels(study.until());
    }

    /// Whether runs can step together by the study's method.
    boolean steady() {
        return !study.scheme().adaptive() && Unison.possible(kernel, study.scheme().method());
    }

    /// The membrane made ready for runs that differ in these parameters and inputs.
    Unison unison(Set<Integer> parameters, Set<Integer> inputs) {
        return DeepStack.call(() -> new Unison(kernel, study.scheme().method(), parameters, inputs, seen, rounded));
    }

    /// How many columns a recording has.
    int columns() {
        return headings.size();
    }

    /// Runs that are made, or will be when they are asked for // [jobs]
    ///
    /// @param read to be called when nobody looks at their recordings any more
    record Bunch(List<Supplier<Simulation.Run>> runs, Runnable read) {}

    /// Makes jobs that differ in nothing but what `unison` lets differ, in lockstep where that goes well, else alone when asked for.
    ///
    /// @param reels of this bench
    Bunch run(Unison unison, List<Job> jobs, Study.Scheme scheme, Reels reels, Supplier<Watch> watch) {
        List<Lockstep.Member> members = new ArrayList<>();
        for (Job job : jobs) {
            Stimulus stimulus = stimulus(job.numbers(), job.members());
            members.add(new Lockstep.Member(job.numbers().parameters(), stimulus, Objects.requireNonNull(stimulus.levels(study.until())), watch.get()));
        }
        Lockstep.Bunch made = new Lockstep(unison, scheme.method().name(), scheme.step(), probe, headings, sizes(), reels).run(members);
        List<Supplier<Simulation.Run>> runs = new ArrayList<>();
        for (int k = 0; k < jobs.size(); k++) {
            Job job = jobs.get(k);
            Optional<Simulation.Run> one = made.runs().get(k);
            Watch own = members.get(k).watch();
            runs.add(() -> one.orElseGet(() -> run(job.numbers(), job.members(), scheme, null, own)));
        }
        return new Bunch(runs, made.read());
    }

    /// @param coarser steps below which to stay; null leaves them to the solver
    Simulation.Run run(Numbers numbers, List<Member> members, Study.Scheme scheme, @Nullable Steps coarser, Watch watch) {
        Stimulus stimulus = stimulus(numbers, members);
        KernelField field = kernel.field(numbers.parameters(), stimulus);
        Observer observer = new Observer(probe, headings, study.record().size(), rounded.size(), sight(scheme));
        return new Simulation(field, stimulus, stepper(field, scheme), observer, sizes(), coarser, watch).run(study.until());
    }

    /// To which accuracy the recording follows a moving input: 1e-9 at the tolerance 1e-8, and 40 times finer at a tenth of it. Halving a panel
    /// makes its quartic 32 times better, so that the finer run has finer panels, and the error of the quartics is part of the estimated one.
    private static double sight(Study.Scheme scheme) {
        return scheme.adaptive() ? Math.max(FINEST_SIGHT, 1e-9 * StrictMath.pow(scheme.tolerance() / 1e-8, 1.6)) : FINEST_SIGHT;
    }

    private Stepper stepper(KernelField field, Study.Scheme scheme) {
        if (field.dimension() == 0) return new Still();
        Steppers.Bounds bounds = new Steppers.Bounds(Double.POSITIVE_INFINITY, MOST_STEPS);
        return scheme.adaptive() ? Steppers.adaptive(scheme.method(), field, Tolerance.scaled(scheme.tolerance(), sizes()), bounds)
                : Steppers.fixed(scheme.method(), field, scheme.step(), bounds);
    }

    /// The size below which an unknown is small: one of its units, a hundredth for a gate or another pure number // [n]
    private double[] sizes() {
        return kernel.equations().states().stream().mapToDouble(s -> s.dimension().equals(Dimension.NONE) ? SMALL_GATE : s.unit().scale()).toArray();
    }
}
