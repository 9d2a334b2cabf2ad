package loligo.recording;

import java.util.Arrays;

/// Collects the ends of monotone pieces of a trace, in order of time.
final class Ends {
    private double[] times; // ms
    private double[] heights;
    private int count;
    private double way; // in which direction the last piece goes: 1, -1, or 0 where it is level

    /// @param room for so many to begin with
    Ends(int room) {
        times = new double[room];
        heights = new double[room];
    }

    /// Both ends of a piece.
    void put(double from, double begin, double to, double end) {
        if (count + 2 > times.length) {
            times = Arrays.copyOf(times, times.length + times.length / 4 + 2);
            heights = Arrays.copyOf(heights, times.length);
        }
        put(from, begin);
        put(to, end);
    }

    /// The same, but a piece that goes on as the last one went is joined to that.
    void join(double from, double begin, double to, double end) {
        double now = Math.signum(end - begin);
        boolean goesOn = now != 0 && now == way && from == times[count - 1] && begin == heights[count - 1];
        way = now;
        if (!goesOn) {
            put(from, begin, to, end);
            return;
        }
        times[count - 1] = to;
        heights[count - 1] = end;
    }

    private void put(double t, double height) {
        times[count] = t;
        heights[count++] = height;
    }

    Trace.Vertices vertices() {
        return new Trace.Vertices(Arrays.copyOf(times, count), Arrays.copyOf(heights, count));
    }
}
