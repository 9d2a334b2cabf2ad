package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;

/// States of a plane from which a stable cycle is joined with one phase (Winfree 1974; Guckenheimer 1975): two arms that cross the cycle.
///
/// @param phase from 0 to 1, counted from an origin
/// @param points along it, from the end of one arm to the end of the other // [points][2]
public record Isochron(double phase, double[][] points) {
    /// The isochrons of evenly spaced phases of a stable cycle. Near the cycle they follow their tangents, which are at right angles to the phase response; every
    /// orbit that begins beside the cycle is followed backwards in time and meets one isochron after the other, each at the phase that it has come to by then.
    /// Orbits are added until neighbours on each isochron are near (the idea of Osinga & Moehlis 2010, whose boundary value problem needs no rounds).
    ///
    /// @param planar of two unknowns and an idle parameter
    /// @param origin the phase on the cycle's own mesh from which phases are counted
    public static List<Isochron> of(Problem planar, Cycle cycle, PhaseResponse response, double origin, Range across, Range up, int count) {
        Weaver weaver = new Weaver(planar, cycle, response, origin, across, up, count);
        List<Isochron> all = new ArrayList<>();
        for (int k = 0; k < count && !Thread.currentThread().isInterrupted(); k++) {
            List<double[]> points = new ArrayList<>(weaver.arm(k, -1).reversed());
            points.add(weaver.on(k));
            points.addAll(weaver.arm(k, 1));
            all.add(new Isochron((double) k / count, points.toArray(double[][]::new)));
        }
        return List.copyOf(all);
    }
}
