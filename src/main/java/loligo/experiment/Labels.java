package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.model.Equations;
import loligo.quantity.Unit;

/// The labels of a plane as columns.
final class Labels {
    private Labels() {}

    /// A column for each value of the first unknown, which is its name, over the second unknown.
    static Series array(Result.Basin result) {
        int side = result.pieces() + 1;
        Study.Plane plane = result.study().plane();
        List<Equations.State> states = PlaneTable.states(plane);
        double[] rows = new double[side];
        for (int row = 0; row < side; row++) rows[row] = plane.y().range().at((double) row / result.pieces());
        List<Series.Column> columns = new ArrayList<>();
        for (int column = 0; column < side; column++) {
            double[] values = new double[side];
            for (int row = 0; row < side; row++) values[row] = result.label()[row * side + column];
            columns.add(new Series.Column(Double.toString(states.getFirst().unit().outside(plane.x().range().at((double) column / result.pieces()))), Unit.ONE, values));
        }
        return new Series(new Series.Column(states.getLast().name(), states.getLast().unit(), rows), List.copyOf(columns));
    }
}
