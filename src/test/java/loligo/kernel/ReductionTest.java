package loligo.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import loligo.model.Equations;
import loligo.notation.Precise;
import org.junit.jupiter.api.Test;

/// What formulas lose and save on the way from how they are written to how they are computed.
class ReductionTest {
    private static final Sine STILL = new Sine(new double[0]);

    private static double[] slopes(Equations equations, double v) {
        Kernel kernel = Kernel.compile(equations);
        double[] y = new double[equations.states().size()];
        double[] dy = new double[y.length];
        y[0] = v;
        kernel.field(kernel.parameters(), STILL).evaluate(0, y, dy);
        return dy;
    }

    private static long count(Equations equations, Op op) {
        Formulas formulas = new Formulas(equations);
        Reduction.Reduced reduced = formulas.reduced(formulas.derivatives());
        int[] uses = reduced.graph().uses(reduced.stores().stream().mapToInt(Store::node).toArray());
        long count = 0;
        for (int node = 0; node < uses.length; node++) if (uses[node] > 0 && reduced.graph().op(node) == op && reduced.graph().level(node) > Graph.PARAMETER) count++;
        return count;
    }

    private static void close(BigDecimal expected, double actual, double relative, String what) {
        double error = new BigDecimal(actual).subtract(expected).divide(expected, Precise.DIGITS).abs().doubleValue();
        assertTrue(error <= relative, () -> what + " is off by " + error);
    }

    /// -(v + shift)/slope, exactly
    private static BigDecimal argument(double v, int shift, int slope) {
        return new BigDecimal(v).add(BigDecimal.valueOf(shift)).divide(BigDecimal.valueOf(-slope), Precise.DIGITS);
    }

    @Test
    void aFamilyCostsOneExponentialAndStaysExact() {
        Equations family = new Membranes("family").state("V", "0", "0-V").state("a", "0", "exp(-(V+65)/80)").state("b", "0", "exp(-(V+65)/20)")
                .state("c", "0", "exp(-(V-20)/10)").state("d", "0", "exp(-(V+35)/16)").state("e", "0", "1/exprel(-(V+40)/10)").state("f", "0", "exprel(-(V+55)/20)").equations();
        assertEquals(1, count(family, Op.EXP));
        for (double v = -120; v < 80; v += 0.37) {
            double[] dy = slopes(family, v);
            close(Precise.exp(argument(v, 65, 80)), dy[1], 1e-14, "exp/80 at " + v);
            close(Precise.exp(argument(v, 65, 20)), dy[2], 1e-14, "exp/20 at " + v);
            close(Precise.exp(argument(v, -20, 10)), dy[3], 1e-14, "exp/10 at " + v);
            close(Precise.exp(argument(v, 35, 16)), dy[4], 1e-14, "exp/16 at " + v);
            close(BigDecimal.ONE.divide(Precise.exprel(argument(v, 40, 10)), Precise.DIGITS), dy[5], 1e-14, "1/exprel at " + v);
            close(Precise.exprel(argument(v, 55, 20)), dy[6], 1e-14, "exprel at " + v);
        }
    }

    @Test
    void aroundTheHoleNothingIsLost() {
        Equations holes = new Membranes("holes").state("V", "0", "0-V").state("a", "0", "exp(-(V+65)/80)").state("b", "0", "0.1*(V+40)/(1-exp(-(V+40)/10))").equations();
        assertEquals(1, count(holes, Op.EXP));
        for (double distance = 1e-13; distance < 3.4; distance *= 1.7) {
            for (double v : new double[] {-40 - distance, -40 + distance}) {
                close(BigDecimal.ONE.divide(Precise.exprel(argument(v, 40, 10)), Precise.DIGITS), slopes(holes, v)[2], 1e-15, "at " + v);
            }
        }
        assertEquals(1, slopes(holes, -40)[2]);
    }

    @Test
    void aGateCostsOneDivision() {
        Equations squid = Membranes.hodgkinHuxley(false);
        assertEquals(2, count(squid, Op.EXP));
        assertEquals(3, count(squid, Op.DIVIDE), "m, h, n; what depends on parameters only is prepared");
    }

    @Test
    void exponentialsThatAreNoMultiplesStayAsTheyAre() {
        Equations apart = new Membranes("apart").parameter("k", 7).state("V", "0", "exp(V/10)+exp(V/18)+exp(V/k)+exp(-V/10)+exp(V/10+200)").equations();
        assertEquals(5, count(apart, Op.EXP));
        assertEquals(0, slopes(new Membranes("same").state("V", "0", "V*V-V*V").equations(), 0.1)[0]);
    }

    @Test
    void everyPartComputesTheSameBits() {
        for (Equations equations : List.of(Membranes.hodgkinHuxley(false), Membranes.persistentSodium(), Membranes.goldman())) {
            Formulas formulas = new Formulas(equations);
            Reduction.Reduced derivatives = formulas.reduced(formulas.derivatives());
            Reduction.Reduced more = formulas.reduced(formulas.derivativesWithDiagonal());
            for (int i = 0; i < derivatives.stores().size(); i++) {
                assertEquals(text(derivatives.graph(), derivatives.stores().get(i).node()), text(more.graph(), more.stores().get(i).node()));
            }
        }
    }

    /// A formula with its operands in an order that does not depend on when they were made.
    private static String text(Graph graph, int node) {
        Op op = graph.op(node);
        if (op == Op.CONSTANT) return Double.toHexString(graph.value(node));
        if (op.leaf()) return op + "" + graph.operand(node, 0);
        String[] operands = new String[op.arity()];
        for (int k = 0; k < operands.length; k++) operands[k] = text(graph, graph.operand(node, k));
        if (op.commutative() || op == Op.FMA) Arrays.sort(operands, 0, 2);
        return op + "(" + String.join(",", operands) + ")";
    }
}
