package loligo.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import loligo.kernel.Drive;
import loligo.model.Equations;
import loligo.protocol.Segment;
import loligo.protocol.Waveform;

/// What the inputs of one membrane do: each rests at a value, to which waveforms are added or which they replace.
/// Between two corners everything is smooth; [#enter] says which stretch is being stepped, so that at a corner itself
/// the limit from inside the stretch is seen. One per run: not for several threads.
public final class Stimulus implements Drive {
    private final double[] rest; // [inputs], membrane units
    private final List<Course> courses;
    private final Segment[] segments; // the smooth piece of each course that is in force

    /// A waveform that acts on input number `input`; `replaces` when it is the input's value, otherwise it is added to the resting value.
    public record Course(int input, Waveform waveform, boolean replaces) {}

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

    /// Says that times from `from` to the next corner come next.
    void enter(double from) {
        for (int i = 0; i < segments.length; i++) segments[i] = courses.get(i).waveform().after(from);
    }

    @Override
    public void at(double t, double[] u) {
        System.arraycopy(rest, 0, u, 0, rest.length);
        for (int i = 0; i < segments.length; i++) {
            int input = courses.get(i).input();
            double value = segments[i].value(t);
            u[input] = courses.get(i).replaces() ? value : u[input] + value;
        }
    }

    @Override
    public void slope(double t, double[] du) {
        Arrays.fill(du, 0);
        for (int i = 0; i < segments.length; i++) du[courses.get(i).input()] += segments[i].slope(t);
    }
}
