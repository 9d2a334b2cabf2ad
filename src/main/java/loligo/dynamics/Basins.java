package loligo.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;

/// Which attractor each point of a plane goes to. A coarse grid first, then only blocks whose corners differ are looked at more closely.
///
/// @param label which attractor, -1 for none in the time allowed; column by column within each row, the lowest row first // [rows*columns]
/// @param orbits how many were computed
public record Basins(int columns, int rows, int[] label, int orbits) {
    private static final int COARSEST = 8; // pixels
    private static final int CHUNK = 64; // orbits that share a stepper: fixed, so that the result does not depend on the number of threads
    private static final double TOLERANCE = 1e-6;
    private static final int UNKNOWN = -2;

    /// @param problems makes a problem for each worker, as families need not be safe for several threads at once
    /// @param time how long an orbit may take to settle
    public static Basins of(Supplier<Problem> problems, double[] parameters, Plane plane, int columns, int rows, List<Attractor> attractors, double time) {
        int[] label = new int[columns * rows];
        Arrays.fill(label, UNKNOWN);
        int orbits = 0;
        for (int stride = COARSEST; stride >= 1; stride /= 2) {
            List<Integer> wanted = new ArrayList<>();
            for (int row = 0; row < rows; row += stride) {
                for (int column = 0; column < columns; column += stride) {
                    int at = row * columns + column;
                    if (label[at] != UNKNOWN) continue;
                    int known = stride == COARSEST ? UNKNOWN : agreed(label, columns, rows, column, row, 2 * stride);
                    if (known == UNKNOWN) wanted.add(at);
                    else label[at] = known;
                }
            }
            orbits += wanted.size();
            int chunks = (wanted.size() + CHUNK - 1) / CHUNK;
            IntStream.range(0, chunks).parallel().forEach(chunk -> {
                List<Integer> mine = wanted.subList(chunk * CHUNK, Math.min(wanted.size(), (chunk + 1) * CHUNK));
                settle(problems.get(), parameters, plane, columns, rows, attractors, time, mine, label);
            });
        }
        return new Basins(columns, rows, label, orbits);
    }

    /// What the corners of the coarser block around a pixel agree on; unknown where they do not, or at the edge.
    private static int agreed(int[] label, int columns, int rows, int column, int row, int block) {
        int left = column / block * block, low = row / block * block;
        int right = column % block == 0 ? left : left + block, high = row % block == 0 ? low : low + block;
        if (right >= columns || high >= rows) return UNKNOWN;
        int first = label[low * columns + left];
        boolean same = label[low * columns + right] == first && label[high * columns + left] == first && label[high * columns + right] == first;
        return same ? first : UNKNOWN;
    }

    private static void settle(Problem problem, double[] parameters, Plane plane, int columns, int rows, List<Attractor> attractors, double time, List<Integer> pixels, int[] label) {
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), new FieldOf(problem, parameters, false), Tolerance.scaled(TOLERANCE, problem.size()));
        double[] y = new double[problem.dimension()];
        for (int at : pixels) {
            int column = at % columns, row = at / columns;
            plane.completion().at(plane.across().at((column + 0.5) / columns), plane.up().at((row + 0.5) / rows), y);
            label[at] = goal(problem, stepper, y, attractors, time);
        }
    }

    private static int goal(Problem problem, Stepper stepper, double[] y, List<Attractor> attractors, double time) {
        stepper.start(0, y);
        while (stepper.time() < time) {
            if (stepper.step(time) != null || Thread.currentThread().isInterrupted()) return -1;
            for (int k = 0; k < attractors.size(); k++) if (attractors.get(k).holds(problem, stepper.state())) return k;
        }
        return -1;
    }
}
