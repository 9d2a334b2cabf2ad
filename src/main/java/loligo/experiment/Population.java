package loligo.experiment;

import java.util.List;

/// Many cells of one preparation, some of whose numbers differ from cell to cell: the `ensemble` of the notation.
///
/// @param of what all have in common, and where the numbers that differ have their centres
/// @param count of cells
record Population(Preparation of, int count, long seed, List<Draw> draws) {
    Population {
        draws = List.copyOf(draws);
    }

    String name() {
        return of.name();
    }

    /// The numbers of the k-th cell.
    List<Result.Setting> cell(int k) {
        return draws.stream().map(d -> new Result.Setting(d.name(), d.of(seed, k), d.unit())).toList();
    }
}
