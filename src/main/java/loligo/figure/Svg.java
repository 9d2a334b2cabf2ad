package loligo.figure;

import java.util.List;

/// Writes SVG elements. All styles are attributes and nothing has an id, so that many figures live in one HTML page.
final class Svg {
    /// Text as `text` elements, or drawn letter by letter from outlines where no font may be asked for.
    enum Lettering { TEXT, OUTLINES }

    /// Where a text stands relative to its place.
    enum Align { START, MIDDLE, END }

    /// @param size px
    /// @param halo white behind the letters, for text that stands among the data
    record Type(double size, boolean bold, String colour, boolean halo) {
        Type(double size, boolean bold, String colour) {
            this(size, bold, colour, false);
        }
    }

    static final String FONTS = "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans Condensed, sans-serif";

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Lettering lettering;

    Svg(int width, int height, String title, String description, Lettering lettering) {
        this.lettering = lettering;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"").append(width).append("\" height=\"").append(height);
        out.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height).append("\" font-family=\"").append(FONTS).append("\">\n");
        element("title", title);
        element("desc", description);
        out.append("<rect width=\"").append(width).append("\" height=\"").append(height).append("\" fill=\"#fff\"/>\n");
    }

    private void element(String name, String text) {
        if (text.isBlank()) return;
        out.append('<').append(name).append('>');
        Typesetting.escape(out, text);
        out.append("</").append(name).append(">\n");
    }

    /// A straight line with square ends.
    void line(double x1, double y1, double x2, double y2, String colour, double width, String dash) {
        Route route = new Route();
        route.to(x1, y1);
        route.to(x2, y2);
        stroke(route, colour, width, dash);
    }

    /// The stroke of a route with round joins.
    void stroke(Route route, String colour, double width, String dash) {
        if (route.isEmpty()) return;
        out.append("<path d=\"").append(route).append("\" fill=\"none\" stroke=\"").append(colour);
        number("\" stroke-width=\"", width);
        if (!dash.isEmpty()) out.append("\" stroke-dasharray=\"").append(dash);
        out.append("\" stroke-linejoin=\"round\"/>\n");
    }

    void fill(Route route, String colour, double opacity) {
        if (route.isEmpty()) return;
        out.append("<path d=\"").append(route).append("\" fill=\"").append(colour);
        if (opacity < 1) number("\" fill-opacity=\"", opacity);
        out.append("\"/>\n");
    }

    void circle(double x, double y, double radius, String fill, String stroke, double width) {
        number("<circle cx=\"", x);
        number("\" cy=\"", y);
        number("\" r=\"", radius);
        out.append("\" fill=\"").append(fill);
        if (width > 0) number("\" stroke=\"" + stroke + "\" stroke-width=\"", width);
        out.append("\"/>\n");
    }

    /// What follows until [#unclip] is seen within a box only.
    void clip(Box box) {
        number("<svg x=\"", box.left());
        number("\" y=\"", box.top());
        number("\" width=\"", box.width());
        number("\" height=\"", box.height());
        number("\" viewBox=\"", box.left());
        number(" ", box.top());
        number(" ", box.width());
        number(" ", box.height());
        out.append("\" overflow=\"hidden\">\n");
    }

    void unclip() {
        out.append("</svg>\n");
    }

    /// One line of text whose base line begins, is centred or ends at a place; turned to read upwards when `turned`.
    void text(double x, double y, String text, Type type, Align align, boolean turned) {
        List<Typesetting.Run> runs = Typesetting.runs(text);
        if (lettering == Lettering.TEXT || !drawable(runs, type)) written(x, y, runs, type, align, turned);
        else drawn(x, y, runs, type, align, turned);
    }

    private void written(double x, double y, List<Typesetting.Run> runs, Type type, Align align, boolean turned) {
        place("<text transform=\"", x, y, turned);
        number("\" font-size=\"", type.size);
        out.append("\" fill=\"").append(type.colour);
        if (type.bold) out.append("\" font-weight=\"bold");
        if (type.halo) out.append("\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke");
        if (align != Align.START) out.append("\" text-anchor=\"").append(align == Align.MIDDLE ? "middle" : "end");
        out.append("\">");
        double lifted = 0;
        for (Typesetting.Run run : runs) {
            double lift = run.raised() ? Letters.LIFT * type.size : 0;
            if (lift != lifted || run.raised()) span(run, lifted - lift, type.size);
            else Typesetting.escape(out, run.text());
            lifted = lift;
        }
        out.append("</text>\n");
    }

    private void span(Typesetting.Run run, double dy, double size) {
        number("<tspan dy=\"", dy);
        if (run.raised()) number("\" font-size=\"", size * Letters.SMALLER);
        out.append("\">");
        Typesetting.escape(out, run.text());
        out.append("</tspan>");
    }

    private static boolean drawable(List<Typesetting.Run> runs, Type type) {
        for (Typesetting.Run run : runs) {
            for (int i = 0; i < run.text().length(); i++) {
                if (Letters.outline(run.text().charAt(i), type.bold) == null) return false;
            }
        }
        return true;
    }

    private void drawn(double x, double y, List<Typesetting.Run> runs, Type type, Align align, boolean turned) {
        double total = 0;
        for (Typesetting.Run run : runs) total += Letters.width(run, type.size, type.bold);
        double at = align == Align.START ? 0 : align == Align.MIDDLE ? -total / 2 : -total;
        place("<g transform=\"", x, y, turned);
        out.append("\" fill=\"").append(type.colour);
        if (type.halo) out.append("\" stroke=\"#fff\" stroke-linejoin=\"round\" paint-order=\"stroke");
        out.append("\">");
        for (Typesetting.Run run : runs) at += outlines(run, type, at);
        out.append("</g>\n");
    }

    private double outlines(Typesetting.Run run, Type type, double at) {
        double size = type.size * (run.raised() ? Letters.SMALLER : 1);
        number("<path transform=\"translate(", at);
        number(" ", run.raised() ? -Letters.LIFT * type.size : 0);
        out.append(") scale(").append((float) (size / 2048));
        if (type.halo) out.append(")\" stroke-width=\"").append(Math.round(3 / size * 2048)).append("\" d=\"");
        else out.append(")\" d=\"");
        int pen = 0;
        for (int i = 0; i < run.text().length(); i++) {
            char letter = run.text().charAt(i);
            out.append('M').append(pen).append(" 0").append(Letters.outline(letter, type.bold));
            pen += Letters.advance(letter, type.bold);
        }
        out.append("\"/>");
        return pen / 2048.0 * size;
    }

    private void place(String head, double x, double y, boolean turned) {
        number(head + "translate(", x);
        number(" ", y);
        out.append(turned ? ") rotate(-90)" : ")");
    }

    private void number(String head, double value) {
        out.append(head);
        Route.put(out, Math.round(value * 100));
    }

    /// The whole document; call once, at the end.
    @Override
    public String toString() {
        return out + "</svg>\n";
    }
}
