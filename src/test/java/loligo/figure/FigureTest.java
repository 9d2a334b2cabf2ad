package loligo.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static Figure one(Layer... layers) {
        return new Figure("", "", 400, 250, Figure.Arrangement.STACKED, List.of(Examples.panel(List.of(layers))));
    }

    private static List<String> texts(Figure figure) {
        return Xml.parse(figure.svg()).stream().filter(part -> !part.startsWith("<")).toList();
    }

    @Test
    void everyFigureIsWellFormedInBothLetterings() {
        for (Figure figure : Examples.all().values()) {
            assertEquals("<svg", Xml.parse(figure.svg()).getFirst());
            List<String> drawn = Xml.parse(Drawing.of(figure, Svg.Lettering.OUTLINES).toString());
            assertFalse(drawn.contains("<text"), "an image must not ask for a font");
        }
    }

    /// Snapshots: a wanted change is copied from target/figures after a look at it.
    @Test
    void figuresAreAsTheyWere() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "figures"));
        for (Map.Entry<String, Figure> entry : Examples.all().entrySet()) Files.writeString(folder.resolve(entry.getKey() + ".svg"), entry.getValue().svg());
        for (String key : Examples.all().keySet()) {
            String name = key + ".svg";
            Path seen = folder.resolve(name);
            try (InputStream in = FigureTest.class.getResourceAsStream("/figures/" + name)) {
                assertNotNull(in, "no snapshot of " + seen);
                assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), Files.readString(seen), "compare with " + seen);
            }
        }
    }

    @Test
    void theSameFigureIsTheSameTextInEveryLocale() {
        Locale before = Locale.getDefault();
        String usual = Examples.all().values().stream().map(Figure::svg).toList().toString();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(usual, Examples.all().values().stream().map(Figure::svg).toList().toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void hostileTextIsEscaped() {
        String nasty = "</title><script>\"'&\u0000\u0007]]> 漢字 \ud83d\udc19 \ud83d";
        Figure figure = Figure.of(nasty, nasty, List.of(new Panel(nasty, Axis.of(nasty, nasty), Axis.of(nasty, nasty),
            List.of(Layer.Line.of(new double[] {0, 1}, new double[] {0, 1}, nasty, 0), Layer.Note.at(0, 0, nasty), Layer.Rule.vertical(0.5, nasty)))));
        assertFalse(Xml.parse(figure.svg()).contains("<script"));
        assertTrue(Xml.parse(figure.svg()).contains("</title><script>\"'&]]> 漢字 \ud83d\udc19 "));
        assertTrue(figure.png().length > 0);
    }

    @Test
    void unitsAndMinusArePrintedAsInABook() {
        List<String> parts = texts(Examples.family());
        assertTrue(parts.contains("current (µA/cm") && parts.contains("2"), parts::toString);
        assertTrue(parts.contains("−20") || parts.contains("−10"), parts::toString);
        assertTrue(texts(Examples.spike()).contains("membrane potential V (mV)"));
    }

    @Test
    void nothingToDrawIsSaid() {
        double[] nothing = {Double.NaN, Double.POSITIVE_INFINITY};
        assertTrue(texts(one()).contains("no data"));
        assertTrue(texts(one(Layer.Line.of(nothing, nothing, "", 0))).contains("no data"));
        assertTrue(texts(new Figure("", "", 300, 0, Figure.Arrangement.SHARED, List.of())).contains("no data"));
    }

    @Test
    void oddNumbersNeverReachTheFile() {
        double[] xs = {0, 1, 2, 3, 4, 5, 6};
        double[] ys = {1e308, -1e308, Double.NaN, Double.NEGATIVE_INFINITY, 5, Double.MIN_VALUE, 0};
        for (Axis.Scale scale : Axis.Scale.values()) {
            Axis y = new Axis("y", "", Double.NaN, Double.NaN, scale);
            for (Layer layer : List.of(Layer.Line.of(xs, ys, "a", 0), Layer.Points.of(xs, ys, "b", 1).within(ys), new Layer.Band(xs, ys, ys, "c", 2),
                new Layer.Steps(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, ys, "d", 3), new Layer.Family(List.of(new Layer.Member(1, xs, ys)), "e", ""))) {
                String svg = Figure.of("", "", List.of(new Panel("", Axis.of("x", ""), y, List.of(layer)))).svg();
                Xml.parse(svg);
                assertFalse(svg.contains("NaN") || svg.contains("Infinity") || svg.contains("E-"), svg);
            }
        }
    }

    @Test
    void aConstantHasRoomOnBothSides() {
        for (double value : new double[] {0, -65, 1e-12, 1e200}) {
            Extent extent = Extent.EMPTY.with(new double[] {value, value}, Axis.Scale.LINEAR).axis(Axis.of("", ""), 0.05);
            assertTrue(extent.from() < value && value < extent.to(), extent::toString);
        }
    }

    @Test
    void anImageIsTwiceTheFigureAndNotBlank() throws IOException {
        for (Figure figure : Examples.all().values()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png()));
            assertEquals(2 * figure.width(), image.getWidth());
            assertEquals(2 * Layout.of(figure).height(), image.getHeight());
            Set<Integer> colours = new HashSet<>();
            for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) colours.add(rgb);
            assertTrue(colours.contains(0xffffffff) && colours.size() > 20, () -> colours.size() + " colours");
        }
    }

    @Test
    void anImageIsTheSameTwice() {
        Figure figure = Examples.points();
        assertArrayEquals(figure.png(), figure.png());
    }

    @Test
    void labelsThatMeetArePushedApart() {
        assertArrayEquals(new double[] {10, 50}, KeyInk.apart(new double[] {10, 50}, 15, 0, 100));
        assertArrayEquals(new double[] {35, 50, 65}, KeyInk.apart(new double[] {50, 50, 50}, 15, 0, 100), 1e-12);
        assertArrayEquals(new double[] {70, 85, 100}, KeyInk.apart(new double[] {99, 99, 99}, 15, 0, 100), 1e-12);
    }

    @Test
    void mistakesInACallNameTheValue() {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Axis.of("V", "mV").between(5, -5)).getMessage());
        assertTrue(message.contains("5.0") && message.contains("-5.0"), message);
        assertThrows(IllegalArgumentException.class, () -> Axis.log("c", "nM").between(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Layer.Line.of(new double[2], new double[3], "", 0));
    }
}
