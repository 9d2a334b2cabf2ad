package loligo.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where a list of operations is best cut into passes: no pass costs more than a budget, and as few numbers as can be are kept from one to another.
/// Exact for the given order, by dynamic programming over the ends of passes.
final class Cuts {
    private static final int STORE = 3;    // what one number kept costs, in simple operations: measured, see docs/methods/kernel.md
    private static final int LOAD = 1;
    private static final int PASS = 8;     // what a pass costs by itself, spread over its turns

    private final int[] weights;           // of each operation, in simple ones // [count]
    private final boolean[] kinds;         // a pass has one kind // [count]
    private final List<int[]> reads;       // places of the operations whose results each needs // [count][]
    private final int[] last;              // place of the operation that needs each result last // [count]
    private final int budget;

    Cuts(int[] weights, boolean[] kinds, List<int[]> reads, int budget) {
        this.weights = weights;
        this.kinds = kinds;
        this.reads = reads;
        this.budget = budget;
        this.last = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            last[i] = i;
            for (int read : reads.get(i)) last[read] = i;
        }
    }

    /// The ends of the passes, ascending; the last is the count of operations.
    List<Integer> ends() {
        int count = weights.length;
        int[] cost = new int[count + 1];   // of everything from a place on
        int[] end = new int[count + 1];    // of the pass that begins at a place
        int[] seen = new int[count];       // the beginning of the pass that last loaded it, + 1
        Arrays.fill(cost, 0, count, Integer.MAX_VALUE);
        for (int begin = count - 1; begin >= 0; begin--) {
            int weight = 0;
            int loads = 0;
            int open = 0;
            for (int i = begin; i < count && kinds[i] == kinds[begin]; i++) {
                weight += weights[i];
                if (i > begin && weight > budget) break;
                for (int read : reads.get(i)) {
                    if (read >= begin && last[read] == i && seen[read] != -begin - 1) {
                        open--;
                        seen[read] = -begin - 1;
                    } else if (read < begin && seen[read] != begin + 1) {
                        loads++;
                        seen[read] = begin + 1;
                    }
                }
                if (last[i] > i) open++;
                int total = PASS + LOAD * loads + STORE * open + cost[i + 1];
                if (total < cost[begin]) {
                    cost[begin] = total;
                    end[begin] = i + 1;
                }
            }
        }
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at < count; at = end[at]) ends.add(end[at]);
        return ends;
    }
}
