package loligo.figure;

import java.util.List;

/// How far the layers of panels reach along x and y.
final class Limits {
    private Limits() {}

    static Extent x(Extent so, Panel panel) {
        Axis.Scale scale = panel.x().scale();
        Extent all = so;
        for (Layer layer : panel.layers()) all = switch (layer) {
            case Layer.Line line -> all.with(line.xs(), scale);
            case Layer.Points points -> all.with(points.xs(), scale);
            case Layer.Band band -> all.with(band.xs(), scale);
            case Layer.Rule rule -> rule.vertical() ? all.with(rule.value(), scale) : all;
            case Layer.Steps steps -> all.with(steps.edges(), scale);
            case Layer.Family family -> members(all, family.members(), true, scale);
            case Layer.Arrows arrows -> all.with(arrows.xs(), scale);
            case Layer.Note note -> all;
        };
        return all;
    }

    static Extent y(Panel panel) {
        Axis.Scale scale = panel.y().scale();
        Extent all = Extent.EMPTY;
        for (Layer layer : panel.layers()) all = switch (layer) {
            case Layer.Line line -> all.with(line.ys(), scale);
            case Layer.Points points -> bars(all.with(points.ys(), scale), points, scale);
            case Layer.Band band -> all.with(band.lower(), scale).with(band.upper(), scale);
            case Layer.Rule rule -> rule.vertical() ? all : all.with(rule.value(), scale);
            case Layer.Steps steps -> all.with(steps.levels(), scale);
            case Layer.Family family -> members(all, family.members(), false, scale);
            case Layer.Arrows arrows -> all.with(arrows.ys(), scale);
            case Layer.Note note -> all;
        };
        return all;
    }

    private static Extent bars(Extent so, Layer.Points points, Axis.Scale scale) {
        Extent all = so;
        for (int i = 0; i < points.errors().length; i++) {
            all = all.with(points.ys()[i] - points.errors()[i], scale).with(points.ys()[i] + points.errors()[i], scale);
        }
        return all;
    }

    private static Extent members(Extent so, List<Layer.Member> members, boolean x, Axis.Scale scale) {
        Extent all = so;
        for (Layer.Member member : members) all = all.with(x ? member.xs() : member.ys(), scale);
        return all;
    }

    /// Whether nothing of the panel but rules and notes can be drawn.
    static boolean isEmpty(Panel panel) {
        for (Layer layer : panel.layers()) {
            boolean empty = switch (layer) {
                case Layer.Line line -> empty(panel, line.xs(), line.ys());
                case Layer.Points points -> empty(panel, points.xs(), points.ys());
                case Layer.Band band -> empty(panel, band.xs(), band.lower()) || empty(panel, band.xs(), band.upper());
                case Layer.Steps steps -> steps.levels().length == 0;
                case Layer.Family family -> family.members().stream().allMatch(m -> empty(panel, m.xs(), m.ys()));
                case Layer.Rule rule -> true;
                case Layer.Arrows arrows -> empty(panel, arrows.xs(), arrows.ys());
                case Layer.Note note -> true;
            };
            if (!empty) return false;
        }
        return true;
    }

    private static boolean empty(Panel panel, double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            if (drawable(xs[i], panel.x()) && drawable(ys[i], panel.y())) return false;
        }
        return true;
    }

    private static boolean drawable(double value, Axis axis) {
        return Double.isFinite(value) && (axis.scale() != Axis.Scale.LOG || value > 0);
    }
}
