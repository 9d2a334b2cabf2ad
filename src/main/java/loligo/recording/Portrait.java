package loligo.recording;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Reads a recording where a drawing needs it: at both sides of every panel's ends, so that jumps stay sharp, and within long panels as often
/// as the eye can follow. Where that is more than can be seen, every stretch of time keeps its first and last time and those at which some
/// column is lowest and highest, so that no spike loses its top.
final class Portrait {
    private final Recording recording;
    private final int stretches;
    private double[] times = new double[0]; // ms // [points]
    private double[][] values = new double[0][]; // membrane units // [columns][points]

    private Portrait(Recording recording, int stretches) {
        this.recording = recording;
        this.stretches = stretches;
    }

    /// @param stretches into so many pieces of equal time the recording is cut where it is thinned
    static Samples of(Recording recording, int stretches) {
        Portrait portrait = new Portrait(recording, stretches);
        portrait.read();
        if (portrait.times.length > 4 * stretches) portrait.thin();
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
            for (int i = from; i < to; i++) {
                if (column[i] < column[low]) low = i;
                if (column[i] > column[high]) high = i;
            }
            kept.set(low);
            kept.set(high);
        }
    }
}
