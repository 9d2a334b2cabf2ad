package loligo.figure;

import java.util.List;

/// A plot described as data. The same figure gives the same bytes everywhere.
///
/// @param title above the panels, empty for none
/// @param caption the sentences under a figure; in the SVG it is the description
/// @param width px, of SVG and page; a PNG has twice as many
/// @param height px; 0 for automatic
public record Figure(String title, String caption, int width, int height, Arrangement arrangement, List<Panel> panels) {
    /// The usual width, px: fills the column of a [Page].
    public static final int WIDTH = 680;

    /// How the panels stand: row by row in so many columns.
    ///
    /// @param shared panels of one column have one x axis, drawn under the lowest
    public record Arrangement(int columns, boolean shared) {
        public Arrangement {
            if (columns < 1) throw new IllegalArgumentException(columns + " columns; at least 1 is needed");
        }

        /// One over the other with one x axis.
        public static final Arrangement SHARED = new Arrangement(1, true);
        /// One over the other, each with its own x axis.
        public static final Arrangement STACKED = new Arrangement(1, false);

        /// Row by row in so many columns, each panel with its own axes.
        public static Arrangement grid(int columns) {
            return new Arrangement(columns, false);
        }
    }

    public Figure {
        panels = List.copyOf(panels);
        if (width < 120 || width > 10_000) throw new IllegalArgumentException("width " + width + " is not within 120 and 10000 px");
        if (height < 0 || height > 20_000) throw new IllegalArgumentException("height " + height + " is not within 0 and 20000 px");
    }

    /// A figure of the usual width and an automatic height; the panels share their x axis.
    public static Figure of(String title, String caption, List<Panel> panels) {
        return new Figure(title, caption, WIDTH, 0, Arrangement.SHARED, panels);
    }

    /// Draws something small on a thread of its own: who will need figures soon waits less for the first one, for whose sake many classes are loaded.
    public static void prepare() {
        double[] ends = {0, 1};
        Axis axis = Axis.of("x", "mV");
        Figure small = new Figure("", "", 160, 120, Arrangement.SHARED, List.of(new Panel("", axis, axis, List.of(Layer.Line.of(ends, ends, "x", 0)))));
        Thread.ofPlatform().daemon().name("easel").start(small::png);
    }

    /// A self-contained SVG document without XML declaration, so that it also stands inside HTML.
    public String svg() {
        return Drawing.of(this, Svg.Lettering.TEXT).toString();
    }

    /// A PNG image at twice the size; its letters are drawn from outlines, so that it needs no fonts and looks the same everywhere.
    public byte[] png() {
        return Png.of(this, 2);
    }
}
