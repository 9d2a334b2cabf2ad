package loligo.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import loligo.kernel.Drive;
import loligo.model.Equations;
import loligo.protocol.Segment;
import loligo.protocol.Waveform;
import org.jspecify.annotations.Nullable;

/// What the inputs of one membrane do: each rests at a value, to which waveforms are added or which they replace; an input may
/// also be the rate of change of a waveform.
/// Between two corners everything is smooth; [#enter] says which stretch is being stepped, so that at a corner itself
/// the limit from inside the stretch is seen. One per run: not for several threads.
public final class Stimulus implements Drive {
    private final double[] rest; // [inputs], membrane units
    private final List<Course> courses;
    private final Segment[] segments; // the smooth piece of each course that is in force

    /// What a waveform is to its input: added to the resting value, the value itself, or that of which the input is the rate of change.
    public enum Effect { ADDS, REPLACES, MOVES }

    /// A waveform that acts on input number `input`.
    public record Course(int input, Waveform waveform, Effect effect) {}

    /// @param rest where the inputs stand when nothing acts // [inputs], membrane units
    public Stimulus(double[] rest, List<Course> courses) {
        this.rest = rest.clone();
        this.courses = List.copyOf(courses);
        this.segments = courses.stream().map(c -> c.waveform().after(0)).toArray(Segment[]::new);
    }

    /// Inputs at rest, for equations whose own values hold.
    public static double[] resting(Equations equations) {
        return equations.inputs().stream().mapToDouble(Equations.Input::value).toArray();
    }

    /// Times at which some waveform is not smooth, within (0, until), and `until` itself; ascending, ms.
    public double[] corners(double until) {
        DoubleStream all = courses.stream().flatMapToDouble(c -> Arrays.stream(c.waveform().corners())).filter(t -> t > 0 && t < until);
        return DoubleStream.concat(all, DoubleStream.of(until)).sorted().distinct().toArray();
    }

    /// Whether some waveform begins at time 0.
    boolean immediate() {
        return courses.stream().flatMapToDouble(c -> Arrays.stream(c.waveform().corners())).anyMatch(t -> t == 0);
    }

    /// What the inputs do where each stands still between two corners.
    ///
    /// @param ends of the stretches between corners, ms // [stretches]
    /// @param inputs on each stretch, membrane units // [stretches][inputs]
    public record Levels(double[] ends, double[][] inputs) {}

    /// The levels until a time, null when some input moves before it.
    public @Nullable Levels levels(double until) {
        double[] ends = corners(until);
        double[][] inputs = new double[ends.length][rest.length];
        for (int k = 0; k < ends.length; k++) {
            double from = k == 0 ? 0 : ends[k - 1];
            enter(from);
            if (moving()) return null;
            at(from, inputs[k]);
        }
        return new Levels(ends, inputs);
    }

    /// Says that the time just before 0 is looked at, when every waveform still rests.
    void rest() {
        for (int i = 0; i < segments.length; i++) segments[i] = courses.get(i).waveform().before(0);
    }

    /// Says that times from `from` to the next corner come next.
    void enter(double from) {
        for (int i = 0; i < segments.length; i++) segments[i] = courses.get(i).waveform().after(from);
    }

    /// How far the one who steps may go from time `t` towards `corner` without missing a wave of some input, ms.
    double limit(double t, double corner) {
        double limit = corner;
        for (Segment segment : segments) limit = Math.min(limit, t + segment.reach(t));
        return limit > t ? limit : corner;
    }

    /// Whether some input moves on the stretch that is being stepped.
    boolean moving() {
        for (Segment segment : segments) if (!(segment instanceof Segment.Hold)) return true;
        return false;
    }

    @Override
    public void at(double t, double[] u) {
        System.arraycopy(rest, 0, u, 0, rest.length);
        for (int i = 0; i < segments.length; i++) {
            int input = courses.get(i).input();
            switch (courses.get(i).effect()) {
                case ADDS -> u[input] += segments[i].value(t);
                case REPLACES -> u[input] = segments[i].value(t);
                case MOVES -> u[input] = segments[i].slope(t);
            }
        }
    }

    @Override
    public void slope(double t, double[] du) {
        Arrays.fill(du, 0);
        for (int i = 0; i < segments.length; i++) {
            du[courses.get(i).input()] += courses.get(i).effect() == Effect.MOVES ? segments[i].bend(t) : segments[i].slope(t);
        }
    }
}
