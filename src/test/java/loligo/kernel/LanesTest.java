package loligo.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import loligo.model.Equations;
import loligo.solver.Methods;
import loligo.solver.Method;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanesTest {
    static Stream<Equations> membranes() {
        return Stream.of(Membranes.hodgkinHuxley(false), Membranes.hodgkinHuxley(true), Membranes.persistentSodium(), Membranes.scheme(), Membranes.goldman());
    }

    @ParameterizedTest
    @MethodSource("membranes")
    void cellsStepAsOneByOne(Equations equations) {
        Kernel kernel = Kernel.compile(equations);
        Sine drive = new Sine(equations.inputs().stream().mapToDouble(Equations.Input::value).toArray());
        for (String name : new String[] {"rk4", "exponential_euler", "rush_larsen", "rush_larsen2"}) {
            for (int lanes : new int[] {1, 2, 4, 8}) {
                Method method = Methods.of(name);
                Cells cells = Cells.of(kernel, 11);
                Ensemble ensemble = new Ensemble(kernel, method, cells, drive, lanes);
                ensemble.start(0);
                ensemble.advance(1, 0.01);
                double[] y = new double[equations.states().size()];
                for (int cell = 0; cell < 11; cell++) {
                    ensemble.state(cell, y);
                    KernelField field = cells.field(kernel, cell, drive);
                    Stepper stepper = Steppers.fixed(method, field, 0.01);
                    stepper.start(0, field.initial(0));
                    while (stepper.time() < 1) stepper.step(1);
                    for (int i = 0; i < y.length; i++) assertEquals(Double.doubleToLongBits(stepper.state()[i]), Double.doubleToLongBits(y[i]), name + " " + lanes + " state " + i + " " + y[i] + " " + stepper.state()[i]);
                }
            }
        }
    }
}
