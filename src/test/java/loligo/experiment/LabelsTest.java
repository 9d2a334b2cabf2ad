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
}
