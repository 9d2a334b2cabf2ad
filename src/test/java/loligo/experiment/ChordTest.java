package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import loligo.feature.Feature;
import loligo.notation.Mistakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `chord` from the text to the numbers. Where nothing else is said they were computed independently of this program, from the equations of Hodgkin & Huxley (1952) and
/// Izhikevich (2007, chapter 3), with every printed digit but the last converged.
class ChordTest {
    private static Result.Curve chord(String model, String numbers, String words) {
        return (Result.Curve) findings(model, numbers, words).result("c");
    }

    private static Findings findings(String model, String numbers, String words) {
        return Loligo.run("use " + model + "\npatch soma { " + numbers + " }\nchord c { on = soma " + words + " }\n");
    }

    private static Feature feature(Result.Curve curve, int crossing, String name) {
        return curve.members().get(crossing).features().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    private static double value(Result.Curve curve, int crossing, String name) {
        return Objects.requireNonNull(feature(curve, crossing, name).value());
    }

    private static double count(Result.Curve curve, String name) {
        return Objects.requireNonNull(curve.features().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource({"V, -64.996379, 1e-6", "chord_conductance, 0.677521, 1e-6", "slope_conductance, 1.166895, 1e-6", "NaV.conductance, 0.010621, 1e-6", "Kdr.conductance, 0.366901, 1e-6", "leak.conductance, 0.3, 1e-15"})
    void theAxonAtRest(String name, double reference, double digit) {
        Result.Curve axon = chord("hodgkin-huxley-1952", "", "");
        assertEquals(1, axon.members().size());
        assertEquals(reference, value(axon, 0, name), digit);
    }

    @Test
    void persistentSodiumAgreesWithItselfAtThreePotentials() {
        Result.Curve curve = chord("izhikevich-2007-persistent-sodium", "", "over = -100 to 60 [mV]");
        assertEquals(3, count(curve, "equilibria"));
        assertEquals(2, count(curve, "rests"));
        double[] potentials = {-52.51232, -40.28546, 30.86315};
        double[] rates = {-0.48112, 0.54924, -6.68229}; // F' there, 1/ms; C = 10 uF/cm^2
        for (int k = 0; k < 3; k++) {
            assertEquals(potentials[k], value(curve, k, "V"), 5e-6);
            assertEquals(k == 1 ? 1 : 0, value(curve, k, "unstable_directions"));
            assertEquals(-10 * rates[k], value(curve, k, "slope_conductance"), 5e-5);
            double chord = value(curve, k, "chord_conductance");
            assertEquals(potentials[k], (value(curve, k, "NaP.conductance") * 60 + 19 * -67.0) / chord, 5e-6);
        }
    }

    /// The slope of m (V - E) is steepest, -47.91718/74 per unit of conductance, at -13.44189 mV (g_Na/g_L = 1.544331). A leak that is a little smaller makes three crossings around it, a larger one a single crossing.
    @ParameterizedTest
    @CsvSource({"0.99, 3", "1.01, 1"})
    void theCuspLiesWhereTheChannelIsSteepest(double share, int crossings) {
        double leak = share * 47.91718;
        double v = -13.44189;
        double current = leak * (v + 67) + 74 / (1 + StrictMath.exp((1.5 - v) / 16)) * (v - 60);
        Result.Curve curve = chord("izhikevich-2007-persistent-sodium", "leak.g = " + leak + " [mS/cm^2]  I = " + current + " [uA/cm^2]", "");
        assertEquals(crossings, curve.members().size());
        int middle = crossings / 2;
        assertEquals(v, value(curve, middle, "V"), 1e-8);
        assertEquals(leak - 47.91718, value(curve, middle, "slope_conductance"), 1e-5);
    }

    /// With a current injected the implied potential is moved by I/sum g.
    @Test
    void aCurrentMovesTheImpliedPotential() {
        Result.Curve curve = chord("izhikevich-2007-persistent-sodium", "I = 10 [uA/cm^2]", "");
        assertEquals(-49.96193, value(curve, 0, "V"), 5e-6);
        assertEquals(-42.57819, value(curve, 1, "V"), 5e-6);
        assertEquals(1, chord("izhikevich-2007-persistent-sodium", "I = 16 [uA/cm^2]", "").members().size());
    }

    /// The columns are those of a sum that a reader can do by hand.
    @Test
    void theColumnsAgree() {
        Series series = Objects.requireNonNull(chord("hodgkin-huxley-1952", "", "over = -80 to 0 [mV]").series());
        assertEquals(List.of("V", "NaV.conductance", "Kdr.conductance", "leak.conductance", "conductance", "implied"), series.all().stream().map(Series.Column::name).toList());
        for (int k = 0; k < series.rows(); k++) {
            double na = series.columns().get(0).values()[k];
            double kdr = series.columns().get(1).values()[k];
            assertEquals(na + kdr + 0.3, series.column("conductance").values()[k], 1e-12);
            assertEquals((na * 50 + kdr * -77 + 0.3 * -54.387) / (na + kdr + 0.3), series.column("implied").values()[k], 1e-9);
        }
    }

    /// Goldman's current through a permeability has a chord to Nernst's potential, at that potential too: there it is the slope of the current,
    /// `P F^2/(RT) inside u/(1 - exp(-u))` with u = FE/RT for one charge (the derivative of Goldman's equation where its current is zero).
    @Test
    void goldmansCurrentHasAChordToNernstsPotential() {
        String text = """
                model Permeable {
                  temperature = 37 [degC]
                  membrane { C = 1 [uF/cm^2]  V = -70 [mV] }
                  ion K { inside = 140 [mM]  outside = 5 [mM] }
                  channel ghk : K { permeability = 1e-6 [cm/s] }
                }
                patch cell : Permeable { }
                chord c { over = -100 to 60 [mV] }
                """;
        Findings findings = Loligo.run(text);
        Result.Curve curve = (Result.Curve) findings.result("c");
        double thermal = 8.314462618 * 310.15 / 96485.33212 * 1000; // mV
        double nernst = thermal * StrictMath.log(5 / 140.0);
        assertEquals(nernst, value(curve, 0, "V"), 1e-8);
        double u = nernst / thermal; // below zero
        double slope = 1e-6 * 96485.33212 * 140e-6 / thermal * u / -StrictMath.expm1(-u) * 1e6; // P F^2/(RT) in u/(1 - exp(-u)), in mS/cm^2
        assertEquals(slope, value(curve, 0, "chord_conductance"), 1e-9 * slope);
        assertEquals(value(curve, 0, "slope_conductance"), value(curve, 0, "chord_conductance"), 1e-10);
        Series series = Objects.requireNonNull(curve.series());
        int zero = 400; // of 641 rows from -100 to 60 mV
        assertEquals(0, series.grid().values()[zero]);
        assertEquals(13.025520 / (0 - nernst), series.columns().getFirst().values()[zero], 1e-7); // the current at 0 mV is 13.025520 uA/cm^2
    }

    @ParameterizedTest
    @ValueSource(strings = {"hodgkin-huxley-1952", "izhikevich-2007-persistent-sodium", "izhikevich-2007-persistent-sodium-potassium-high", "wang-buzsaki-1996", "connor-stevens-1977"})
    void crossingsAreEquilibria(String model) {
        Findings findings = Loligo.run("use " + model + "\npatch soma { }\nchord c { over = -100 to 60 [mV] }\nequilibria e { over = -100 to 60 [mV] }\n");
        Result.Curve curve = (Result.Curve) findings.result("c");
        Result.Standstills still = (Result.Standstills) findings.result("e");
        assertEquals(still.found().size(), curve.members().size());
        for (int k = 0; k < still.found().size(); k++) {
            assertEquals(still.found().get(k).state()[0], value(curve, k, "V"), 1e-9);
            assertEquals(still.found().get(k).stability().toString(), feature(curve, k, "V").note());
        }
    }

    @Test
    void theFileHasCountsAndCrossings() {
        StringWriter out = new StringWriter();
        ResultJson.write(findings("izhikevich-2007-persistent-sodium", "", ""), out);
        String json = out.toString();
        assertTrue(json.contains("\"kind\" : \"chord\"") && json.contains("\"rests\"") && json.contains("\"crossing\"") && json.contains("\"NaP.conductance\""), json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hodgkin-huxley-1952 | over = 5 [mV] | over is an interval",
        "hodgkin-huxley-1952 | until = 3 [ms] | unknown word until",
        "fitzhugh-1961 | | soma has no channels",
        "chay-keizer-1983 | | no one steady state of ChayKeizer1983 belongs to V alone"})
    void mistakesAreTold(String model, String words, String problem) {
        Mistakes mistakes = assertThrows(Mistakes.class, () -> findings(model, "", words == null ? "" : words));
        assertEquals(problem, mistakes.diagnostics().getFirst().problem());
    }

    @Test
    void aChordIsDrawnByItself() {
        String text = "use hodgkin-huxley-1952\npatch soma { }\nchord c { }\nplot c { y = conductance }\n";
        assertEquals("a chord is drawn by itself", assertThrows(Mistakes.class, () -> Loligo.run(text)).diagnostics().getFirst().problem());
    }
}
