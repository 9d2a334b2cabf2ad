package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import loligo.dynamics.CycleBranch;
import loligo.dynamics.EquilibriumBranch;
import loligo.model.Equations;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// The points of a branch as columns over the varied number.
final class BranchSeries {
    static final String PERIOD = "period";
    static final String LOWEST = ".min";
    static final String HIGHEST = ".max";
    static final String UNSTABLE = "unstable_directions";

    private BranchSeries() {}

    static Series ofEquilibria(Study.Continue study, List<EquilibriumBranch.Point> points) {
        List<Equations.State> states = study.on().equations().states();
        List<Series.Column> columns = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            int unknown = i;
            columns.add(column(states.get(i).name(), states.get(i).unit(), points, p -> p.equilibrium().state()[unknown]));
        }
        columns.add(column(UNSTABLE, Unit.ONE, points, p -> p.equilibrium().growing()));
        return new Series(column(study.vary().name(), study.vary().unit(), points, EquilibriumBranch.Point::parameter), columns);
    }

    static Series ofCycles(Study.Continue study, List<CycleBranch.Point> points) {
        List<Equations.State> states = study.on().equations().states();
        List<Series.Column> columns = new ArrayList<>();
        columns.add(column(PERIOD, Dimension.TIME.unit(), points, p -> p.cycle().period()));
        for (int i = 0; i < states.size(); i++) {
            int unknown = i;
            double[][] extents = points.stream().map(p -> p.cycle().extent(unknown)).toArray(double[][]::new);
            columns.add(new Series.Column(states.get(i).name() + LOWEST, states.get(i).unit(), Arrays.stream(extents).mapToDouble(e -> e[0]).toArray()));
            columns.add(new Series.Column(states.get(i).name() + HIGHEST, states.get(i).unit(), Arrays.stream(extents).mapToDouble(e -> e[1]).toArray()));
        }
        columns.add(column(UNSTABLE, Unit.ONE, points, p -> p.cycle().multipliers().outside()));
        return new Series(column(study.vary().name(), study.vary().unit(), points, CycleBranch.Point::parameter), columns);
    }

    private static <P> Series.Column column(String name, Unit unit, List<P> points, ToDoubleFunction<P> value) {
        return new Series.Column(name, unit, points.stream().mapToDouble(value).toArray());
    }
}
