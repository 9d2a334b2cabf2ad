package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import loligo.feature.Feature;
import loligo.feature.How;
import loligo.feature.Measure;
import loligo.feature.curve.Curve;
import loligo.feature.fit.Fitted;
import loligo.protocol.Kind;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;
import loligo.protocol.Setting;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// What a family of voltage steps tells as a whole. What is read off the curve follows from the number that is varied: the level of the measured
/// phase, that of an earlier one, or a time before it.
final class ClampCurve {
    private static final int POINTS_OF_A_LINE = 200;
    private static final double SAME = 1e-6; // relative

    private final Study.Clamp study;
    private final List<Result.Member> members;
    private final List<Feature> features = new ArrayList<>();
    private final List<Series.Column> derived = new ArrayList<>();
    private final List<Result.Fit> fits = new ArrayList<>();

    private ClampCurve(Study.Clamp study, List<Result.Member> members) {
        this.study = study;
        this.members = members;
    }

    static Result.Curve of(Study.Clamp study, Result.Traces traces) {
        List<Result.Member> members = traces.members().stream().map(m -> named(m, study.measure())).toList();
        List<Setting> families = families(study);
        if (families.size() != 1) return new Result.Curve(study, traces.outcome(), traces.procedure(), members, families.isEmpty() && !members.isEmpty() ? members.getFirst().features() : List.of(), null, List.of(), traces);
        Setting family = families.getFirst();
        ClampCurve curve = new ClampCurve(study, members);
        for (int i = 0; i < study.measure().size(); i++) {
            Measure measure = study.run().measures().get(i);
            ClampRelation relation = relation(study.run(), measure, family);
            curve.read(i, tails(study.run(), measure, traces.members()) ? relation.ofTails() : relation);
        }
        Series measured = SeriesOf.table(new Study.Varied(family.name(), family.unit()), study.measure(), members);
        Series series = measured == null ? null : measured.with(curve.derived);
        return new Result.Curve(study, traces.outcome(), traces.procedure(), members, List.copyOf(curve.features), series, List.copyOf(curve.fits), traces);
    }

    /// What its protocols vary; a curve is drawn over a single one.
    static List<Setting> families(Study.Clamp study) {
        return study.run().under().stream().flatMap(p -> p.families().stream()).toList();
    }

