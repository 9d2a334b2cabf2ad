package loligo.protocol;

import loligo.quantity.Unit;

/// A column of a file over its time.
///
/// @param times after the first row, ms, strictly ascending from 0 // [rows]
/// @param heights in membrane units // [rows]
/// @param unit as the file says
public record Curve(double[] times, double[] heights, Unit unit) {
    public Curve {
        if (times.length < 2 || times.length != heights.length) throw new IllegalArgumentException(times.length + " times for " + heights.length + " heights; a curve needs two or more");
        for (int i = 1; i < times.length; i++) if (!(times[i] > times[i - 1])) throw new IllegalArgumentException("time runs back at row " + i);
    }

    /// How long it lasts, ms.
    double length() {
        return times[times.length - 1] - times[0];
    }
}
