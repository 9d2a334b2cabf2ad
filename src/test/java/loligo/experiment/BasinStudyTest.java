package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import loligo.feature.Feature;
import org.junit.jupiter.api.Test;

/// Basins from a text, beside what other studies of the same text find.
class BasinStudyTest {
    private static final String SIDE_BY_SIDE = """
            use izhikevich-2007-persistent-sodium-potassium-high
            patch s : PersistentSodiumPotassiumHigh { I = 3 [uA/cm^2]  Kdr.n.tau = 0.152 [ms] }
            basin b { on = s  x = V from -80 to 20 [mV]  y = Kdr.n from -0.02 to 0.7 }
            plane p { on = s  x = V from -80 to 20 [mV]  y = Kdr.n from -0.02 to 0.7 }
            """;

    private static Result.Basin basin(Findings findings) {
        return assertInstanceOf(Result.Basin.class, findings.result("b"));
    }

    /// Izhikevich (2007): what parts rest from firing is the stable manifold of the saddle, which `plane` follows backwards in time.
    @Test
    void theBorderIsTheManifold() {
        Findings findings = Loligo.run(SIDE_BY_SIDE);
        Result.Basin basin = basin(findings);
        Result.Plane plane = assertInstanceOf(Result.Plane.class, findings.result("p"));
        assertEquals(List.of(1, 2), basin.goals().stream().map(Result.Goal::label).toList());
        Feature period = Objects.requireNonNull(basin.goals().getLast().period());
        Feature other = plane.routes().stream().filter(r -> r.of().equals("stable cycle")).filter(r -> r.kind().equals("orbit")).map(r -> r.features().getFirst()).findFirst().orElseThrow();
        assertTrue(period.value() != null && other.value() != null && period.error() != null && other.error() != null);
        assertEquals(other.value(), period.value(), period.error() + other.error());
        List<Series> manifolds = plane.routes().stream().filter(r -> r.of().equals("stable manifold")).map(Result.Route::series).toList();
        Series border = basin.borders().getFirst().series();
        for (int k = 0; k < border.rows(); k++) {
            double x = border.grid().values()[k], y = border.columns().getFirst().values()[k];
            assertTrue(manifolds.stream().anyMatch(m -> near(m, x, y)), "the border leaves the manifold at V = " + x + ", n = " + y);
        }
    }

    /// Within half a node of a piece between two neighbouring points.
    private static boolean near(Series line, double x, double y) {
        double[] xs = line.grid().values(), ys = line.columns().getFirst().values();
        for (int k = 1; k < xs.length; k++) {
            double dx = (xs[k] - xs[k - 1]) / 100, dy = (ys[k] - ys[k - 1]) / 0.72, px = (x - xs[k - 1]) / 100, py = (y - ys[k - 1]) / 0.72;
            double part = dx == 0 && dy == 0 ? 0 : Math.clamp((dx * px + dy * py) / (dx * dx + dy * dy), 0, 1);
            if (Math.hypot(px - part * dx, py - part * dy) < 0.5 / 512) return true;
        }
        return false;
    }

    /// The same bits on one thread and on two.
    @Test
    void threadsDoNotMatter() {
        Study study = Loligo.run(SIDE_BY_SIDE).experiment().studies().getFirst();
        String one = ResultHash.of(new Laboratory(new Laboratory.Options(1, false), Progress.NOBODY).perform(study));
        assertEquals(one, ResultHash.of(new Laboratory(new Laboratory.Options(2, false), Progress.NOBODY).perform(study)));
    }

    /// Hodgkin and Huxley's axon at 8 uA/cm^2 rests or fires; orbits move in all four unknowns.
    @Test
    void anAxonBetweenRestAndFiring() {
        Result.Basin basin = basin(Loligo.run("use hodgkin-huxley-1952\npatch s : HodgkinHuxley1952 { I = 8 [uA/cm^2] }\nbasin b { on = s  x = V from -80 to 40 [mV]  y = Kdr.n }"));
        assertEquals(2, basin.goals().stream().filter(Result.Goal::attracts).count(), basin.goals()::toString);
        assertTrue(basin.goals().stream().allMatch(Result.Goal::attracts), basin.goals()::toString);
        assertTrue(basin.completeness().startsWith("Orbits begin on this plane, where "), basin.completeness());
    }
}
