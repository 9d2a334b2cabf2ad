package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import loligo.dynamics.Equilibria;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Problem;
import loligo.dynamics.Range;
import loligo.feature.Feature;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.kernel.Probe;
import loligo.model.Channel;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.solver.Outcome;

/// The chord-conductance equation `V = (sum g E + I)/sum g` (the parallel-conductance model, Izhikevich 2007, chapter 2): at each potential the conductances of
/// gates that have settled there, and the potential that these conductances imply. Where the two agree the membrane stands still.
final class ChordCurve {
    /// Columns besides those of the channels.
    static final String SUM = "conductance";
    static final String IMPLIED = "implied";

    private static final int ROWS = 641;
    private static final double ROUNDING = 64; // of a formula with exponentials, in units of the last place
    private static final Unit MV = Dimension.POTENTIAL.unit();

    private final Study.Chord study;
    private final Equations equations;
    private final List<Channel> channels;
    private final KernelField field;
    private final Problem problem;
    private final SteadyStates steady;
    private final Probe probe; // conductances, reversal potentials, the injected current, the capacitance
    private final double[] seen;

    private ChordCurve(Study.Chord study, Kernel kernel, KernelField field, SteadyStates steady) {
        this.study = study;
        this.equations = kernel.equations();
        this.channels = study.on().model().channels();
        this.field = field;
        this.problem = ProblemOf.resting(field, equations, study.over());
        this.steady = steady;
        List<Expr> read = new ArrayList<>();
        for (Channel channel : channels) read.add(new Expr.Name(conductance(channel)));
        for (Channel channel : channels) read.add(new Expr.Name(channel.reversal() == null ? channel.ion() + ".E" : channel.name() + ".E"));
        read.add(new Expr.Name("I"));
        read.add(equations.states().getFirst().derivative() instanceof Expr.Quotient(_, Expr c) ? c : Expr.number(1));
        probe = kernel.probe(read);
        seen = new double[read.size()];
    }

    /// The steady states that belong to V alone; empty where there are none.
    static Optional<SteadyStates> steady(Kernel kernel, KernelField field, Range over) {
        return SteadyStates.of(kernel, field, ProblemOf.resting(field, kernel.equations(), over), over);
    }

    static List<String> columns(Study.Chord study) {
        List<String> columns = new ArrayList<>(List.of("V"));
        study.on().model().channels().forEach(c -> columns.add(conductance(c)));
        columns.addAll(List.of(SUM, IMPLIED));
        return columns;
    }

    static String conductance(Channel channel) {
        return channel.name() + ".conductance";
    }

    /// The current that is injected all the time, membrane units.
    static double injected(Equations equations) {
        return equations.inputs().stream().filter(i -> i.name().equals("I")).mapToDouble(Equations.Input::value).findFirst().orElse(0);
    }

    static Result of(Study.Chord study, Progress progress) {
        if (progress.interrupted()) {
            Outcome stopped = Outcome.Stopped.onRequest(" before it began");
            return new Result.Curve(study, stopped, EquilibriaSearch.procedure("none", List.of()), List.of(), List.of(), null, List.of(), null);
        }
        Kernel kernel = Kernel.compile(study.on().equations());
        KernelField field = ProblemOf.field(kernel);
        SteadyStates steady = steady(kernel, field, study.over()).orElseThrow(() -> new IllegalStateException("no steady states although it was checked"));
        Result result = new ChordCurve(study, kernel, field, steady).result();
        progress.reached(study.name(), 1);
        return result;
    }

    private Result result() {
        Equilibria all = Equilibria.reduced(problem, new double[0], steady, study.over());
        List<Equilibrium> found = all.found();
        List<Result.Member> members = new ArrayList<>();
        for (Equilibrium e : found) members.add(new Result.Member(List.of(new Result.Setting("crossing", members.size() + 1, Unit.ONE)), numbers(e), EquilibriaSearch.done(found.size())));
        List<Feature> features = List.of(count("equilibria", found.size(), EquilibriaSearch.sentence(all, equations, study.over())),
                count("rests", found.stream().filter(e -> e.stability().stable()).count(), "the stable ones among them"));
        return new Result.Curve(study, EquilibriaSearch.done(found.size()), EquilibriaSearch.procedure("sampling the steady-state balance, then Newton's method", EquilibriaSearch.SAMPLED), members, features, series(), List.of(), null);
    }

    private static Feature count(String name, long count, String note) {
        return new Feature(name, (double) count, Unit.ONE, 0, 0.0, note);
    }

    /// Conductances, reversal potentials, current and capacitance with gates settled at V; overwritten by the next look.
    private double[] look(double v) {
        probe.observe(field, 0, steady.state(v), seen);
        return seen;
    }

    private double sum(double v) {
        double[] at = look(v);
        double sum = 0;
        for (int i = 0; i < channels.size(); i++) sum += at[i];
        return sum;
    }

    /// (sum g E + I)/sum g; NaN where no channel is open.
    private double implied(double v) {
        double[] at = look(v);
        double sum = 0;
        double weighted = at[2 * channels.size()];
        for (int i = 0; i < channels.size(); i++) {
            sum += at[i];
            weighted += at[i] * at[channels.size() + i];
        }
        return sum > 0 ? weighted / sum : Double.NaN;
    }

    /// dI/dV of the current that flows when gates follow V: `-C dV'/dV`.
    private double slope(double v) {
        int n = field.dimension();
        double[] jacobian = new double[n * n];
        field.jacobian(0, steady.state(v), jacobian);
        return -look(v)[2 * channels.size() + 1] * Equilibrium.reduced(jacobian, n);
    }

    private Series series() {
        double[] grid = new double[ROWS];
        Arrays.setAll(grid, k -> study.over().at(k / (ROWS - 1.0)));
        List<Series.Column> columns = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            int k = i;
            columns.add(new Series.Column(conductance(channels.get(i)), unit(), DoubleStream.of(grid).map(v -> look(v)[k]).toArray()));
        }
        columns.add(new Series.Column(SUM, unit(), DoubleStream.of(grid).map(this::sum).toArray()));
        columns.add(new Series.Column(IMPLIED, MV, DoubleStream.of(grid).map(this::implied).toArray()));
        return new Series(new Series.Column("V", MV, grid), columns);
    }

    private Unit unit() {
        return Names.unit(conductance(channels.getFirst()), equations);
    }

    /// What there is to say about one crossing.
    private List<Feature> numbers(Equilibrium e) {
        double v = e.state()[0];
        double doubt = Math.max(e.error()[0], Math.ulp(v));
        List<Feature> features = new ArrayList<>();
        features.add(new Feature("V", v, MV, doubt, doubt, e.stability().toString()));
        features.add(new Feature("unstable_directions", (double) e.growing(), Unit.ONE, 0, 0.0, null));
        features.add(number("chord_conductance", this::sum, v, doubt));
        features.add(number("slope_conductance", this::slope, v, doubt));
        for (int i = 0; i < channels.size(); i++) {
            int k = i;
            features.add(number(conductance(channels.get(i)), x -> look(x)[k], v, doubt));
        }
        return features;
    }

    /// A number at a potential that is known so well: its error is how far it moves when the potential does, and the rounding of its exponentials.
    private Feature number(String name, DoubleUnaryOperator of, double v, double doubt) {
        double value = of.applyAsDouble(v);
        double moved = Math.max(Math.abs(of.applyAsDouble(v + doubt) - value), Math.abs(of.applyAsDouble(v - doubt) - value));
        double error = moved + ROUNDING * Math.ulp(value);
        return new Feature(name, unit().outside(value), unit(), error / unit().scale(), error / unit().scale(), null);
    }

}
