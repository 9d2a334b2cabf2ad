package loligo.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The same membrane per area, per cell and per capacitance.
class BasisTest {
    /// 1 uF/cm^2 on 1000 um^2 is 10 pF; 1 mS/cm^2 is 10 nS there, and 1 nS/pF.
    private static String membrane(String membrane, String na, String k, String leak, String current) {
        return "model M\nmembrane { " + membrane + "  V = -60 [mV] }\ninput { I = " + current + " }\nion Na { E = 60 [mV] }\nion K { E = -90 [mV] }\n"
                + "channel NaP : Na { g = " + na + "  gate m { inf = 1/(1 + exp((-20 [mV] - V)/15 [mV])) } }\n"
                + "channel Kdr : K { g = " + k + "  gate n { inf = 1/(1 + exp((-25 [mV] - V)/5 [mV]))  tau = 1 [ms] } }\n"
                + "channel leak { g = " + leak + "  E = -80 [mV] }\n";
    }

    private static final String AREA = membrane("C = 1 [uF/cm^2]", "20 [mS/cm^2]", "10 [mS/cm^2]", "8 [mS/cm^2]", "10 [uA/cm^2]");
    private static final String CELL = membrane("C = 10 [pF]", "200 [nS]", "100 [nS]", "80 [nS]", "100 [pA]");
    private static final String CAPACITANCE = membrane("", "20 [nS/pF]", "10 [mS/uF]", "8 [nS/pF]", "10 [pA/pF]");

    private static double[] run(String text) {
        return new Interpreter(Texts.equations(text)).run(20, 0.01);
    }

    @Test
    void threeWaysOneDynamics() {
        double[] expected = run(AREA);
        assertArrayEquals(expected, run(CELL), 1e-8);
        assertArrayEquals(expected, run(CAPACITANCE), 1e-8);
    }

    @Test
    void areaAndCapacitanceConvert() {
        double[] expected = run(AREA);
        assertArrayEquals(expected, run(membrane("C = 1 [uF/cm^2]  area = 1000 [um^2]", "200 [nS]", "10 [nS/pF]", "8 [mS/cm^2]", "10 [uA/cm^2]")), 1e-8);
        assertArrayEquals(expected, run(membrane("C = 10 [pF]  area = 1000 [um^2]", "20 [mS/cm^2]", "10 [nS/pF]", "80 [nS]", "100 [pA]")), 1e-8);
    }

    @Test
    void permeabilityPerCell() {
        String ghk = "temperature = 37 [degC]\nion Ca { inside = 1e-4 [mM]  outside = 2 [mM] }\nchannel CaL : Ca { permeability = ";
        var area = new Interpreter(Texts.equations(AREA + ghk + "1e-6 [cm/s] }\n"));
        var cell = new Interpreter(Texts.equations(CELL + ghk + "1e-11 [cm^3/s] }\n"));
        assertEquals(area.atPotential("CaL.I", -20) * 1e-5, cell.atPotential("CaL.I", -20), 1e-18);
    }

    @Test
    void unitsFollowTheBasis() {
        assertEquals("uA/cm^2", Texts.equations(AREA).inputs().stream().filter(i -> i.name().equals("I")).findFirst().orElseThrow().unit().symbol());
        assertEquals("pA", definition(Texts.equations(CELL), "NaP.I").unit().symbol());
        assertEquals("nS", definition(Texts.equations(CELL), "NaP.conductance").unit().symbol());
        assertEquals("pA/pF", definition(Texts.equations(CAPACITANCE), "Iion").unit().symbol());
        assertEquals("nS/pF", definition(Texts.equations(CAPACITANCE), "NaP.conductance").unit().symbol());
    }

    private static Equations.Definition definition(Equations e, String name) {
        return e.definitions().stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void mixturesAreMistakes() {
        assertTrue(Texts.mistakes(membrane("C = 1 [uF/cm^2]", "200 [nS]", "10 [mS/cm^2]", "8 [mS/cm^2]", "0 [uA/cm^2]")).getFirst().contains("area = 1000 [um^2]"));
        assertTrue(Texts.mistakes(membrane("", "20 [mS/cm^2]", "10 [nS/pF]", "8 [nS/pF]", "0 [pA/pF]")).getFirst().contains("C = 1 [uF/cm^2]"));
        assertTrue(Texts.mistakes(membrane("C = 1 [uF/cm^2]", "20 [mV]", "10 [mS/cm^2]", "8 [mS/cm^2]", "0 [uA/cm^2]")).getFirst().contains("not a conductance"));
    }
}
