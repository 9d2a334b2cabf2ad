package loligo.dynamics;

import static loligo.dynamics.CycleBranchTest.hopf;
import static loligo.dynamics.CycleBranchTest.walk;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Cycles of membranes against numbers computed independently: by simulation with halved steps for Izhikevich (2007), and known points of Hodgkin & Huxley with E_L = -54.387 mV.
class MembraneCyclesTest {
    private static final Range CURRENTS = new Range(-20, 400);

    @Test
    void sodiumPotassiumAtLowThreshold() {
        Bifurcation.Hopf first = hopf(Membranes.LOW, new double[] {-56.4, 0.09}, new double[] {14.5, 1});
        assertEquals(14.659040, first.parameter(), 5e-7);
        CycleBranch branch = Cycles.from(Membranes.LOW, first, 0, CURRENTS);
        boolean passed40 = false;
        while (branch.hasNext()) {
            CycleBranch.Point point = branch.next();
            assertTrue(point.special().isEmpty() && point.cycle().stable() || point.parameter() < 14.66);
            passed40 |= Math.abs(point.parameter() - 40) < 8;
        }
        assertTrue(passed40);
        assertEquals(353.5502, assertInstanceOf(Ending.AtHopf.class, branch.ending().orElseThrow()).point().parameter(), 5e-5);
    }

    @Test
    void sodiumPotassiumSpikesAsSimulated() {
        double[][] table = {{4.6, 28.80490}, {5, 15.10205}, {10, 7.07351}, {20, 5.12095}, {100, 2.74054}};
        for (double[] row : table) {
            Cycle cycle = Cycles.settled(Membranes.HIGH, new double[] {-30, 0.1}, new double[] {row[0], 1}, 50).orElseThrow();
            assertEquals(row[1], cycle.period(), 1.5e-5);
            assertTrue(cycle.stable());
        }
        Cycle at10 = Cycles.settled(Membranes.HIGH, new double[] {-30, 0.1}, new double[] {10, 1}, 50).orElseThrow();
        assertEquals(9.6473, at10.extent(0)[1], 1e-3);
        assertEquals(-76.4744, at10.extent(0)[0], 1e-3);
        Cycle at40 = Cycles.settled(Membranes.LOW, new double[] {-30, 0.1}, new double[] {40, 1}, 50).orElseThrow();
        assertEquals(3.65954, at40.period(), 1e-5);
        assertEquals(65.425, at40.extent(0)[1] - at40.extent(0)[0], 2e-3);
    }

    @Test
    void sodiumPotassiumBeginsAtASaddleNode() {
        Bifurcation.Hopf upper = hopf(Membranes.HIGH, new double[] {-19.7, 0.7}, new double[] {200, 1});
        CycleBranch branch = Cycles.from(Membranes.HIGH, upper, 0, new Range(-150, 300));
        assertEquals(List.of(), walk(branch));
        Ending.Snic snic = assertInstanceOf(Ending.Snic.class, branch.ending().orElseThrow());
        assertEquals(4.512868, snic.point().parameter(), 5e-7);
        assertEquals(snic.point().parameter(), snic.extrapolated(), 1e-4);
        assertEquals(6.9140, snic.coefficient(), 5e-3);
    }

    /// With tau = 0.16 ms the cycle ends in a loop from the saddle to itself, the fold lying beside it.
    @Test
    void fastPotassiumEndsInALoopFromTheSaddle() {
        Cycle cycle = Cycles.settled(Membranes.HIGH, new double[] {-30, 0.1}, new double[] {8, 0.16}, 50).orElseThrow();
        CycleBranch branch = Cycles.from(Membranes.HIGH, cycle, 0, new Range(-150, 300), false);
        assertEquals(List.of(), walk(branch));
        Ending.Homoclinic end = assertInstanceOf(Ending.Homoclinic.class, branch.ending().orElseThrow());
        assertTrue(end.parameter() < 4.512868 && end.error() < 1e-6, end.toString());
        assertEquals(3.0919470, end.parameter(), 3e-7); // on finer meshes; no other source
        assertTrue(end.saddleQuantity() < 0, end.toString());
    }

    @Test
    void squidFromTheUpperHopfPointToTheLower() {
        Bifurcation.Hopf upper = hopf(Membranes.SQUID, new double[] {-48, 0.3, 0.1, 0.6}, new double[] {154});
        assertEquals(154.522434, upper.parameter(), 5e-7);
        CycleBranch branch = Cycles.from(Membranes.SQUID, upper, 0, new Range(-10, 200));
        List<Bifurcation> special = walk(branch);
        List<Class<?>> kinds = List.of(Bifurcation.FoldOfCycles.class, Bifurcation.FoldOfCycles.class, Bifurcation.PeriodDoubling.class,
                Bifurcation.PeriodDoubling.class, Bifurcation.FoldOfCycles.class);
        assertEquals(kinds, special.stream().map(Object::getClass).toList());
        double[] where = {6.26032127, 7.91778549, 7.91777768, 7.84533740, 7.84234712}; // on a mesh three times as fine; 6.2603 also by simulation
        for (int k = 0; k < where.length; k++) {
            assertEquals(where[k], special.get(k).parameter(), 2e-8);
            assertTrue(special.get(k).error() < 2e-7 && Math.abs(special.get(k).parameter() - where[k]) <= special.get(k).error() + 5e-9);
        }
        double[] periods = {19.8952407125, 20.7072941928, 20.6821647293, 17.1585205937, 16.7137967133}; // on a mesh of eight times as many intervals; no other source
        for (int k = 0; k < periods.length; k++) {
            Cycle at = special.get(k) instanceof Bifurcation.PeriodDoubling doubling ? doubling.at() : ((Bifurcation.FoldOfCycles) special.get(k)).at();
            assertEquals(periods[k], at.period(), at.periodError() + 1e-10);
            assertEquals(periods[k], at.period(), 5e-8);
            assertTrue(at.periodError() < 2e-4, "± " + at.periodError());
        }
        assertEquals(9.775438, assertInstanceOf(Ending.AtHopf.class, branch.ending().orElseThrow()).point().parameter(), 5e-7);
    }
}
