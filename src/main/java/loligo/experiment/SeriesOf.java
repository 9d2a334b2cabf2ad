package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loligo.feature.Feature;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.recording.Samples;
import org.jspecify.annotations.Nullable;

/// Puts what was found into columns.
final class SeriesOf {
    /// The name of the grid of traces.
    static final String TIME = "t";

    private SeriesOf() {}

    /// The recorded columns of all members on one grid of times. A member that ended early has no values after its end.
    static @Nullable Series traces(Study.Simulate study, List<Samples> members) {
        if (members.isEmpty()) return null;
        double[] times = members.stream().map(Samples::times).max((a, b) -> Integer.compare(a.length, b.length)).orElseThrow();
        List<Series.Column> columns = new ArrayList<>();
        for (int c = 0; c < study.record().size(); c++) {
            Study.Recorded recorded = study.record().get(c);
            for (int k = 0; k < members.size(); k++) {
                columns.add(new Series.Column(name(recorded.name(), k, members.size()), recorded.unit(), padded(members.get(k).values()[c], times.length)));
            }
        }
        return new Series(new Series.Column(TIME, Dimension.TIME.unit(), times), columns);
    }

    private static double[] padded(double[] values, int rows) {
        if (values.length == rows) return values;
        double[] padded = Arrays.copyOf(values, rows);
        Arrays.fill(padded, values.length, rows, Double.NaN);
        return padded;
    }

    /// The column's name: that of the quantity, in a family with the number of its member, counted from 1.
    private static String name(String recorded, int member, int members) {
        return members == 1 ? recorded : recorded + "[" + (member + 1) + "]";
    }

    /// The values of a recorded quantity of one member as they are drawn, in its unit; those of time when `name` is null or `t`.
    static double[] shown(Result.Traces traces, @Nullable String name, int member) {
        Samples portrait = traces.portraits().get(member);
        if (name == null || name.equals(TIME)) return portrait.times();
        List<Study.Recorded> record = traces.study().record();
        int column = 0;
        while (!record.get(column).name().equals(name)) column++;
        Unit unit = record.get(column).unit();
        return Arrays.stream(portrait.values()[column]).map(unit::outside).toArray();
    }

    /// Measured features against the varied number.
    static @Nullable Series table(Study.Varied vary, List<String> measure, List<Result.Member> members) {
        if (members.isEmpty()) return null;
        double[] grid = members.stream().mapToDouble(m -> m.set().getLast().value()).toArray();
        return new Series(new Series.Column(vary.name(), vary.unit(), grid), measured(measure, members));
    }

    /// A column for each of the measured features, a row for each member.
    static List<Series.Column> measured(List<String> measure, List<Result.Member> members) {
        List<Series.Column> columns = new ArrayList<>();
        for (String name : measure) {
            double[] values = new double[members.size()];
            Arrays.fill(values, Double.NaN);
            Unit unit = Unit.ONE;
            for (int k = 0; k < values.length; k++) {
                for (Feature feature : members.get(k).features()) {
                    if (!feature.name().equals(name)) continue;
                    unit = feature.unit();
                    if (feature.value() != null) values[k] = unit.inside(feature.value());
                }
            }
            columns.add(new Series.Column(name, unit, values));
        }
        return columns;
    }
}
