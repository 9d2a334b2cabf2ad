package loligo.feature.curve;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import loligo.feature.Feature;
import loligo.feature.Resistance;
import loligo.quantity.Unit;
import loligo.recording.Amplitude;
import loligo.recording.Recording;
import loligo.recording.Side;
import loligo.recording.Trace;
import org.jspecify.annotations.Nullable;

/// The impedance of a membrane: the Fourier integral of its potential over that of the current, both counted from where they are when the window
/// begins. Exact for a linear membrane where the window begins at rest and ends when V and I are back; see [#unsettled].
public final class Impedance {
    private static final Unit HZ = Unit.parse("Hz");
    /// Where the current holds less than this share of its largest amplitude, nothing is told.
    private static final double LEAST = 1e-6;
    private static final int LOCAL = 5; // points that tell where a resonance is
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Trace potential;
    private final Trace current;
    private final double restPotential;
    private final double restCurrent;
    private final Unit unit;
    private final @Nullable Impedance mirror;

    private Impedance(Trace potential, Trace current, @Nullable Impedance mirror) {
        this.potential = potential;
        this.current = current;
        this.restPotential = potential.value(potential.start(), Side.RIGHT);
        this.restCurrent = current.value(current.start(), Side.RIGHT);
        this.unit = Resistance.unit(potential.unit(), current.unit());
        this.mirror = mirror;
    }

    /// @param potential name of a column
    /// @param current name of a column
    /// @param from where the window begins, at rest, ms
    /// @param until where it ends, at rest again, ms
    /// @throws IllegalArgumentException when a column was not recorded, or nothing was in the window
    public static Impedance of(Recording recording, String potential, String current, double from, double until) {
        Recording window = recording.cut(from, until);
        if (window.panels() == 0) throw new IllegalArgumentException("nothing was recorded from " + from + " to " + until + " ms");
        return new Impedance(window.trace(potential), window.trace(current), null);
    }

    /// The mean of this impedance and that of the same current turned over: what bends with the square of the current cancels.
    public Impedance with(Impedance mirror) {
        return new Impedance(potential, current, mirror);
    }

    /// At one frequency.
    ///
    /// @param frequency Hz
    /// @param magnitude in [#unit]
    /// @param phase radians; above zero where V is ahead of I
    public record Point(double frequency, double magnitude, double phase) {}

    /// The unit of magnitudes.
    public Unit unit() {
        return unit;
    }

    /// How far V is from where it began when the window ends, over its largest excursion: what is left makes the impedance of slow waves wrong by
    /// about as much.
    public double unsettled() {
        double largest = 0;
        for (double value : potential.vertices().values()) largest = Math.max(largest, Math.abs(value - restPotential));
        double left = largest == 0 ? 0 : Math.abs(potential.value(potential.end(), Side.LEFT) - restPotential) / largest;
        return mirror == null ? left : Math.max(left, mirror.unsettled());
    }

    /// The profile at the frequencies (Hz) at which the current holds anything; the others are left out.
    public List<Point> at(double[] frequencies) {
        List<Amplitude> strength = DoubleStream.of(frequencies).mapToObj(f -> current.amplitude(restCurrent, omega(f))).toList();
        double least = LEAST * strength.stream().mapToDouble(Amplitude::size).max().orElse(0);
        return IntStream.range(0, frequencies.length).filter(i -> strength.get(i).size() > 0 && strength.get(i).size() >= least).mapToObj(i -> point(frequencies[i], strength.get(i))).toList();
    }

    /// @param strength of the current there
    private Point point(double frequency, Amplitude strength) {
        double[] z = ratio(omega(frequency), strength);
        if (mirror != null) {
            double[] other = mirror.ratio(omega(frequency), mirror.current.amplitude(mirror.restCurrent, omega(frequency)));
            for (int k = 0; k < 2; k++) z[k] = (z[k] + other[k]) / 2;
        }
        return new Point(frequency, unit.outside(StrictMath.hypot(z[0], z[1])), StrictMath.atan2(z[1], z[0]));
    }

    /// Real and imaginary part // [2], membrane units
    private double[] ratio(double omega, Amplitude i) {
        Amplitude v = potential.amplitude(restPotential, omega);
        double size = v.size() / i.size();
        double turn = v.phase() - i.phase();
        return new double[] {size * StrictMath.cos(turn), size * StrictMath.sin(turn)};
    }

    private static double omega(double frequency) {
        return 2 * Math.PI * HZ.inside(frequency);
    }

    /// `resonance_frequency` and `resonance_strength`, the impedance there over that at the lowest frequency (Hutcheon and Yarom 2000, Trends Neurosci. 23:216):
    /// the top of the quartic through the five points around the largest; its error is the largest distance from the tops of the cubics through four of them.
    ///
    /// @param profile frequencies ascending
    public static List<Feature> resonance(List<Point> profile) {
        int n = profile.size();
        int top = IntStream.range(0, n).reduce(0, (a, b) -> profile.get(b).magnitude > profile.get(a).magnitude ? b : a);
        if (n < LOCAL) return absent("the current holds too few of these frequencies");
        if (top == 0) return absent("the impedance is largest at the lowest frequency");
        if (top == n - 1) return absent("the impedance is largest at the highest frequency");
        Curve curve = new Curve(profile.stream().mapToDouble(Point::frequency).toArray(), profile.stream().mapToDouble(Point::magnitude).toArray(), HZ, Unit.ONE);
        int first = Math.clamp(top - LOCAL / 2L, 0, n - LOCAL);
        double[] quartic = top(Polynomial.through(curve, first, LOCAL), profile.get(top - 1), profile.get(top + 1));
        double[] error = {1e-6 * quartic[0], 1e-12 * quartic[1]};
        for (int k = first; k <= first + 1; k++) {
            double[] cubic = top(Polynomial.through(curve, k, LOCAL - 1), profile.get(top - 1), profile.get(top + 1));
            for (int i = 0; i < 2; i++) error[i] = Math.max(error[i], Math.abs(cubic[i] - quartic[i]));
        }
        double low = profile.getFirst().magnitude;
        return List.of(new Feature("resonance_frequency", quartic[0], HZ, error[0], null, null), new Feature("resonance_strength", quartic[1] / low, Unit.ONE, error[1] / low, null, null));
    }

    /// Where and how high // [2]
    private static double[] top(Polynomial polynomial, Point before, Point after) {
        double at = highest(polynomial::value, before.frequency, after.frequency);
        return new double[] {at, polynomial.value(at)};
    }

    private static List<Feature> absent(String note) {
        return List.of(new Feature("resonance_frequency", null, HZ, 0, null, note), new Feature("resonance_strength", null, Unit.ONE, 0, null, note));
    }

    /// Where a smooth curve with one top between two places is highest, by golden section (Kiefer 1953), to the root of rounding.
    public static double highest(DoubleUnaryOperator curve, double from, double to) {
        double low = from;
        double high = to;
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double za = curve.applyAsDouble(a);
        double zb = curve.applyAsDouble(b);
        while (high - low > 1e-7 * high) {
            if (za > zb) {
                high = b;
                b = a;
                zb = za;
                a = high - GOLDEN * (high - low);
                za = curve.applyAsDouble(a);
            } else {
                low = a;
                a = b;
                za = zb;
                b = low + GOLDEN * (high - low);
                zb = curve.applyAsDouble(b);
            }
        }
        return (low + high) / 2;
    }
}
