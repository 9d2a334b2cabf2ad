package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every mistake is told: at its line, what it is, and what to write instead.
class MistakesTest {
    private static final String GOOD = """
            model M
            temperature = 20 [degC]
            membrane { C = 1 [uF/cm^2]   V = -65 [mV] }
            ion Na { E = 50 [mV] }
            ion K { inside = 400 [mM]  outside = 20 [mM] }
            channel NaV : Na {
              g = 120 [mS/cm^2]
              gate m^3 { inf = 1/(1 + exp((half - V)/9 [mV]))  tau = 1 [ms]  half = -40 [mV] }
            }
            channel leak { g = 0.3 [mS/cm^2]  E = -54 [mV] }
            """;

    @Test
    void aGoodModelHasNone() {
        assertEquals(List.of(), Texts.mistakes(GOOD));
    }

    /// What is replaced by what; the line of the mistake; words of the problem; words of the remedy.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C = 1 [uF/cm^2]           |                            | 7 | counted in two ways        | C = 1 [uF/cm^2]
            C = 1 [uF/cm^2]           | C = -1 [uF/cm^2]           | 3 | C must be above zero       | -1
            C = 1 [uF/cm^2]           | C = 1 [mV]                 | 3 | C is no capacitance        | a potential
            C = 1 [uF/cm^2]           | C = 1 [uF/cm^2] Cm = 2     | 3 | a membrane has no Cm       | Did you mean C?
            V = -65 [mV]              |                            | 3 | the membrane has no V      | V = -65 [mV]
            V = -65 [mV]              | V = -65                    | 3 | units do not agree         | [mV]
            V = -65 [mV]              | V = -65 [ms]               | 3 | units do not agree         | a time [ms]
            E = 50 [mV]               | E = 50                     | 4 | units do not agree         | [mV]
            E = 50 [mV]               |                            | 4 | ion Na has no E            | inside
            E = 50 [mV]               | E = 50 [mV] inside = 3 [mM]| 4 | both E and concentrations  | Nernst
            E = 50 [mV]               | E = 50 [mV] z = 1          | 4 | an ion has no z             | valence
            outside = 20 [mM]         |                            | 5 | one concentration only     | outside
            outside = 20 [mM]         | outside = 20 [mV]          | 5 | units do not agree         | a concentration
            outside = 20 [mM]         | outside = 0 [mM]           | 5 | K.outside must be above    | 0
            channel NaV : Na          | channel NaV : NA           | 6 | no ion NA                  | Did you mean Na?
            channel NaV : Na          | channel NaV                | 6 | no reversal potential      | channel NaV : ION
            g = 120 [mS/cm^2]         |                            | 6 | has no conductance         | g = ... [mS/cm^2]
            g = 120 [mS/cm^2]         | g = -120 [mS/cm^2]         | 7 | can not be negative        | -120
            g = 120 [mS/cm^2]         | g = 120 [nS]               | 7 | counted in two ways        | area = 1000 [um^2]
            g = 120 [mS/cm^2]         | g = 1 [mS/cm^2] g = 2 [mS/cm^2] | 7 | g is defined twice    | Keep one
            g = 120 [mS/cm^2]         | g = 1, 2 [mS/cm^2]         | 7 | g is not one value         | experiments
            g = 120 [mS/cm^2]         | g = 120 [mS/cm^2] reference = 6 [degC] | 7 | a reference without q10 | q10 = 3
            g = 120 [mS/cm^2]         | g = 120 [mS/cm^2] from 0 to 9 [mV] | 7 | units do not agree | its range
            g = 120 [mS/cm^2]         | g = 120 [mS/cm^2] from 9 to 0 | 7 | an empty range          | smaller
            g = 120 [mS/cm^2]         | g = 120 [mS/cm^2]  permeability = 1 [cm/s] | 7 | has g and a permeability | Goldman
            tau = 1 [ms]              | tau = 0 [ms]               | 8 | NaV.m.tau must be above    | 0
            tau = 1 [ms]              | tau = 1 [mV]               | 8 | units do not agree         | a time [ms]
            tau = 1 [ms]              | tau = 1 [ms] beta = 1 [1/ms] | 8 | described in two ways    | Keep one
            inf = 1                   | infi = 1                   | 8 | how it opens               | infi is near to inf
            inf = 1/(1 + exp((half - V)/9 [mV]))  tau = 1 [ms] | alpha = 1 [1/ms] | 8 | alpha but no beta | beta = ... [1/ms]
            inf = 1/(1 + exp((half - V)/9 [mV]))  tau = 1 [ms] | charge = 2 | 8 | neither K nor V_half | K = 0.01
            inf = 1/(1 + exp((half - V)/9 [mV]))  tau = 1 [ms] | kf0 = 1 [1/ms] V_half = 1 [mV] slope = 2 [mV] | 8 | kf0 but no kb0 | kb0
            (half - V)                | (halv - V)                 | 8 | nothing is called halv     | Did you mean half?
            (half - V)                | (half - 40)                | 8 | units do not agree         | 40
            gate m^3                  | gat m^3                    | 8 | has no block gat           | Did you mean gate?
            half = -40 [mV]           | half = third  third = half | 8 | a circle                   | NaV.m.half -> NaV.m.third -> NaV.m.half
            channel leak              | channel NaV                | 10 | two channel blocks NaV    | another name
            channel leak              | leak                       | 10 | has no block leak         | Write channel leak {
            temperature = 20 [degC]   |                            | 5 | no temperature             | temperature = 37 [degC]
            temperature = 20 [degC]   | temperature = 20           | 2 | units do not agree         | a temperature
            temperature = 20 [degC]   | temperature = 20 [K]       | 2 | colder than any membrane   | Write 20 [degC]
            temperature = 20 [degC]   | temperature = 1000 [degC]  | 2 | hotter than any membrane   | Write 20 [degC]
            temperature = 20 [degC]   | temperature = 310 [degC]   | 2 | hotter than any membrane   | Write 310 [K]
            temperature = 20 [degC]   | temperature = 20 [degC] a = 1/0  | 2 | a is no finite number    | infinite
            temperature = 20 [degC]   | temperature = 20 [degC] a = 10^400 | 2 | a is no finite number  | 1e308
            temperature = 20 [degC]   | temperature = 20 [degC] a = 2 b = log(1 - a) | 2 | b is no finite number | undefined
            temperature = 20 [degC]   | temperature = 20 [degC] t = 3 [ms] | 2 | t has a meaning     | time, in every model
            temperature = 20 [degC]   | temperature = 20 [degC] V = 3 [mV] | 2 | V has a meaning     | membrane { V = ... }
            temperature = 20 [degC]   | temperature = 20 [degC] I = 3 [uA/cm^2] | 2 | I has a meaning | input { I = ... }
            temperature = 20 [degC]   | temperature = 20 [degC] light = 3  | 2 | light has a meaning  | input { light = ... }
            temperature = 20 [degC]   | temperature = 20 [degC] Iion = 3   | 2 | Iion has a meaning   | sum
            temperature = 20 [degC]   | temperature = 20 [degC] input { V = 3 [mV] } | 2 | V has a meaning | potential
            temperature = 20 [degC]   | temperature = 20 [degC] state { t = 3 [ms] } | 2 | t has a meaning | time
            g = 120 [mS/cm^2]         | g = 120 [mS/cm^2] I = 3    | 7 | I has a meaning            | channel's current
            outside = 20 [mM]         | outside = 20 [mM] valence = 2   | 5 | K has the valence 1   | another name
            outside = 20 [mM]         | outside = 20 [mM] valence = 0   | 5 | a valence of 0        | whole number
            outside = 20 [mM]         | outside = 20 [mM] valence = 0.5 | 5 | a valence of 0.5      | whole number
            inf = 1/(1 + exp((half - V)/9 [mV])) | inf = 5         | 8 | NaV.m.inf must lie between | It is 5 here
            inf = 1/(1 + exp((half - V)/9 [mV])) | inf = m         | 8 | no beginning for NaV.m     | does not depend on itself
            temperature = 20 [degC]   | cite hodgkin1953           | 2 | no reference hodgkin1953   | Did you mean hodgkin1952?
            temperature = 20 [degC]   | temperature = 20 [degC] V' = 1 [mV/ms] | 2 | V has a meaning of its own | follows from its channels
            temperature = 20 [degC]   | temperature = 20 [degC] x' = 1 [1/ms]  | 2 | x has no beginning  | state { x = ... }
            temperature = 20 [degC]   | temperature = 20 [degC] state { x = 1 } | 2 | x has no equation  | x' =
            temperature = 20 [degC]   | temperature = 20 [degC] on s { when = V > 0 [mV]  W = 1 } | 2 | W is no state | sets states
            temperature = 20 [degC]   | temperature = 20 [degC] on s { V = 1 [mV] } | 2 | without a condition | when =
            temperature = 20 [degC]   | temperature = 20 [degC] on s { when = V > 0  V = 1 [mV] } | 2 | units do not agree | 0
            temperature = 20 [degC]   | temperature = 20 [degC] goldman r { Na = 1 } | 2 | no concentrations | inside
            """)
    void isTold(String good, String bad, int line, String problem, String remedy) {
        String text = GOOD.replace(good.strip(), bad == null ? "" : bad.strip());
        List<String> told = Texts.mistakes(text);
        assertTrue(told.stream().anyMatch(t -> t.startsWith(line + ": ") && t.contains(problem.strip()) && t.contains(remedy.strip())), () -> told + "");
    }

    /// A number that nothing uses, and that is spelled nearly like a word that means something.
    @Test
    void nearlyAWord() {
        List<String> told = Texts.mistakes(GOOD.replace("g = 120 [mS/cm^2]", "g = 120 [mS/cm^2]  q10 = 3  refrence = 6 [degC]"));
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.getFirst().startsWith("7: nothing uses NaV.refrence | ") && told.getFirst().contains("reference"), told::toString);
        assertEquals(List.of(), Texts.mistakes(GOOD.replace("g = 120 [mS/cm^2]", "g = 120 [mS/cm^2]  published = 1952")));
    }

    @Test
    void ofStructureAndOfUnitsTogether() {
        List<String> told = Texts.mistakes(GOOD.replace("channel NaV : Na", "channel NaV : NA").replace("E = -54 [mV]", "E = -54").replace("tau = 1 [ms]", "tau = 1 [mV]"));
        assertEquals(3, told.size(), told::toString);
    }

    @Test
    void allAtOnce() {
        String text = GOOD.replace("E = 50 [mV]", "E = 50").replace("tau = 1 [ms]", "tau = 1 [mV]").replace("V = -65 [mV]", "V = -65");
        assertEquals(3, Texts.mistakes(text).size());
    }

    @Test
    void schemes() {
        String scheme = "model M\nmembrane { C = 1 [uF/cm^2]  V = 0 [mV] }\nchannel c { g = 1 [mS/cm^2]  E = 0 [mV]  k = 1 [1/ms]\n scheme O { C <-> O : k, k } }\n";
        assertEquals(List.of(), Texts.mistakes(scheme));
        assertTrue(Texts.mistakes(scheme.replace("scheme O", "scheme P")).getFirst().contains("no state P"));
        assertTrue(Texts.mistakes(scheme.replace("k, k", "k, k  C -> O : k")).getFirst().contains("written twice"));
        assertTrue(Texts.mistakes(scheme.replace("k, k", "k, k  A <-> B : k, k")).getFirst().contains("falls apart | No arrows lead between C and A"));
        assertEquals(List.of(), Texts.mistakes(scheme.replace("k, k", "k, k  A -> O : k")));
        assertTrue(Texts.mistakes(scheme.replace("C <-> O : k, k", "")).getFirst().contains("no transitions"));
        assertTrue(Texts.mistakes(scheme.replace("C <-> O : k, k", "C <-> O : k, 2")).getFirst().contains("units do not agree"));
    }

    @Test
    void freeModels() {
        assertTrue(Texts.mistakes("model M\na = 1\n").getFirst().contains("without equations"));
        assertTrue(Texts.mistakes("model M\nchannel c { g = 1 [nS] E = 1 [mV] }\n").getFirst().contains("channels without a membrane"));
        assertTrue(Texts.mistakes("model M\nstate { v = 1 [mV] }\nv' = v/2\n").getFirst().contains("units do not agree"));
        assertTrue(Texts.mistakes("model M\nstate { v = w  w = v }\nv' = 1 [1/ms]\nw' = 1 [1/ms]\n").stream().anyMatch(m -> m.contains("begins at an expression")));
    }
}
