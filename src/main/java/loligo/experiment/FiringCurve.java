package loligo.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loligo.dynamics.Equilibrium;
import loligo.feature.Feature;
import loligo.feature.Spike;
import loligo.feature.Spikes;
import loligo.feature.curve.Curve;
import loligo.feature.curve.Firing;
import loligo.feature.fit.Fitted;
import loligo.model.Equations;
import loligo.notation.DeepStack;
import loligo.notation.Expr;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import loligo.recording.Recording;
import loligo.simulation.Simulation;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// Performs an `fi`: every run begins where the preparation rests with its own numbers, the varied one changes at t = 0. A membrane that goes on firing until the end
/// of the run fires repetitively; one that stops before has no frequency.
final class FiringCurve {
    static final String FREQUENCY = "frequency";
    private static final List<String> MEASURED = List.of(FREQUENCY, "spike_count", "mean");
    private static final double GOES_ON = 1.5;       // of the longest interval: a silence that is no end of firing
    private static final double SWEEP_SHARE = 0.6;   // of the time that it takes
    private static final double FITTED = 1e-9;       // to which a fit is exact
    private static final double SUDDEN = 5;          // intervals in the window, at the onset
    private static final Unit HZ = Unit.parse("Hz");

    private final Study.Fi study;
    private final Laboratory.Options options;
    private final Progress progress;

    FiringCurve(Study.Fi study, Laboratory.Options options, Progress progress) {
        this.study = study;
        this.options = options;
        this.progress = progress;
    }

    static List<String> columns(Study.Fi study) {
        return Stream.concat(Stream.of(study.vary().name()), MEASURED.stream()).toList();
    }

    Result perform(Laboratory laboratory) {
        Study.Simulate run = rested();
        Bench bench = DeepStack.call(() -> new Bench(run, (members, made) -> read(run, made)));
        Result.Table table = laboratory.sweep(new Study.Sweep(study.name(), run, study.vary(), study.over(), MEASURED), bench, part(0, SWEEP_SHARE));
        boolean whole = table.outcome() instanceof Outcome.Completed;
        Told told = whole ? told(table.members(), run, bench) : new Told(List.of(), List.of());
        Outcome outcome = whole && told.features.isEmpty() ? Outcome.Stopped.onRequest(" before the onset was found; the runs are kept") : table.outcome();
        progress.reached(study.name(), 1);
        return new Result.Curve(study, outcome, table.procedure(), table.members(), told.features, table.series(), told.tried.isEmpty() ? List.of() : List.of(line(told.tried, table.members())), null);
    }

    /// Numbers of the curve, and the runs of the search for its onset that fire.
    private record Told(List<Feature> features, List<Search.Trial> tried) {}

    /// What is drawn through the points: from the onset on through all that was solved.
    private Result.Fit line(List<Search.Trial> tried, List<Result.Member> members) {
        List<double[]> points = new ArrayList<>(tried.stream().map(t -> new double[] {study.vary().unit().outside(t.at()), HZ.outside(t.measured())}).toList());
        double beyond = tried.getLast().at();
        for (Result.Member m : members) if (m.set().getFirst().value() > beyond) points.add(new double[] {study.vary().unit().outside(m.set().getFirst().value()), value(frequency(m))});
        return new Result.Fit(FREQUENCY, points.stream().mapToDouble(p -> p[0]).toArray(), points.stream().mapToDouble(p -> p[1]).toArray(), new double[0]);
    }

    /// The run from rest: of several stable equilibria from that whose first unknown is nearest to where the model begins. Where there is none, as
    /// in a membrane that fires by itself, the run begins as the model does.
    private Study.Simulate rested() {
        Preparation on = study.run().on();
        Equations equations = on.equations();
        if (equations.uses("t")) return study.run();
        Optional<double[]> rest = DeepStack.call(() -> rest(on));
        if (rest.isEmpty()) return study.run();
        List<Equations.State> states = new ArrayList<>();
        for (int i = 0; i < rest.get().length; i++) {
            Equations.State s = equations.states().get(i);
            states.add(new Equations.State(s.name(), s.dimension(), s.unit(), new Expr.Literal(s.unit().outside(rest.get()[i]), s.unit()), s.derivative(), s.relaxation()));
        }
        Equations resting = new Equations(equations.name(), states, equations.inputs(), equations.parameters(), equations.definitions(), equations.resets());
        Study.Simulate run = study.run();
        return new Study.Simulate(run.name(), new Preparation(on.name(), on.geometry(), on.model(), resting), run.under(), run.until(), run.after(), run.every(), run.record(), run.measures(), run.scheme());
    }

