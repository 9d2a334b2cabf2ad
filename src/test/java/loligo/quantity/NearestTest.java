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

    @Test
    void isSilentWhenNothingIsNear() {
        assertEquals(Optional.empty(), Nearest.to("quagga", WORDS));
        assertEquals(Optional.empty(), Nearest.to("", WORDS));
        assertEquals(Optional.empty(), Nearest.to("x".repeat(1_000), WORDS));
    }
}
