package loligo.recording;

import java.util.List;

/// Columns at single times: what a file or a plot takes.
///
/// @param times ms // [samples]
/// @param headings one for each column, time not among them
/// @param values in membrane units // [columns][samples]
public record Samples(double[] times, List<Heading> headings, double[][] values) {
    public Samples {
        headings = List.copyOf(headings);
        if (values.length != headings.size()) throw new IllegalArgumentException(values.length + " columns under " + headings.size() + " headings");
        for (double[] column : values)
            if (column.length != times.length) throw new IllegalArgumentException(column.length + " values at " + times.length + " times");
    }
}
