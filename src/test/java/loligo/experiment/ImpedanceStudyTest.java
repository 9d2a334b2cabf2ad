package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import loligo.feature.Feature;
import loligo.figure.Axis;
import loligo.figure.Figure;
import loligo.notation.Mistakes;
import loligo.notation.Source;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `impedance` from the text to the numbers. References: closed forms, and for the squid its admittance linearised by hand (as Mauro, Conti, Dodge and Schor
/// did, 1970), with the rest and the slope conductance there from the project's science specification.
class ImpedanceStudyTest {
    private static final String SQUID = "use hodgkin-huxley-1952\npatch axon : HodgkinHuxley1952 { }\n";
    private static final String PASSIVE = "model Passive { membrane { C = 2 [uF/cm^2]  V = -60 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -70 [mV] } }\npatch cell : Passive { }\n";
    private static final String CHIRP = "impedance zap { frequency = 1 to 500 [Hz]  amplitude = 0.01 [uA/cm^2]  for = 1000 [ms] }\n";

    /// A complex number.
    private record Z(double re, double im) {
        private Z plus(Z o) {
            return new Z(re + o.re, im + o.im);
        }

        private Z inverse() {
            double d = re * re + im * im;
            return new Z(re / d, -im / d);
        }

        private double size() {
            return StrictMath.hypot(re, im);
        }

        private double phase() {
            return StrictMath.atan2(im, re);
        }
    }

    private static final double REST = -64.996379331; // mV, with E_L = -54.387

    private static double rate(DoubleUnaryOperator f, double v) {
        return (f.applyAsDouble(v + 1e-3) - f.applyAsDouble(v - 1e-3)) / 2e-3;
    }

    /// What a gate adds to the admittance: its current's slope by the gate, times how the gate follows V.
    private static Z gate(DoubleUnaryOperator alpha, DoubleUnaryOperator beta, double slope, double omega) {
        double x = steady(alpha, beta);
        double k = rate(alpha, REST) * (1 - x) - rate(beta, REST) * x;
        Z follows = new Z(alpha.applyAsDouble(REST) + beta.applyAsDouble(REST), omega).inverse();
        return new Z(slope * k * follows.re, slope * k * follows.im);
    }

    private static double steady(DoubleUnaryOperator alpha, DoubleUnaryOperator beta) {
        return alpha.applyAsDouble(REST) / (alpha.applyAsDouble(REST) + beta.applyAsDouble(REST));
    }

    /// The squid's impedance at rest, kOhm cm^2, from the equations of 1952.
    private static Z squid(double hertz) {
        double omega = 2 * Math.PI * hertz / 1000;
        DoubleUnaryOperator am = v -> 0.1 * (v + 40) / (1 - StrictMath.exp(-(v + 40) / 10));
        DoubleUnaryOperator bm = v -> 4 * StrictMath.exp(-(v + 65) / 18);
        DoubleUnaryOperator ah = v -> 0.07 * StrictMath.exp(-(v + 65) / 20);
        DoubleUnaryOperator bh = v -> 1 / (1 + StrictMath.exp(-(v + 35) / 10));
        DoubleUnaryOperator an = v -> 0.01 * (v + 55) / (1 - StrictMath.exp(-(v + 55) / 10));
        DoubleUnaryOperator bn = v -> 0.125 * StrictMath.exp(-(v + 65) / 80);
        double m = steady(am, bm);
        double h = steady(ah, bh);
        double n = steady(an, bn);
        double sodium = 120 * (REST - 50);
        double potassium = 36 * (REST + 77);
        Z admittance = new Z(120 * m * m * m * h + 36 * n * n * n * n + 0.3, omega);
        return admittance.plus(gate(am, bm, 3 * m * m * h * sodium, omega)).plus(gate(ah, bh, m * m * m * sodium, omega)).plus(gate(an, bn, 4 * n * n * n * potassium, omega)).inverse();
    }

    private static double value(Feature feature) {
        Double value = feature.value();
        assertNotNull(value, feature::toString);
        return value;
    }

    private static double error(Feature feature) {
        Double error = feature.error();
        assertNotNull(error, feature::toString);
        return error;
    }

    private static Result.Curve zap(String text) {
        return assertInstanceOf(Result.Curve.class, Loligo.run(text).result("zap"));
    }

    private static double hertz(Result.Member member) {
        return 1000 * member.set().getFirst().value();
    }

    @Test
    void theSquidResonates() {
        Findings findings = Loligo.run(SQUID + CHIRP);
        Result.Curve curve = assertInstanceOf(Result.Curve.class, findings.result("zap"));
        for (Result.Member member : curve.members()) {
            Z truth = squid(hertz(member));
            assertEquals(truth.size(), value(member.features().get(0)), error(member.features().get(0)) + 1e-4 * truth.size());
            assertEquals(truth.phase(), value(member.features().get(1)), error(member.features().get(1)) + 1e-4);
        }
        double top = IntStream.range(0, 5000).mapToDouble(i -> 60 + i * 0.002).reduce(60, (a, b) -> squid(b).size() > squid(a).size() ? b : a);
        assertEquals(-64.996379331, value(findings.feature("zap", "rest")), 1e-8);
        Feature resonance = findings.feature("zap", "resonance_frequency");
        assertEquals(top, value(resonance), error(resonance) + 0.05);
        assertTrue(error(resonance) < 0.2 && String.valueOf(resonance.note()).startsWith("of the linearised equations 66.68"), resonance::toString);
        assertEquals(squid(top).size() / squid(1).size(), value(findings.feature("zap", "resonance_strength")), 1e-3);
        assertTrue(value(findings.feature("zap", "nonlinearity")) < 2e-4);
    }

    /// The line beside the points comes from the Jacobian of the formulas alone.
    @Test
    void theLineBesideThePointsIsThatOfTheLinearisedEquations() {
        List<Result.Fit> lines = zap(SQUID + CHIRP).fits();
        assertEquals(List.of("magnitude", "phase"), lines.stream().map(Result.Fit::column).toList());
        for (int i = 0; i < lines.getFirst().xs().length; i++) {
            Z truth = squid(lines.getFirst().xs()[i]);
            assertEquals(truth.size(), lines.get(0).ys()[i], 1e-6 * truth.size());
            assertEquals(truth.phase(), lines.get(1).ys()[i], 1e-6);
        }
    }

    @Test
    void slowCurrentMeetsTheSlopeConductance() {
        Findings findings = Loligo.run(SQUID + "impedance zap { frequency = 0.2 to 20 [Hz]  amplitude = 0.01 [uA/cm^2]  for = 5000 [ms] }");
        Feature resistance = findings.feature("zap", "input_resistance");
        assertEquals(1 / 1.166895, value(resistance), error(resistance) + 1e-4); // at 0.2 Hz, not at 0
        assertEquals("kOhm*cm^2", resistance.unit().symbol());
        assertEquals("at 0.2 Hz", resistance.note());
    }

    @Test
    void resistanceAndCapacitanceHaveTheirClosedForm() {
        Findings findings = Loligo.run(PASSIVE + "impedance zap { frequency = 0.5 to 200 [Hz]  amplitude = 1 [uA/cm^2]  for = 2000 [ms] }");
        for (Result.Member member : findings.result("zap").members()) {
            double turn = 2 * Math.PI * hertz(member) / 1000 * 20; // omega tau
            assertEquals(10 / StrictMath.hypot(1, turn), value(member.features().get(0)), error(member.features().get(0)));
            assertEquals(-StrictMath.atan(turn), value(member.features().get(1)), error(member.features().get(1)));
            assertTrue(error(member.features().get(0)) < 1e-5 * value(member.features().get(0)), member::toString);
        }
        assertNull(findings.feature("zap", "resonance_frequency").value());
        assertEquals("the impedance is largest at the lowest frequency", findings.feature("zap", "resonance_frequency").note());
    }

    @Test
    void aWholeCellHasMegaohms() {
        String cell = "model Cell { membrane { C = 100 [pF]  V = -70 [mV] }  channel leak { g = 5 [nS]  E = -70 [mV] } }\npatch cell : Cell { }\n";
        Feature resistance = Loligo.run(cell + "impedance zap { frequency = 0.5 to 50 [Hz]  amplitude = 10 [pA]  for = 2000 [ms] }").feature("zap", "input_resistance");
        assertEquals("MOhm", resistance.unit().symbol());
        assertEquals(200 / StrictMath.hypot(1, 2 * Math.PI * 0.5e-3 * 20), value(resistance), error(resistance));
    }

    @Test
    void tooMuchCurrentBendsTheMembrane() {
        Feature bent = Loligo.run(SQUID + CHIRP.replace("0.01", "1")).feature("zap", "nonlinearity");
        assertTrue(value(bent) > 0.02 && String.valueOf(bent.note()).contains("write a smaller amplitude"), bent::toString);
    }

    @Test
    void whoFiresHasNone() {
        Result.Curve kicked = zap(SQUID + CHIRP.replace("0.01", "5"));
        assertTrue(kicked.features().stream().allMatch(f -> f.value() == null && "the chirp makes V of axon rise and fall as a spike does; write a smaller amplitude".equals(f.note())));
        assertTrue(kicked.members().isEmpty() && kicked.traces() != null);
        Findings findings = Loligo.run(SQUID.replace("{ }", "{ I = 15 [uA/cm^2] }") + CHIRP);
        assertTrue(String.valueOf(findings.feature("zap", "resonance_frequency").note()).matches("axon is not at rest: it fires \\d+ times in 5000 ms without a chirp"), findings.result("zap").features()::toString);
        assertTrue(Tables.text(findings).contains("axon is not at rest") && ReportPage.html(findings, Figures.of(findings)).contains("axon is not at rest"));
    }

    /// In mathematical units an unknown answers an input: x' = I - x.
    @Test
    void equationsWithoutVoltsToo() {
        Findings findings = Loligo.run("model One { state { x = 1 }  input { I = 0.5 }  x' = 0.1 [1/ms] * (I - x) }\npatch p : One { }\nimpedance zap { frequency = 1 to 100 [Hz]  amplitude = 0.1  for = 1000 [ms] }");
        Feature low = findings.feature("zap", "input_resistance");
        assertEquals(1 / StrictMath.hypot(1, 2 * Math.PI * 1e-3 * 10), value(low), error(low));
    }

    @Test
    void bothAxesOfABode() {
        Findings findings = Loligo.run(PASSIVE + "impedance zap { frequency = 0.5 to 500 [Hz]  amplitude = 1 [uA/cm^2]  for = 2000 [ms] }");
        List<Figures.Drawn> drawn = Figures.of(findings);
        assertEquals(List.of("zap-1", "zap-2"), drawn.stream().map(Figures.Drawn::name).toList());
        Figure bode = drawn.getLast().figure();
        assertEquals(List.of("magnitude (kΩ·cm²)", "phase (rad)"), bode.panels().stream().map(p -> p.y().heading()).toList());
        assertTrue(bode.panels().stream().allMatch(p -> p.x().scale() == Axis.Scale.LOG));
        assertEquals(Axis.Scale.LOG, bode.panels().getFirst().y().scale());
        StringWriter csv = new StringWriter();
        Series series = findings.result("zap").series();
        assertNotNull(series);
        assertTrue(csv(series, csv).startsWith("frequency,magnitude,phase\nHz,kOhm*cm^2,rad\n0.5,"), csv::toString);
        StringWriter json = new StringWriter();
        ResultJson.write(findings, json);
        assertTrue(json.toString().contains("\"kind\" : \"impedance\"") && json.toString().contains("\"traces\" : \"zap-traces.csv\""));
    }

    private static String csv(Series series, StringWriter out) {
        try {
            series.write(out);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Study read(String text) {
        return ExperimentReader.read(new Source("text", text), new Shelf(null), List.of()).studies().getLast();
    }

    @Test
    void numbersDoNotDependOnThreadsAndFastLeavesOutErrors() {
        Study study = read(SQUID + CHIRP);
        Result alone = new Laboratory(new Laboratory.Options(1, false), Progress.NOBODY).perform(study);
        assertEquals(ResultHash.of(alone), ResultHash.of(new Laboratory(new Laboratory.Options(3, false), Progress.NOBODY).perform(study)));
        Result fast = new Laboratory(new Laboratory.Options(2, true), Progress.NOBODY).perform(study);
        assertTrue(fast.features().stream().allMatch(f -> f.error() == null));
        assertEquals(alone.features().getFirst().value(), fast.features().getFirst().value());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 0", "500, 0"})
    void whoInterruptsGetsASentence(int questions, int members) {
        Progress impatient = new Progress() {
            private int asked;

            @Override
            public synchronized boolean interrupted() {
                return asked++ >= questions;
            }

            @Override
            public void reached(String study, double fraction) {}
        };
        Result result = new Laboratory(new Laboratory.Options(1, true), impatient).perform(read(SQUID + CHIRP));
        assertTrue(result.outcome() instanceof Outcome.Stopped stopped && stopped.reason().equals("interrupted"), result.outcome()::toString);
        assertEquals(members, result.members().size());
    }

    @Test
    void explainsAndCites() {
        Experiment experiment = ExperimentReader.read(new Source("text", SQUID + CHIRP), new Shelf(null), List.of());
        assertTrue(Explanation.of(experiment).contains("impedance zap on axon: where it rests by itself, a chirp from 1 [Hz] to 500 [Hz] and the same turned over"));
        assertTrue(Citations.of(experiment).stream().anyMatch(e -> e.contains("Puil")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "amplitude = 0.1 [uA/cm^2]  for = 1 [s] | an impedance over which frequencies?",
        "frequency = 1 to 500 [Hz]  for = 1 [s] | an impedance with how much current?",
        "frequency = 1 to 500 [Hz]  amplitude = 0.1 [uA/cm^2] | an impedance for how long?",
        "frequency = 1 to 500 [Hz]  amplitude = 0.1 [nA]  for = 1 [s] | units do not agree",
        "frequency = 1 to 500 [ms]  amplitude = 0.1 [uA/cm^2]  for = 1 [s] | units do not agree",
        "frequency = 500 to 1 [Hz]  amplitude = 0.1 [uA/cm^2]  for = 1 [s] | frequency goes upwards",
        "frequency = 0 to 10 [Hz]  amplitude = 0.1 [uA/cm^2]  for = 1 [s] | frequency goes upwards",
        "frequency = 5 [Hz]  amplitude = 0.1 [uA/cm^2]  for = 1 [s] | frequency is an interval here",
        "frequency = 1 to 500 [Hz]  amplitude = 0 [uA/cm^2]  for = 1 [s] | amplitude must be more than zero",
        "frequency = 1 to 500 [Hz]  amplitude = 0.1, 0.2 [uA/cm^2]  for = 1 [s] | amplitude is one number",
        "frequency = 1 to 500 [Hz]  amplitude = 0.1 [uA/cm^2]  for = 0 [s] | for must be more than zero",
        "frequency = 1 to 500 [kHz]  amplitude = 0.1 [uA/cm^2]  for = 1000 [s] | turns",
        "frequency = 1 to 500 [Hz]  amplitude = 0.1 [uA/cm^2]  for = 1 [s]  until = 1 [s] | unknown word until",
        "frequency = 1 to 500 [Hz]  amplitude = 0.1 [uA/cm^2]  for = 1 [s]  on = nobody | no preparation is called nobody"})
    void refuses(String body, String problem) {
        Mistakes mistakes = assertThrows(Mistakes.class, () -> Loligo.run(SQUID + "impedance zap { " + body + " }"));
        assertTrue(mistakes.diagnostics().stream().anyMatch(d -> d.problem().contains(problem)), () -> mistakes.diagnostics().stream().map(d -> d.problem()).toList().toString());
    }

    @Test
    void whatHasNoCurrentHasNoImpedance() {
        Mistakes mistakes = assertThrows(Mistakes.class, () -> Loligo.run("model M { state { x = 1 }  x' = -x/1 [ms] }\npatch p : M { }\n" + CHIRP));
        assertTrue(String.valueOf(mistakes.getMessage()).contains("M has no input I"), mistakes.getMessage());
    }
}
