package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loligo.feature.Feature;
import loligo.feature.fit.Fitted;
import loligo.feature.fit.LeastSquares;
import loligo.feature.fit.Points;
import loligo.feature.fit.StrengthDuration;
import loligo.quantity.Unit;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// What searches for thresholds leave: sentences, columns, and the curves that they make together.
final class ThresholdCurves {
    /// Columns of a refractory curve: the threshold relative to that of the step alone, and how long the step follows the one before it.
    static final String RATIO = "ratio";
    static final String SEPARATION = "separation";

    private static final int DRAWN = 200; // points of a fitted curve

    private ThresholdCurves() {}

    static String never(Study.Threshold study, boolean holds) {
        String all = " at all " + Search.SCANNED + " values that were tried from " + shown(study.vary(), study.from()) + " to " + shown(study.vary(), study.to()) + "; a threshold would lie ";
        return study.when().text() + (holds ? " holds" : " does not hold") + all + (holds ? "before " + shown(study.vary(), study.from()) : "beyond " + shown(study.vary(), study.to()));
    }

    /// What there is to say about a threshold; null for the usual one.
    static @Nullable String note(Study.Threshold study, Search.Bracket bracket, int switches) {
        List<String> remarks = Stream.of(remark(study, bracket, switches), bracket.remark()).filter(Objects::nonNull).toList();
        return remarks.isEmpty() ? null : String.join("; ", remarks);
    }

    /// What there is to say about a switch; null for the usual one.
    private static @Nullable String remark(Study.Threshold study, Search.Bracket bracket, int switches) {
        boolean ends = (bracket.with() - bracket.without()) * (study.to() - study.from()) < 0;
        if (switches > 1) return "the condition switches " + switches + " times in the scan of the range; this is the first time that it " + (ends ? "ends" : "begins") + " to hold";
        return ends ? "from here on the condition does not hold any more" : null;
    }

    private static String shown(Study.Varied vary, double inside) {
        return Digits.value(vary.unit().outside(inside), 0) + vary.unit().bracketed();
    }

    /// One search: what the condition looks at, over the values that were tried.
    static Result single(Study.Threshold study, Result.Procedure procedure, Outcome outcome, List<Result.Member> members, List<Search.Trial> made, Search.@Nullable Bracket bracket) {
        List<Search.Trial> trials = made.stream().sorted(Comparator.comparingDouble(Search.Trial::at)).toList();
        Unit unit = ThresholdReader.unit(study.when().measured(), study.of());
        Series.Column measured = new Series.Column(study.when().measured(), unit, trials.stream().mapToDouble(Search.Trial::measured).toArray());
        Series series = trials.isEmpty() ? null : new Series(new Series.Column(study.vary().name(), study.vary().unit(), trials.stream().mapToDouble(Search.Trial::at).toArray()), List.of(measured));
        double[] heights = DoubleStream.of(measured.shown()).filter(Double::isFinite).toArray();
        List<Result.Fit> fits = new ArrayList<>();
        if (bracket != null && series != null && heights.length > 0) {
            fits.add(new Result.Fit(measured.name(), series.grid().shown(), measured.shown(), new double[0], study.when().measured()));
            double at = study.vary().unit().outside(bracket.middle());
            fits.add(new Result.Fit(measured.name(), new double[] {at, at}, new double[] {Arrays.stream(heights).min().orElseThrow(), Arrays.stream(heights).max().orElseThrow()}, new double[0], "threshold"));
        }
        return new Result.Curve(study, outcome, procedure, members, members.isEmpty() ? List.of() : members.getFirst().features(), series, fits, null);
    }

    /// A threshold over that of the same step alone.
    static Feature ratio(Feature threshold, @Nullable Feature own) {
        if (threshold.value() == null) return new Feature(RATIO, null, Unit.ONE, 0, null, String.valueOf(threshold.note()));
        if (own == null || own.value() == null || own.value() == 0) return new Feature(RATIO, null, Unit.ONE, 0, null, "the step alone has no threshold here" + (own == null ? "" : ": " + own.note()));
        double ratio = threshold.value() / own.value();
        Double error = threshold.error() == null || own.error() == null ? null : (threshold.error() + Math.abs(ratio) * own.error()) / Math.abs(own.value());
        return new Feature(RATIO, ratio, Unit.ONE, (threshold.rounding() + Math.abs(ratio) * own.rounding()) / Math.abs(own.value()), error, null);
    }

    /// Many searches.
    ///
    /// @param own the threshold of the varied step alone, of a refractory curve
    static Result repeated(Study.Threshold study, Study.Along along, Result.Procedure procedure, Outcome outcome, List<Result.Member> members, @Nullable Feature own) {
        List<Feature> features = new ArrayList<>();
        List<Result.Fit> fits = new ArrayList<>();
        if (own != null) features.add(new Feature("threshold_alone", own.value(), own.unit(), own.rounding(), own.error(), own.value() == null ? own.note() : "of the step without those before it"));
        if (Thresholds.kind(study) == Thresholds.Kind.STRENGTH_DURATION) {
            for (StrengthDuration.Author author : StrengthDuration.Author.values()) fitted(new StrengthDuration(author), along, members, features, fits);
        }
        double[] grid = members.stream().mapToDouble(m -> m.set().getLast().value()).toArray();
        List<Series.Column> columns = new ArrayList<>();
        columns.add(new Series.Column("threshold", study.vary().unit(), inside(members, 0)));
        if (Thresholds.kind(study) == Thresholds.Kind.REFRACTORY) {
            columns.add(new Series.Column(RATIO, Unit.ONE, inside(members, 1)));
            Double before = Thresholds.before(study);
            if (before != null) columns.add(new Series.Column(SEPARATION, along.vary().unit(), DoubleStream.of(grid).map(at -> at - before).toArray()));
        }
        Series series = grid.length == 0 ? null : new Series(new Series.Column(along.vary().name(), along.vary().unit(), grid), columns);
        return new Result.Curve(study, outcome, procedure, members, features, series, fits, null);
    }

