package loligo.feature;

import loligo.recording.Trace;

/// The lowest and the highest point of a trace, the first of each where several are equal. Infinite, the wrong way round, where nothing was recorded.
record Extremes(double lowTime, double low, double highTime, double high) {
    static Extremes of(Trace trace) {
        return of(trace.start(), trace.turns());
    }

    static Extremes of(double start, Trace.Vertices vertices) {
        double[] heights = vertices.values();
        int low = -1;
        int high = -1;
        for (int i = 0; i < heights.length; i++) {
            if (low < 0 || heights[i] < heights[low]) low = i;
            if (high < 0 || heights[i] > heights[high]) high = i;
        }
        if (low < 0) return new Extremes(start, Double.POSITIVE_INFINITY, start, Double.NEGATIVE_INFINITY);
        return new Extremes(vertices.times()[low], heights[low], vertices.times()[high], heights[high]);
    }

    boolean exists() {
        return low <= high;
    }

    /// The value farthest from `begin`, of two equally far the earlier.
    double farthest(double begin) {
        return farthestIsHigh(begin) ? high : low;
    }

    double farthestTime(double begin) {
        return farthestIsHigh(begin) ? highTime : lowTime;
    }

    private boolean farthestIsHigh(double begin) {
        double up = high - begin;
        double down = begin - low;
        return up == down ? highTime <= lowTime : up > down;
    }

    double largest() {
        return Math.max(Math.abs(low), Math.abs(high));
    }
}
