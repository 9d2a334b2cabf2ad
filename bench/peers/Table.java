import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Rows that take turns: one sample of each in every round, so that all meet the same weather.
///
/// @param samples of each row in each round // [rows][rounds]
record Table(double[][] samples) {
    /// Something that can be sampled again and again.
    interface Row {
        double sample();
    }

    static Table of(List<? extends Row> rows, int rounds) {
        double[][] samples = new double[rows.size()][rounds];
        for (int round = 0; round < rounds; round++) for (int row = 0; row < rows.size(); row++) samples[row][round] = rows.get(row).sample();
        return new Table(samples);
    }

    /// Median and best of a row.
    String took(String format, int row) {
        return number(format, median(row)) + " (" + number(format, best(row)) + ")";
    }

    double best(int row) {
        return Arrays.stream(samples[row]).min().orElseThrow();
    }

    double median(int row) {
        return middle(samples[row]);
    }

    /// How many times as long as another row: the median of the rounds' ratios.
    double times(int row, int other) {
        return middle(IntStream.range(0, samples[row].length).mapToDouble(round -> samples[row][round] / samples[other][round]).toArray());
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    static void head(String... columns) {
        line((Object[]) columns);
        System.out.println("|" + "---|".repeat(columns.length));
    }

    static void line(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) line.append(' ').append(cell).append(" |");
        System.out.println(line);
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
