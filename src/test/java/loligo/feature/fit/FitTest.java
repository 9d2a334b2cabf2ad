package loligo.feature.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loligo.quantity.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every law on data with known answers: without noise to eight digits, with noise by how often the 95 % interval holds the truth.
class FitTest {
    private static final Unit MV = Unit.parse("mV");
    private static final Unit MS = Unit.parse("ms");
    private static final Unit DENSITY = Unit.parse("uA/cm^2");

    /// A law, its true parameters in their order, where it is measured, and how much noise it bears.
    record Case(Law law, double[] truth, double[] x, double noise) {
        Points points(double sd, long seed) {
            Random random = new Random(seed);
            double[] y = Arrays.stream(x).map(at -> law.value(at, truth) + (sd == 0 ? 0 : sd * random.nextGaussian())).toArray();
            return Points.of(x, y, x[0] < 0 ? MV : MS, DENSITY);
        }

        @Override
        public String toString() {
            return law.toString();
        }
    }

    private static double[] even(double from, double to, int count) {
        return IntStream.range(0, count).mapToDouble(i -> from + (to - from) * i / (count - 1)).toArray();
    }

    static Stream<Case> cases() {
        double[] potentials = even(-90, 30, 25);
        double[] times = even(0, 50, 41);
        double[] durations = Points.ratios(0.05, 20, 25);
        return Stream.of(new Case(new Line(), new double[] {-0.37, 12}, potentials, 0.5),
                new Case(new Boltzmann(Boltzmann.Direction.ACTIVATION, false, false), new double[] {-38.3, 7.1}, potentials, 0.02),
                new Case(new Boltzmann(Boltzmann.Direction.ACTIVATION, true, false), new double[] {1.1, -38.3, 7.1}, potentials, 0.02),
                new Case(new Boltzmann(Boltzmann.Direction.ACTIVATION, true, true), new double[] {34, -2.5, -30, 9}, potentials, 0.5),
                new Case(new Boltzmann(Boltzmann.Direction.INACTIVATION, false, false), new double[] {-62, 5.5}, potentials, 0.02),
                new Case(new Boltzmann(Boltzmann.Direction.INACTIVATION, true, false), new double[] {-1450, -62, 5.5}, potentials, 20),
                new Case(new Boltzmann(Boltzmann.Direction.INACTIVATION, true, true), new double[] {0.9, 0.08, -62, 5.5}, potentials, 0.02),
                new Case(new Exponential(1, Exponential.Form.DECAY), new double[] {-850, 7.3}, times, 10),
                new Case(new Exponential(1, Exponential.Form.RELAXATION), new double[] {8.2, -73.1, 4.4}, times, 0.1),
                new Case(new Exponential(1, Exponential.Form.RECOVERY), new double[] {0.97, 6.2}, times, 0.02),
                new Case(new Exponential(2, Exponential.Form.DECAY), new double[] {600, 250, 1.9, 17}, times, 4),
                new Case(new Exponential(2, Exponential.Form.RELAXATION), new double[] {-40, -30, 5, 1.6, 13}, times, 0.15),
                new Case(new Exponential(2, Exponential.Form.RECOVERY), new double[] {0.6, 0.4, 1.9, 17}, times, 0.004),
                new Case(new StrengthDuration(StrengthDuration.Author.WEISS), new double[] {2.24, 3.1}, durations, 0.2),
                new Case(new StrengthDuration(StrengthDuration.Author.LAPICQUE), new double[] {2.24, 1.7}, durations, 0.2),
                new Case(new Hill(Hill.Direction.RESPONSE, false), new double[] {98, 1.3, 1.4}, durations, 2),
                new Case(new Hill(Hill.Direction.BLOCK, true), new double[] {0.9, 0.1, 0.8, 1.9}, durations, 0.02));
    }

    private static Fitted.Fit fit(Law law, Points points) {
        return assertInstanceOf(Fitted.Fit.class, LeastSquares.fit(law, points), () -> law + ": " + LeastSquares.fit(law, points));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withoutNoiseTheAnswerIsExact(Case c) {
        Fitted.Fit fit = fit(c.law, c.points(0, 0));
        for (int j = 0; j < c.truth.length; j++) {
            Fitted.Estimate estimate = fit.estimates().get(j);
            assertEquals(c.truth[j], estimate.value(), 1e-8 * Math.abs(c.truth[j]), estimate.name());
            assertTrue(estimate.halfWidth() <= 1e-6 * Math.abs(c.truth[j]), () -> estimate.toString());
        }
        assertEquals(1, fit.rSquared(), 1e-12);
        assertEquals(c.x.length - c.truth.length, fit.freedom());
    }

    /// Of 500 intervals at 95 %, between 450 and 495 hold the truth.
    @ParameterizedTest
    @MethodSource("cases")
    void theIntervalHoldsTheTruthAsOftenAsItSays(Case c) {
        int[] held = new int[c.truth.length];
        for (int seed = 1; seed <= 500; seed++) {
            List<Fitted.Estimate> estimates = fit(c.law, c.points(c.noise, seed)).estimates();
            for (int j = 0; j < held.length; j++) if (Math.abs(estimates.get(j).value() - c.truth[j]) <= estimates.get(j).halfWidth()) held[j]++;
        }
        for (int j = 0; j < held.length; j++) assertTrue(held[j] >= 450 && held[j] <= 495, c.law.parameters().get(j).name() + ": " + held[j] + " of 500");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void slopesAreThoseOfTheCurve(Case c) {
        double[] slopes = new double[c.truth.length];
        for (double x : c.x) {
            c.law.gradient(x, c.truth, slopes);
            for (int j = 0; j < slopes.length; j++) {
                double step = 1e-5 * Math.abs(c.truth[j]);
                double[] more = c.truth.clone();
                double[] less = c.truth.clone();
                more[j] += step;
                less[j] -= step;
                double slope = (c.law.value(x, more) - c.law.value(x, less)) / (2 * step);
                assertEquals(slope, slopes[j], 1e-5 * Math.abs(slope) + 1e-8 * Math.abs(c.law.value(x, c.truth)) / Math.abs(c.truth[j]) + 1e-9);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void flatOrFewPointsGiveASentence(Case c) {
        double[] flat = new double[c.x.length];
        Arrays.fill(flat, 3.5);
        if (!c.law.mayBeFlat()) assertEquals("the points are flat: y is the same at all of them", why(c.law, c.x, flat));
        int few = c.truth.length;
        String sentence = why(c.law, Arrays.copyOf(c.x, few), c.points(0, 0).y());
        assertEquals(few + " points for " + few + " parameters; it takes " + (few + 1) + " at least", sentence);
        assertTrue(why(c.law, new double[] {1}, new double[] {2}).startsWith("1 point for "));
        double[] same = new double[20];
        Arrays.fill(same, 2.0);
        assertEquals("the points lie at 1 different x, too few for " + few + " parameters", why(c.law, same, even(0, 1, 20)));
    }

    static String why(Law law, double[] x, double[] y) {
        return assertInstanceOf(Fitted.NoFit.class, LeastSquares.fit(law, Points.of(x, Arrays.copyOf(y, x.length), MV, DENSITY))).why();
    }
}
