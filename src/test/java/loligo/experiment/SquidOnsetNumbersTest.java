package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loligo.dynamics.Equilibrium;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the squid axon (Hodgkin & Huxley 1952) rests and where its firing begins and ends, for the three reversal potentials of its leak that are in use. Source: independent
/// computations of the project's science specification, section 28, whose last printed digit is the tolerance here. As E_L enters as a current, each onset moves by 0.3 dE_L.
class SquidOnsetNumbersTest {
    private static String axon(double leak) {
        return "use hodgkin-huxley-1952\npatch axon : HodgkinHuxley1952 { leak.E = " + leak + " [mV] }\n";
    }

    private static Result.Landmark point(String text, String kind, int which) {
        return ((Result.Diagram) Loligo.run(text).result("c")).points().stream().filter(p -> p.kind().equals(kind)).skip(which).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"-54.387, -64.996379, 5.1e-7", "-54.4, -64.999722, 5.1e-7", "-54.3, -64.974052, 5.1e-7", "-54.401079, -65, 1e-7"})
    void rest(double leak, double potential, double digit) {
        var rest = (Result.Standstills) Loligo.run(axon(leak) + "equilibria rest { }").result("rest");
        assertEquals(1, rest.found().size());
        assertEquals(potential, rest.found().getFirst().state()[0], digit);
    }

    /// Current, V, omega in rad/ms and the same in Hz at both Hopf points.
    @ParameterizedTest
    @CsvSource({"0 to 50, 9.775438, -59.65414, .586234, 93.302", "100 to 180, 154.522434, -43.05809, 1.062922, 169.169"})
    void hopf(String range, double current, double potential, double omega, double hertz) {
        Result.Landmark point = point(axon(-54.387) + "continue c { vary = I  over = " + range + " [uA/cm^2]  follow = equilibria }", "hopf", 0);
        Equilibrium there = point.equilibrium();
        Double frequency = point.coefficients().get("frequency");
        assertTrue(there != null && frequency != null);
        assertEquals(current, point.at(), 5.1e-7);
        assertEquals(potential, there.state()[0], 5.1e-6);
        assertEquals(omega, frequency, 5.1e-7);
        assertEquals(hertz, 1000 * frequency / (2 * StrictMath.PI), 5.1e-4);
    }

    @ParameterizedTest
    @CsvSource({"-54.4, 9.779338, 154.526334", "-54.3, 9.749338, 154.496334"})
    void hopfOfOtherLeaks(double leak, double lower, double upper) {
        String text = axon(leak) + "continue c { vary = I  over = 0 to 180 [uA/cm^2]  follow = equilibria }";
        assertEquals(lower, point(text, "hopf", 0).at(), 5.1e-7);
        assertEquals(upper, point(text, "hopf", 1).at(), 5.1e-7);
    }

    /// The current below which no firing is left: 6.2603 uA/cm^2, 6.2642 where the leak reverses at -54.4 mV.
    @ParameterizedTest
    @CsvSource({"-54.387, 6.2603", "-54.4, 6.2642"})
    void foldOfCycles(double leak, double current) {
        assertEquals(current, point(axon(leak) + "continue c { vary = I  over = -5 to 20 [uA/cm^2] }", "fold_of_cycles", 0).at(), 5.1e-5);
    }
}
