package loligo.protocol;

import java.util.List;
import java.util.stream.DoubleStream;

/// A level over time: segments that do not overlap, and rest before, between and after them.
///
/// @param rest in membrane units
/// @param segments in order of time
public record Waveform(double rest, List<Segment> segments) {
    public Waveform {
        segments = List.copyOf(segments);
        double end = Double.NEGATIVE_INFINITY;
        for (Segment s : segments) {
            if (!(s.from() >= end && s.to() > s.from() && s.to() < Double.POSITIVE_INFINITY))
                throw new IllegalArgumentException("a segment from " + s.from() + " to " + s.to() + " ms after one that ends at " + end);
            end = s.to();
        }
    }

    /// The level at time `t` (ms); at a corner that which holds from then on.
    public double value(double t) {
        return after(t).value(t);
    }

    /// The level just before time `t`.
    public double valueBefore(double t) {
        return before(t).value(t);
    }

    /// The rate of change at time `t`, per ms; at a corner that which holds from then on.
    public double slope(double t) {
        return after(t).slope(t);
    }

    public double slopeBefore(double t) {
        return before(t).slope(t);
    }

    /// The smooth piece that holds from `t` on, rest included: what one who steps keeps from one corner to the next, the next one included.
    public Segment after(double t) {
        int i = countBegun(t, true);
        if (i > 0 && t < segments.get(i - 1).to()) return segments.get(i - 1).after(t);
        return pause(i);
    }

    /// The smooth piece that holds until `t`.
    public Segment before(double t) {
        int i = countBegun(t, false);
        if (i > 0 && t <= segments.get(i - 1).to()) return segments.get(i - 1).before(t);
        return pause(i);
    }

    /// Every time at which a segment begins, ends or has a corner (ms, ascending, each once), whether the level jumps there or not; so members of a
    /// family that differ in level only share their corners.
    public double[] corners() {
        return segments.stream().flatMapToDouble(s -> DoubleStream.of(s.corners())).distinct().toArray();
    }

    /// How many segments have begun at `t`; `itself` counts one that begins right then.
    private int countBegun(double t, boolean itself) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            double from = segments.get(middle).from();
            if (from < t || (itself && from == t)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private Segment pause(int next) {
        double from = next == 0 ? Double.NEGATIVE_INFINITY : segments.get(next - 1).to();
        double to = next == segments.size() ? Double.POSITIVE_INFINITY : segments.get(next).from();
        return new Segment.Hold(from, to, rest);
    }
}
