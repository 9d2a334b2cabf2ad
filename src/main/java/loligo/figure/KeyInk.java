package loligo.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// Draws the key of a panel.
final class KeyInk {
    private static final double FARTHEST = 32; // px, of a label from the end of its line
    private static final int CELLS = 40;
    private static final int FEW = 8; // values whose shades differ alike
    private static final double LEGIBLE = 12; // px for a value
    private static final double TALLEST = 130; // px, of a colour bar

    private final Frame frame;
    private final Key key;
    private final Svg svg;
    private final double left;

    private KeyInk(Layout.Place place, Svg svg) {
        frame = place.frame();
        key = place.key();
        this.svg = svg;
        left = frame.box().right() + Key.GAP;
    }

    static void of(Layout.Place place, Svg svg) {
        KeyInk ink = new KeyInk(place, svg);
        if (ink.key.direct()) ink.ends();
        else ink.samples();
        Layer.Family family = ink.key.family();
        if (family != null) ink.bar(family, ink.frame.box().top() + (ink.key.direct() ? 0 : ink.key.entries().stream().mapToDouble(Key.Entry::height).sum()));
    }

    /// Labels at the ends of their lines, pushed apart where they would cover each other.
    private void ends() {
        List<Key.Entry> entries = new ArrayList<>(key.entries());
        entries.sort(Comparator.comparingDouble(entry -> wish(entry)));
        double[] wishes = entries.stream().mapToDouble(this::wish).toArray();
        double[] at = apart(wishes, Key.LINE, frame.box().top(), frame.box().bottom());
        boolean leaders = true; // but not where so many crowd that these would be a tangle
        for (int i = 0; i < at.length; i++) leaders &= Math.abs(at[i] - wishes[i]) <= FARTHEST;
        for (int i = 0; i < at.length; i++) {
            Key.Entry entry = entries.get(i);
            if (leaders && Math.abs(at[i] - wishes[i]) > 4) svg.line(left - 10, wishes[i], left - 2, at[i], entry.tone().colour(), 0.8, "");
            Svg.Type type = new Svg.Type(Layout.SMALL.size(), false, Tone.letters(entry.tone().colour()));
            svg.text(left, at[i] + 4.2, entry.lines().getFirst(), type, Svg.Align.START, false);
        }
    }

    private double wish(Key.Entry entry) {
        double py = frame.py(entry.end());
        return Double.isFinite(py) ? Math.clamp(py, frame.box().top(), frame.box().bottom()) : frame.box().bottom();
    }

