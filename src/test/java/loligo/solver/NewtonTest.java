package loligo.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NewtonTest {
    private record Field(int dimension, java.util.function.BiConsumer<double[], double[]> f) implements VectorField {
        @Override
        public void evaluate(double t, double[] y, double[] dy) {
            f.accept(y, dy);
        }
    }

    @Test
    void findsTheRootThatIsNear() {
        // x' = x^2 - 2, y' = x y - 1: stands still at (sqrt 2, 1/sqrt 2)
        Field field = new Field(2, (y, dy) -> {
            dy[0] = y[0] * y[0] - 2;
            dy[1] = y[0] * y[1] - 1;
        });
        double[] found = Newton.root(field, 0, new double[] {1, 1}, new double[] {1, 1}).orElseThrow().state();
        assertArrayEquals(new double[] {Math.sqrt(2), 1 / Math.sqrt(2)}, found, 1e-14);
    }

    @Test
    void saysSoWhenThereIsNone() {
        assertTrue(Newton.root(new Field(1, (y, dy) -> dy[0] = 1 + y[0] * y[0]), 0, new double[] {0.3}, new double[] {1}).isEmpty());
        assertTrue(Newton.root(new Field(1, (y, dy) -> dy[0] = 1), 0, new double[] {0.3}, new double[] {1}).isEmpty());
    }
}
