package loligo.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loligo.dynamics.Range;
import loligo.figure.Layer;

/// What has one label, as bands from left to right: runs of nodes in a column go on in the next as long as one run meets one other.
final class BasinPatches {
    private final Series array;
    private final int side; // nodes
    private final int wanted;
    private final Range across;
    private final Range up;
    private final List<Band> done = new ArrayList<>();

    /// Rows from `low` to `high` of a column, borders included half-way between nodes.
    private record Run(double low, double high) {
        boolean meets(Run other) {
            return low < other.high && other.low < high;
        }
    }

    private record Band(List<Double> columns, List<Run> runs) {
        void add(double column, Run run) {
            columns.add(column);
            runs.add(run);
        }
    }

    /// @param array of labels, see [Result.Basin]
    /// @param across, up the plane in the units of the axes
    BasinPatches(Series array, int wanted, Range across, Range up) {
        this.array = array;
        this.side = array.rows();
        this.wanted = wanted;
        this.across = across;
        this.up = up;
    }

    List<Layer> bands(String name, int tone) {
        List<Run> before = List.of();
        List<Band> open = List.of();
        for (int column = 0; column < side; column++) {
            List<Run> runs = runs(column);
            List<Band> next = new ArrayList<>();
            Set<Integer> goingOn = new HashSet<>();
            for (Run run : runs) {
                List<Integer> met = meeting(before, run);
                boolean goesOn = met.size() == 1 && meeting(runs, before.get(met.getFirst())).size() == 1;
                if (goesOn) goingOn.addAll(met);
                Band band = goesOn ? open.get(met.getFirst()) : new Band(new ArrayList<>(), new ArrayList<>());
                if (!goesOn) band.add(Math.max(0, column - 0.5), run);
                band.add(column, run);
                next.add(band);
            }
            for (int k = 0; k < open.size(); k++) if (!goingOn.contains(k)) close(open.get(k), column - 0.5);
            open = next;
            before = runs;
        }
        for (Band band : open) close(band, side - 1);
        List<Layer> layers = new ArrayList<>();
        for (Band band : done) layers.add(new Layer.Band(band.columns.stream().mapToDouble(c -> across.at(c / (side - 1))).toArray(), band.runs.stream().mapToDouble(r -> up.at(r.low / (side - 1))).toArray(), band.runs.stream().mapToDouble(r -> up.at(r.high / (side - 1))).toArray(), layers.isEmpty() ? name : "", tone));
        return layers;
    }

    private void close(Band band, double column) {
        band.add(column, band.runs.getLast());
        done.add(band);
    }

    private static List<Integer> meeting(List<Run> runs, Run run) {
        List<Integer> met = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) if (runs.get(k).meets(run)) met.add(k);
        return met;
    }

    private List<Run> runs(int column) {
        double[] label = array.columns().get(column).values();
        List<Run> runs = new ArrayList<>();
        for (int from = 0, to; from < side; from = to) {
            to = from + 1;
            if (label[from] != wanted) continue;
            while (to < side && label[to] == wanted) to++;
            runs.add(new Run(Math.max(0, from - 0.5), Math.min(side - 1, to - 0.5)));
        }
        return runs;
    }
}
