package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import loligo.dynamics.Equilibrium;
import loligo.feature.Feature;
import org.junit.jupiter.api.Test;

/// Planes from a text. What they show is compared with what other studies of the same text find.
class PlaneStudyTest {
    private static Result.Plane plane(Findings findings) {
        return assertInstanceOf(Result.Plane.class, findings.result("p"));
    }

    private static List<Result.Route> routes(Result.Plane plane, String of) {
        return plane.routes().stream().filter(r -> r.of().equals(of)).toList();
    }

    /// Izhikevich (2007): with fast potassium rest and firing live side by side, parted by the stable manifold of the saddle.
    @Test
    void restAndFiringSideBySide() {
        Findings findings = Loligo.run("""
            use izhikevich-2007-persistent-sodium-potassium-high
            patch s : PersistentSodiumPotassiumHigh { I = 3 [uA/cm^2]  Kdr.n.tau = 0.152 [ms]  V = -30 [mV] }
            plane p { on = s  x = V from -80 to 20 [mV]  y = Kdr.n from -0.02 to 0.7 }
            equilibria e { on = s }
            simulate firing { on = s  until = 100 [ms]  after = 50 [ms] }
            """);
        Result.Plane plane = plane(findings);
        List<Equilibrium> all = assertInstanceOf(Result.Standstills.class, findings.result("e")).found();
        assertEquals(all.size(), plane.found().size());
        for (int k = 0; k < all.size(); k++) {
            assertEquals(all.get(k).state()[0], plane.found().get(k).state()[0], 1e-9);
            assertEquals(all.get(k).stability(), plane.found().get(k).stability());
            assertEquals(all.get(k).eigenvalues()[0][0], plane.found().get(k).eigenvalues()[0][0], 1e-9);
        }
        assertEquals(1, routes(plane, "V").size());
        assertEquals(1, routes(plane, "Kdr.n").size());
        assertEquals(2, routes(plane, "stable manifold").size());
        assertTrue(routes(plane, "unstable manifold").stream().anyMatch(r -> r.sentence().startsWith("goes to the stable node at V = -63.8")), plane.routes().toString());
        Result.Route cycle = routes(plane, "stable cycle").getFirst();
        Feature period = cycle.features().getFirst();
        Feature interval = findings.feature("firing", "interval");
        assertTrue(period.value() != null && period.error() != null && interval.value() != null && interval.error() != null);
        assertEquals(interval.value(), period.value(), interval.error() + period.error(), () -> interval + ", " + period);
        assertTrue(period.error() < 1e-5, period::toString);
        assertTrue(cycle.sentence().matches("a period of [0-9.]+ ± [0-9.e-]+ ms"), cycle.sentence());
    }

    /// A cycle whose period could not be compared says so.
    @Test
    void aPeriodWithoutAnErrorSaysWhy() {
        Feature period = Periods.of(7.0735, Double.NaN);
        assertEquals("7.0735 ms (no error: on a mesh of twice as many intervals the cycle was not found again)", Digits.told(period));
    }

    /// Morris and Lecar (1981) at 90 uA/cm^2, between the fold of cycles and the subcritical Hopf point: an unstable cycle around rest, a stable one around both.
    @Test
    void anUnstableCyclePartsRestFromFiring() {
        Result.Plane plane = plane(Loligo.run("""
            use morris-lecar-1981
            patch s : MorrisLecar1981 { I = 90 [uA/cm^2] }
            plane p { on = s  x = V from -70 to 50 [mV]  y = K.w }
            """.replace("K.w", second("morris-lecar-1981", "MorrisLecar1981"))));
        assertEquals(1, plane.found().size());
        assertTrue(plane.found().getFirst().stability().stable());
        assertEquals(List.of("orbit", Result.Route.ISOCHRONS, Result.Route.RESPONSE), routes(plane, "stable cycle").stream().map(Result.Route::kind).toList());
        assertEquals(List.of("orbit"), routes(plane, "unstable cycle").stream().map(Result.Route::kind).toList());
        assertTrue(extent(routes(plane, "unstable cycle").getFirst()) < extent(routes(plane, "stable cycle").getFirst()));
    }

    /// Beside its Hopf point (14.659) a cycle attracts slowly: it is not taken for one that repels, and the isochrons say why they are short.
    @Test
    void aSlowCycleSaysSo() {
        Result.Plane plane = plane(Loligo.run("""
            use izhikevich-2007-persistent-sodium-potassium-low
            patch s : PersistentSodiumPotassiumLow { I = 14.7 [uA/cm^2] }
            plane p { on = s  x = V from -80 to 20 [mV]  y = Kdr.n from -0.02 to 0.9 }
            """));
        assertEquals(List.of(), routes(plane, "unstable cycle"));
        assertTrue(routes(plane, "stable cycle").get(1).sentence().endsWith("too slowly to be followed back farther"), routes(plane, "stable cycle").toString());
    }