    /// The features of a member by the names under which they were asked for.
    private static Result.Member named(Result.Member member, List<String> names) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Feature f = member.features().get(i);
            features.add(new Feature(names.get(i), f.value(), f.unit(), f.rounding(), f.error(), f.note()));
        }
        return new Result.Member(member.set(), features, member.outcome());
    }

    /// What the varied number is to the measured phase.
    private static ClampRelation relation(Study.Simulate run, Measure measure, Setting family) {
        Protocol voltage = run.under().stream().filter(p -> p.kind() == Kind.VOLTAGE).findFirst().orElseThrow();
        List<String> phases = voltage.phases().stream().map(Phase::name).toList();
        int measured = phases.indexOf(measure.phase());
        boolean height = switch (measure.how()) {
            case PEAK, STEADY, START, END, MIN, MAX, MEAN -> true;
            case AREA, CROSSINGS, TIME_OF_PEAK, TIME_OF_MIN, TIME_OF_MAX, TIME_OF_CROSSING -> false;
        };
        if (measured < 0 || !height) return ClampRelation.NONE;
        if (family.equals(voltage.rest())) return ClampRelation.AVAILABILITY;
        for (int k = 0; k <= measured; k++) {
            Phase phase = voltage.phases().get(k);
            boolean level = phase instanceof Phase.Step step && step.level().equals(family);
            if (level && k < measured) return ClampRelation.AVAILABILITY;
            if (level) return overItsLevel(run, measure);
            if (family.equals(phase.at()) || (k < measured && family.equals(phase.duration()))) return ClampRelation.RECOVERY;
        }
        return ClampRelation.NONE;
    }

    /// What the level of a step is to what is measured in it.
    private static ClampRelation overItsLevel(Study.Simulate run, Measure measure) {
        Dimension current = dimension(run, "I");
        Dimension measured = dimension(run, measure.column());
        boolean start = measure.how() == How.START;
        if (measured.equals(current)) {
            boolean kinked = measure.how() == How.MIN || measure.how() == How.MAX; // beside the reversal potential
            return kinked ? ClampRelation.NONE : start ? ClampRelation.INSTANTANEOUS : ClampRelation.CURRENT_VOLTAGE;
        }
        if (start) return ClampRelation.NONE; // what was open before
        return measured.equals(current.over(Dimension.POTENTIAL)) ? ClampRelation.ACTIVATION : measured.equals(Dimension.NONE) ? ClampRelation.GATING : ClampRelation.NONE;
    }

    /// Whether peaks of a current were measured where it decays from where the phase starts: in the member in which it is largest, it is largest there.
    private static boolean tails(Study.Simulate run, Measure measure, List<Result.Member> members) {
        if (measure.how() != How.PEAK || !current(run, measure.column())) return false;
        String start = new Measure(How.START, measure.column(), measure.phase()).name();
        double largest = 0;
        boolean decays = false;
        for (Result.Member member : members) {
            double first = size(member, start);
            double peak = size(member, measure.name());
            if (!(Math.max(first, peak) > largest)) continue;
            largest = Math.max(first, peak);
            decays = first > (1 + SAME) * peak;
        }
        return decays;
    }

    /// How large a feature of a member is; 0 where it has no value.
    private static double size(Result.Member member, String name) {
        return member.features().stream().filter(f -> f.name().equals(name)).map(Feature::value).filter(Objects::nonNull).mapToDouble(Math::abs).findFirst().orElse(0);
    }

    private static boolean current(Study.Simulate run, String column) {
        return dimension(run, column).equals(dimension(run, "I"));
    }

    private static Dimension dimension(Study.Simulate run, String column) {
        return run.record().stream().filter(r -> r.name().equals(column)).map(r -> r.unit().dimension()).findFirst().orElse(Dimension.NONE);
    }

    private void read(int measure, ClampRelation relation) {
        String name = study.measure().get(measure);
        String suffix = study.measure().size() == 1 ? "" : "(" + name + ")";
        boolean peaks = study.run().measures().get(measure).how() == How.PEAK && relation == ClampRelation.AVAILABILITY;
        List<Point> all = points(name);
        List<Point> points = peaks ? all.stream().filter(p -> !Measure.outgrown(p.feature)).toList() : all;
        String without = points.size() == all.size() ? null : "without " + Digits.counted(all.size() - points.size(), "point") + " whose peak is not the largest current of its step";
        if (points.isEmpty() || relation == ClampRelation.NONE) return;
        ClampRelation.Told told = relation.read(curve(points, -1));
        for (int f = 0; f < told.features().size(); f++) features.add(certain(relation, told, f, points, suffix).noting(without));
        drawn(relation, told, name, suffix);
    }

    /// A measured point.
    private record Point(double x, Unit unit, Feature feature, double value) {}

    /// What was measured, in the order of x and each x once.
    private List<Point> points(String name) {
        List<Point> points = new ArrayList<>();
        for (Result.Member m : members) {
            Result.Setting set = m.set().getLast();
            double x = set.unit().outside(set.value());
            for (Feature f : m.features()) if (f.name().equals(name) && f.value() != null && points.stream().noneMatch(p -> p.x == x)) points.add(new Point(x, set.unit(), f, f.value()));
        }
        points.sort((a, b) -> Double.compare(a.x, b.x));
        return points;
    }

    /// The curve through the points.
    ///
    /// @param moved the point that is moved by its error; -1 for none
    private static Curve curve(List<Point> points, int moved) {
        double[] x = points.stream().mapToDouble(Point::x).toArray();
        double[] y = IntStream.range(0, x.length).mapToDouble(i -> points.get(i).value + (i == moved ? error(points.get(i)) : 0)).toArray();
        return new Curve(x, y, points.getFirst().unit, points.getFirst().feature.unit());
    }

    private static double error(Point point) {
        Double error = point.feature.error();
        return error == null ? 0 : error;
    }

    /// A feature of the curve with its numerical error: that of reading it, and what changes when each point is moved by its own error.
    private static Feature certain(ClampRelation relation, ClampRelation.Told told, int f, List<Point> points, String suffix) {
        Feature stated = told.features().get(f);
        Double value = stated.value();
        Double error = value == null || points.stream().anyMatch(p -> p.feature.error() == null) ? null : Double.valueOf(stated.rounding());
        for (int i = 0; i < points.size() && error != null && value != null; i++) {
            if (error(points.get(i)) == 0) continue;
            Double moved = relation.read(curve(points, i)).features().get(f).value();
            error = moved == null ? null : Double.valueOf(error + Math.abs(moved - value));
        }
        Feature named = new Feature(stated.name() + suffix, value, stated.unit(), stated.rounding(), error, stated.note());
        boolean checked = points.stream().anyMatch(p -> p.feature.error() != null); // by --fast none is
        return checked ? named.unchecked("a point has none, or there is no such value when one is moved by its error") : named;
    }

    /// The fitted curve as fractions, in a column of its own; where it was fitted to what was measured, beside that too.
    private void drawn(ClampRelation relation, ClampRelation.Told told, String name, String suffix) {
        Fitted.Fit fit = told.fit();
        if (fit == null) return;
        boolean asMeasured = relation != ClampRelation.CURRENT_VOLTAGE; // there it was fitted to conductances
        if (asMeasured) fits.add(drawn(told, fit, name, 1, ""));
        if (relation == ClampRelation.GATING) return; // a gate is a fraction by itself
        double full = relation.full(told, fit);
        String fraction = relation.fraction(told) + suffix;
        double[] rows = rows(told, full);
        derived.add(new Series.Column(fraction, Unit.ONE, rows));
        fits.add(drawn(told, fit, fraction, full, asMeasured ? name : ""));
    }

    /// The fitted points, NaN where there was none // [members]
    private double[] rows(ClampRelation.Told told, double full) {
        Curve points = told.fitted();
        return members.stream().mapToDouble(ClampCurve::x).map(x -> IntStream.range(0, points.count()).filter(i -> points.x()[i] == x).mapToDouble(i -> points.y()[i] / full).findFirst().orElse(Double.NaN)).toArray();
    }

    private static double x(Result.Member member) {
        Result.Setting set = member.set().getLast();
        return set.unit().outside(set.value());
    }

    private Result.Fit drawn(ClampRelation.Told told, Fitted.Fit fit, String column, double full, String instead) {
        double[] residuals = rows(told, full);
        for (int k = 0; k < residuals.length; k++) residuals[k] -= fit.value(x(members.get(k))) / full;
        double[] xs = new double[POINTS_OF_A_LINE];
        double first = told.fitted().x()[0];
        double last = told.fitted().x()[told.fitted().count() - 1];
        for (int i = 0; i < xs.length; i++) xs[i] = first + (last - first) * i / (xs.length - 1);
        return new Result.Fit(column, xs, IntStream.range(0, xs.length).mapToDouble(i -> fit.value(xs[i]) / full).toArray(), residuals, "", instead);
    }
}
