package loligo.feature.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

/// Points that do not determine a law, and what a fit says beside its parameters.
class NoFitTest {
    private static final double[] X = IntStream.range(0, 31).mapToDouble(i -> i).toArray();
    private static final Law ACTIVATION = new Boltzmann(Boltzmann.Direction.ACTIVATION, true, false);
    private static final Law RELAXATION = new Exponential(1, Exponential.Form.RELAXATION);

    private static String why(Law law, DoubleUnaryOperator y) {
        return FitTest.why(law, X, DoubleStream.of(X).map(y).toArray());
    }

    @Test
    void noCrossing() {
        String above = "the points do not pass half of the curve's height: it would lie above the highest x";
        assertEquals(above, why(ACTIVATION, x -> 1 / (1 + StrictMath.exp((45 - x) / 6))));
        assertEquals(above, why(new Boltzmann(Boltzmann.Direction.INACTIVATION, false, false), x -> 1 / (1 + StrictMath.exp((x - 40) / 6))));
        assertTrue(why(new Hill(Hill.Direction.RESPONSE, false), x -> x / (90 + x)).startsWith("the points do not pass half of the amplitude"));
    }

    @Test
    void aStraightLineHasNoTimeConstant() {
        assertEquals("a simpler curve comes as near to the points: slope*x + intercept", why(RELAXATION, x -> 3 - 0.2 * x));
        assertTrue(why(new Exponential(1, Exponential.Form.RECOVERY), x -> 0.2 * x).endsWith("slope*x + intercept"));
    }

    @Test
    void aStepBetweenTwoPointsHasNoSteepness() {
        String why = why(ACTIVATION, x -> x < 14.5 ? 0 : 1);
        assertTrue(why.startsWith("the points do not determine"), why);
    }

    @Test
    void twoExponentialsWhereThereIsOne() {
        assertEquals("a simpler curve comes as near to the points: amplitude*exp(-x/tau)", why(new Exponential(2, Exponential.Form.DECAY), x -> 5 * StrictMath.exp(-x / 6)));
        Random random = new Random(3);
        assertTrue(why(new Exponential(2, Exponential.Form.RELAXATION), x -> 5 * StrictMath.exp(-x / 6) + random.nextGaussian()).startsWith("the points "));
    }

    @Test
    void noiseAlone() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Fitted fitted = LeastSquares.fit(RELAXATION, Points.of(X, DoubleStream.of(X).map(x -> random.nextGaussian()).toArray(), Unit.ONE, Unit.ONE));
            if (fitted instanceof Fitted.Fit fit) for (Fitted.Estimate e : fit.estimates()) assertTrue(Double.isFinite(e.value()) && Double.isFinite(e.halfWidth()), e.toString());
        }
    }

    @Test
    void strengthNeedsDurationsAboveZero() {
        for (StrengthDuration.Author author : StrengthDuration.Author.values()) assertEquals("durations must be above zero", why(new StrengthDuration(author), x -> 1 + x));
        assertEquals("the points do not determine chronaxie: its interval of confidence reaches zero",
                FitTest.why(new StrengthDuration(StrengthDuration.Author.WEISS), new double[] {1, 2, 3, 4, 5}, new double[] {60, 30, 20, 15, 12}));
        assertEquals("a dose below zero makes no sense", FitTest.why(new Hill(Hill.Direction.BLOCK, false), new double[] {-1, 2, 3, 4}, new double[] {4, 3, 2, 1}));
    }

    @Test
    void whatIsNoPointIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Points.of(new double[] {1, 2}, new double[] {1}, Unit.ONE, Unit.ONE));
        assertThrows(IllegalArgumentException.class, () -> Points.of(new double[] {1}, new double[] {Double.NaN}, Unit.ONE, Unit.ONE));
        assertThrows(IllegalArgumentException.class, () -> new Points(new double[] {1}, new double[] {1}, new double[] {0}, Unit.ONE, Unit.ONE));
        assertThrows(IllegalArgumentException.class, () -> new Exponential(3, Exponential.Form.DECAY));
        Fitted.Fit fit = assertInstanceOf(Fitted.Fit.class, LeastSquares.fit(new Line(), Points.of(X, X, Unit.ONE, Unit.ONE)));
        assertThrows(IllegalArgumentException.class, () -> fit.estimate("tau"));
    }

    /// Points (0, 0), (1, 1), (2, 1), (3, 4) of weights 1, 2, 2, 1: by the normal equations (sum of w = 6, mean x = 1.5, mean y = 4/3,
    /// Sxx = 5.5, Sxy = 6 and Syy = 20 - 32/3); Student's t of 2 degrees at 97.5 % is 4.302652730.
    @Test
    void aWeightedLine() {
        Points points = new Points(new double[] {0, 1, 2, 3}, new double[] {0, 1, 1, 4}, new double[] {1, 2, 2, 1}, Unit.parse("uA/cm^2"), Unit.parse("Hz"));
        Fitted.Fit fit = assertInstanceOf(Fitted.Fit.class, LeastSquares.fit(new Line(), points));
        double slope = 6 / 5.5;
        double intercept = 4.0 / 3 - 1.5 * slope;
        assertEquals(slope, fit.estimate("slope").value(), 1e-13);
        assertEquals(intercept, fit.estimate("intercept").value(), 1e-13);
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            double residual = points.y()[i] - slope * points.x()[i] - intercept;
            assertEquals(residual, fit.residuals()[i], 1e-13);
            assertEquals(points.y()[i] - residual, fit.value(i), 1e-13);
            squares += points.weights()[i] * residual * residual;
        }
        assertEquals(4.302652730 * Math.sqrt(squares / 2 / 5.5), fit.estimate("slope").halfWidth(), 1e-8);
        assertEquals(4.302652730 * Math.sqrt(squares / 2 * (1 / 6.0 + 1.5 * 1.5 / 5.5)), fit.estimate("intercept").halfWidth(), 1e-8);
        assertEquals(Math.sqrt(squares / 6), fit.rms(), 1e-13);
        assertEquals(1 - squares / (2 + 2 + 16 - 6 * 16 / 9.0), fit.rSquared(), 1e-13);
        assertEquals("Hz/(uA/cm^2)", fit.estimate("slope").unit().symbol());
        assertEquals("Hz", fit.estimate("intercept").unit().symbol());
    }

    @Test
    void aSlopeHasTheUnitOfItsAxes() {
        Parameter slope = Parameter.of("slope", Parameter.Scale.SLOPE);
        assertEquals("mS/cm^2", slope.unit(Unit.parse("mV"), Unit.parse("uA/cm^2")).symbol());
        assertEquals("pA/mV", slope.unit(Unit.parse("mV"), Unit.parse("pA")).symbol());
        assertEquals("pA", slope.unit(Unit.ONE, Unit.parse("pA")).symbol());
    }
}