    /// r' = r (1 - r^2), angle' = 2 + c (r^2 - 1) with c = 0.7: pushes in x shift by up to sqrt(1 + c^2)/2, isochrons are angle + c ln r = constant, counted from where x is largest.
    @Test
    void phasesOfACircle() {
        Result.Plane plane = plane(Loligo.run("""
            model M {
                state { x = 0.5  y = 0 }
                c = 0.7
                x' = ((1 - x^2 - y^2) * x - (2 + c * (x^2 + y^2 - 1)) * y) / 1 [ms]
                y' = ((1 - x^2 - y^2) * y + (2 + c * (x^2 + y^2 - 1)) * x) / 1 [ms]
            }
            patch s : M { }
            plane p { on = s  x = x from -2 to 2  y = y from -2 to 2 }
            """));
        double exact = Math.sqrt(1 + 0.7 * 0.7) / 2;
        Result.Route response = plane.routes().stream().filter(r -> r.kind().equals(Result.Route.RESPONSE)).findFirst().orElseThrow();
        assertEquals(List.of("largest_advance", "largest_delay"), response.features().stream().map(Feature::name).toList());
        for (Feature shift : response.features()) {
            assertTrue(shift.value() != null && shift.error() != null);
            assertEquals(exact, shift.value(), shift.error(), shift::toString);
            assertTrue(shift.error() < 1e-3 * exact, shift::toString);
            assertEquals("ms", shift.unit().symbol());
        }
        assertTrue(response.sentence().endsWith("(type II)"), response.sentence());
        Series isochrons = plane.routes().stream().filter(r -> r.kind().equals(Result.Route.ISOCHRONS)).findFirst().orElseThrow().series();
        double[] phases = isochrons.columns().getLast().values();
        assertEquals(PhaseSearch.ISOCHRONS, Arrays.stream(phases).distinct().count());
        for (int k = 0; k < phases.length; k++) {
            double x = isochrons.grid().values()[k], y = isochrons.columns().getFirst().values()[k];
            double off = (StrictMath.atan2(y, x) + 0.7 * StrictMath.log(StrictMath.hypot(x, y))) / (2 * Math.PI) - phases[k];
            assertEquals(0, off - Math.rint(off), 1e-5);
        }
    }

    private static String second(String file, String model) {
        Findings still = Loligo.run("use " + file + "\npatch s : " + model + "\nequilibria e { on = s }");
        return still.result("e").study() instanceof Study.Equilibria e ? e.on().equations().states().get(1).name() : "";
    }

    private static double extent(Result.Route route) {
        double[] xs = route.series().grid().values();
        return Arrays.stream(xs).max().orElseThrow() - Arrays.stream(xs).min().orElseThrow();
    }

    /// Gates that follow stand at their steady states, so that the plane of the squid axon crosses at its rest; a gate that is held does not.
    @Test
    void otherUnknownsFollowOrHold() {
        String text = """
            use hodgkin-huxley-1952
            patch s : HodgkinHuxley1952
            plane p { on = s  x = V from -80 to 60 [mV]  y = Kdr.n %s }
            """;
        Result.Plane following = plane(Loligo.run(text.formatted("")));
        assertEquals(1, following.found().size());
        assertEquals(-64.996379, following.found().getFirst().state()[0], 1e-6);
        assertTrue(following.completeness().startsWith("NaV.m, NaV.h follow their steady states."), following.completeness());
        Result.Plane held = plane(Loligo.run(text.formatted("hold = NaV.h")));
        assertTrue(held.completeness().startsWith("NaV.m follows its steady state; NaV.h = 0.596"), held.completeness());
        assertEquals(3, held.found().size(), "with inactivation held there is a threshold, and a plateau");
    }

    /// Just before they meet, node and saddle lie between two neighbouring points of a nullcline.
    @Test
    void aSaddleBesideItsNode() {
        Findings findings = Loligo.run("""
            use izhikevich-2007-persistent-sodium-potassium-high
            patch s : PersistentSodiumPotassiumHigh { I = 4.51 [uA/cm^2] }
            plane p { on = s  x = V  y = Kdr.n }
            equilibria e { on = s }
            """);
        List<Equilibrium> all = assertInstanceOf(Result.Standstills.class, findings.result("e")).found();
        assertEquals(all.size(), plane(findings).found().size());
        for (int k = 0; k < all.size(); k++) assertEquals(all.get(k).state()[0], plane(findings).found().get(k).state()[0], 1e-6);
    }

    /// By hand: V^2/25 + 5 V + 140 - u = 0 and u = V/5 (Izhikevich 2003) at -70 and -50 mV; u is no gate.
    @Test
    void aFreeModelIsLookedAtWhereItBegins() {
        Result.Plane plane = plane(Loligo.run("use izhikevich-2003\npatch s : Izhikevich2003\nplane p { on = s  x = V  y = u }"));
        assertEquals(List.of(-70.0, -50.0), plane.found().stream().map(e -> (double) Math.round(e.state()[0] * 1e6) / 1e6).toList());
    }

    @Test
    void theSameBitsAgain() {
        String text = "use morris-lecar-1981\npatch s : MorrisLecar1981 { I = 90 [uA/cm^2] }\nplane p { on = s  x = V  y = " + second("morris-lecar-1981", "MorrisLecar1981") + " }";
        assertEquals(ResultHash.of(Loligo.run(text).result("p")), ResultHash.of(Loligo.run(text).result("p")));
    }
}
