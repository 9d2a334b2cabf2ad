package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import loligo.figure.Layer;
import org.junit.jupiter.api.Test;

/// Two families in one figure are each coloured by their own values.
class FamiliesTest {
    private static List<Layer.Family> families(String text) {
        return Figures.of(Loligo.run(text)).getFirst().figure().panels().stream().flatMap(p -> p.layers().stream())
                .filter(Layer.Family.class::isInstance).map(Layer.Family.class::cast).toList();
    }

    private static List<Double> values(Layer.Family family) {
        return family.members().stream().map(Layer.Member::value).toList();
    }

    @Test
    void eachHasAPanelAndShadesOfItsOwn() {
        List<Layer.Family> drawn = families("""
                use hodgkin-huxley-1952
                patch axon : HodgkinHuxley1952 { }
                protocol a : current { at = 5 [ms]  for = 20 [ms]  level = 2, 6 [uA/cm^2] }
                protocol b : dynamic { E = -90 [mV]  step inh { at = 10 [ms]  for = 10 [ms]  level = 0, 0.5, 2 [mS/cm^2] } }
                simulate run { under = a, b  until = 40 [ms]  record = V }
                """);
        List<Double> slow = List.of(2.0, 2.0, 2.0, 6.0, 6.0, 6.0);
        List<Double> fast = List.of(0.0, 0.5, 2.0, 0.0, 0.5, 2.0);
        assertEquals(List.of(fast, slow, slow, fast), drawn.stream().map(FamiliesTest::values).toList()); // V twice, then the two stimuli
        assertEquals(List.of("inh.level", "a.level", "", ""), drawn.stream().map(Layer.Family::label).toList());
        assertEquals(List.of("mS/cm^2", "uA/cm^2", "uA/cm^2", "mS/cm^2"), drawn.stream().map(Layer.Family::unit).toList());
        assertEquals(drawn.get(0).ramp(), drawn.get(3).ramp());
        assertEquals(drawn.get(1).ramp(), drawn.get(2).ramp());
        assertNotEquals(drawn.get(0).ramp(), drawn.get(1).ramp());
    }

    @Test
    void oneFamilyIsDrawnOnce() {
        List<Layer.Family> drawn = families("""
                use hodgkin-huxley-1952
                patch axon : HodgkinHuxley1952 { }
                protocol a : current { at = 5 [ms]  for = 20 [ms]  level = 2, 6 [uA/cm^2] }
                simulate run { under = a  until = 40 [ms]  record = V }
                """);
        assertEquals(List.of(List.of(2.0, 6.0), List.of(2.0, 6.0)), drawn.stream().map(FamiliesTest::values).toList());
    }
}
