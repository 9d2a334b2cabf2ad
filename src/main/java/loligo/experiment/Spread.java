package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import loligo.feature.Feature;
import loligo.quantity.Unit;
import loligo.recording.Samples;
import org.jspecify.annotations.Nullable;

/// How numbers are spread over the cells of an ensemble.
final class Spread {
    private static final int TOGETHER = 8; // times: what one line of the cache holds of a cell

    /// The percentiles that are told, and what they are called.
    static final double[] SHARES = {0.05, 0.5, 0.95};
    static final List<String> NAMES = List.of("p05", "median", "p95");

    private Spread() {}

    /// Mean, standard deviation and percentiles of what was measured, each with what the errors of the cells' numbers can make of it: of the mean at most their
    /// mean, of a percentile at most their largest, of the standard deviation at most the root of their mean square.
    static List<Feature> of(List<Result.Member> cells, List<String> measure) {
        List<Feature> spread = new ArrayList<>();
        for (String name : measure) {
            List<Feature> all = cells.stream().flatMap(m -> m.features().stream()).filter(f -> f.name().equals(name)).toList();
            if (!all.isEmpty()) spread.addAll(of(name, all));
        }
        return spread;
    }

    private static List<Feature> of(String name, List<Feature> all) {
        Unit unit = all.getFirst().unit();
        List<Feature> found = all.stream().filter(f -> f.value() != null).toList();
        if (found.isEmpty()) return List.of(new Feature(name + ".mean", null, unit, 0, null, "in no cell: " + all.getFirst().note()));
        double[] values = found.stream().mapToDouble(f -> Objects.requireNonNull(f.value())).toArray();
        double[] errors = found.stream().mapToDouble(f -> f.error() == null ? Double.NaN : f.error()).toArray();
        String where = "of " + (found.size() == all.size() ? "all " + all.size() : found.size() + " of " + all.size()) + " cells";
        double mean = mean(values);
        double sd = sd(values, mean);
        double[] squares = Arrays.stream(errors).map(e -> e * e).toArray();
        List<Feature> spread = new ArrayList<>();
        spread.add(feature(name + ".mean", mean, unit, mean(errors), where + (values.length < 2 ? "" : "; from cell to cell its standard error is " + Digits.value(sd / Math.sqrt(values.length), sd / Math.sqrt(values.length) / 10) + unit.after())));
        if (values.length < 2) return spread;
        spread.add(feature(name + ".sd", sd, unit, Math.sqrt(mean(squares) * values.length / (values.length - 1.0)), where));
        Arrays.sort(values);
        for (int i = 0; i < SHARES.length; i++) spread.add(feature(name + "." + NAMES.get(i), percentile(values, values.length, SHARES[i]), unit, largest(errors), where));
        return spread;
    }

    private static Feature feature(String name, double value, Unit unit, double error, String note) {
        double rounding = 4 * Math.ulp(value);
        return new Feature(name, value, unit, rounding, Double.isNaN(error) ? null : error + rounding, note);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum / values.length;
    }

    private static double sd(double[] values, double mean) {
        double sum = 0;
        for (double value : values) sum += (value - mean) * (value - mean);
        return Math.sqrt(sum / (values.length - 1));
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) largest = Math.max(largest, value);
        return largest;
    }

    /// Linear between the order statistics, of which the first is the share 0 and the last the share 1 (the definition that most programs take when nothing is said).
    ///
    /// @param sorted // [count], what stands behind is not looked at
    static double percentile(double[] sorted, int count, double share) {
        double place = share * (count - 1);
        int below = (int) place;
        double beyond = place - below;
        return beyond == 0 ? sorted[below] : sorted[below] + beyond * (sorted[below + 1] - sorted[below]);
    }

    /// Percentiles of each column over time. A cell that ended early counts until its end.
    static @Nullable Series envelope(Study.Simulate study, List<Samples> cells) {
        if (cells.isEmpty()) return null;
        double[] times = cells.stream().map(Samples::times).max((a, b) -> Integer.compare(a.length, b.length)).orElseThrow();
        List<Series.Column> columns = new ArrayList<>();
        for (int c = 0; c < study.record().size(); c++) {
            double[][] shares = new double[SHARES.length][times.length];
            int column = c;
            IntStream.range(0, Math.ceilDiv(times.length, TOGETHER)).parallel().forEach(k -> shares(cells, column, k * TOGETHER, Math.min(times.length, (k + 1) * TOGETHER), shares));
            for (int i = 0; i < SHARES.length; i++) columns.add(new Series.Column(study.record().get(c).name() + "." + NAMES.get(i), study.record().get(c).unit(), shares[i]));
        }
        return new Series(new Series.Column(SeriesOf.TIME, loligo.quantity.Dimension.TIME.unit(), times), columns);
    }

    /// The percentiles at some of the times.
    private static void shares(List<Samples> cells, int column, int from, int to, double[][] shares) {
        double[][] rows = new double[to - from][cells.size()];
        int[] count = new int[rows.length];
        for (Samples cell : cells) {
            double[] values = cell.values()[column];
            for (int k = from; k < Math.min(to, cell.times().length); k++) if (!Double.isNaN(values[k])) rows[k - from][count[k - from]++] = values[k];
        }
        for (int k = from; k < to; k++) {
            double[] row = rows[k - from];
            int seen = count[k - from];
            Arrays.sort(row, 0, seen);
            for (int i = 0; i < SHARES.length; i++) shares[i][k] = seen == 0 ? Double.NaN : percentile(row, seen, SHARES[i]);
        }
    }

    /// What was drawn for each cell and measured of it, over its number.
    static @Nullable Series table(List<Result.Member> cells, List<String> measure) {
        if (cells.isEmpty()) return null;
        double[] numbers = new double[cells.size()];
        Arrays.setAll(numbers, k -> k + 1);
        List<Series.Column> columns = new ArrayList<>();
        List<Result.Setting> first = cells.getFirst().set();
        for (int i = 0; i < first.size(); i++) {
            int at = i;
            columns.add(new Series.Column(first.get(i).name(), first.get(i).unit(), cells.stream().mapToDouble(m -> m.set().get(at).value()).toArray()));
        }
        columns.addAll(SeriesOf.measured(measure, cells));
        return new Series(new Series.Column("cell", Unit.ONE, numbers), columns);
    }
}
