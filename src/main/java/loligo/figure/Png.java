package loligo.figure;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Renders a figure as a PNG image. The file is written here, not by `javax.imageio`, whose search for plug-ins costs more than the drawing.
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /// What is rendered was written here, so the renderer's guards against hostile documents would only refuse large figures.
    private static final DocumentLimits NO_LIMITS = new DocumentLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private Png() {}

    static byte[] of(Figure figure, int scale) {
        String svg = Drawing.of(figure, Svg.Lettering.OUTLINES).toString();
        LoaderContext trusting = LoaderContext.builder().documentLimits(NO_LIMITS).build();
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)), null, trusting);
        if (document == null) throw new IllegalStateException("our bug: the figure '" + figure.title() + "' is no SVG document");
        int width = (int) document.size().width;
        int height = (int) document.size().height;
        BufferedImage image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        document.render((Component) null, graphics, new ViewBox(0, 0, width, height));
        graphics.dispose();
        return encode(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), width * scale);
    }

    /// @param pixels as 0xrrggbb, row by row
    private static byte[] encode(int[] pixels, int width) {
        int height = pixels.length / width;
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array());
        chunk(out, "IDAT", deflated(rows(pixels, width, height)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /// Three bytes a pixel; each row begins with its filter: 2, the difference to the row above, which is zero nearly everywhere.
    private static byte[] rows(int[] pixels, int width, int height) {
        byte[] rows = new byte[height * (1 + 3 * width)];
        int[] above = new int[width];
        for (int y = 0; y < height; y++) {
            int at = y * (1 + 3 * width);
            int[] row = Arrays.copyOfRange(pixels, y * width, (y + 1) * width);
            rows[at++] = 2;
            for (int x = Arrays.mismatch(row, above); x >= 0 && x < width; x++) {
                int here = row[x];
                int before = above[x];
                if (here == before) continue;
                rows[at + 3 * x] = (byte) ((here >> 16) - (before >> 16));
                rows[at + 3 * x + 1] = (byte) ((here >> 8) - (before >> 8));
                rows[at + 3 * x + 2] = (byte) (here - before);
            }
            above = row;
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            byte[] buffer = new byte[1 << 14];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] typed = ByteBuffer.allocate(4 + data.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(data).array();
        CRC32 check = new CRC32();
        check.update(typed);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(typed);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
