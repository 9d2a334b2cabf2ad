package loligo.solver;

import java.util.List;
import java.util.function.DoubleFunction;

/// An initial value problem with a known solution, from t = 0 to `end`.
record Problem(String name, double end, Field field, DoubleFunction<double[]> solution) {
    /// f and the diagonal of its Jacobian, written into `dy` and `d`.
    interface Rates {
        void at(double t, double[] y, double[] dy, double[] d);
    }

    /// A field by formula; Jacobian and time derivative by differences.
    record Field(boolean[] relaxing, Rates rates) implements SemilinearField {
        @Override
        public int dimension() {
            return relaxing.length;
        }

        @Override
        public void evaluate(double t, double[] y, double[] dy) {
            rates.at(t, y, dy, new double[y.length]);
        }

        @Override
        public void evaluateWithDiagonal(double t, double[] y, double[] dy, double[] diagonal) {
            rates.at(t, y, dy, diagonal);
        }
    }

    double[] begin() {
        return solution.apply(0);
    }

    double error(double t, double[] y) {
        double[] exact = solution.apply(t);
        double largest = 0;
        for (int i = 0; i < y.length; i++) largest = Math.max(largest, Math.abs(y[i] - exact[i]));
        return largest;
    }

    static Field field(Rates rates, boolean... relaxing) {
        return new Field(relaxing, rates);
    }

    /// y' = y (1 - y): growth that saturates.
    static final Problem LOGISTIC = new Problem("logistic", 4, field((t, y, dy, d) -> {
        dy[0] = y[0] * (1 - y[0]);
        d[0] = 1 - 2 * y[0];
    }, false), t -> new double[] {1 / (1 + 9 * StrictMath.exp(-t))});

    /// y' = -y + cos t, driven from outside.
    static final Problem DRIVEN = new Problem("driven", 5, field((t, y, dy, d) -> {
        dy[0] = -y[0] + StrictMath.cos(t);
        d[0] = -1;
    }, true), t -> new double[] {(StrictMath.sin(t) + StrictMath.cos(t)) / 2 + StrictMath.exp(-t)});

    /// A rotation whose rate changes: y = (cos, sin) of t + t^2/4.
    static final Problem ROTATION = new Problem("rotation", 3, field((t, y, dy, d) -> {
        dy[0] = -(1 + t / 2) * y[1];
        dy[1] = (1 + t / 2) * y[0];
        d[0] = 0;
        d[1] = 0;
    }, false, false), t -> new double[] {StrictMath.cos(t + t * t / 4), StrictMath.sin(t + t * t / 4)});

    /// A gate x relaxing to 1 at a rate v that decays: v' = -v^2, x' = v (1 - x); v = 1/(1 + t), x = 1 - 1/(1 + t).
    static final Problem GATE = new Problem("gate", 4, field((t, y, dy, d) -> {
        dy[0] = -y[0] * y[0];
        dy[1] = y[0] * (0.5 - y[1]);
        d[0] = -2 * y[0];
        d[1] = -y[0];
    }, false, true), t -> new double[] {1 / (1 + t), 0.5 - 1 / (1 + t)});

    /// A planet on a circle, y = (position, velocity) under the attraction 1/r^2.
    static final Problem KEPLER = new Problem("kepler", 3, field((t, y, dy, d) -> {
        double r2 = y[0] * y[0] + y[1] * y[1];
        double r3 = r2 * Math.sqrt(r2);
        dy[0] = y[2];
        dy[1] = y[3];
        dy[2] = -y[0] / r3;
        dy[3] = -y[1] / r3;
        java.util.Arrays.fill(d, 0);
    }, false, false, false, false), t -> new double[] {StrictMath.cos(t), StrictMath.sin(t), -StrictMath.sin(t), StrictMath.cos(t)});

    /// Prothero & Robinson 1974: y' = lambda (y - sin t) + cos t, y = sin t, stiff for large -lambda.
    static Problem stiff(double lambda) {
        return new Problem("prothero-robinson", 2, field((t, y, dy, d) -> {
            dy[0] = lambda * (y[0] - StrictMath.sin(t)) + StrictMath.cos(t);
            d[0] = lambda;
        }, true), t -> new double[] {StrictMath.sin(t)});
    }

    static final List<Problem> ALL = List.of(LOGISTIC, DRIVEN, ROTATION, GATE, KEPLER);

    @Override
    public String toString() {
        return name;
    }
}
