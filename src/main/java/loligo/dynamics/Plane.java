package loligo.dynamics;

import java.util.Arrays;
import java.util.List;

/// A plane cut through the states of a problem: two unknowns vary, the others are held or follow them.
///
/// @param horizontal, vertical the two unknowns
/// @param across, up where they vary
public record Plane(int horizontal, int vertical, Range across, Range up, Completion completion) {
    /// The full state at a point of the plane.
    public interface Completion {
        /// Writes the state with these two unknowns in place into `state` // [n]
        void at(double h, double v, double[] state);
    }

    public Plane {
        if (!across.bounded() || !up.bounded()) throw new IllegalArgumentException("a plane needs bounded ranges, got " + across + " and " + up);
    }

    /// The flow in the plane, as a problem of its own with one idle parameter: the two unknowns move as they do in the whole, the others hold or follow.
    /// Its box is the plane with half of it around.
    public Problem system(Problem whole, double[] parameters) {
        int n = whole.dimension();
        double[] state = new double[n];
        double[] rate = new double[n];
        double[] matrix = new double[n * n];
        Family flow = new Family() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public int parameters() {
                return 1;
            }

            @Override
            public void evaluate(double[] y, double[] p, double[] dy) {
                completion.at(y[0], y[1], state);
                whole.evaluate(state, parameters, rate);
                dy[0] = rate[horizontal];
                dy[1] = rate[vertical];
            }

            @Override
            public boolean jacobian(double[] y, double[] p, double[] jacobian) {
                if (n > 2) return false; // followers bend it
                completion.at(y[0], y[1], state);
                whole.jacobian(state, parameters, matrix);
                int[] order = {horizontal, vertical};
                for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) jacobian[2 * i + j] = matrix[n * order[i] + order[j]];
                return true;
            }

            @Override
            public boolean byParameter(int j, double[] y, double[] p, double[] dfdp) {
                Arrays.fill(dfdp, 0);
                return true;
            }
        };
        double[] size = {whole.size()[horizontal], whole.size()[vertical]};
        return new Problem(flow, size, new double[] {1}, List.of(around(across), around(up)));
    }

    private static Range around(Range range) {
        return new Range(range.low() - range.width() / 2, range.high() + range.width() / 2);
    }

    /// The other unknowns stay as in `state` // [n]
    public static Plane held(int horizontal, int vertical, Range across, Range up, double[] state) {
        double[] kept = state.clone();
        return new Plane(horizontal, vertical, across, up, (h, v, y) -> {
            System.arraycopy(kept, 0, y, 0, kept.length);
            y[horizontal] = h;
            y[vertical] = v;
        });
    }
}
