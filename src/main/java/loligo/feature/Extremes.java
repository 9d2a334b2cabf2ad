package loligo.feature;

import loligo.recording.Trace;

/// The lowest and the highest point of a trace, the first of each where several are equal. Infinite, the wrong way round, where nothing was recorded.
record Extremes(double lowTime, double low, double highTime, double high) {
    static Extremes of(Trace trace) {
        Trace.Vertices vertices = trace.vertices();
        Extremes found = new Extremes(trace.start(), Double.POSITIVE_INFINITY, trace.start(), Double.NEGATIVE_INFINITY);
        for (int i = 0; i < vertices.times().length; i++) found = found.with(vertices.times()[i], vertices.values()[i]);
        return found;
    }

    private Extremes with(double t, double y) {
        boolean lower = y < low;
        boolean higher = y > high;
        if (!lower && !higher) return this;
        return new Extremes(lower ? t : lowTime, lower ? y : low, higher ? t : highTime, higher ? y : high);
    }

    boolean exists() {
        return low <= high;
    }

    double largest() {
        return Math.max(Math.abs(low), Math.abs(high));
    }
}
