package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import loligo.feature.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a stimulus pushes up and lets fall is no spike; a spike that a stimulus ends in is one.
class PushTest {
    /// R = 10 kOhm*cm^2, tau = 10 ms.
    private static final String PASSIVE = """
            model Passive { membrane { C = 1 [uF/cm^2]  V = -65 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -65 [mV] } }
            patch cell : Passive { }
            """;
    private static final String SQUID = "use hodgkin-huxley-1952\npatch axon : HodgkinHuxley1952 { }\n";

    private static Feature feature(Findings findings, String name) {
        return findings.feature("run", name);
    }

    private static double value(Findings findings, String name) {
        Double value = feature(findings, name).value();
        assertTrue(value != null, () -> name + ": " + feature(findings, name).note());
        return value;
    }

    private static void close(double expected, Findings findings, String name) {
        Double error = feature(findings, name).error();
        assertTrue(error != null && error < 1e-5, () -> name + " has the error " + error);
        assertEquals(expected, value(findings, name), error, name);
    }

    private static double count(String text) {
        return value(Loligo.run(text), "spike_count");
    }

    /// After ten time constants a part of exp(-10) of the deflection is missing.
    @ParameterizedTest
    @ValueSource(doubles = {-3, 3, 20})
    void aPassiveMembraneIsPushed(double level) {
        Findings findings = Loligo.run(PASSIVE + "protocol s : current { at = 10 [ms]  for = 100 [ms]  level = %s [uA/cm^2] }\nsimulate run { under = s  until = 200 [ms] }".formatted(level));
        assertEquals(0, value(findings, "spike_count"));
        close(10 * -StrictMath.expm1(-10), findings, "input_resistance");
        close(10, findings, "time_constant");
        close(0, findings, "sag");
    }

    @Test
    void aPassiveMembraneHasNoRheobase() {
        Findings findings = Loligo.run(PASSIVE + """
                protocol s : current { at = 10 [ms]  for = 20 [ms]  level = 3 [uA/cm^2] }
                simulate run { under = s  until = 100 [ms] }
                threshold rheobase { of = run  vary = s.level  over = 0 to 20 [uA/cm^2] }
                """);
        assertEquals(null, findings.feature("rheobase", "threshold").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "protocol p : current { step a { at = 10 [ms]  for = 20 [ms]  level = -3 [uA/cm^2] }  step b { for = 20 [ms]  level = 4 [uA/cm^2] } }",
        "protocol p : current { ramp up { at = 10 [ms]  for = 30 [ms]  level = 0 to 6 [uA/cm^2] } }",
        "protocol p : current { pulses p { at = 10 [ms]  every = 5 [ms]  count = 20  for = 3 [ms]  level = 8 [uA/cm^2] } }",
        "protocol p : dynamic { E = 0 [mV]  step on { at = 10 [ms]  for = 30 [ms]  level = 0.3 [mS/cm^2] } }"})
    void otherPushes(String protocol) {
        assertEquals(0, count(PASSIVE + protocol + "\nsimulate run { under = p  until = 200 [ms] }"));
    }

    /// Potassium outside lifts its potential and with it the membrane, without a current that is injected.
    @Test
    void aPlateauOfPotassiumIsNone() {
        assertEquals(0, count("""
                model P { temperature = 37 [degC]  membrane { C = 1 [uF/cm^2]  V = -85 [mV] }  ion K { inside = 140 [mM]  outside = 4 [mM] }
                  channel open : K { g = 0.3 [mS/cm^2] }  channel leak { g = 0.02 [mS/cm^2]  E = 0 [mV] } }
                patch cell : P { }
                protocol wash : set { of = K.outside  step high { at = 100 [ms]  for = 50 [ms]  level = 20 [mM] } }
                simulate run { under = wash  until = 300 [ms] }
                """));
    }

    /// Activation moved by hand takes the membrane from its lower rest to its upper one, 2 mV too high at first.
    @ParameterizedTest
    @ValueSource(strings = {"5.8", "6", "6.1", "20", "100"})
    void aSwitchBetweenTwoRestsIsNone(String duration) {
        Findings findings = Loligo.run("""
                use izhikevich-2007-persistent-sodium
                patch cell : PersistentSodium { V = -52.51 [mV] }
                protocol move : set { of = NaP.m.V_half  step left { at = 5 [ms]  for = %s [ms]  level = -10 [mV] } }
                simulate run { under = move  until = 40 [ms] }
                """.formatted(duration));
        assertEquals(0, value(findings, "spike_count"));
        assertTrue(value(findings, "max") > 30);
    }