    private Optional<double[]> rest(Preparation on) {
        double begins = ProblemOf.beginning(on.equations())[0];
        var found = (Result.Standstills) EquilibriaSearch.perform(new Study.Equilibria(study.name(), on, EquilibriaReader.whole(on.equations())), part(0, 0));
        return found.found().stream().filter(e -> e.stability().stable()).map(Equilibrium::state).min(Comparator.comparingDouble(y -> Math.abs(y[0] - begins)));
    }

    private List<Feature> read(Study.Simulate run, Simulation.Run made) {
        Recording window = made.recording().cut(run.after(), run.until());
        List<Spike> spikes = window.panels() == 0 ? List.of() : Spikes.of(window, run.record().getFirst().name());
        List<Feature> all = Measuring.features(run, List.of(), made);
        return all.stream().filter(f -> MEASURED.contains(f.name())).map(f -> f.name().equals(FREQUENCY) && stops(spikes, run.until()) ? silent(f, spikes) : f).toList();
    }

    private static boolean stops(List<Spike> spikes, double end) {
        double longest = IntStream.range(1, spikes.size()).mapToDouble(i -> spikes.get(i).time() - spikes.get(i - 1).time()).max().orElse(0);
        return spikes.size() > 1 && end - spikes.getLast().time() > GOES_ON * longest;
    }

    private static Feature silent(Feature frequency, List<Spike> spikes) {
        return new Feature(frequency.name(), null, frequency.unit(), 0, null, "it stops firing after " + spikes.size() + " spikes");
    }

    /// Nothing after an interruption.
    private Told told(List<Result.Member> members, Study.Simulate run, Bench bench) {
        int first = IntStream.range(0, members.size()).filter(i -> frequency(members.get(i)) != null).findFirst().orElse(-1);
        if (first < 0) return new Told(none(silence(members)), List.of());
        List<Feature> features = new ArrayList<>();
        List<Search.Trial> tried = List.of();
        if (first == 0) {
            String why = "it fires already at the first of these values, " + shown(study.over()[0]);
            features.addAll(none(why).subList(0, 2));
        } else {
            Study.Condition fires = new Study.Condition(FREQUENCY, Expr.Relation.MORE, new Quantity(0, HZ));
            Study.Threshold search = new Study.Threshold(study.name(), run, study.vary(), study.over()[first - 1], study.over()[first], fires, study.within(), null);
            Optional<Thresholds.Sought> sought = new Thresholds(search, options, part(SWEEP_SHARE, 1), bench).single();
            if (sought.isEmpty()) return new Told(List.of(), List.of());
            tried = sought.get().made().stream().filter(Search.Trial::holds).sorted(Comparator.comparingDouble(Search.Trial::at)).toList();
            String note = "of firing that goes on until " + Digits.value(run.until(), 0) + " ms" + (sought.get().threshold().note() == null ? "" : "; " + sought.get().threshold().note());
            features.add(named("onset", sought.get().threshold(), note));
            features.add(named("onset_frequency", sought.get().answer(), excitability(value(sought.get().answer()), run)));
        }
        features.add(checked(gain(members)));
        features.add(checked(highest(members)));
        return new Told(features, tried);
    }

    /// A number that has no error, though errors were asked for, says why.
    private Feature checked(Feature f) {
        return options.fast() ? f : f.unchecked("a frequency has none");
    }

    private static Feature named(String name, Feature f, String note) {
        return new Feature(name, f.value(), f.unit(), f.rounding(), f.error(), f.value() == null ? f.note() : note);
    }

    /// Which class of Hodgkin (1948) the frequency at the onset tells.
    private static String excitability(double onset, Study.Simulate run) {
        return onset * HZ.scale() * (run.until() - run.after()) > SUDDEN ? "it begins at once with this frequency: class 2" : "as slow as a run of this length can see: class 1";
    }

    private List<Feature> none(String why) {
        return List.of(new Feature("onset", null, study.vary().unit(), 0, null, why), new Feature("onset_frequency", null, HZ, 0, null, why), new Feature("gain", null, slope(), 0, null, why), new Feature("max_frequency", null, HZ, 0, null, why));
    }

