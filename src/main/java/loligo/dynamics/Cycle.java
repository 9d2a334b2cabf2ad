package loligo.dynamics;

/// A periodic orbit: a state at each phase from 0 to 1.
public final class Cycle {
    private final Mesh mesh;
    private final double[] nodes; // states at the mesh's nodes, one after the other // [nodes*n]
    private final int n;
    private final double[] parameters; // [k]
    private final double period;
    private final Multipliers multipliers;
    private final double periodError; // NaN where no finer mesh was asked

    Cycle(Mesh mesh, double[] nodes, int n, double[] parameters, double period, Multipliers multipliers) {
        this.mesh = mesh;
        this.nodes = nodes;
        this.n = n;
        this.parameters = parameters;
        this.period = period;
        this.multipliers = multipliers;
        this.periodError = Double.NaN;
    }

    private Cycle(Cycle cycle, double periodError) {
        mesh = cycle.mesh;
        nodes = cycle.nodes;
        n = cycle.n;
        parameters = cycle.parameters;
        period = cycle.period;
        multipliers = cycle.multipliers;
        this.periodError = periodError;
    }

    public double period() {
        return period;
    }

    /// How far off the period may be, by what a mesh of twice as many intervals changed; NaN where none was asked.
    public double periodError() {
        return periodError;
    }

    /// This cycle, found on a mesh of twice as many intervals than that on which it has another period.
    Cycle finerThan(double coarserPeriod) {
        return new Cycle(this, Refinement.error(period - coarserPeriod) + Refinement.EXACT * period);
    }

    public double[] parameters() {
        return parameters.clone();
    }

    /// How deviations grow or shrink in one round.
    public Multipliers multipliers() {
        return multipliers;
    }

    /// Every multiplier but the trivial one is inside the unit circle.
    public boolean stable() {
        return multipliers.outside() == 0;
    }

    /// The state at a phase; one round is 1 // [n]
    public double[] at(double phase) {
        double[] y = new double[n];
        mesh.interpolate(nodes, n, phase, y);
        return y;
    }

    /// Phases at which the orbit is known best // [nodes]
    public double[] phases() {
        double[] phases = new double[mesh.nodes()];
        for (int k = 0; k < phases.length; k++) phases[k] = mesh.node(k);
        return phases;
    }

    /// The mean over the period // [n]
    public double[] mean() {
        double[] mean = new double[n];
        for (int i = 0; i < mesh.intervals(); i++) {
            for (int c = 0; c < Collocation.STAGES; c++) {
                double weight = mesh.width(i) * Collocation.WEIGHT[c];
                for (int j = 0; j <= Collocation.STAGES; j++) {
                    for (int k = 0; k < n; k++) mean[k] += weight * Collocation.VALUE[c][j] * nodes[(i * Collocation.STAGES + j) * n + k];
                }
            }
        }
        return mean;
    }

    /// The lowest and the highest value of an unknown: low, high // [2]
    public double[] extent(int unknown) {
        return mesh.extent(nodes, n, unknown);
    }

    /// The phase, from 0 to 1, at which an unknown is highest.
    public double peak(int unknown) {
        return mesh.peak(nodes, n, unknown);
    }

    Mesh mesh() {
        return mesh;
    }

    double[] nodes() {
        return nodes;
    }
}
