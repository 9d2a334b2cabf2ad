package loligo.figure;

import java.util.ArrayList;
import java.util.List;
import loligo.figure.Tone.Dash;
import org.jspecify.annotations.Nullable;

/// What names the layers of a panel, in the margin to its right: labels at the ends of the lines where all of them end there and have room, else
/// samples with labels, and a colour bar for a family.
///
/// @param entries the named layers in their order
/// @param direct whether the entries stand at the ends of their lines
record Key(List<Entry> entries, boolean direct, Layer.@Nullable Family family) {
    static final double GAP = 13; // px between panel and key
    static final double LINE = 15; // px from label to label
    static final double SAMPLE = 20; // px of line in a sample
    static final double BAR = 9; // px, width of a colour bar
    private static final double WIDEST = 130; // px, of a label
    private static final double NEAR = 0.06; // of the panel's width: what ends there ends at its right edge

    /// @param lines of its label
    /// @param end ordinate of the layer's end at the right edge; NaN where it ends elsewhere
    record Entry(List<String> lines, Layer layer, Tone tone, double end) {
        Entry(String label, Layer layer, Tone tone, double end) {
            this(Letters.lines(label, Layout.SMALL.size(), WIDEST, 3), layer, tone, end);
        }

        /// px
        double height() {
            return lines.size() * LINE;
        }
    }

    static Key of(Panel panel, Extent x, double height) {
        List<Entry> entries = new ArrayList<>();
        Layer.Family family = null;
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Family f && !f.members().isEmpty() && !f.label().isEmpty() && family == null) family = f;
            Entry entry = entry(layer, x);
            if (entry != null && !entry.lines.isEmpty()) entries.add(entry);
        }
        boolean direct = family == null && entries.size() * LINE <= height + LINE;
        for (Entry entry : entries) direct &= !Double.isNaN(entry.end) && entry.lines.size() == 1;
        return new Key(List.copyOf(entries), direct, family);
    }

    private static @Nullable Entry entry(Layer layer, Extent x) {
        return switch (layer) {
            case Layer.Line line -> new Entry(line.label(), line, new Tone(Tone.of(line.tone()).colour(), line.dash()), end(line.xs(), line.ys(), x));
            case Layer.Points points -> new Entry(points.label(), points, Tone.of(points.tone()), end(points.xs(), points.ys(), x));
            case Layer.Band band -> new Entry(band.label(), band, Tone.of(band.tone()), Double.NaN);
            case Layer.Steps steps -> new Entry(steps.label(), steps, Tone.of(steps.tone()), stepsEnd(steps, x));
            case Layer.Rule rule -> rule.vertical() ? null : new Entry(rule.label(), rule, new Tone(Tone.GREY, Dash.DASHED), rule.value());
            case Layer.Arrows arrows -> null;
            case Layer.Note note -> null;
            case Layer.Family family -> null;
        };
    }

    private static double end(double[] xs, double[] ys, Extent x) {
        int i = xs.length - 1;
        while (i >= 0 && !(Double.isFinite(xs[i]) && Double.isFinite(ys[i]))) i--;
        boolean near = i >= 0 && Math.abs(x.to() - xs[i]) <= NEAR * (x.to() - x.from());
        return near ? ys[i] : Double.NaN;
    }

    private static double stepsEnd(Layer.Steps steps, Extent x) {
        int n = steps.levels().length;
        return n == 0 ? Double.NaN : end(new double[] {steps.edges()[n]}, new double[] {steps.levels()[n - 1]}, x);
    }

    /// The margin that the key needs, px.
    double width(Svg.Type type) {
        double width = 0;
        for (Entry entry : entries) for (String line : entry.lines) width = Math.max(width, Letters.width(line, type.size(), false) + (direct ? 0 : SAMPLE + 6));
        if (family != null) width = Math.max(width, barWidth(family, type));
        return width == 0 ? 0 : width + GAP;
    }

    private static double barWidth(Layer.Family family, Svg.Type type) {
        double width = 0;
        for (String line : heading(family)) width = Math.max(width, Letters.width(line, type.size(), false));
        for (Layer.Member member : family.members()) width = Math.max(width, BAR + 5 + Letters.width(Numeral.of(member.value(), 4), type.size(), false));
        return width;
    }

    /// The name of the family's value in one or more lines.
    static List<String> heading(Layer.Family family) {
        return Letters.lines(new Axis(family.label(), family.unit(), Double.NaN, Double.NaN, Axis.Scale.LINEAR).heading(), Layout.SMALL.size(), 96, 3);
    }
}
