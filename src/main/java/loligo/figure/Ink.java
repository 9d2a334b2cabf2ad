package loligo.figure;

import java.util.List;

/// Draws the layers of one panel.
final class Ink {
    static final String RULE = "3 3";
    private static final String FAINT = "#b4b4b4";
    private static final double ARROW = 11; // px
    private static final double BARB = 3.2; // px
    private static final double BREADTH = 3.2; // px, half a marker

    private final Frame frame;
    private final Svg svg;

    private Ink(Frame frame, Svg svg) {
        this.frame = frame;
        this.svg = svg;
    }

    static void of(Frame frame, List<Layer> layers, Svg svg) {
        Ink ink = new Ink(frame, svg);
        svg.clip(frame.box().grown(4));
        for (Layer layer : layers) ink.layer(layer);
        svg.unclip();
        for (Layer layer : layers) ink.words(layer);
    }

    private void layer(Layer layer) {
        switch (layer) {
            case Layer.Line line -> line(line);
            case Layer.Points points -> points(points);
            case Layer.Band band -> band(band);
            case Layer.Rule rule -> rule(rule);
            case Layer.Steps steps -> steps(steps);
            case Layer.Family family -> family(family);
            case Layer.Arrows arrows -> arrows(arrows);
            case Layer.Note note -> { }
        }
    }

    private void line(Layer.Line line) {
        String colour = Tone.of(line.tone()).colour();
        svg.stroke(Thinning.route(line.xs(), line.ys(), frame), colour, line.width(), line.dash().pattern);
        if (line.directed()) for (Heads.Head head : Heads.along(line.xs(), line.ys(), frame)) svg.fill(head.outline(), colour, 1);
    }

    private void rule(Layer.Rule rule) {
        Box box = frame.box();
        double at = rule.vertical() ? frame.px(rule.value()) : frame.py(rule.value());
        if (!Double.isFinite(at)) return;
        if (rule.vertical()) svg.line(at, box.top(), at, box.bottom(), Tone.GREY, 1, RULE);
        else svg.line(box.left(), at, box.right(), at, Tone.GREY, 1, RULE);
    }

    private void steps(Layer.Steps steps) {
        Route route = new Route();
        for (int i = 0; i < steps.levels().length; i++) {
            double py = frame.py(steps.levels()[i]);
            double from = frame.px(steps.edges()[i]);
            double to = frame.px(steps.edges()[i + 1]);
            if (Double.isFinite(py) && Double.isFinite(from) && Double.isFinite(to)) {
                route.to(from, py);
                route.to(to, py);
            } else {
                route.lift();
            }
        }
        Tone tone = Tone.of(steps.tone());
        svg.stroke(route, tone.colour(), Layer.NORMAL, tone.dash().pattern);
    }

    private void family(Layer.Family family) {
        for (Layer.Member member : family.members()) {
            svg.stroke(Thinning.route(member.xs(), member.ys(), frame), Tone.shade(KeyInk.place(family, member.value()), family.ramp()), Layer.THIN, "");
        }
    }

    /// Each unbroken stretch of a band is one closed area.
    private void band(Layer.Band band) {
        Route route = new Route();
        int n = band.xs().length;
        for (int start = 0; start < n; start++) {
            int end = start;
            while (end < n && frame.shows(band.xs()[end], band.lower()[end]) && frame.shows(band.xs()[end], band.upper()[end])) end++;
            if (end == start) continue;
            for (int i = start; i < end; i++) route.to(frame.px(band.xs()[i]), frame.py(band.lower()[i]));
            for (int i = end - 1; i >= start; i--) route.to(frame.px(band.xs()[i]), frame.py(band.upper()[i]));
            route.close();
            start = end;
        }
        svg.fill(route, Tone.of(band.tone()).colour(), Tone.pale(band.tone()));
    }

    private void points(Layer.Points points) {
        String colour = Tone.of(points.tone()).colour();
        Route bars = new Route();
        for (int i = 0; i < points.errors().length; i++) bar(bars, points.xs()[i], points.ys()[i], points.errors()[i]);
        svg.stroke(bars, colour, Layer.THIN, "");
        for (int i = 0; i < points.xs().length; i++) {
            if (!frame.within(points.xs()[i], points.ys()[i])) continue;
            marker(svg, points.marker(), frame.px(points.xs()[i]), frame.py(points.ys()[i]), colour);
        }
    }

    private void bar(Route route, double x, double y, double error) {
        double px = frame.px(x);
        double high = frame.py(y + error);
        double low = frame.py(y - error);
        if (Double.isNaN(low) && frame.shows(x, y)) low = frame.box().bottom() + 10; // below every positive number of a logarithmic axis
        if (!Double.isFinite(px + high + low) || error <= 0) return;
        cap(route, px, low);
        cap(route, px, high);
        route.lift();
        route.to(px, low);
        route.to(px, high);
    }

