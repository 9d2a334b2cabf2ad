package loligo.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import loligo.dynamics.TwoParameterDiagram;

/// Cells of a grid in which the same was found, side by side: the regions of a phase diagram, and what to call them.
final class Regions {
    private final TwoParameterDiagram.Grid grid;
    private final int[] region; // of each cell, -1 not yet // [cells]
    private final int[] depth; // steps from a cell of another region or the edge // [cells]

    private Regions(TwoParameterDiagram.Grid grid) {
        this.grid = grid;
        this.region = new int[grid.cells().size()];
        this.depth = new int[grid.cells().size()];
        Arrays.fill(region, -1);
    }

    static Patchwork of(TwoParameterDiagram.Grid grid) {
        return new Regions(grid).patchwork();
    }

    private Patchwork patchwork() {
        int count = 0;
        for (int k = 0; k < region.length; k++) if (region[k] < 0) flood(k, count++);
        soundings();
        List<Patchwork.Region> regions = new ArrayList<>();
        for (int r = 0; r < count; r++) regions.add(region(r));
        List<Patchwork.Region> sorted = regions.stream().sorted(Comparator.comparingDouble(Patchwork.Region::share).reversed()).toList();
        int[] cells = Arrays.stream(region).map(r -> sorted.indexOf(regions.get(r))).toArray();
        return new Patchwork(grid.columns(), grid.rows(), cells, sorted);
    }

    /// What may be seen in the end, in the field's words.
    static String label(TwoParameterDiagram.Cell cell) {
        if (cell.growing().isEmpty()) return "no equilibrium";
        String rests = switch (cell.stable()) {
            case 0 -> "";
            case 1 -> "rest";
            case 2 -> "bistable";
            default -> cell.stable() + " rests";
        };
        if (!cell.oscillates()) return rests.isEmpty() ? "no rest" : rests;
        return rests.isEmpty() ? "oscillating" : cell.stable() == 1 ? "rest or oscillating" : rests + " or oscillating";
    }

    private List<Integer> neighbours(int k) {
        List<Integer> all = new ArrayList<>();
        int columns = grid.columns();
        if (k % columns > 0) all.add(k - 1);
        if (k % columns < columns - 1) all.add(k + 1);
        all.add(k - columns);
        all.add(k + columns);
        return all.stream().filter(n -> n >= 0 && n < region.length).toList();
    }

    private void flood(int from, int name) {
        String label = label(grid.cells().get(from));
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(from));
        region[from] = name;
        while (!open.isEmpty()) {
            for (int n : neighbours(open.poll())) {
                if (region[n] >= 0 || !label(grid.cells().get(n)).equals(label)) continue;
                region[n] = name;
                open.add(n);
            }
        }
    }

    /// How deep each cell lies inside its region; the edge of the rectangle counts as its end.
    private void soundings() {
        Arrays.fill(depth, -1);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int k = 0; k < depth.length; k++) {
            int cell = k;
            List<Integer> beside = neighbours(k);
            if (beside.size() == 4 && beside.stream().allMatch(n -> region[n] == region[cell])) continue;
            depth[k] = 0;
            open.add(k);
        }
        while (!open.isEmpty()) {
            int k = open.poll();
            for (int n : neighbours(k)) {
                if (depth[n] >= 0) continue;
                depth[n] = depth[k] + 1;
                open.add(n);
            }
        }
    }

    private Patchwork.Region region(int name) {
        int deepest = -1;
        int cells = 0;
        for (int k = 0; k < region.length; k++) {
            if (region[k] != name) continue;
            cells++;
            if (deepest < 0 || depth[k] > depth[deepest]) deepest = k;
        }
        TwoParameterDiagram.Cell cell = grid.cells().get(deepest);
        return new Patchwork.Region(label(cell), cell.stable(), cell.oscillates(), cell.parameters(), (double) cells / (grid.columns() * grid.rows()));
    }
}
