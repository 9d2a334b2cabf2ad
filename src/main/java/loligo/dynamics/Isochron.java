package loligo.dynamics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// States of a plane from which a stable cycle is joined with one phase (Winfree 1974; Guckenheimer 1975): two arms that cross the cycle.
///
/// @param phase from 0 to 1, counted from an origin
/// @param points along it, from the end of one arm to the end of the other // [points][2]
public record Isochron(double phase, double[][] points) {
    private static final double BESIDE = 1e-4; // widths of the plane: an isochron bends away from its tangent by about the square
    private static final double NEAR = 1 / 150.0; // of the width: neighbouring points
    private static final double CLEAR = 0.02;  // of the width: an arm that has come so far from the cycle is expected to go on
    private static final double STILL = 1e-3;  // of the width, in a round: it has arrived
    private static final double LONGEST = 3;   // widths
    private static final int ROUNDS = 200;
    private static final int HALVINGS = 16; // of a sector of time; what is nearer than that is shuffled by the tolerance of the orbits

    /// The isochrons of evenly spaced phases of a stable cycle. Near the cycle they follow their tangents, which are at right angles to the phase response; every
    /// orbit that begins beside the cycle is followed backwards in time and meets one isochron after the other, each at the phase that it has come to by then.
    /// Orbits are added until neighbours on each isochron are near (the idea of Osinga & Moehlis 2010, whose boundary value problem needs no rounds).
    ///
    /// @param planar of two unknowns and an idle parameter
    /// @param origin the phase on the cycle's own mesh from which phases are counted
    public static List<Isochron> of(Problem planar, Cycle cycle, PhaseResponse response, double origin, Range across, Range up, int count) {
        double[] width = {across.width(), up.width()};
        Weaver weaver = new Weaver(planar, cycle, response, origin, width, count);
        PhaseLine line = new PhaseLine(new AsymptoticPhase(planar, cycle, response), width, across, up);
        List<Isochron> all = new ArrayList<>();
        for (int k = 0; k < count && !Thread.currentThread().isInterrupted(); k++) {
            List<double[]> points = new ArrayList<>(weaver.arm(k, -1, line).reversed());
            points.add(weaver.on(k));
            points.addAll(weaver.arm(k, 1, line));
            all.add(new Isochron((double) k / count, points.toArray(double[][]::new)));
        }
        return List.copyOf(all);
    }

    /// @param sector where it begins: from which isochron on
    /// @param rest how far into that sector, in sectors: a sum of powers of 1/2
    private record Start(int side, int sector, double rest) {}

    /// Follows orbits as far as they are asked for, and keeps them.
    private record Weaver(Problem planar, Cycle cycle, PhaseResponse response, double origin, double[] width, int count, Map<Start, Strand> strands) {
        Weaver(Problem planar, Cycle cycle, PhaseResponse response, double origin, double[] width, int count) {
            this(planar, cycle, response, origin, width, count, new HashMap<>());
        }

        double[] on(int k) {
            return cycle.at(wrapped(origin + (double) k / count));
        }

        List<double[]> arm(int k, int side, PhaseLine line) {
            List<double[]> points = new ArrayList<>();
            double[] foot = on(k);
            double[] here = place(k, side, 0);
            if (here == null) return points;
            points.add(here);
            double length = 0, before = 0;
            for (int sector = 0; sector < ROUNDS * count && length < LONGEST; sector++) {
                int known = points.size();
                boolean ends = !join(k, side, sector, here, sector + 1, HALVINGS, points);
                for (int i = known; i < points.size(); i++) length += far(points.get(i - 1), points.get(i));
                here = points.getLast();
                if (ends) line.follow(wrapped(origin + (double) k / count), points, LONGEST - length);
                if (ends) break;
                if (sector % count != count - 1) continue;
                if (far(foot, here) > CLEAR && length - before < STILL) break;
                before = length;
            }
            return points;
        }

        /// Adds points up to the time `b`, in sectors; false when it can not be followed so far.
        private boolean join(int k, int side, double a, double[] pa, double b, int halvings, List<double[]> points) {
            double[] pb = place(k, side, b);
            if (pb != null && far(pa, pb) < NEAR) return points.add(pb);
            if (halvings == 0 || Thread.currentThread().isInterrupted()) return false;
            double middle = a + (b - a) / 2;
            return join(k, side, a, pa, middle, halvings - 1, points) && join(k, side, middle, points.getLast(), b, halvings - 1, points);
        }

        /// The point of an isochron that so many sectors of time lead to the beginning of an orbit; null beyond the box.
        private double @Nullable [] place(int k, int side, double time) {
            int whole = (int) Math.floor(time);
            Start start = new Start(side, Math.floorMod(k + whole, count), time - whole);
            return strands.computeIfAbsent(start, this::begun).at(whole);
        }

        private Strand begun(Start start) {
            double phase = wrapped(origin + (start.sector() + start.rest()) / count);
            double[] y = cycle.at(phase);
            double[] z = response.at(phase);
            double[] along = {-z[1] / width[0], z[0] / width[1]}; // at right angles to z, in widths
            double step = start.side() * BESIDE / StrictMath.hypot(along[0], along[1]);
            for (int i = 0; i < 2; i++) y[i] += step * along[i] * width[i];
            return new Strand(planar, y, start.rest() * cycle.period() / count, cycle.period() / count);
        }

        private double far(double[] a, double[] b) {
            return StrictMath.hypot((a[0] - b[0]) / width[0], (a[1] - b[1]) / width[1]);
        }

        private static double wrapped(double phase) {
            return phase - Math.floor(phase);
        }
    }
}
