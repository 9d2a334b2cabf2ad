package loligo.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS = List.of("channel", "gate", "membrane", "temperature", "NaV.m", "NaV.h");

    @ParameterizedTest
    @CsvSource({"chanel, channel", "Channel, channel", "gaet, gate", "temprature, temperature", "nav.m, NaV.m", "membranes, membrane"})
    void findsTheWordThatWasMeant(String word, String meant) {
        assertEquals(Optional.of(meant), Nearest.to(word, WORDS));
    }

    @ParameterizedTest
    @CsvSource({"m, NaV.m", "soma.V, V", "gNa, NaV.g", "gbar_Na, NaV.g", "INa, NaV.I", "E_K, K.E"})
    void findsNamesByAPartOfThem(String word, String meant) {
        assertEquals(Optional.of(meant), Nearest.to(word, List.of("V", "NaV.m", "NaV.g", "NaV.I", "Kdr.n", "Kdr.g", "K.E")));
    }

    @Test
    void isSilentWhereSeveralHaveThePart() {
        assertEquals(Optional.of("hodgkin-huxley-1952"), Nearest.to("HodgkinHuxley", List.of("morris-lecar-1981", "hodgkin-huxley-1952")));
        assertEquals(Optional.empty(), Nearest.to("tau", List.of("NaV.m.tau", "NaV.h.tau")));
    }

    @Test
    void isSilentWhenNothingIsNear() {
        assertEquals(Optional.empty(), Nearest.to("quagga", WORDS));
        assertEquals(Optional.empty(), Nearest.to("", WORDS));
        assertEquals(Optional.empty(), Nearest.to("x".repeat(1_000), WORDS));
    }
}
