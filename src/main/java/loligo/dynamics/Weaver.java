package loligo.dynamics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Weaves the arms of [Isochron]s out of orbits that begin beside a cycle and are followed backwards in time as far as they are asked for. Time is counted in sectors, the
/// time from one isochron to the next.
final class Weaver {
    private static final double BESIDE = 1e-4; // widths of the plane: an isochron bends away from its tangent by about the square
    private static final double CHORD = 2e-4;  // widths: between two points that near, an isochron is straight to 5e-9 times its bend
    private static final double NEAR = 1 / 150.0; // of the width: neighbouring points
    private static final double CLEAR = 0.02;  // of the width: an arm that has come so far from the cycle is expected to go on
    private static final double STILL = 1e-3;  // of the width, in a round: it has arrived
    private static final double LONGEST = 3;   // widths
    private static final int ROUNDS = 200;
    private static final int HALVINGS = 16;    // of a sector; what is nearer than that is shuffled by the tolerance of the orbits
    private static final int PARTS = 1 << HALVINGS;

    private final Problem planar;
    private final Cycle cycle;
    private final PhaseResponse response;
    private final double origin;
    private final double[] width;
    private final int count;
    private final PhaseLine line;
    private final Map<Start, Strand> strands = new HashMap<>();

    /// @param side -1 or 1
    /// @param sector where it begins: from which isochron on
    /// @param part how far into that sector
    private record Start(int side, int sector, int part) {}

    /// @param origin the phase on the cycle's own mesh from which phases are counted
    Weaver(Problem planar, Cycle cycle, PhaseResponse response, double origin, Range across, Range up, int count) {
        this.planar = planar;
        this.cycle = cycle;
        this.response = response;
        this.origin = origin;
        this.width = new double[] {across.width(), up.width()};
        this.count = count;
        this.line = new PhaseLine(new AsymptoticPhase(planar, cycle, response), width, across, up);
    }

    /// Where an isochron crosses the cycle.
    double[] on(int k) {
        return cycle.at(phase(k));
    }

    private double phase(double k) {
        return origin + k / count;
    }

    /// Points from beside the cycle outwards.
    List<double[]> arm(int k, int side) {
        List<double[]> points = new ArrayList<>();
        double[] here = place(k, side, 0);
        if (here == null) return points;
        points.add(here);
        double length = 0, before = 0;
        for (int sector = 0; sector < ROUNDS * count && length < LONGEST; sector++) {
            int known = points.size();
            boolean ends = !join(k, side, sector, here, sector + 1, HALVINGS, points);
            for (int i = known; i < points.size(); i++) length += far(points.get(i - 1), points.get(i));
            here = points.getLast();
            if (ends) line.follow(phase(k), points, LONGEST - length);
            if (ends) break;
            if (sector % count != count - 1) continue;
            if (far(on(k), here) > CLEAR && length - before < STILL) break;
            before = length;
        }
        return thinned(points);
    }

    /// Without what is much nearer than neighbours have to be.
    private List<double[]> thinned(List<double[]> points) {
        List<double[]> kept = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) if (k == 0 || k == points.size() - 1 || far(kept.getLast(), points.get(k)) > NEAR / 4) kept.add(points.get(k));
        return kept;
    }

    /// Adds points up to the time `b`; false when it can not be followed so far.
    private boolean join(int k, int side, double a, double[] pa, double b, int halvings, List<double[]> points) {
        double[] pb = place(k, side, b);
        if (pb != null && far(pa, pb) < NEAR) return points.add(pb);
        if (halvings == 0 || Thread.currentThread().isInterrupted()) return false;
        double middle = a + (b - a) / 2;
        return join(k, side, a, pa, middle, halvings - 1, points) && join(k, side, middle, points.getLast(), b, halvings - 1, points);
    }

    /// The point of an isochron that so much time leads to the beginning of an orbit; null beyond the box.
    private double @Nullable [] place(int k, int side, double time) {
        int whole = (int) Math.floor(time);
        return strand(side, k + whole, (int) ((time - whole) * PARTS)).at(whole);
    }

    private Strand strand(int side, int sector, int part) {
        Start start = new Start(side, Math.floorMod(sector, count), part);
        Strand known = strands.get(start);
        if (known != null) return known;
        Strand begun = part == 0 ? beside(start) : between(start);
        strands.put(start, begun);
        return begun;
    }

    private Strand beside(Start start) {
        double rest = (double) start.part() / PARTS;
        double phase = phase(start.sector() + rest);
        double[] y = cycle.at(phase);
        double[] z = response.at(phase);
        double[] along = {-z[1] / width[0], z[0] / width[1]}; // at right angles to z, in widths
        double step = start.side() * BESIDE / StrictMath.hypot(along[0], along[1]);
        for (int i = 0; i < 2; i++) y[i] += step * along[i] * width[i];
        double sector = cycle.period() / count;
        return new Strand(planar, y, 0, rest * sector, sector);
    }

    /// Half-way between two known ones, where these are near for the last time.
    private Strand between(Start start) {
        int step = Integer.lowestOneBit(start.part());
        boolean last = start.part() + step == PARTS;
        Strand a = strand(start.side(), start.sector(), start.part() - step);
        Strand b = last ? strand(start.side(), start.sector() + 1, 0) : strand(start.side(), start.sector(), start.part() + step);
        int shift = last ? 1 : 0;
        int time = Math.max(a.begins(), b.begins() - shift);
        if (!near(a.at(time), b.at(time + shift))) return beside(start);
        while (near(a.at(time + 1), b.at(time + 1 + shift))) time++;
        double[] pa = a.at(time), pb = b.at(time + shift);
        if (pa == null || pb == null) return beside(start);
        return new Strand(planar, new double[] {(pa[0] + pb[0]) / 2, (pa[1] + pb[1]) / 2}, time, 0, cycle.period() / count);
    }

    private boolean near(double @Nullable [] a, double @Nullable [] b) {
        return a != null && b != null && far(a, b) < CHORD;
    }

    private double far(double[] a, double[] b) {
        return StrictMath.hypot((a[0] - b[0]) / width[0], (a[1] - b[1]) / width[1]);
    }
}
