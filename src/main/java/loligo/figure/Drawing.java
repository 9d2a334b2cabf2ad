package loligo.figure;

import java.util.List;

/// Draws a figure: title, axes, and through [Ink] and [KeyInk] what stands in the panels and beside them.
final class Drawing {
    private static final String AXIS = "#444444";
    private static final double HAIR = 1;

    private final Svg svg;

    private Drawing(Svg svg) {
        this.svg = svg;
    }

    static Svg of(Figure figure, Svg.Lettering lettering) {
        Layout layout = Layout.of(figure);
        Svg svg = new Svg(figure.width(), layout.height(), figure.title(), figure.caption(), lettering);
        if (!figure.title().isEmpty()) svg.text(12, 24, figure.title(), Layout.TITLE, Svg.Align.START, false);
        if (figure.panels().isEmpty()) noData(svg, new Box(0, 30, figure.width(), layout.height() - 30.0));
        Drawing drawing = new Drawing(svg);
        for (Layout.Place place : layout.places()) drawing.panel(place);
        return svg;
    }

    private static void noData(Svg svg, Box box) {
        svg.text(box.left() + box.width() / 2, box.top() + box.height() / 2, "no data", new Svg.Type(13, false, Tone.GREY), Svg.Align.MIDDLE, false);
    }

    private void panel(Layout.Place place) {
        Panel panel = place.panel();
        Box box = place.frame().box();
        if (!panel.title().isEmpty()) svg.text(box.left(), box.top() - 10, panel.title(), Layout.HEAD, Svg.Align.START, false);
        yAxis(place);
        if (place.xAxis()) xAxis(place);
        if (Limits.isEmpty(panel)) {
            noData(svg, box);
            return;
        }
        Ink.of(place.frame(), panel.layers(), svg);
        KeyInk.of(place, svg);
    }

    private void yAxis(Layout.Place place) {
        Box box = place.frame().box();
        double at = box.left() - Layout.OFFSET;
        Route route = new Route();
        route.to(at, box.top());
        route.to(at, box.bottom());
        double widest = 0;
        for (double value : place.y().minor()) mark(route, at, place.frame().py(value), -Layout.TICK / 2, 0);
        for (Ticks.Tick tick : place.y().major()) {
            double py = place.frame().py(tick.value());
            mark(route, at, py, -Layout.TICK, 0);
            svg.text(at - Layout.TICK - 4, py + 4.2, tick.label(), Layout.SMALL, Svg.Align.END, false);
            widest = Math.max(widest, Letters.width(tick.label(), Layout.SMALL.size(), false));
        }
        svg.stroke(route, AXIS, HAIR, "");
        List<String> lines = Letters.lines(place.panel().y().heading(), Layout.LABEL.size(), box.height() + 14, 3);
        double base = at - Layout.TICK - 4 - widest - 8 - (lines.size() - 1) * Layout.LEADING;
        for (int i = 0; i < lines.size(); i++) {
            svg.text(base + i * Layout.LEADING, box.top() + box.height() / 2, lines.get(i), Layout.LABEL, Svg.Align.MIDDLE, true);
        }
    }

    private void xAxis(Layout.Place place) {
        Box box = place.frame().box();
        double at = box.bottom() + Layout.OFFSET;
        Route route = new Route();
        route.to(box.left(), at);
        route.to(box.right(), at);
        for (double value : place.x().minor()) mark(route, place.frame().px(value), at, 0, Layout.TICK / 2);
        for (Ticks.Tick tick : place.x().major()) {
            double px = place.frame().px(tick.value());
            mark(route, px, at, 0, Layout.TICK);
            svg.text(px, at + Layout.TICK + 13, tick.label(), Layout.SMALL, Svg.Align.MIDDLE, false);
        }
        svg.stroke(route, AXIS, HAIR, "");
        svg.text(box.left() + box.width() / 2, at + Layout.TICK + 31, Letters.shortened(place.panel().x().heading(), Layout.LABEL.size(), box.width()), Layout.LABEL, Svg.Align.MIDDLE, false);
    }

    private static void mark(Route route, double x, double y, double dx, double dy) {
        route.lift();
        route.to(x, y);
        route.to(x + dx, y + dy);
    }
}
