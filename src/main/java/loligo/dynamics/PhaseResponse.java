package loligo.dynamics;

import java.util.Arrays;

/// How much later a small push at a phase makes a cycle come round, per unit of the push, turned round: positive advances it.
/// The periodic solution of the adjoint equation `z' = -A^T z` with `z . f = 1` (Malkin 1949; Ermentrout & Kopell 1991), on the cycle's own mesh.
public final class PhaseResponse {
    private final Mesh mesh;
    private final double[] nodes; // z at the mesh's nodes // [nodes*n]
    private final int n;
    private final double error;

    private PhaseResponse(Mesh mesh, double[] nodes, int n, double error) {
        this.mesh = mesh;
        this.nodes = nodes;
        this.n = n;
        this.error = error;
    }

    /// The time gained by a push at this phase, per unit of each unknown // [n]
    public double[] at(double phase) {
        double[] z = new double[n];
        mesh.interpolate(nodes, n, phase, z);
        return z;
    }

    /// How far `z . f` strays from 1: a measure of accuracy.
    public double error() {
        return error;
    }

    /// The largest delay (where it is negative) and the largest advance by a push in one unknown // [2]
    public double[] extent(int unknown) {
        return mesh.extent(nodes, n, unknown);
    }

    /// @throws IllegalArgumentException where the cycle is not isolated
    public static PhaseResponse of(Problem problem, Cycle cycle) {
        int n = problem.dimension();
        Adjoint loop = new Adjoint(problem, cycle.parameters());
        LoopSystem system = new LoopSystem(loop, cycle.mesh());
        int count = cycle.mesh().nodes();
        double[] x = new double[system.unknowns()];
        double[] direction = new double[system.unknowns()];
        double[] rate = new double[n];
        for (int k = 0; k < count; k++) {
            double[] y = Arrays.copyOfRange(cycle.nodes(), k * n, (k + 1) * n);
            problem.evaluate(y, cycle.parameters(), rate);
            for (int i = 0; i < n; i++) {
                x[k * 2 * n + i] = y[i] / problem.size()[i];
                direction[k * 2 * n + n + i] = rate[i] / problem.size()[i];
            }
        }
        x[x.length - 2] = StrictMath.log(cycle.period());
        double[] row = new double[x.length], step = new double[x.length], tangent = new double[x.length];
        system.weigh(direction, row);
        if (!system.newton(x, x, row, step, tangent)) throw new IllegalArgumentException("the orbit given is not an isolated cycle: it has a second multiplier of 1");
        return response(problem, cycle, tangent, direction);
    }

    private static PhaseResponse response(Problem problem, Cycle cycle, double[] tangent, double[] direction) {
        int n = problem.dimension();
        double[] z = new double[cycle.nodes().length];
        double error = 0;
        for (int k = 0; k < cycle.mesh().nodes(); k++) {
            double product = 0;
            for (int i = 0; i < n; i++) {
                product += tangent[k * 2 * n + n + i] * direction[k * 2 * n + n + i];
                z[k * n + i] = tangent[k * 2 * n + n + i] / problem.size()[i];
            }
            error = Math.max(error, Math.abs(product - 1));
        }
        return new PhaseResponse(cycle.mesh(), z, n, error);
    }

    /// The cycle u and, beside it, z at zero: `du/dphase = T f, dz/dphase = -T A^T z + b f`, scalars (ln T, b); the tangent of it is the adjoint solution, with b = 0.
    private static final class Adjoint implements Loop {
        private final Problem problem;
        private final double[] parameters;
        private final int n;
        private final double[] y;
        private final double[] f;
        private final double[] a;

        Adjoint(Problem problem, double[] parameters) {
            this.problem = problem;
            this.parameters = parameters;
            n = problem.dimension();
            y = new double[n];
            f = new double[n];
            a = new double[n * n];
        }

        @Override
        public int dimension() {
            return 2 * n;
        }

        @Override
        public int scalars() {
            return 2;
        }

        @Override
        public void linearise(double[] u, double[] s, double[] g, double[] byState, double[] byScalars) {
            double period = StrictMath.exp(s[0]);
            double[] size = problem.size();
            for (int i = 0; i < n; i++) y[i] = u[i] * size[i];
            problem.evaluate(y, parameters, f);
            problem.jacobian(y, parameters, a);
            Arrays.fill(byState, 0);
            Arrays.fill(byScalars, 0);
            int d = 2 * n;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double entry = period * a[i * n + j] * size[j] / size[i];
                    byState[i * d + j] = entry;
                    byState[(n + j) * d + n + i] = -entry;
                }
                g[i] = period * f[i] / size[i];
                g[n + i] = 0;
                byScalars[2 * i] = g[i];
                byScalars[2 * (n + i) + 1] = f[i] / size[i];
            }
        }

        @Override
        public void integrands(double[] u, double[] slope, double[] value, double[] byState) {
            Arrays.fill(byState, 0);
            value[0] = 0;
            for (int i = 0; i < n; i++) {
                value[0] += u[i] * slope[i];
                byState[i] = slope[i];
            }
        }

        @Override
        public void constants(double[] s, double[] value, double[] byScalars) {
            value[0] = 0;
            Arrays.fill(byScalars, 0);
        }
    }
}