    private static void cap(Route route, double px, double py) {
        route.lift();
        route.to(px - BREADTH, py);
        route.to(px + BREADTH, py);
    }

    static void marker(Svg svg, Layer.Marker marker, double x, double y, String colour) {
        double r = BREADTH;
        double s = 0.9 * r;
        switch (marker) {
            case DISC -> svg.circle(x, y, r, colour, colour, 0);
            case CIRCLE -> svg.circle(x, y, r, "#fff", colour, 1.4);
            case SQUARE -> svg.fill(polygon(x - s, y - s, x + s, y - s, x + s, y + s, x - s, y + s), colour, 1);
            case TRIANGLE -> svg.fill(polygon(x, y - r * 1.3, x + r * 1.15, y + r * 0.8, x - r * 1.15, y + r * 0.8), colour, 1);
            case DIAMOND -> svg.fill(polygon(x, y - r * 1.3, x + r * 1.3, y, x, y + r * 1.3, x - r * 1.3, y), colour, 1);
            case CROSS -> {
                svg.line(x - r, y - r, x + r, y + r, colour, 1.5, "");
                svg.line(x - r, y + r, x + r, y - r, colour, 1.5, "");
            }
        }
    }

    private void arrows(Layer.Arrows arrows) {
        Route route = new Route();
        for (int i = 0; i < arrows.xs().length; i++) {
            double x = frame.px(arrows.xs()[i]);
            double y = frame.py(arrows.ys()[i]);
            double dx = (frame.px(arrows.xs()[i] + arrows.us()[i]) - x);
            double dy = (frame.py(arrows.ys()[i] + arrows.vs()[i]) - y);
            double length = StrictMath.hypot(dx, dy);
            if (!(length > 0) || !Double.isFinite(length)) continue;
            arrow(route, x, y, dx / length, dy / length);
        }
        svg.stroke(route, arrows.faint() ? FAINT : Tone.INK, arrows.faint() ? 1 : 1.4, "");
    }

    private static void arrow(Route route, double x, double y, double dx, double dy) {
        double tipX = x + ARROW / 2 * dx;
        double tipY = y + ARROW / 2 * dy;
        route.lift();
        route.to(x - ARROW / 2 * dx, y - ARROW / 2 * dy);
        route.to(tipX, tipY);
        for (int side = -1; side <= 1; side += 2) {
            route.lift();
            route.to(tipX, tipY);
            route.to(tipX - BARB * (dx - 0.6 * side * dy), tipY - BARB * (dy + 0.6 * side * dx));
        }
        route.lift();
    }

    private static Route polygon(double... corners) {
        Route route = new Route();
        for (int i = 0; i < corners.length; i += 2) route.to(corners[i], corners[i + 1]);
        route.close();
        return route;
    }

    /// Labels that stand among the data, drawn last and never clipped.
    private void words(Layer layer) {
        Svg.Type type = new Svg.Type(Layout.SMALL.size(), false, Tone.INK, true);
        Svg.Type quiet = new Svg.Type(type.size(), false, Tone.GREY, true);
        Box box = frame.box();
        if (layer instanceof Layer.Note note && frame.within(note.x(), note.y())) note(note, type);
        if (!(layer instanceof Layer.Rule rule) || rule.label().isEmpty() || !rule.vertical() || !frame.x().holds(rule.value())) return;
        boolean tight = frame.px(rule.value()) + 5 + Letters.width(rule.label(), type.size(), false) > box.right();
        svg.text(frame.px(rule.value()) + (tight ? -5 : 5), box.top() + 9, rule.label(), quiet, tight ? Svg.Align.END : Svg.Align.START, false);
    }

    private void note(Layer.Note note, Svg.Type type) {
        double x = frame.px(note.x());
        double y = frame.py(note.y());
        double width = Letters.width(note.text(), type.size(), false);
        if (note.dot()) svg.circle(x, y, BREADTH, Tone.INK, Tone.INK, 0);
        double away = note.dot() ? 8 : 7;
        int across = note.anchor().across;
        int up = note.anchor().up;
        double beside = up == 0 ? away : away / 2;
        if (across > 0 && x + beside + width > frame.box().right() + 8) across = -1;
        else if (across < 0 && x - beside - width < frame.box().left() - 2) across = 1;
        if (up > 0 && y - away - 10 < frame.box().top() - 6) up = -1;
        double centred = Math.clamp(x, frame.box().left() + width / 2, Math.max(frame.box().left() + width / 2, frame.box().right() + 8 - width / 2));
        double line = up == 0 ? y + 4.2 : up > 0 ? y - away : y + away + 9;
        Svg.Align align = across == 0 ? Svg.Align.MIDDLE : across > 0 ? Svg.Align.START : Svg.Align.END;
        svg.text(across == 0 ? centred : x + across * beside, line, note.text(), type, align, false);
    }
}