    /// The k-th feature of each member, membrane units; NaN where there is none // [members]
    private static double[] inside(List<Result.Member> members, int k) {
        return members.stream().map(m -> m.features().get(k)).mapToDouble(f -> f.value() == null ? Double.NaN : f.unit().inside(f.value())).toArray();
    }

    /// Rheobase and chronaxie of one law; its numerical error is what the errors of the thresholds make of it.
    private static void fitted(StrengthDuration law, Study.Along along, List<Result.Member> members, List<Feature> features, List<Result.Fit> fits) {
        List<Result.Member> found = members.stream().filter(m -> m.features().getFirst().value() != null).toList();
        Unit unit = found.isEmpty() ? Unit.ONE : found.getFirst().features().getFirst().unit();
        double[] x = found.stream().mapToDouble(m -> along.vary().unit().outside(m.set().getLast().value())).toArray();
        double[] y = found.stream().mapToDouble(m -> value(m.features().getFirst())).toArray();
        String rheobase = "rheobase_" + law.name();
        String chronaxie = "chronaxie_" + law.name();
        Fitted fitted = LeastSquares.fit(law, charges(x, y, along.vary().unit(), unit));
        switch (fitted) {
            case Fitted.NoFit none -> {
                features.add(new Feature(rheobase, null, unit, 0, null, none.why()));
                features.add(new Feature(chronaxie, null, along.vary().unit(), 0, null, none.why()));
            }
            case Fitted.Fit fit -> {
                Errors errors = errors(law, fit, x, y, found, Feature::error, along.vary().unit(), unit);
                Errors read = errors(law, fit, x, y, found, Feature::rounding, along.vary().unit(), unit);
                boolean checked = found.stream().anyMatch(m -> m.features().getFirst().error() != null); // by --fast none is
                features.add(number(rheobase, fit.estimates().getFirst(), 1, read.rheobase, errors.rheobase, law, checked));
                features.add(number(chronaxie, fit.estimates().getLast(), share(law), read.chronaxie, errors.chronaxie, law, checked));
                fits.add(drawn(fit, law, members, along, x));
            }
        }
    }

    /// Thresholds that count by their charge, current times duration, in which Weiss's law is a straight line: else the briefest one, with the largest current, would decide alone.
    private static Points charges(double[] x, double[] y, Unit xUnit, Unit yUnit) {
        return new Points(x, y, DoubleStream.of(x).map(t -> t * t).toArray(), xUnit, yUnit);
    }

    /// How much of its time constant the chronaxie of a law is.
    private static double share(StrengthDuration law) {
        return law.author() == StrengthDuration.Author.WEISS ? 1 : StrictMath.log(2);
    }

    /// Numerical errors; null where the thresholds have none.
    private record Errors(@Nullable Double rheobase, @Nullable Double chronaxie) {}

    /// What the numbers of the curve make of how far each threshold may be off.
    ///
    /// @param of in all, or by reading alone
    private static Errors errors(StrengthDuration law, Fitted.Fit fit, double[] x, double[] y, List<Result.Member> found, Function<Feature, @Nullable Double> of, Unit xUnit, Unit yUnit) {
        double[] sum = new double[2];
        for (int i = 0; i < y.length; i++) {
            Double error = of.apply(found.get(i).features().getFirst());
            double[] shifted = y.clone();
            if (error == null) return new Errors(null, null);
            shifted[i] += error;
            if (!(LeastSquares.fit(law, charges(x, shifted, xUnit, yUnit)) instanceof Fitted.Fit moved)) return new Errors(null, null);
            for (int p = 0; p < 2; p++) sum[p] += Math.abs(moved.estimates().get(p).value() - fit.estimates().get(p).value());
        }
        for (int p = 0; p < 2; p++) sum[p] += 1e-9 * Math.abs(fit.estimates().get(p).value()); // to which a fit is exact
        return new Errors(sum[0], share(law) * sum[1]);
    }

    private static Feature number(String name, Fitted.Estimate estimate, double factor, @Nullable Double rounding, @Nullable Double error, StrengthDuration law, boolean checked) {
        Feature told = new Feature(name, factor * estimate.value(), estimate.unit(), rounding == null ? 1e-9 * Math.abs(estimate.value()) : rounding, error, Digits.fitted(law.formula(), factor * estimate.halfWidth()));
        return checked ? told.unchecked("a threshold has none, or the law does not fit when one is moved by its error") : told;
    }

    private static double value(Feature feature) {
        Double value = feature.value();
        return value == null ? Double.NaN : value;
    }

    private static Result.Fit drawn(Fitted.Fit fit, StrengthDuration law, List<Result.Member> members, Study.Along along, double[] x) {
        double low = Arrays.stream(x).min().orElseThrow();
        double high = Arrays.stream(x).max().orElseThrow();
        double[] xs = IntStream.range(0, DRAWN).mapToDouble(i -> low * StrictMath.pow(high / low, i / (DRAWN - 1.0))).toArray();
        double[] ys = Arrays.stream(xs).map(fit::value).toArray();
        double[] residuals = members.stream().mapToDouble(m -> value(m.features().getFirst()) - fit.value(along.vary().unit().outside(m.set().getLast().value()))).toArray();
        return new Result.Fit("threshold", xs, ys, residuals, law.author() == StrengthDuration.Author.WEISS ? "Weiss" : "Lapicque");
    }
}
