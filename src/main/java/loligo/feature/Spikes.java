package loligo.feature;

import java.util.ArrayList;
import java.util.List;
import loligo.quantity.Dimension;
import loligo.recording.Direction;
import loligo.recording.Recording;
import loligo.recording.Trace;

/// Finds the spikes of a recording.
///
/// * A *spike* of a membrane potential is an excursion that rises by at least 20 mV from the lowest point before it to its peak and
///   falls by at least 20 mV after it, before it rises higher. So a subthreshold wave and the way back from a hyperpolarising step are none, and
///   ripples on a spike do not make two. What a stimulus pushes up and lets fall is none either, see [Push].
/// * Its *time* is the upward passage of 0 mV where it begins below and peaks above; else the upward passage of the level half-way between the
///   lowest point and the peak.
/// * At the window's end a rise that has not come down by 20 mV yet is none: it may stay where it is, as where a membrane is moved from one rest to another.
///   At the window's beginning an excursion that is above 0 mV already belongs to the time before.
/// * In a free model without volts the 20 mV are replaced by a quarter of the range that the column has in the window, but at least a
///   tenth of its largest absolute value, so that settling and rounding do not count; the time is the passage of the half-way level.
/// * In a model with reset events every reset that takes the column down is a spike, and its time is the spike's.
public final class Spikes {
    /// The least rise and fall of a spike, mV.
    static final double PROMINENCE = 20;

    /// Of two tops with a dip between them the earlier is the peak, unless the later is higher by more than this part of the prominence: on a
    /// plateau rounding must not decide.
    private static final double RIPPLE = 1e-3;

    private final Trace trace;
    private final Push push;
    private final boolean volts;
    private final double[] times;
    private final double[] heights;
    private final List<int[]> found = new ArrayList<>(); // indices of trough and peak
    private double margin = Double.POSITIVE_INFINITY;
    private boolean open; // whether it ends in a rise above 0 mV that has not come down

    private Spikes(Trace trace, Push push, Trace.Vertices vertices) {
        this.trace = trace;
        this.push = push;
        this.volts = trace.unit().dimension().equals(Dimension.POTENTIAL);
        this.times = vertices.times();
        this.heights = vertices.values();
    }

    /// The spikes of one column, in order of time, under a stimulus without corners: a current that stays, a chirp.
    ///
    /// @param window all of it is searched
    public static List<Spike> of(Recording window, String column) {
        Trace trace = window.trace(column);
        return of(trace, Push.none(trace), trace.turns(), window.resets()).spikes();
    }

    /// The spikes of a trace, in order of time; all of it is searched.
    static Seen of(Trace trace, Push push, Trace.Vertices vertices, double[] resets) {
        if (trace.panels() == 0) return new Seen(List.of(), false, Double.POSITIVE_INFINITY);
        double[] down = Resets.down(trace, resets);
        if (down.length > 0) return new Seen(Resets.spikes(trace, down), false, Double.POSITIVE_INFINITY);
        Spikes spikes = new Spikes(trace, push, vertices);
        spikes.scan(spikes.prominence());
        return new Seen(spikes.spikes(), spikes.open, spikes.margin);
    }

    /// @param open whether the trace ends in a rise above 0 mV that has not come down: a spike, or the way to another rest
    /// @param margin by how much rises and falls would have to be larger or smaller to make another number of spikes, in the trace's unit
    record Seen(List<Spike> spikes, boolean open, double margin) {}

    private double prominence() {
        if (volts) return PROMINENCE;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double y : heights) {
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
        return Math.max(Double.MIN_NORMAL, Math.max((high - low) / 4, Math.max(Math.abs(low), Math.abs(high)) / 10));
    }

    private void scan(double prominence) {
        double ripple = RIPPLE * prominence;
        int trough = 0;
        int peak = -1; // none while looking for a rise
        int low = 0; // lowest since the peak
        int top = 0; // highest since the trough, while looking for a rise
        int before = -1; // the peak before the trough
        for (int i = 0; i < heights.length; i++) {
            if (peak < 0) {
                if (heights[i] <= heights[trough]) {
                    near(prominence, trough, top);
                    trough = top = i;
                } else if (heights[i] - heights[trough] >= prominence) {
                    if (before >= 0) near(prominence, trough, before);
                    peak = low = i;
                } else if (heights[i] > heights[top]) {
                    top = i;
                }
            } else if (heights[peak] - heights[i] >= prominence) {
                near(prominence, trough, peak);
                add(trough, peak, i - 1, prominence);
                before = peak;
                trough = top = i;
                peak = -1;
            } else if (heights[i] - heights[peak] > (heights[peak] - heights[low] > ripple ? ripple : 0)) {
                near(prominence, low, peak);
                peak = low = i;
            } else if (heights[i] < heights[low]) {
                low = i;
            }
        }
        if (peak >= 0) near(prominence, low, peak);
        else near(prominence, trough, top);
        if (peak < 0 && before >= 0) near(prominence, trough, before);
        open = peak >= 0 && volts && heights[peak] > 0 && !(trough == 0 && heights[0] >= 0);
    }

    /// Notes a rise or a fall that decides how many spikes there are.
    private void near(double prominence, int low, int high) {
        margin = Math.min(margin, Math.abs(heights[high] - heights[low] - prominence));
    }

    /// @param last the last vertex at which it has not fallen by the prominence
    private void add(int trough, int peak, int last, double prominence) {
        if (volts && trough == 0 && heights[0] >= 0) return;
        if (!push.makes(times[trough], times[peak], times[last], prominence)) found.add(new int[] {trough, peak});
    }

    private List<Spike> spikes() {
        List<Spike> spikes = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            int trough = found.get(k)[0];
            int peak = found.get(k)[1];
            int end = k + 1 < found.size() ? found.get(k + 1)[1] : heights.length - 1;
            int low = peak;
            for (int i = peak; i <= end; i++) if (heights[i] < heights[low]) low = i;
            spikes.add(new Spike(time(trough, peak), times[trough], heights[trough], times[peak], heights[peak], times[end], times[low], heights[low]));
        }
        return spikes;
    }

    private double time(int trough, int peak) {
        boolean overshoots = volts && heights[trough] < 0 && heights[peak] > 0;
        double level = overshoots ? 0 : (heights[trough] + heights[peak]) / 2;
        double[] passages = trace.cut(before(level, trough, peak), times[peak]).crossings(level, Direction.UP);
        return passages.length > 0 ? passages[0] : times[peak];
    }

    /// A time between trough and peak before which no passage of a level lies.
    private double before(double level, int trough, int peak) {
        int above = trough;
        while (above < peak && heights[above] < level) above++;
        boolean rises = above > trough && heights[above] > level && times[above] > times[above - 1];
        return rises ? trace.lastBelow(level, times[above - 1], times[above]) : times[trough];
    }
}
