package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import loligo.figure.Axis;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.model.Equations;
import loligo.protocol.Protocol;
import loligo.protocol.Segment;
import loligo.protocol.Setting;
import loligo.protocol.Waveform;
import loligo.quantity.Unit;
import loligo.simulation.Stimulus;

/// Draws what was done, below what it did.
final class Stimuli {
    private static final int POINTS_OF_A_QUARTER = 12;
    private static final int MOST_POINTS = 100_000;

    private Stimuli() {}

    /// One panel for each protocol of the study but those whose input is drawn already: the waveform of each member, on top of where its input rests.
    static List<Panel> panels(Result.Traces traces, List<String> drawn) {
        Study.Simulate study = traces.study();
        Equations equations = study.equations();
        double[] resting = Stimulus.resting(equations);
        List<Panel> panels = new ArrayList<>();
        for (int p = 0; p < study.under().size(); p++) {
            Protocol protocol = study.under().get(p);
            Equations.Input input = equations.inputs().stream().filter(i -> i.name().equals(Targets.target(protocol))).findFirst().orElseThrow();
            if (drawn.contains(input.name())) continue;
            int place = p;
            double base = Targets.adds(protocol) ? input.value() : 0;
            IntFunction<Figures.Curve> curve = k -> curve(Targets.members(study.under(), k, equations, resting).get(place).waveform(), base, study.until(), input.unit());
            boolean varies = traces.members().size() > 1 && !protocol.families().isEmpty();
            Layer layer = varies ? Figures.family(traces, varied(traces, protocol), false, curve) : line(curve.apply(0));
            panels.add(new Panel("", Axis.of("time", "ms"), Axis.of(input.name(), input.unit().symbol()), List.of(layer)));
        }
        return panels;
    }

    /// Which of the numbers that are varied is the protocol's, its last.
    private static int varied(Result.Traces traces, Protocol protocol) {
        List<String> own = protocol.families().stream().map(Setting::name).toList();
        List<String> all = traces.members().getFirst().set().stream().map(Result.Setting::name).toList();
        return all.lastIndexOf(own.getLast());
    }

    private static Layer line(Figures.Curve curve) {
        return Layer.Line.of(curve.xs(), curve.ys(), "", 0).wide(Layer.THIN);
    }

    private static Figures.Curve curve(Waveform waveform, double base, double until, Unit unit) {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        double[] ends = DoubleStream.concat(Arrays.stream(waveform.corners()).filter(c -> c > 0 && c < until), DoubleStream.of(until)).toArray();
        double from = 0;
        for (double to : ends) {
            Segment piece = waveform.after(from);
            for (double t = from; t < to; t = next(piece, t, to, until)) {
                xs.add(t);
                ys.add(unit.outside(base + piece.value(t)));
            }
            xs.add(to);
            ys.add(unit.outside(base + piece.value(to)));
            from = to;
        }
        return new Figures.Curve(array(xs), array(ys));
    }

    /// Where the next point of a curve is drawn: straight lines need none between their ends, waves many.
    private static double next(Segment piece, double t, double to, double until) {
        return Math.min(to, t + Math.max(piece.reach(t) / POINTS_OF_A_QUARTER, until / MOST_POINTS));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
