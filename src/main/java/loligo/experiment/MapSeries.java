package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import loligo.dynamics.TwoParameterBranch;
import loligo.dynamics.TwoParameterDiagram;
import loligo.model.Equations;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// The points of a curve in the plane of two numbers as columns over the first of them.
final class MapSeries {
    static final String FREQUENCY = "frequency";
    static final String LYAPUNOV = "lyapunov";
    static final String QUANTITY = "saddle_quantity";

    private final Study.PhaseDiagram study;

    MapSeries(Study.PhaseDiagram study) {
        this.study = study;
    }

    /// The second number, the period, the lowest and highest value of each unknown, of loops of a saddle its quantity.
    Series of(TwoParameterDiagram.LoopLine line) {
        List<TwoParameterDiagram.LoopPoint> points = line.points();
        List<Series.Column> columns = new ArrayList<>();
        columns.add(column(study.y().vary().name(), study.y().vary().unit(), points, p -> p.parameters()[1]));
        columns.add(column(BranchSeries.PERIOD, Dimension.TIME.unit(), points, p -> p.cycle().period()));
        List<Equations.State> states = study.on().equations().states();
        for (int i = 0; i < states.size(); i++) {
            int unknown = i;
            double[][] extents = points.stream().map(p -> p.cycle().extent(unknown)).toArray(double[][]::new);
            columns.add(new Series.Column(states.get(i).name() + BranchSeries.LOWEST, states.get(i).unit(), Arrays.stream(extents).mapToDouble(e -> e[0]).toArray()));
            columns.add(new Series.Column(states.get(i).name() + BranchSeries.HIGHEST, states.get(i).unit(), Arrays.stream(extents).mapToDouble(e -> e[1]).toArray()));
        }
        if (line.kind() == TwoParameterDiagram.Kind.HOMOCLINIC) columns.add(column(QUANTITY, Dimension.TIME.power(-1).unit(), points, TwoParameterDiagram.LoopPoint::quantity));
        return new Series(column(study.x().vary().name(), study.x().vary().unit(), points, p -> p.parameters()[0]), List.copyOf(columns));
    }

    /// The second number, the unknowns, the other growing directions, of Hopf points frequency and first Lyapunov coefficient.
    Series of(TwoParameterDiagram.Line line) {
        List<TwoParameterBranch.Point> points = line.points();
        List<Series.Column> columns = new ArrayList<>();
        columns.add(column(study.y().vary().name(), study.y().vary().unit(), points, p -> p.parameters()[1]));
        List<Equations.State> states = study.on().equations().states();
        for (int i = 0; i < states.size(); i++) {
            int unknown = i;
            columns.add(column(states.get(i).name(), states.get(i).unit(), points, p -> p.equilibrium().state()[unknown]));
        }
        columns.add(column(BranchSeries.UNSTABLE, Unit.ONE, points, p -> elsewhere(p, line.kind())));
        if (line.kind() == TwoParameterDiagram.Kind.HOPF) {
            columns.add(column(FREQUENCY, Dimension.TIME.power(-1).unit(), points, MapSeries::frequency));
            columns.add(column(LYAPUNOV, Unit.ONE, points, TwoParameterBranch.Point::coefficient));
        }
        return new Series(column(study.x().vary().name(), study.x().vary().unit(), points, p -> p.parameters()[0]), List.copyOf(columns));
    }

    /// How many directions grow beside the one, or the pair, that stands on the imaginary axis.
    private static int elsewhere(TwoParameterBranch.Point point, TwoParameterDiagram.Kind kind) {
        double[][] pairs = point.equilibrium().eigenvalues();
        int critical = critical(pairs, kind);
        int growing = 0;
        for (int i = 0; i < pairs.length; i++) {
            boolean own = i == critical || kind == TwoParameterDiagram.Kind.HOPF && critical >= 0 && pairs[i][1] == -pairs[critical][1] && pairs[i][0] == pairs[critical][0];
            if (!own && pairs[i][0] > 0) growing++;
        }
        return growing;
    }

    /// The eigenvalue of the curve's own kind nearest to the axis; -1 for none.
    private static int critical(double[][] pairs, TwoParameterDiagram.Kind kind) {
        ToDoubleFunction<double[]> away = kind == TwoParameterDiagram.Kind.HOPF ? pair -> Math.abs(pair[0]) : pair -> StrictMath.hypot(pair[0], pair[1]);
        int nearest = -1;
        for (int i = 0; i < pairs.length; i++) {
            if (kind == TwoParameterDiagram.Kind.HOPF && !(pairs[i][1] > 0)) continue;
            if (nearest < 0 || away.applyAsDouble(pairs[i]) < away.applyAsDouble(pairs[nearest])) nearest = i;
        }
        return nearest;
    }

    private static double frequency(TwoParameterBranch.Point point) {
        double[][] pairs = point.equilibrium().eigenvalues();
        int critical = critical(pairs, TwoParameterDiagram.Kind.HOPF);
        return critical < 0 ? 0 : pairs[critical][1];
    }

    private static <P> Series.Column column(String name, Unit unit, List<P> points, ToDoubleFunction<P> value) {
        return new Series.Column(name, unit, points.stream().mapToDouble(value).toArray());
    }
}
