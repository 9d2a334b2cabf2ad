package loligo.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Marks of an axis at numbers that people like: 1, 2, 2.5 or 5 times a power of ten.
///
/// @param minor places of short marks without a label, logarithmic axes only
record Ticks(List<Tick> major, double[] minor) {
    /// An axis without numbers: nothing is known about it.
    static final Ticks NONE = new Ticks(List.of(), new double[0]);

    /// One labelled mark.
    record Tick(double value, String label) {}

    /// A step: `mantissa * 10^exponent`.
    record Step(long mantissa, int exponent) {
        double times(long k) {
            return Double.parseDouble(k * mantissa + "e" + exponent);
        }
    }

    private static final int FINEST = -300;

    /// At most `most` marks from `from` to `to`, both finite and `from < to`.
    static Ticks of(Extent extent, Axis.Scale scale, int most) {
        return switch (scale) {
            case LINEAR -> linear(extent, step(extent, most, FINEST));
            case COUNT -> linear(extent, step(extent, most, 0));
            case LOG -> logarithmic(extent, most);
        };
    }

    private static Ticks linear(Extent extent, Step step) {
        long first = (long) Math.ceil(extent.from() / step.times(1) - 1e-9);
        long last = (long) Math.floor(extent.to() / step.times(1) + 1e-9);
        int largest = exponent(Math.max(Math.abs(extent.from()), Math.abs(extent.to())));
        List<Tick> ticks = new ArrayList<>();
        for (long k = first; k <= last; k++) ticks.add(new Tick(step.times(k), Numeral.tick(k * step.mantissa, step.exponent, largest)));
        return new Ticks(List.copyOf(ticks), new double[0]);
    }

    /// The step that gives most marks but not more than `most`; 2.5 only where the plainer steps give fewer than four.
    static Step step(Extent extent, int most) {
        return step(extent, most, FINEST);
    }

    /// @param finest the smallest power of ten whose multiples are marks
    private static Step step(Extent extent, int most, int finest) {
        double span = extent.to() - extent.from();
        int e = Math.max(finest, exponent(span / most) - 1);
        Step quarter = null;
        for (int power = e; power <= e + 3; power++) {
            for (int mantissa : new int[] {10, 20, 25, 50}) {
                if (mantissa == 25 && power == finest) continue;
                Step step = mantissa == 25 ? new Step(25, power - 1) : new Step(mantissa / 10, power);
                if (count(extent, step) > most) continue;
                if (mantissa == 25) quarter = step;
                else return quarter != null && count(extent, step) < Math.min(4, most) ? quarter : step;
            }
        }
        throw new IllegalStateException("our bug: no step for " + extent + " and " + most + " marks");
    }

    private static long count(Extent extent, Step step) {
        double s = step.times(1);
        return (long) Math.floor(extent.to() / s + 1e-9) - (long) Math.ceil(extent.from() / s - 1e-9) + 1;
    }

    private static Ticks logarithmic(Extent extent, int most) {
        int low = (int) Math.ceil(StrictMath.log10(extent.from()) - 1e-9);
        int high = (int) Math.floor(StrictMath.log10(extent.to()) + 1e-9);
        int decades = high - low + 1;
        if (decades < 2 && extent.to() / extent.from() < 8) return linear(extent, step(extent, most));
        int stride = (decades + most - 1) / Math.max(1, most);
        boolean between = decades * 3 <= most + 2 || decades < 2;
        List<Tick> ticks = new ArrayList<>();
        for (int e = low - 1; e <= high; e++) {
            if (Math.floorMod(e, Math.max(1, stride)) == 0) mark(ticks, extent, 1, e);
            if (between) mark(ticks, extent, 2, e);
            if (between) mark(ticks, extent, 5, e);
        }
        return new Ticks(List.copyOf(ticks), minor(extent, low, high, decades <= 0.7 * most ? 9 : 1));
    }

    private static void mark(List<Tick> ticks, Extent extent, int mantissa, int exponent) {
        double value = new Step(mantissa, exponent).times(1);
        if (!extent.holds(value)) return;
        ticks.add(new Tick(value, mantissa == 1 ? Numeral.power(exponent) : Numeral.of(value, 1)));
    }

    /// Places of short marks: of all nine multiples of each decade, or of the decades only.
    private static double[] minor(Extent extent, int low, int high, int multiples) {
        double[] places = new double[9 * (high - low + 3)];
        int n = 0;
        for (int e = low - 1; e <= high; e++) {
            for (int m = 1; m <= multiples; m++) {
                double value = new Step(m, e).times(1);
                if (extent.holds(value)) places[n++] = value;
            }
        }
        return Arrays.copyOf(places, n);
    }

    /// The exponent of the leading digit.
    private static int exponent(double size) {
        return size > 0 ? (int) Math.floor(StrictMath.log10(size) + 1e-12) : 0;
    }
}