    /// A light opens its channels without a jump of dV/dt.
    @Test
    void aPlateauOfLightIsNone() {
        assertEquals(0, count("""
                model P { membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -70 [mV] }
                  channel ChR { g = 0.2 [mS/cm^2]  E = 0 [mV]  scheme O { C <-> O : k_on, k_off }  k_on = 0.5 [mm^2/mW/ms] * light  k_off = 0.1 [1/ms] } }
                patch cell : P { }
                protocol flash : light { step on { at = 20 [ms]  for = 80 [ms]  level = 1 [mW/mm^2] } }
                simulate run { under = flash  until = 200 [ms] }
                """));
    }

    /// Channelrhodopsin with the scheme C, O, D; it desensitises, and V decays from a peak while the light is on.
    private static final String CHANNELRHODOPSIN = """
              channel ChR2 { g = %s  E = 0 [mV]  scheme O { C <-> O : k_on, k_off   O -> D : k_d   D -> C : k_r }
                k_on = 1.2 [mm^2/mW/ms] * light   k_off = 0.1 [1/ms]   k_d = 0.05 [1/ms]   k_r = 0.004 [1/ms] } }
            patch cell : M { }
            protocol flash : light { step on { at = 20 [ms]  for = 1, 5, 20, 200 [ms]  level = 0.1, 1, 10 [mW/mm^2] } }
            simulate run { under = flash  until = 400 [ms]  record = V }
            """;

    private static List<Double> counts(String model) {
        return Loligo.run(model).result("run").members().stream().map(m -> m.features().stream().filter(f -> f.name().equals("spike_count")).findFirst().orElseThrow().value()).toList();
    }

    /// A passive membrane, and one with an inward rectifier (Gokhale et al. 2017) that has one resting potential: nothing in them fires.
    @ParameterizedTest
    @ValueSource(strings = {
        "membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -70 [mV] }",
        "membrane { V = -72.3 [mV] }  ion K { E = -75.3 [mV] }  channel leak { g = 0.1 [nS/pF]  E = 0 [mV] } channel Kir : K { g = 6.609 [nS/pF]  gate n { inf = 1/(1 + exp((V + 80.13 [mV])/14.32 [mV])) } }"})
    void aDecayingPlateauOfLightIsNone(String membrane) {
        String g = membrane.contains("nS") ? "5 [nS/pF]" : "2 [mS/cm^2]";
        assertEquals(DoubleStream.generate(() -> 0).limit(12).boxed().toList(), counts("model M { " + membrane + CHANNELRHODOPSIN.formatted(g)));
    }

    /// The squid axon answers each of these flashes with a spike at once, and long ones with more.
    @ParameterizedTest
    @ValueSource(strings = {"0.5", "2", "20"})
    void lightMakesAnAxonFire(String g) {
        List<Double> counts = counts("""
                model M { membrane { C = 1 [uF/cm^2]  V = -65 [mV] }  ion Na { E = 50 [mV] }  ion K { E = -77 [mV] }
                  channel leak { g = 0.3 [mS/cm^2]  E = -54.387 [mV] }
                  channel NaV : Na { g = 120 [mS/cm^2]
                    gate m^3 { alpha = 1 [1/ms] / exprel(-(V + 40 [mV]) / 10 [mV])   beta = 4 [1/ms] * exp(-(V + 65 [mV]) / 18 [mV]) }
                    gate h { alpha = 0.07 [1/ms] * exp(-(V + 65 [mV]) / 20 [mV])   beta = 1 [1/ms] / (1 + exp(-(V + 35 [mV]) / 10 [mV])) } }
                  channel Kdr : K { g = 36 [mS/cm^2]  gate n^4 { alpha = 0.1 [1/ms] / exprel(-(V + 55 [mV]) / 10 [mV])   beta = 0.125 [1/ms] * exp(-(V + 65 [mV]) / 80 [mV]) } }
                """ + CHANNELRHODOPSIN.formatted(g + " [mS/cm^2]"));
        for (Double count : counts) assertTrue(count != null && count >= 1, counts::toString);
        assertTrue(counts.get(9) > 1 || !g.equals("2"), counts::toString);
    }

