package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import loligo.figure.Layer;
import loligo.kernel.KernelField;
import loligo.model.Equations;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// The flow of a single unknown: where it goes between its equilibria, and the landscape down which it rolls (Izhikevich 2007, *Dynamical Systems in Neuroscience*, 3.2).
final class PhaseLine {
    /// The column of the landscape.
    static final String ENERGY = "energy";
    private static final double SPACING = 1 / 12.0;  // of the range, from arrow to arrow
    private static final double CLEAR = 1 / 30.0;   // of the range; between equilibria that are closer stands no arrow

    private PhaseLine() {}

    static boolean has(Equations equations) {
        return equations.states().size() == 1;
    }

    /// Minus the integral of the rate of change over the unknown, by Simpson's rule; zero at its lowest.
    ///
    /// @param grid values of the unknown, evenly spaced, membrane units // [rows]
    static Series.Column energy(KernelField field, Equations equations, double[] grid) {
        double[] energy = new double[grid.length];
        double step = (grid[grid.length - 1] - grid[0]) / (grid.length - 1);
        double[] rate = new double[1];
        double before = rate(field, grid[0], rate);
        for (int k = 1; k < grid.length; k++) {
            double middle = rate(field, (grid[k - 1] + grid[k]) / 2, rate);
            double after = rate(field, grid[k], rate);
            energy[k] = energy[k - 1] - step * (before + 4 * middle + after) / 6;
            before = after;
        }
        double lowest = DoubleStream.of(energy).filter(Double::isFinite).min().orElse(0);
        for (int k = 0; k < energy.length; k++) energy[k] -= lowest;
        Dimension unknown = equations.states().getFirst().dimension();
        Unit unit = unknown.times(unknown).over(Dimension.TIME).unit();
        return new Series.Column(ENERGY, unit, energy);
    }

    private static double rate(KernelField field, double at, double[] rate) {
        field.evaluate(0, new double[] {at}, rate);
        return rate[0];
    }

    /// Arrows along the line at a height: to the right where the unknown grows.
    ///
    /// @param level the height, in the units of the axis
    static Layer.Arrows arrows(Result.Standstills result, double[] grid, double[] energy, double level) {
        Unit unit = result.study().on().equations().states().getFirst().unit();
        double width = grid[grid.length - 1] - grid[0];
        double[] ends = DoubleStream.concat(DoubleStream.of(grid[0], grid[grid.length - 1]), result.found().stream().mapToDouble(e -> unit.outside(e.state()[0]))).sorted().toArray();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i + 1 < ends.length; i++) {
            double free = ends[i + 1] - ends[i];
            long count = Math.max(1, StrictMath.round(free / (SPACING * width)));
            for (int k = 0; k < count && free > CLEAR * width; k++) places.add((int) StrictMath.round((ends[i] + free * (k + 0.5) / count - grid[0]) / width * (grid.length - 1)));
        }
        double[] xs = places.stream().mapToDouble(k -> grid[k]).toArray();
        double[] ys = places.stream().mapToDouble(_ -> level).toArray();
        double[] us = places.stream().mapToDouble(k -> energy[k - 1] > energy[k + 1] ? 1 : -1).toArray();
        return new Layer.Arrows(xs, ys, us, new double[xs.length], false);
    }
}
