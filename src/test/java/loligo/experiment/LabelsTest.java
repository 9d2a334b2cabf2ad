package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

/// Several curves in one panel: the key says their names, the axis what they have in common.
class LabelsTest {
    @Test
    void theAxisSaysTheQuantity() {
        assertEquals("potential", Figures.common(List.of("mean(K.E)", "mean(V)"), Dimension.POTENTIAL));
        assertEquals("current per area", Figures.common(List.of("I", "Ca.flow"), Unit.parse("uA/cm^2").dimension()));
        assertEquals("", Figures.common(List.of("a", "b"), Unit.parse("mV^3/K").dimension()));
    }

    @Test
    void pureNumbersKeepTheirNames() {
        assertEquals("v, w", Figures.common(List.of("v", "w"), Dimension.NONE));
        assertEquals("gates", Figures.common(List.of("NaV.m", "NaV.h"), Dimension.NONE));
        assertEquals("membrane potential V", Figures.common(List.of("V", "V"), Dimension.POTENTIAL));
    }

    /// What a plot asks for is not drawn again as what was done.
    @Test
    void aStimulusIsDrawnOnce() {
        Findings findings = Loligo.run("""
                model Passive { membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -70 [mV] } }
                patch cell : Passive { }
                protocol ampa : dynamic { E = 0 [mV]  synaptic epsc { for = 30 [ms]  amplitude = 1 [mS/cm^2]  rise = 0.3 [ms]  decay = 2 [ms] } }
                simulate epsp { under = ampa  until = 40 [ms]  record = V, ampa.g }
                plot epsp { y = V, ampa.g }
                plot epsp { y = V }
                """);
        assertEquals(List.of("membrane potential V", "ampa.g"), panels(findings, 0));
        assertEquals(List.of("membrane potential V"), panels(findings, 1), "the stimulus stands below the first");
    }

    private static List<String> panels(Findings findings, int plot) {
        return Figures.of(findings).get(plot).figure().panels().stream().map(p -> p.y().label()).toList();
    }
}
