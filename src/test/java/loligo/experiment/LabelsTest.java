package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import loligo.figure.Layer;
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

    /// A Hopf point: equilibria on both sides, and cycles that open as a parabola to the right.
    @Test
    void wordsStandWhereNothingIsDrawn() {
        double[] xs = IntStream.rangeClosed(0, 400).mapToDouble(i -> i / 400.0).toArray();
        double[] opening = Arrays.stream(xs).map(x -> x < 0.3 ? Double.NaN : Math.sqrt((x - 0.3) / 0.7)).toArray();
        double[] closing = Arrays.stream(opening).map(y -> -y).toArray();
        Places places = new Places(1, List.of(Layer.Line.of(xs, new double[xs.length], "", 0), Layer.Line.of(xs, opening, "", 1), Layer.Line.of(xs, closing, "", 1)));
        places.dot(0.3, 0);
        Layer.Anchor anchor = places.free(new Layer.Note(0.3, 0, "H1", Layer.Anchor.ABOVE, false)).anchor();
        assertTrue(anchor == Layer.Anchor.ABOVE_LEFT || anchor == Layer.Anchor.BELOW_LEFT, anchor.toString());
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
