package loligo.kernel;

/// What the generated classes for many cells can do: one step of a block of cells.
interface EnsembleCode {
    /// Rows are as long as the block is wide.
    ///
    /// @param before states before the step // [n][width]
    /// @param after states after it, then what was seen on the way // [n + 4 seen][width]
    /// @param own numbers of each cell that stand still // [columns][width]
    /// @param scratch // [rows][width]
    /// @param step numbers of the step // [shared]
    /// @param moods how many steps a pass still takes in its surer form // [passes]
    /// @param count cells, a multiple of the lanes
    void step(double[] before, double[] after, double[] own, double[] scratch, double[] step, int[] moods, int count);
}
