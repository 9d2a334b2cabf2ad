package loligo.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// Small figures of every kind that tests and snapshots share.
final class Examples {
    private Examples() {}

    static Map<String, Figure> all() {
        Map<String, Figure> all = new LinkedHashMap<>();
        all.put("spike", spike());
        all.put("family", family());
        all.put("points", points());
        all.put("plane", plane());
        all.put("log", log());
        all.put("empty", new Figure("Nothing", "No numbers.", 300, 200, Figure.Arrangement.STACKED, List.of(panel(List.of()))));
        return all;
    }

    static Panel panel(List<Layer> layers) {
        return new Panel("", Axis.of("time", "ms"), Axis.of("membrane potential V", "mV"), layers);
    }

    static double[] grid(double from, double to, int n) {
        double[] xs = new double[n];
        for (int i = 0; i < n; i++) xs[i] = from + (to - from) * i / (n - 1);
        return xs;
    }

    static double[] map(double[] xs, DoubleUnaryOperator f) {
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) ys[i] = f.applyAsDouble(xs[i]);
        return ys;
    }

    private static double bell(double x) {
        return StrictMath.exp(-x * x);
    }

    static Figure spike() {
        double[] t = grid(0, 20, 4000);
        return Figure.of("One spike", "Membrane potential under a step of current.", List.of(
            panel(List.of(Layer.Rule.horizontal(-55, "threshold"), Layer.Rule.vertical(5, "step"), Layer.Line.of(t, map(t, x -> -65 + 105 * bell((x - 8) / 0.7)), "", 0),
                new Layer.Note(8, 40, "peak", Layer.Anchor.RIGHT, false))),
            new Panel("", Axis.of("time", "ms"), Axis.of("injected current I", "uA/cm^2"), List.of(new Layer.Steps(new double[] {0, 5, 12, 20}, new double[] {0, 10, 0}, "", 1)), 0.3)));
    }

    static Figure family() {
        double[] t = grid(0, 10, 400);
        List<Layer.Member> members = new ArrayList<>();
        for (int v = -40; v <= 60; v += 20) {
            double level = v;
            members.add(new Layer.Member(level, t, map(t, x -> (level - 50) * x * StrictMath.exp(-x))));
        }
        return Figure.of("Currents", "", List.of(new Panel("", Axis.of("time", "ms"), Axis.of("current", "uA/cm^2"), List.of(new Layer.Family(members, "test potential", "mV")))));
    }

    static Figure points() {
        double[] xs = grid(0, 100, 6);
        double[] ys = map(xs, Math::sqrt);
        List<Layer> layers = new ArrayList<>();
        int tone = 0;
        for (Layer.Marker marker : Layer.Marker.values()) {
            double up = tone;
            layers.add(Layer.Points.of(xs, map(ys, y -> y + up), marker.name(), tone++).within(map(xs, x -> 0.3)).with(marker));
        }
        layers.add(new Layer.Band(xs, map(ys, y -> y - 1), ys, "", 1));
        return new Figure("", "Six markers.", 420, 300, Figure.Arrangement.STACKED, List.of(new Panel("Markers", Axis.of("x", ""), Axis.of("frequency", "Hz"), layers)));
    }

    static Figure plane() {
        double[] s = grid(0, 30, 1500);
        double[] v = grid(-2, 2, 100);
        return new Figure("Phase plane", "", 480, 0, Figure.Arrangement.STACKED, List.of(new Panel("", Axis.of("v", ""), Axis.of("w", "").between(-1.5, 2.5), List.of(
            Layer.Line.of(v, map(v, x -> x - x * x * x / 3 + 0.5), "v nullcline", 1),
            Layer.Line.of(map(s, x -> StrictMath.cos(x) * StrictMath.exp(-x / 12)), map(s, x -> 0.5 + StrictMath.sin(x) * StrictMath.exp(-x / 12)), "orbit", 0).dashed(Tone.Dash.DASHED)))));
    }

    static Figure log() {
        double[] c = {0.1, 1, 10, 100, 1000};
        double[] y = {0.98, 0.8, 0.3, 0.05, 0.006};
        List<Layer> layers = List.of(Layer.Line.of(c, y, "fit", 1), Layer.Points.of(c, y, "", 2).within(new double[] {0.02, 0.05, 0.05, 0.06, Double.NaN}));
        return new Figure("Dose", "", 600, 0, Figure.Arrangement.grid(2), List.of(
            new Panel("A", Axis.log("TTX", "nM"), Axis.of("peak", ""), layers), new Panel("B", Axis.log("TTX", "nM"), Axis.log("peak", ""), layers)));
    }
}
