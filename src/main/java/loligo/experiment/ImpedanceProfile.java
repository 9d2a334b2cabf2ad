package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loligo.dynamics.LinearResponse;
import loligo.feature.Feature;
import loligo.feature.Resistance;
import loligo.feature.Spikes;
import loligo.feature.curve.Impedance;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.recording.Recording;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// What a chirp tells: magnitude and phase at frequencies a 24th of a decade apart, beside those of the linearised equations.
final class ImpedanceProfile {
    private static final Unit RADIAN = Unit.parse("rad");
    private static final double PER_DECADE = 24;
    private static final int FEWEST = 12;
    private static final int NEIGHBOURS = 3;
    private static final int DRAWN = 300; // points of a line
    private static final double BENDS = 0.02; // farther off the linearised equations than this the membrane is not linear
    private static final double ROUNDING = 1e-12;
    private static final double NEAR = 1.5; // times one resonance the other is looked for

    private final Study.Impedance study;
    private final Rest rest;
    private final Unit unit;
    private final double[] frequencies; // Hz

    ImpedanceProfile(Study.Impedance study, Rest rest) {
        this.study = study;
        this.rest = rest;
        this.unit = unit(study);
        double decades = StrictMath.log10(study.to() / study.from());
        this.frequencies = between(study, Math.max(FEWEST, (int) Math.ceil(PER_DECADE * decades) + 1));
    }

    private static Unit unit(Study.Impedance study) {
        return Resistance.unit(study.run().record().getFirst().unit(), study.run().record().getLast().unit());
    }

    /// From the lowest to the highest by equal factors, Hz // [n]
    private static double[] between(Study.Impedance study, int n) {
        double from = ImpedanceChirp.HZ.outside(study.from());
        double to = ImpedanceChirp.HZ.outside(study.to());
        return IntStream.range(0, n).mapToDouble(i -> i == n - 1 ? to : from * StrictMath.pow(to / from, i / (n - 1.0))).toArray();
    }

    /// The numbers of the study as a whole, and why there are none.
    static List<Feature> absent(Study.Impedance study, String why) {
        Map<String, Unit> units = Map.of("resonance_frequency", ImpedanceChirp.HZ, "input_resistance", unit(study));
        return Stream.of("resonance_frequency", "resonance_strength", "input_resistance", "nonlinearity").map(n -> new Feature(n, null, units.getOrDefault(n, Unit.ONE), 0, null, why)).toList();
    }

    /// The numbers of the study as a whole, then magnitude and phase of each frequency; those of the study alone where there are none.
    ///
    /// @param up under the chirp
    /// @param down under the chirp turned over
    List<Feature> read(Recording up, Recording down) {
        String first = study.run().record().getFirst().name();
        if (fires(up, first) || fires(down, first)) return absent(study, "the chirp makes " + first + " of " + study.run().on().name() + " rise and fall as a spike does; write a smaller amplitude");
        Impedance impedance = Impedance.of(up, first, "I", 0, up.end()).with(Impedance.of(down, first, "I", 0, down.end()));
        double part = ROUNDING + impedance.unsettled();
        List<Impedance.Point> points = impedance.at(frequencies);
        Feature bends = nonlinearity(points, part);
        List<Feature> told = new ArrayList<>(resonance(Impedance.resonance(points), bends));
        told.add(new Feature("input_resistance", points.getFirst().magnitude(), unit, part * points.getFirst().magnitude(), null, "at " + Digits.value(points.getFirst().frequency(), 0) + " Hz"));
        told.add(bends);
        for (double f : frequencies) points.stream().filter(p -> p.frequency() == f).findFirst().ifPresentOrElse(p -> point(p, part, told), () -> none(told));
        return told;
    }

    private static boolean fires(Recording recording, String first) {
        boolean membrane = recording.column(first).unit().dimension().equals(Dimension.POTENTIAL);
        return recording.resets().length > 0 || (membrane && !Spikes.of(recording, first).isEmpty());
    }

    private void point(Impedance.Point p, double part, List<Feature> told) {
        told.add(new Feature(ImpedanceChirp.MAGNITUDE, p.magnitude(), unit, part * p.magnitude(), null, null));
        told.add(new Feature("phase", p.phase(), RADIAN, part, null, null));
    }

    private void none(List<Feature> told) {
        String why = "the chirp holds too little of this frequency";
        told.add(new Feature(ImpedanceChirp.MAGNITUDE, null, unit, 0, null, why));
        told.add(new Feature("phase", null, RADIAN, 0, null, why));
    }

    /// The resonance, with what the linearised equations say of it; none where it stands out by no more than the membrane bends.
    private List<Feature> resonance(List<Feature> found, Feature bends) {
        Double strength = found.getLast().value();
        Double bent = bends.value();
        if (strength == null || bent == null) return found;
        if (strength - 1 <= 2 * bent) return found.stream().map(f -> new Feature(f.name(), null, f.unit(), 0, null, "the impedance rises above that at the lowest frequency by no more than the membrane bends")).toList();
        return found.stream().map(this::beside).toList();
    }

