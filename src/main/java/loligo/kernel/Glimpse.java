package loligo.kernel;

/// What was seen of some cells over a few steps. Read it while it is shown: its arrays are used again.
///
/// @param first the number of the first of these cells
/// @param count of cells
/// @param ends of the steps, ms // [steps]
/// @param rows states and what was seen, after each step; the row before the first step stands first // [steps + 1][(n + 4 seen) * width]
public record Glimpse(int first, int count, int steps, double[] ends, double[][] rows, int n, int width) {
    /// How many times each expression is seen in a step, at equal distances, the last time at its end.
    public static final int QUARTERS = Stride.QUARTERS;

    /// One who looks at the cells.
    public interface Onlooker {
        /// Nobody looks.
        Onlooker NOBODY = _ -> {};

        /// Sees the next few steps of some cells.
        void see(Glimpse glimpse);
    }

    /// Writes what an expression was for one of these cells: for each step its value at the beginning and at the four quarters.
    ///
    /// @param before its value before the first step
    /// @param into from the place `at` on // [5 * steps]
    /// @return its value after the last step
    public double copy(int expression, int cell, double before, double[] into, int at) {
        int place = (n + expression * QUARTERS) * width + cell;
        double value = before;
        for (int step = 1, node = at; step <= steps; step++, node += QUARTERS + 1) {
            double[] row = rows[step];
            into[node] = value;
            into[node + 1] = row[place];
            into[node + 2] = row[place + width];
            into[node + 3] = row[place + 2 * width];
            value = row[place + 3 * width];
            into[node + 4] = value;
        }
        return value;
    }

    /// Writes for each cell a number into `lost` that is 0 as long as all its states and all that was seen are finite // [count]
    public void lost(double[] lost) {
        for (int step = 1; step <= steps; step++) {
            double[] row = rows[step];
            for (int begin = 0; begin < row.length; begin += width) for (int i = 0; i < count; i++) lost[i] += row[begin + i] * 0;
        }
    }
}
