package loligo.experiment;

import java.util.List;
import java.util.OptionalDouble;
import loligo.protocol.Protocol;
import loligo.quantity.Dimension;

/// How densely a series is written: `every`, or a round spacing.
final class Spacing {
    /// More numbers than this are refused for one study: a run would fill the disk or the memory.
    static final double MOST_NUMBERS = 5e7;
    /// So many are kept while cells run: of every column at every time of every cell.
    private static final double MOST_OF_CELLS = 2e7;
    private static final double ROWS_OF_CELLS = 1000;

    private Spacing() {}

    /// Of runs that are written one by one, ms.
    static double every(Fields fields, double until, int columns, List<Protocol> under) {
        OptionalDouble asked = fields.positive("every", Dimension.TIME);
        double members = (double) Targets.count(under);
        double every = asked.orElse(round(until, Math.max(1, members / 10), 100_000));
        double numbers = (until / every + 1) * (columns * members + 1);
        if (numbers > MOST_NUMBERS) {
            fields.mistake(fields.has("every") ? fields.at("every") : fields.at("until"), "the series would hold " + Digits.value(numbers, numbers / 10) + " numbers",
                    "A run may write " + (long) MOST_NUMBERS + " at most. Write a coarser every, record less, or take fewer members.");
        }
        return every;
    }

    /// Of percentiles of many cells, ms.
    static double ofCells(Fields fields, double until, int columns, int cells) {
        OptionalDouble asked = fields.positive("every", Dimension.TIME);
        double every = asked.orElse(round(until, 1, ROWS_OF_CELLS));
        double numbers = (until / every + 1) * columns * cells;
        if (numbers > MOST_OF_CELLS) {
            fields.mistake(fields.has("every") ? fields.at("every") : fields.at("on"), "the cells would fill " + Digits.value(numbers, numbers / 10) + " numbers",
                    "Of every column at every time of every cell " + (long) MOST_OF_CELLS + " are kept at most. Write a coarser every, record less, or take fewer cells.");
        }
        return every;
    }

    /// A round spacing that draws a spike well: 0.025 ms, coarser where that makes too many rows.
    private static double round(double until, double times, double rows) {
        double every = 0.025;
        double[] factors = {2, 2, 2.5};
        for (int i = 0; until / every * times > rows && i < 60; i++) every *= factors[i % 3];
        return every;
    }
}
