package loligo.recording;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Reads a recording where a drawing needs it: at both sides of every panel's ends, so that jumps stay sharp, and within long panels as often
/// as the eye can follow. Of many points those are left out that lie on straight lines between the others ([Swing]), so that orbits stay round.
/// Where that are still too many, every stretch of time keeps its first and last time and those at which some column is lowest and highest, so
/// that no spike loses its top.
final class Portrait {
    private static final int COARSEST = 100; // stretches
    private static final int FINEST = 1400; // stretches, as a screen is wide
    private static final int OF_A_STRETCH = 4; // points: first, lowest, highest, last
    private static final long VERY_LONG = 16; // times as many points as are kept

    private final Recording recording;
    private final int stretches;
    private double[] times = new double[0]; // ms // [points]
    private double[][] values = new double[0][]; // membrane units // [columns][points]

    private Portrait(Recording recording, int stretches) {
        this.recording = recording;
        this.stretches = stretches;
    }

    /// @param most about so many points are kept of each column
    static Samples of(Recording recording, int most) {
        Portrait portrait = new Portrait(recording, Math.clamp(most / OF_A_STRETCH, COARSEST, FINEST));
        if ((long) recording.panels() * Recording.NODES > VERY_LONG * most) portrait.stretchByStretch();
        else portrait.whole(most);
        List<Heading> headings = recording.columns().stream().map(c -> new Heading(c.name(), c.unit())).toList();
        return new Samples(portrait.times, headings, portrait.values);
    }

    private void whole(int most) {
        read(0, recording.panels());
        if (times.length > OF_A_STRETCH * stretches) keep(Swing.kept(times, values));
        if (times.length > most) thin();
    }

    private void stretchByStretch() {
        double[] edges = recording.edges();
        int columns = recording.columns().size();
        int room = stretches * (2 + 3 * columns);
        double[] keptTimes = new double[room];
        double[][] keptValues = new double[columns][room];
        int count = 0;
        int first = 0;
        for (int s = 1; s <= stretches; s++) {
            double end = recording.start() + s * ((recording.end() - recording.start()) / stretches);
            int last = first;
            while (last < recording.panels() && (s == stretches || edges[last] < end)) last++;
            if (last == first) continue;
            read(first, last);
            BitSet kept = new BitSet(times.length);
            keep(kept, 0, times.length);
            keep(kept);
            System.arraycopy(times, 0, keptTimes, count, times.length);
            for (int c = 0; c < columns; c++) System.arraycopy(values[c], 0, keptValues[c], count, times.length);
            count += times.length;
            first = last;
        }
        int points = count;
        times = Arrays.copyOf(keptTimes, points);
        values = Arrays.stream(keptValues).map(v -> Arrays.copyOf(v, points)).toArray(double[][]::new);
    }

    /// Reads the points of some panels.
    private void read(int first, int last) {
        double widest = (recording.end() - recording.start()) / stretches;
        int[] begins = new int[last - first + 1]; // of each panel's points
        for (int p = first; p < last; p++) {
            double pieces = Math.ceil((recording.edges()[p + 1] - recording.edges()[p]) / widest);
            begins[p - first + 1] = begins[p - first] + 1 + (int) Math.clamp(pieces, Recording.NODES - 1, Math.max(stretches, Recording.NODES - 1));
        }
        times = new double[begins[last - first]];
        values = new double[recording.columns().size()][times.length];
        Quartic quartic = new Quartic();
        for (int p = first; p < last; p++) {
            double from = recording.edges()[p];
            double to = recording.edges()[p + 1];
            int begin = begins[p - first];
            int pieces = begins[p - first + 1] - begin - 1;
            for (int i = 0; i <= pieces; i++) times[begin + i] = i == pieces ? to : from + (to - from) * i / pieces;
            for (int c = 0; c < values.length; c++) {
                quartic.load(recording.columns().get(c).values(), p * Recording.NODES);
                for (int i = 0; i <= pieces; i++) values[c][begin + i] = quartic.value((double) i / pieces);
            }
        }
    }

    private void thin() {
        BitSet kept = new BitSet(times.length);
        double length = (recording.end() - recording.start()) / stretches;
        int first = 0;
        for (int s = 1; s <= stretches; s++) {
            double end = s == stretches ? Double.POSITIVE_INFINITY : recording.start() + s * length;
            int last = first;
            while (last < times.length && times[last] <= end) last++;
            if (last > first) keep(kept, first, last);
            first = last;
        }
        keep(kept);
    }

    private void keep(BitSet kept) {
        int[] points = kept.stream().toArray();
        times = Arrays.stream(points).mapToDouble(i -> times[i]).toArray();
        for (int c = 0; c < values.length; c++) {
            double[] all = values[c];
            values[c] = Arrays.stream(points).mapToDouble(i -> all[i]).toArray();
        }
    }

    private void keep(BitSet kept, int from, int to) {
        kept.set(from);
        kept.set(to - 1);
        for (double[] column : values) {
            int low = from;
            int high = from;
            int gap = -1;
            for (int i = from; i < to; i++) {
                if (column[i] < column[low]) low = i;
                if (column[i] > column[high]) high = i;
                if (Double.isNaN(column[i])) gap = i;
                if (Double.isNaN(column[low])) low = i;
                if (Double.isNaN(column[high])) high = i;
            }
            if (gap >= 0) kept.set(gap);
            kept.set(low);
            kept.set(high);
        }
    }
}
