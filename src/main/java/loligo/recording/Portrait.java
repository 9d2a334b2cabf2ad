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
        portrait.read();
        if (portrait.times.length > OF_A_STRETCH * portrait.stretches) portrait.keep(Swing.kept(portrait.times, portrait.values));
        if (portrait.times.length > most) portrait.thin();
        List<Heading> headings = recording.columns().stream().map(c -> new Heading(c.name(), c.unit())).toList();
        return new Samples(portrait.times, headings, portrait.values);
    }

    private void read() {
        double widest = (recording.end() - recording.start()) / stretches;
        int panels = recording.panels();
        int[] begins = new int[panels + 1]; // of each panel's points
        for (int p = 0; p < panels; p++) {
            double pieces = Math.ceil((recording.edges()[p + 1] - recording.edges()[p]) / widest);
            begins[p + 1] = begins[p] + 1 + (int) Math.clamp(pieces, Recording.NODES - 1, Math.max(stretches, Recording.NODES - 1));
        }
        times = new double[begins[panels]];
        values = new double[recording.columns().size()][times.length];
        Quartic quartic = new Quartic();
        for (int p = 0; p < panels; p++) {
            double from = recording.edges()[p];
            double to = recording.edges()[p + 1];
            int pieces = begins[p + 1] - begins[p] - 1;
            for (int i = 0; i <= pieces; i++) times[begins[p] + i] = i == pieces ? to : from + (to - from) * i / pieces;
            for (int c = 0; c < values.length; c++) {
                quartic.load(recording.columns().get(c).values(), p * Recording.NODES);
                for (int i = 0; i <= pieces; i++) values[c][begins[p] + i] = quartic.value((double) i / pieces);
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
