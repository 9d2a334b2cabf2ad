package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Range;
import loligo.feature.Feature;
import loligo.kernel.Balance;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Library;
import loligo.notation.Source;
import loligo.quantity.Dimension;
import org.junit.jupiter.api.Test;

/// Bars of numbers that no tolerance of a solver moves contain the exact value, which the formulas in sixty digits give: one Newton step from the stated
/// one, whose own error is the square of that.
class ExactBarsTest {
    private static final Exactly EXACTLY = new Exactly();
    private static final Range RANGE = new Range(-150, 100); // mV

    private static Optional<Balance> balance(Preparation on) {
        Kernel kernel = Kernel.compile(on.equations());
        if (!kernel.equations().states().getFirst().dimension().equals(Dimension.POTENTIAL)) return Optional.empty();
        KernelField field = ProblemOf.field(kernel);
        return SteadyStates.of(kernel, field, ProblemOf.resting(field, kernel.equations(), RANGE), RANGE).map(SteadyStates::formulas);
    }

    private static UnaryOperator<BigDecimal> value(Balance balance) {
        return v -> balance.value(EXACTLY, v);
    }

    private static List<Study> studies(String text) {
        return ExperimentReader.read(new Source("text", text), new Shelf(null), List.of()).studies();
    }

    @Test
    void equilibriaOfEveryMembrane() {
        List<Double> ratios = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String model : Library.names()) {
            Study.Equilibria study = (Study.Equilibria) studies("use " + model + "\npatch c { }\nequilibria e { }\n").getFirst();
            Optional<Balance> balance = balance(study.on());
            if (balance.isEmpty()) continue;
            Result.Standstills found = (Result.Standstills) Loligo.run("use " + model + "\npatch c { }\nequilibria e { }\n").results().getLast();
            for (Equilibrium e : found.found()) {
                BigDecimal v = new BigDecimal(e.state()[0]);
                double off = Math.abs(value(balance.get()).apply(v).divide(Exactly.difference(v, value(balance.get())), Exactly.DIGITS).doubleValue());
                double bar = e.error()[0];
                if (!(off <= bar)) wrong.add(model + ": V = " + e.state()[0] + " +- " + bar + " is off by " + off);
                if (bar > 100 * Math.max(off, Math.ulp(e.state()[0]))) wrong.add(model + ": the bar " + bar + " of V = " + e.state()[0] + " is too wide, off by " + off);
                ratios.add(bar / Math.max(off, Math.ulp(e.state()[0]) / 2));
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(ratios.size() > 30, () -> ratios.size() + " equilibria");
        System.out.printf(Locale.ROOT, "equilibria: %d, median bar over error %.1f%n", ratios.size(), ratios.stream().sorted().toList().get(ratios.size() / 2));
    }

    /// Where two rests of persistent sodium meet: the potential at which the current's slope vanishes, the current there, and half its curvature.
    @Test
    void saddleNodesOfPersistentSodium() {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (double g : new double[] {29.4, 30, 40, 74, 200}) {
            for (String range : new String[] {"-2000 to 500", "-3000 to 700", "-1957.3 to 612.77", "380 to 430", "-1000 to 97"}) {
                String text = "use izhikevich-2007-persistent-sodium\npatch c { NaP.g = " + g + " [mS/cm^2] }\ncontinue d { vary = I  over = " + range + " [uA/cm^2] }\n";
                Study.Continue study = (Study.Continue) studies(text).getFirst();
                UnaryOperator<BigDecimal> flow = value(balance(study.on()).orElseThrow());
                UnaryOperator<BigDecimal> slope = v -> Exactly.difference(v, flow);
                Result.Diagram diagram = (Result.Diagram) Loligo.run(text).results().getLast();
                for (Result.Landmark point : diagram.points()) {
                    if (!point.kind().equals("saddle_node") || point.equilibrium() == null) continue;
                    count++;
                    BigDecimal v = new BigDecimal(point.equilibrium().state()[0]);
                    for (int k = 0; k < 3; k++) v = v.subtract(slope.apply(v).divide(curvature(v, flow), Exactly.DIGITS), Exactly.DIGITS);
                    double current = -10 * flow.apply(v).doubleValue(); // C is 10 uF/cm^2
                    double quadratic = curvature(v, flow).doubleValue() / 2;
                    String where = "g = " + g + ", " + range + ", " + point.label();
                    judge(where + " I", point.at(), point.error(), current, wrong);
                    judge(where + " quadratic", point.coefficients().getOrDefault("quadratic", Double.NaN), point.coefficients().getOrDefault("quadratic_error", Double.NaN), quadratic, wrong);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(count > 15, "saddle-nodes: " + count);
    }

    private static BigDecimal curvature(BigDecimal v, UnaryOperator<BigDecimal> flow) {
        BigDecimal h = new BigDecimal("1e-10");
        return flow.apply(v.add(h)).add(flow.apply(v.subtract(h))).subtract(flow.apply(v).multiply(BigDecimal.TWO)).divide(h.multiply(h), Exactly.DIGITS);
    }

    private static void judge(String what, double stated, double bar, double exact, List<String> wrong) {
        double off = Math.abs(stated - exact);
        if (!(off <= bar)) wrong.add(what + " = " + stated + " +- " + bar + " is off by " + off);
        if (bar > 1000 * Math.max(off, Math.ulp(exact))) wrong.add(what + " = " + stated + ": the bar " + bar + " is too wide, off by " + off);
    }

    /// r' = r (1 - r^2), angle' = 1 + a x on the circle: once round takes 2 pi/sqrt(1 - a^2).
    @Test
    void periodsOfCycles() {
        for (double a : new double[] {0, 0.3, 0.6, 0.9, 0.99}) {
            Result.Plane plane = (Result.Plane) Loligo.run("""
                model M {
                    state { x = 0.5  y = 0 }
                    a = %s
                    x' = ((1 - x^2 - y^2) * x - (1 + a * x) * y) / 1 [ms]
                    y' = ((1 - x^2 - y^2) * y + (1 + a * x) * x) / 1 [ms]
                }
                patch s : M { }
                plane p { on = s  x = x from -1.6 to 1.7  y = y from -1.5 to 1.6 }
                """.formatted(a)).results().getFirst();
            Feature period = plane.routes().stream().filter(r -> r.kind().equals("orbit")).findFirst().orElseThrow().features().getFirst();
            assertTrue(period.value() != null && period.error() != null, period::toString);
            double exact = 2 * Math.PI / Math.sqrt(1 - a * a);
            double off = Math.abs(period.value() - exact);
            assertTrue(off <= period.error(), () -> "a = " + a + ": " + period + " is off by " + off);
            assertTrue(period.error() <= 100 * Math.max(off, 1e-9 * exact), () -> "a = " + a + ": the bar of " + period + " is too wide, off by " + off);
        }
    }
}