    /// A step that ends anywhere in the spike that it has made, on its way up or down, does not unmake it.
    @Test
    void aSpikeInWhichTheStepEndsIsOne() {
        Findings findings = Loligo.run(SQUID + "protocol s : current { at = 5 [ms]  for = 2 to 6 by 0.1 [ms]  level = 10 [uA/cm^2] }\nsimulate run { under = s  until = 20 [ms] }");
        List<Double> counts = findings.result("run").members().stream().map(m -> m.features().stream().filter(f -> f.name().equals("spike_count")).findFirst().orElseThrow().value()).toList();
        assertEquals(DoubleStream.generate(() -> 1).limit(41).boxed().toList(), counts);
    }

    /// Strong kicks as strength-duration curves have them; that of 1 ms drives V far beyond the sodium potential, and falls with its end.
    @ParameterizedTest
    @ValueSource(strings = {"for = 0.1 [ms]  level = 300 [uA/cm^2]", "for = 0.2 [ms]  level = 500 [uA/cm^2]", "for = 1 [ms]  level = 300 [uA/cm^2]", "for = 10 [ms]  level = 300 [uA/cm^2]"})
    void aStrongKickMakesASpike(String kick) {
        assertEquals(1, count(SQUID + "protocol s : current { at = 5 [ms]  " + kick + " }\nsimulate run { under = s  until = 40 [ms] }"));
    }

    /// Noise, sines, ramps and synapses push without jumps; a passive membrane does not feed itself, however far it swings.
    @ParameterizedTest
    @ValueSource(strings = {
        "current { noise x { for = 2 [s]  mean = 0 [uA/cm^2]  sd = 1 [uA/cm^2]  tau = 5 [ms]  seed = 1 } }",
        "current { sine x { for = 2 [s]  mean = 0 [uA/cm^2]  amplitude = 3 [uA/cm^2]  frequency = 5 [Hz] } }",
        "current { ramp x { for = 1 [s]  level = 0 to 5 [uA/cm^2] }  ramp y { for = 1 [s]  level = 5 to 0 [uA/cm^2] } }",
        "dynamic { E = 0 [mV]  synaptic x { at = 10 [ms]  for = 200 [ms]  amplitude = 0.2 [mS/cm^2]  rise = 1 [ms]  decay = 5 [ms] } }"})
    void aPassiveMembraneSwings(String protocol) {
        Findings findings = Loligo.run(PASSIVE + "protocol p : " + protocol + "\nsimulate run { under = p  until = 2 [s]  record = V }");
        assertTrue(value(findings, "max") - value(findings, "min") > 20);
        assertEquals(0, value(findings, "spike_count"));
    }

    /// Every number has an error although its time is known to no more than rounding, and asked for ones are tabulated.
    @Test
    void theSquidFiresInNoise() {
        Findings findings = Loligo.run(SQUID + "protocol p : current { noise x { for = 2 [s]  mean = 6 [uA/cm^2]  sd = 3 [uA/cm^2]  tau = 5 [ms]  seed = 1, 2 } }\nsimulate run { under = p  until = 2 [s]  measure = cv, frequency }");
        for (Result.Member member : findings.result("run").members())
            for (Feature f : member.features()) assertTrue(f.value() == null || f.error() != null && f.error() < 1e-4, f::toString);
        assertTrue(Tables.text(findings).lines().anyMatch(line -> line.matches(" *p.x.seed +frequency \\(Hz\\) +cv")), Tables.text(findings));
    }

    @Test
    void aFamilyOfWhichNothingIsMeasured() {
        Findings findings = Loligo.run(SQUID + "protocol p : voltage { rest = -65 [mV]  step x { for = 5 [ms]  level = -80, 0 [mV] } }\nsimulate run { under = p  until = 5 [ms]  record = NaV.I }");
        assertTrue(Tables.text(findings).contains("2 runs, of which nothing is measured") && ReportPage.html(findings, Figures.of(findings)).contains("2 runs, of which nothing is measured."));
    }
}
