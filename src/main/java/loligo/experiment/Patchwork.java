package loligo.experiment;

import java.util.List;

/// What the cells of a grid hold, row by row from the lowest second number, and the regions that equal neighbours make.
///
/// @param cells which region each belongs to // [rows*columns], fewer after an interruption
/// @param regions by falling share
public record Patchwork(int columns, int rows, int[] cells, List<Region> regions) {
    private static final int SPECK = 4; // cells: a region of fewer may be a doubt of the grid

    /// The regions that are no specks.
    List<Region> seen() {
        return regions.stream().filter(r -> r.share() * columns * rows >= SPECK - 0.5).toList();
    }

    /// What a cell holds.
    String label(int cell) {
        return regions.get(cells[cell]).label();
    }

    /// Neighbouring cells in which the same is found.
    ///
    /// @param rests how many equilibria are stable
    /// @param oscillates whether an orbit was found to settle on a cycle
    /// @param at the two numbers well inside, membrane units // [2]
    /// @param share of the rectangle
    public record Region(String label, int rests, boolean oscillates, double[] at, double share) {}
}