    /// Places nearest to ascending wishes with at least `gap` between neighbours, within the ends as far as there is room. Neighbours that
    /// would meet form a block around the mean of their wishes.
    static double[] apart(double[] wishes, double gap, double low, double high) {
        int n = wishes.length;
        double[] mean = new double[n]; // of the wishes of a block, each less its own offset
        int[] size = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            mean[blocks] = wishes[i] - i * gap;
            size[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
                int all = size[blocks - 2] + size[blocks - 1];
                mean[blocks - 2] = (mean[blocks - 2] * size[blocks - 2] + mean[blocks - 1] * size[blocks - 1]) / all;
                size[--blocks - 1] = all;
            }
        }
        double room = Math.max(low, high - Math.max(0, n - 1) * gap);
        double[] places = new double[n];
        for (int b = 0, i = 0; b < blocks; b++) {
            for (int k = 0; k < size[b]; k++, i++) places[i] = Math.clamp(mean[b], low, room) + i * gap;
        }
        return places;
    }

    private void samples() {
        double y = frame.box().top() + 6;
        for (Key.Entry entry : key.entries()) {
            sample(entry, y);
            for (String line : entry.lines()) {
                svg.text(left + Key.SAMPLE + 6, y + 4.2, line, Layout.SMALL, Svg.Align.START, false);
                y += Key.LINE;
            }
        }
    }

    private void sample(Key.Entry entry, double y) {
        String colour = entry.tone().colour();
        switch (entry.layer()) {
            case Layer.Points points -> Ink.marker(svg, points.marker(), left + Key.SAMPLE / 2, y, colour);
            case Layer.Band band -> rectangle(left, y - 5, Key.SAMPLE, 10, colour, Tone.pale(band.tone()));
            case Layer.Line line -> svg.line(left, y, left + Key.SAMPLE, y, colour, line.width(), line.dash().pattern);
            case Layer.Steps steps -> svg.line(left, y, left + Key.SAMPLE, y, colour, Layer.NORMAL, entry.tone().dash().pattern);
            case Layer.Family family -> throw new IllegalStateException("our bug: a family has no sample");
            case Layer.Rule rule -> svg.line(left, y, left + Key.SAMPLE, y, Tone.GREY, 1, Ink.RULE);
            case Layer.Arrows arrows -> throw new IllegalStateException("our bug: arrows have no sample");
            case Layer.Note note -> throw new IllegalStateException("our bug: a note has no sample");
        }
    }

    private void rectangle(double x, double y, double width, double height, String colour, double opacity) {
        Route route = new Route();
        route.to(x, y);
        route.to(x + width, y);
        route.to(x + width, y + height);
        route.to(x, y + height);
        route.close();
        svg.fill(route, colour, opacity);
    }

    /// One cell for each value in a small family, each with its value where there is room, else a gradient; the largest value on top.
    private void bar(Layer.Family family, double top) {
        double y = top + 8;
        for (String line : Key.heading(family)) {
            svg.text(left, y + 4.2, line, Layout.SMALL, Svg.Align.START, false);
            y += Layout.LEADING;
        }
        double low = lowest(family);
        double high = highest(family);
        double[] values = family.members().stream().mapToDouble(Layer.Member::value).distinct().sorted().toArray();
        int cells = Math.min(values.length, CELLS);
        boolean each = cells == values.length;
        double tall = Math.clamp(cells * 16.0, 16, Math.max(16, Math.min(TALLEST, frame.box().bottom() - y - 4)));
        for (int i = 0; i < cells; i++) {
            double part = each ? place(family, values[cells - 1 - i]) : 1 - i / (cells - 1.0);
            rectangle(left, y + tall * i / cells, Key.BAR, tall / cells + (i + 1 < cells ? 0.3 : 0), Tone.shade(part, family.ramp()), 1);
        }
        double text = left + Key.BAR + 5;
        double half = Math.min(8, tall / cells / 2);
        if (each && tall / cells >= LEGIBLE) {
            for (int i = 0; i < cells; i++) svg.text(text, y + tall * (i + 0.5) / cells + 4.2, Numeral.of(values[cells - 1 - i], 4), Layout.SMALL, Svg.Align.START, false);
            return;
        }
        svg.text(text, y + half + 4.2, Numeral.of(high, 4), Layout.SMALL, Svg.Align.START, false);
        if (high > low) svg.text(text, y + tall - half + 4.2, Numeral.of(low, 4), Layout.SMALL, Svg.Align.START, false);
    }

    /// The place of a value in its family between 0 and 1: by rank among a few, each of which the key names; else by decades where all are positive and span two of them.
    static double place(Layer.Family family, double value) {
        if (family.ramp() == Tone.ROUND) return value;
        double[] distinct = family.members().stream().mapToDouble(Layer.Member::value).distinct().limit(FEW + 1).toArray(); // no more are counted
        if (distinct.length > 1 && distinct.length <= FEW) return (double) DoubleStream.of(distinct).filter(v -> v < value).count() / (distinct.length - 1);
        double low = lowest(family);
        double high = highest(family);
        if (!(high > low)) return 0.7;
        if (low > 0 && high / low >= 100) return StrictMath.log10(value / low) / StrictMath.log10(high / low);
        return (value - low) / (high - low);
    }

    private static double lowest(Layer.Family family) {
        return family.members().stream().mapToDouble(Layer.Member::value).min().orElse(0);
    }

    private static double highest(Layer.Family family) {
        return family.members().stream().mapToDouble(Layer.Member::value).max().orElse(0);
    }
}
