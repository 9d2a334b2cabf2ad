package loligo.dynamics;

import static loligo.dynamics.Collocation.STAGES;

import loligo.linear.CyclicSystem;
import loligo.linear.Pencil;

/// A [Loop] on a mesh: fills the bordered system of Newton's method, and solves it. Unknowns: the nodes in order, then the scalars.
final class LoopSystem {
    private final Loop loop;
    private final Mesh mesh;
    private final int d;
    private final int q;
    private final CyclicSystem system;
    private final double[] state; // [d]
    private final double[] slope; // of the reference // [d]
    private final double[] rise; // h du/dphase // [d]
    private final double[] scalars; // [q]
    private final double[] g; // [d]
    private final double[] byState; // [d*d]
    private final double[] byScalars; // [d*q]
    private final double[] value; // of the conditions // [q-1]
    private final double[] valueByState; // [(q-1)*d]
    private final double[] constant; // [q-1]
    private final double[] constantByScalars; // [(q-1)*q]

    LoopSystem(Loop loop, Mesh mesh) {
        this.loop = loop;
        this.mesh = mesh;
        d = loop.dimension();
        q = loop.scalars();
        system = new CyclicSystem(mesh.intervals(), d, STAGES, q, 2);
        state = new double[d];
        slope = new double[d];
        rise = new double[d];
        scalars = new double[q];
        g = new double[d];
        byState = new double[d * d];
        byScalars = new double[d * q];
        value = new double[q - 1];
        valueByState = new double[(q - 1) * d];
        constant = new double[q - 1];
        constantByScalars = new double[(q - 1) * q];
    }

    int unknowns() {
        return mesh.nodes() * d + q;
    }

    /// Writes the linear form of `integral <t, v> + sum t_s v_s` // [unknowns]
    void weigh(double[] t, double[] row) {
        java.util.Arrays.fill(row, 0);
        for (int i = 0; i < mesh.intervals(); i++) {
            for (int c = 0; c < STAGES; c++) {
                at(t, i, Collocation.VALUE[c], 1, state);
                for (int j = 0; j <= STAGES; j++) {
                    double weight = mesh.width(i) * Collocation.WEIGHT[c] * Collocation.VALUE[c][j];
                    for (int k = 0; k < d; k++) row[(i * STAGES + j) * d + k] += weight * state[k];
                }
            }
        }
        System.arraycopy(t, mesh.nodes() * d, row, mesh.nodes() * d, q);
    }

    private void at(double[] nodes, int i, double[] weights, double scale, double[] result) {
        java.util.Arrays.fill(result, 0);
        for (int j = 0; j <= STAGES; j++) {
            double weight = weights[j] * scale;
            for (int k = 0; k < d; k++) result[k] += weight * nodes[(i * STAGES + j) * d + k];
        }
    }

    /// One step of Newton's method, and the tangent.
    ///
    /// @param reference the loop whose slope the conditions use // [nodes*d], or longer
    boolean newton(double[] x, double[] reference, double[] row, double[] step, double[] tangent) {
        System.arraycopy(x, mesh.nodes() * d, scalars, 0, q);
        for (int r = 0; r < q; r++) java.util.Arrays.fill(system.border(r), 0);
        for (int i = 0; i < mesh.intervals(); i++) {
            java.util.Arrays.fill(system.block(i), 0);
            for (int c = 0; c < STAGES; c++) collocate(x, reference, i, c);
        }
        finish(row);
        return system.solve(new double[][] {step, tangent});
    }

    private void collocate(double[] x, double[] reference, int i, int c) {
        at(x, i, Collocation.VALUE[c], 1, state);
        at(reference, i, Collocation.SLOPE[c], 1 / mesh.width(i), slope);
        loop.linearise(state, scalars, g, byState, byScalars);
        double h = mesh.width(i);
        double[] block = system.block(i);
        int w = system.width();
        for (int j = 0; j <= STAGES; j++) {
            int column = system.column(j);
            double v = Collocation.VALUE[c][j] * h;
            for (int k = 0; k < d; k++) {
                int at = (c * d + k) * w + column;
                for (int l = 0; l < d; l++) block[at + l] = -v * byState[k * d + l];
                block[at + k] += Collocation.SLOPE[c][j];
            }
        }
        at(x, i, Collocation.SLOPE[c], 1, rise);
        for (int k = 0; k < d; k++) {
            int at = (c * d + k) * w + system.scalarColumn();
            for (int l = 0; l < q; l++) block[at + l] = -h * byScalars[k * q + l];
            block[at + q] = h * g[k] - rise[k];
        }
        condition(i, c);
    }

    private void condition(int i, int c) {
        loop.integrands(state, slope, value, valueByState);
        double weight = mesh.width(i) * Collocation.WEIGHT[c];
        for (int r = 0; r < q - 1; r++) {
            double[] border = system.border(r);
            for (int j = 0; j <= STAGES; j++) {
                double v = weight * Collocation.VALUE[c][j];
                for (int k = 0; k < d; k++) border[(i * STAGES + j) * d + k] += v * valueByState[r * d + k];
            }
            border[mesh.nodes() * d + q] -= weight * value[r];
        }
    }

    private void finish(double[] row) {
        int end = mesh.nodes() * d;
        loop.constants(scalars, constant, constantByScalars);
        for (int r = 0; r < q - 1; r++) {
            System.arraycopy(constantByScalars, r * q, system.border(r), end, q);
            system.border(r)[end + q] -= constant[r];
        }
        System.arraycopy(row, 0, system.border(q - 1), 0, end + q);
        system.border(q - 1)[end + q + 1] = 1;
    }

    /// How much of the reference's deviation from its mean is in that of x, in sizes: it changes sign where the amplitude does.
    ///
    /// @param n of so many unknowns, the first ones
    double likeness(double[] x, double[] reference, int n) {
        double[] mean = new double[2 * d];
        double product = 0, square = 0;
        for (int i = 0; i < mesh.intervals(); i++) {
            for (int c = 0; c < STAGES; c++) {
                at(x, i, Collocation.VALUE[c], 1, state);
                at(reference, i, Collocation.VALUE[c], 1, slope);
                double weight = mesh.width(i) * Collocation.WEIGHT[c];
                for (int k = 0; k < n; k++) {
                    mean[k] += weight * state[k];
                    mean[d + k] += weight * slope[k];
                    product += weight * state[k] * slope[k];
                    square += weight * slope[k] * slope[k];
                }
            }
        }
        for (int k = 0; k < n; k++) {
            product -= mean[k] * mean[d + k];
            square -= mean[d + k] * mean[d + k];
        }
        return square > 0 ? product / Math.sqrt(square) : 0;
    }

    /// The integral of the trace of the linearised loop, with which the logarithm of the product of all multipliers grows (Liouville's formula).
    double growth(double[] x) {
        System.arraycopy(x, mesh.nodes() * d, scalars, 0, q);
        double integral = 0;
        for (int i = 0; i < mesh.intervals(); i++) {
            for (int c = 0; c < STAGES; c++) {
                at(x, i, Collocation.VALUE[c], 1, state);
                loop.linearise(state, scalars, g, byState, byScalars);
                for (int k = 0; k < d; k++) integral += mesh.width(i) * Collocation.WEIGHT[c] * byState[k * d + k];
            }
        }
        return integral;
    }

    /// Floquet multipliers of the last solved system: real, then imaginary parts, the largest modulus first // [2d]
    double[] multipliers() {
        double[] a = new double[d * d];
        double[] b = new double[d * d];
        system.pencil(a, b);
        return Pencil.of(a, b, d);
    }
}
