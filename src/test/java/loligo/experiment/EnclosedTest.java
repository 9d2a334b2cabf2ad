package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import loligo.dynamics.Interval;
import loligo.dynamics.Range;
import loligo.dynamics.Reduction;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Library;
import loligo.notation.Source;
import loligo.quantity.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The balance of every membrane of the library on intervals, and what it proves.
class EnclosedTest {
    private static final Range RANGE = new Range(-150, 100); // mV

    static List<String> models() {
        return List.copyOf(Library.names());
    }

    private static Result.Standstills found(String text) {
        return (Result.Standstills) Loligo.run(text).results().getLast();
    }

    private static Optional<SteadyStates> steady(String model) {
        Study.Equilibria study = (Study.Equilibria) ExperimentReader.read(new Source("text", "use " + model + "\npatch c { }\nequilibria e { }\n"), new Shelf(null), List.of()).studies().getFirst();
        Kernel kernel = Kernel.compile(study.on().equations());
        if (!kernel.equations().states().getFirst().dimension().equals(Dimension.POTENTIAL)) return Optional.empty();
        KernelField field = ProblemOf.field(kernel);
        return SteadyStates.of(kernel, field, ProblemOf.resting(field, kernel.equations(), RANGE), RANGE);
    }

    /// At random points of random intervals, wide and narrow. The computed balance is itself rounded, which narrow intervals show.
    @ParameterizedTest
    @MethodSource("models")
    void anIntervalHoldsWhatTheFormulasTake(String model) {
        Optional<SteadyStates> steady = steady(model);
        if (steady.isEmpty()) return;
        Reduction.Enclosure enclosure = steady.get().enclosed().enclosure().orElseThrow();
        Random random = new Random(7);
        for (int k = 0; k < 300; k++) {
            double width = StrictMath.pow(10, -4 + 6 * random.nextDouble());
            double low = RANGE.at(random.nextDouble());
            Interval v = new Interval(low, low + width);
            double at = low + width * random.nextDouble();
            Interval value = enclosure.value(v);
            double balance = steady.get().balance(at);
            double scale = 1e-12 * (1 + Math.abs(balance));
            assertTrue(value.low() - scale <= balance && balance <= value.high() + scale, () -> value + " lacks " + balance + " at " + at);
            double far = Math.min(low + width, at + width / 10);
            double mean = (steady.get().balance(far) - balance) / (far - at);
            Interval slope = enclosure.slope(v);
            double rounding = 1e-10 * (1 + Math.abs(balance)) / (far - at);
            assertTrue(far == at || slope.low() - rounding <= mean && mean <= slope.high() + rounding, () -> slope + " lacks " + mean + " at " + at);
        }
    }

    /// Wherever steady states exist, the proof finds as many as dense sampling does.
    @ParameterizedTest
    @MethodSource("models")
    void theProofAndTheSamplesAgree(String model) {
        Optional<SteadyStates> steady = steady(model);
        if (steady.isEmpty()) return;
        Result.Standstills result = found("use " + model + "\npatch c { }\nequilibria e { over = -150 to 100 [mV] }\n");
        assertTrue(result.completeness().startsWith("Interval arithmetic proves that there is no other equilibrium from -150 to 100 mV"), result.completeness());
        int changes = 0;
        double before = steady.get().balance(RANGE.low());
        for (int k = 1; k <= 20_000; k++) {
            double next = steady.get().balance(RANGE.at(k / 20_000.0));
            if (before * next < 0) changes++;
            if (next != 0) before = next;
        }
        boolean corner = result.completeness().contains("except"); // on which a zero lies, so that V passes or touches it
        if (!corner) assertEquals(changes, result.found().size(), result::toString);
    }

    /// Close to a fold: two equilibria 0.005 mV apart, and none once they have met (15.775888 uA/cm^2).
    @Test
    void aPairThatIsAboutToMeetIsTold() {
        String text = "use izhikevich-2007-persistent-sodium\npatch c { I = %s [uA/cm^2] }\nequilibria e { }\n";
        assertEquals(3, found(text.formatted(15.775885)).found().size());
        assertEquals(1, found(text.formatted(15.775892)).found().size());
    }

    /// What lies on a corner of a formula can not be proven to be the only one there, and is found all the same.
    @Test
    void whatLiesOnACornerIsKept() {
        Result.Standstills result = found("use izhikevich-2007-simple-fast-spiking\npatch c { }\nequilibria e { }\n");
        assertTrue(result.found().stream().anyMatch(e -> Math.abs(e.state()[0] + 55) < 1e-9), result::toString);
        assertTrue(result.completeness().contains("except perhaps within"), result.completeness());
    }
}
