package loligo.dynamics;

import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;

/// The phase that a state of a plane comes to have on a stable cycle: it is followed forwards for some whole rounds; what then keeps it from the cycle counts by the phase response, so that the error falls with the square of that distance.
final class AsymptoticPhase {
    private static final double TOLERANCE = 1e-9;
    private static final double CLOSE = 1e-4;  // of the distance that it began with
    private static final int MOST_ROUNDS = 40;
    private static final int MOST_STEPS = 20_000;
    private static final int POINTS = 400;     // of the cycle, to begin with
    private static final double ARRIVED = 0.05; // of a round: a first-order shift that large is none

    private final Problem planar;
    private final Cycle cycle;
    private final PhaseResponse response;
    private final double[][] points = new double[POINTS][];
    private final double time;

    AsymptoticPhase(Problem planar, Cycle cycle, PhaseResponse response) {
        this.planar = planar;
        this.cycle = cycle;
        this.response = response;
        for (int k = 0; k < POINTS; k++) points[k] = cycle.at((double) k / POINTS);
        double multiplier = 0;
        Multipliers m = cycle.multipliers();
        for (int k = 0; k < m.size(); k++) if (Math.abs(m.real()[k] - 1) > 1e-6) multiplier = Math.max(multiplier, Math.abs(m.real()[k]));
        double rounds = multiplier > 0 ? Math.ceil(StrictMath.log(CLOSE) / StrictMath.log(multiplier)) : 1;
        time = Math.clamp(rounds, 1, MOST_ROUNDS) * cycle.period();
    }

    /// From 0 to 1 on the cycle's own mesh; NaN for a state that does not come to the cycle in some rounds.
    double of(double[] state) {
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), new FieldOf(planar, new double[1], false), Tolerance.scaled(TOLERANCE, planar.size()), new Steppers.Bounds(Double.POSITIVE_INFINITY, MOST_STEPS));
        stepper.start(0, state);
        while (stepper.time() < time) if (stepper.step(time) != null) return Double.NaN;
        double[] end = stepper.state();
        int nearest = 0;
        for (int k = 1; k < POINTS; k++) if (planar.distance(points[k], end) < planar.distance(points[nearest], end)) nearest = k;
        double phase = (double) nearest / POINTS;
        double shift = 0;
        for (int k = 0; k < 3; k++) {
            double[] y = cycle.at(phase);
            double[] z = response.at(phase);
            shift = (z[0] * (end[0] - y[0]) + z[1] * (end[1] - y[1])) / cycle.period();
            phase += shift;
        }
        return Math.abs(shift) < ARRIVED ? phase - Math.floor(phase) : Double.NaN;
    }
}