    private Feature beside(Feature f) {
        if (f.value() == null || !f.name().equals("resonance_frequency")) return f;
        double top = Impedance.highest(x -> linear(x).magnitude(), f.value() / NEAR, f.value() * NEAR);
        return new Feature(f.name(), f.value(), f.unit(), f.rounding(), null, "of the linearised equations " + Digits.value(top, 1e-5 * top) + " Hz");
    }

    /// How far the answer to the chirp is from that of the linearised equations, at the worst frequency, as a part of it.
    private Feature nonlinearity(List<Impedance.Point> points, double part) {
        double worst = points.stream().mapToDouble(this::distance).max().orElse(0);
        String note = worst > BENDS ? "so large a current bends the membrane: this is no impedance any more; write a smaller amplitude" : "farthest from the linearised equations";
        return new Feature("nonlinearity", worst, Unit.ONE, part, null, note);
    }

    private double distance(Impedance.Point p) {
        Impedance.Point linear = linear(p.frequency());
        double turn = p.phase() - linear.phase();
        double across = linear.magnitude() - p.magnitude() * StrictMath.cos(turn);
        return StrictMath.hypot(across, p.magnitude() * StrictMath.sin(turn)) / linear.magnitude();
    }

    private Impedance.Point linear(double frequency) {
        LinearResponse.Answer answer = rest.response().at(2 * Math.PI * ImpedanceChirp.HZ.inside(frequency));
        return new Impedance.Point(frequency, unit.outside(answer.size()), answer.phase());
    }

    /// A number of one frequency with the largest error, as a part of a magnitude, among its neighbours: any one may be small by chance.
    ///
    /// @param own how many numbers stand before those of frequencies
    private static Feature neighbourly(List<Feature> read, int i, int own) {
        Feature f = read.get(i);
        double largest = 0;
        for (int k = i - 2 * NEIGHBOURS; k <= i + 2 * NEIGHBOURS; k += 2) if (k >= own && k < read.size()) largest = Math.max(largest, part(read.get(k)));
        return f.value() == null || f.error() == null ? f : new Feature(f.name(), f.value(), f.unit(), f.rounding(), largest * size(f), f.note());
    }

    private static double part(Feature f) {
        return f.error() == null ? 0 : f.error() / size(f);
    }

    /// What an error is a part of: the magnitude itself; of a phase 1.
    private static double size(Feature f) {
        return f.value() == null || f.name().equals("phase") ? 1 : Math.abs(f.value());
    }

    /// @param read what was read, with its errors
    Result result(List<Feature> read, Result.Procedure procedure, Result.@Nullable Traces traces) {
        int own = read.size() - 2 * frequencies.length;
        List<Feature> told = IntStream.range(0, read.size()).mapToObj(i -> i < own ? read.get(i) : neighbourly(read, i, own)).toList();
        Outcome done = new Outcome.Completed("the chirp was played to its end");
        List<Result.Member> members = IntStream.range(0, frequencies.length)
                .mapToObj(i -> new Result.Member(List.of(new Result.Setting("frequency", ImpedanceChirp.HZ.inside(frequencies[i]), ImpedanceChirp.HZ)), told.subList(own + 2 * i, own + 2 * i + 2), done)).toList();
        Series series = SeriesOf.table(new Study.Varied("frequency", ImpedanceChirp.HZ), ImpedanceChirp.COLUMNS.subList(1, 3), members);
        double[] xs = between(study, DRAWN);
        List<Result.Fit> lines = List.of(line(ImpedanceChirp.MAGNITUDE, "linearised", xs, Impedance.Point::magnitude), line("phase", "", xs, Impedance.Point::phase));
        return new Result.Curve(study, done, procedure, members, Stream.concat(Stream.of(rest(told.stream().anyMatch(f -> f.error() != null))), told.subList(0, own).stream()).toList(), series, lines, traces);
    }

    /// Where it rests, around which it is linear; its error is what rounding leaves of the equilibrium.
    private Feature rest(boolean checked) {
        Unit first = study.run().record().getFirst().unit();
        double value = first.outside(rest.equilibrium().state()[0]);
        double error = Math.abs(rest.equilibrium().error()[0]) / first.scale() + Math.ulp(value);
        return new Feature("rest", value, first, error, checked ? error : null, null);
    }

    private Result.Fit line(String column, String label, double[] xs, ToDoubleFunction<Impedance.Point> of) {
        return new Result.Fit(column, xs, DoubleStream.of(xs).map(x -> of.applyAsDouble(linear(x))).toArray(), new double[0], label);
    }
}