    private Unit slope() {
        return HZ.dimension().over(study.vary().unit().dimension()).unit();
    }

    private static @Nullable Feature frequency(Result.Member member) {
        return member.features().stream().filter(f -> f.name().equals(FREQUENCY) && f.value() != null).findFirst().orElse(null);
    }

    private String shown(double inside) {
        return Digits.value(study.vary().unit().outside(inside), 0) + (study.vary().unit().equals(Unit.ONE) ? "" : " [" + study.vary().unit().symbol() + "]");
    }

    private String silence(List<Result.Member> members) {
        Feature last = members.getLast().features().getLast();
        Double mean = last.value();
        return "it does not fire repetitively at any of " + members.size() + " values from " + shown(study.over()[0]) + " to " + shown(study.over()[study.over().length - 1])
                + (mean == null ? "" : "; at the last one " + study.run().record().getFirst().name() + " is on average " + Digits.value(mean, Double.NaN) + " " + last.unit().symbol());
    }

    /// The slope of the straight line through the points from the first that fires to the fastest; its numerical error is what their errors make of it.
    private Feature gain(List<Result.Member> members) {
        List<Result.Member> rising = new ArrayList<>();
        double fastest = value(highest(members));
        for (Result.Member m : members) {
            Feature f = frequency(m);
            if (f == null) continue;
            rising.add(m);
            if (value(f) == fastest) break;
        }
        double[] x = rising.stream().mapToDouble(m -> study.vary().unit().outside(m.set().getFirst().value())).toArray();
        double[] y = rising.stream().mapToDouble(m -> value(frequency(m))).toArray();
        return switch (line(x, y)) {
            case Fitted.NoFit none -> new Feature("gain", null, slope(), 0, null, none.why());
            case Fitted.Fit fit -> {
                Fitted.Estimate slope = fit.estimate("slope");
                Double error = 0.0;
                for (int i = 0; i < y.length && error != null; i++) {
                    Feature f = frequency(rising.get(i));
                    double[] moved = y.clone();
                    Double own = f == null ? null : f.error();
                    if (own != null) moved[i] += own;
                    error = own != null && line(x, moved) instanceof Fitted.Fit other ? error + Math.abs(other.estimate("slope").value() - slope.value()) : null;
                }
                String note = Digits.fitted("a line through " + x.length + " points from " + Digits.value(x[0], 0) + " to " + shown(rising.getLast().set().getFirst().value()), slope.halfWidth());
                double rounding = FITTED * Math.abs(slope.value());
                yield new Feature("gain", slope.value(), slope.unit(), rounding, error == null ? null : error + rounding, note);
            }
        };
    }

    private Fitted line(double[] x, double[] y) {
        return Firing.gain(new Curve(x, y, study.vary().unit(), HZ), Double.POSITIVE_INFINITY);
    }

    private Feature highest(List<Result.Member> members) {
        Result.Member fastest = members.stream().filter(m -> frequency(m) != null).max(Comparator.comparingDouble(m -> value(frequency(m)))).orElseThrow();
        Feature f = frequency(fastest);
        if (f == null) throw new IllegalStateException("a frequency that was there is gone");
        String note = "at " + shown(fastest.set().getFirst().value()) + (members.indexOf(fastest) == members.size() - 1 ? ", the last of these values" : "") + ends(members);
        return new Feature("max_frequency", f.value(), f.unit(), f.rounding(), f.error(), note);
    }

    /// Where firing ends again.
    private String ends(List<Result.Member> members) {
        int last = members.size() - 1;
        if (frequency(members.get(last)) != null) return "";
        while (frequency(members.get(last)) == null) last--;
        double mean = value(members.getLast().features().getLast());
        double before = value(members.getFirst().features().getLast());
        return "; from " + shown(members.get(last + 1).set().getFirst().value()) + " on it does not fire repetitively" + (mean > before ? " and stays depolarised" : "");
    }

    private static double value(@Nullable Feature feature) {
        Double value = feature == null ? null : feature.value();
        return value == null ? Double.NaN : value;
    }

    /// What a part of the work tells of all of it.
    private Progress part(double from, double to) {
        return new Progress() {
            @Override
            public boolean interrupted() {
                return progress.interrupted();
            }

            @Override
            public void reached(String name, double fraction) {
                progress.reached(name, from + (to - from) * fraction);
            }
        };
    }
}
