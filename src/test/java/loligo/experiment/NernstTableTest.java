package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of equilibrium potentials through the whole chain: a text in, a mean out. Source: the project's science specification, section 1, computed there
/// from R = 8.314462618 J/mol/K and F = 96485.33212 C/mol to the digits printed; concentrations after Izhikevich 2007 (figure 2.1), of the squid after Hodgkin,
/// of the kidney cell after Zhang, Reichert & Cohen 2016.
class NernstTableTest {
    /// The mean of a number of a membrane with these ions at this temperature, mV.
    private static double potential(String ions, double celsius, String name) {
        Double value = Loligo.run("""
                model Dish { temperature = %s [degC]  membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  %s  channel leak { g = 1 [mS/cm^2]  E = -70 [mV] } }
                patch dish : Dish { }
                simulate run { until = 1 [ms]  record = V  measure = mean(%s) }
                """.formatted(celsius, ions, name)).feature("run", "mean(" + name + ")").value();
        assertTrue(value != null);
        return value;
    }

    private static double nernst(String ion, double inside, double outside, double celsius) {
        return potential("ion " + ion + " { inside = " + inside + " [mM]  outside = " + outside + " [mM] }", celsius, ion + ".E");
    }

    /// RT/F is Nernst's potential of e to one, RT/F ln 10 that of ten to one.
    @ParameterizedTest
    @CsvSource({"6.3, 24.0811, 55.4489", "18.5, 25.1325, 57.8696", "20, 25.2617, 58.1672", "22, 25.4341, 58.5641", "23, 25.5202, 58.7625", "25, 25.6926, 59.1593",
        "34, 26.4681, 60.9451", "35, 26.5543, 61.1436", "37, 26.7267, 61.5404"})
    void thermalPotential(double celsius, double natural, double decade) {
        assertEquals(natural, nernst("K", 1, StrictMath.E, celsius), 5.1e-5);
        assertEquals(decade, nernst("K", 1, 10, celsius), 5.1e-5);
    }

    @ParameterizedTest
    @CsvSource({"Na, 5, 145, 89.997, 86.515", "Na, 15, 145, 60.634, 58.288", "K, 140, 5, -89.059, -85.613", "Cl, 4, 110, -88.577, -85.150", "Ca, 1e-4, 2.5, 135.326, 130.090",
        "Ca, 1e-4, 5, 144.588, 138.994"})
    void mammal(String ion, double inside, double outside, double warm, double cool) {
        assertEquals(warm, nernst(ion, inside, outside, 37), 5.1e-4);
        assertEquals(cool, nernst(ion, inside, outside, 25), 5.1e-4);
    }

    @ParameterizedTest
    @CsvSource({"K, 400, 20, -72.141, -75.290, -75.677", "Na, 50, 440, 52.370, 54.657, 54.938", "Cl, 40, 560, -63.552, -66.326, -66.667", "Cl, 150, 560, -31.722, -33.107, -33.277",
        "Ca, 1e-4, 10, 138.622, 144.674, 145.418"})
    void squid(String ion, double inside, double outside, double at6, double at18, double at20) {
        assertEquals(at6, nernst(ion, inside, outside, 6.3), 5.1e-4);
        assertEquals(at18, nernst(ion, inside, outside, 18.5), 5.1e-4);
        assertEquals(at20, nernst(ion, inside, outside, 20), 5.1e-4);
    }

    /// 140 mM within, 23 degC: what the bath makes of the kidney cell.
    @ParameterizedTest
    @CsvSource({"2, -108.42", "4, -90.73", "8, -73.04"})
    void potassiumOfTheBath(double outside, double potential) {
        assertEquals(potential, nernst("K", 140, outside, 23), 5.1e-3);
    }

    /// E/T: potassium of the mammal moves by -0.287 mV in a kelvin at 37 degC.
    @Test
    void aKelvinMovesNernst() {
        double slope = nernst("K", 140, 5, 37.5) - nernst("K", 140, 5, 36.5);
        assertEquals(-0.287, slope, 5.1e-4);
        assertEquals(nernst("K", 140, 5, 37) / 310.15, slope, 1e-9);
    }

    /// Goldman's potential with P_K : P_Na : P_Cl = 1 : P_Na : 0.45; the squid at 20 degC (with 40 and 52 mM of chloride within), the mammal at 37 degC.
    @ParameterizedTest
    @CsvSource({"400, 20, 50, 440, 40, 560, 20, 0.04, -62.268", "400, 20, 50, 440, 40, 560, 20, 20, 42.366", "400, 20, 50, 440, 52, 560, 20, 0.04, -59.927",
        "400, 20, 50, 440, 52, 560, 20, 20, 42.381", "140, 5, 10, 145, 4, 110, 37, 0.05, -69.607", "140, 5, 10, 145, 4, 110, 37, 20, 53.719"})
    void goldman(double ki, double ko, double nai, double nao, double cli, double clo, double celsius, double sodium, double potential) {
        String ions = "ion K { inside = %s [mM]  outside = %s [mM] }  ion Na { inside = %s [mM]  outside = %s [mM] }  ion Cl { inside = %s [mM]  outside = %s [mM] }".formatted(ki, ko, nai, nao, cli, clo);
        assertEquals(potential, potential(ions + "  goldman rest { K = 1  Na = " + sodium + "  Cl = 0.45 }", celsius, "rest.E"), 5.1e-4);
    }

    /// Goldman's current of potassium, 1e-6 cm/s, 140 and 5 mM, 37 degC, in uA/cm^2, under voltage clamp; at 0 mV its formula is 0/0.
    @ParameterizedTest
    @CsvSource({"-80, 0.613348", "0, 13.025520", "40, 25.839898"})
    void goldmanCurrent(double level, double current) {
        Double value = Loligo.run("""
                model Dish { temperature = 37 [degC]  membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  ion K { inside = 140 [mM]  outside = 5 [mM] }  channel open : K { permeability = 1e-6 [cm/s] } }
                patch dish : Dish { }
                protocol hold : voltage { rest = -70 [mV]  step test { for = 5 [ms]  level = %s [mV] } }
                clamp run { under = hold  measure = steady(open.I, test) }
                """.formatted(level)).feature("run", "steady(open.I,test)").value();
        assertTrue(value != null);
        assertEquals(current, value, 6e-7);
    }
}
