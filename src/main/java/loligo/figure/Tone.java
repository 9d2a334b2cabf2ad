package loligo.figure;

/// How a series looks: colour and dashes. The colours are Okabe and Ito's (jfly.uni-koeln.de/color, 2008), safe for colour-blind readers, ordered
/// and slightly moved so that the first four also differ in grey; from the fifth on dashes help.
///
/// @param colour as `#rrggbb`
public record Tone(String colour, Dash dash) {
    /// The pattern of a line.
    public enum Dash {
        SOLID(""), DASHED("6 3"), DOTTED("1.5 2.5"), DASH_DOT("7 2.5 1.5 2.5");

        /// Lengths of ink and gap, px, as SVG writes them.
        final String pattern;

        Dash(String pattern) {
            this.pattern = pattern;
        }
    }

    /// The ramp of what comes round, a phase from 0 to 1.
    public static final int ROUND = 3;

    static final String INK = "#222222";
    static final String GREY = "#767676";

    private static final String[] COLOURS = {"#1a1a1a", "#00609f", "#d55e00", "#56b4e9", "#009e73", "#cc79a7", "#e69f00", "#7a5195"};
    /// How opaque a pale area in each colour is, so that two of them differ in grey as well.
    private static final double[] PALE = {0.18, 0.18, 0.5, 0.18, 0.45, 0.6, 0.5, 0.35};
    /// Shades of a first, second and third family, light to dark, so that they also read in grey; and of what comes round.
    private static final int[][][] SHADES = {
        {{0x86, 0xc5, 0xc6}, {0x43, 0x9d, 0xbf}, {0x27, 0x68, 0xa3}, {0x20, 0x2c, 0x63}},
        {{0xee, 0xb4, 0x6b}, {0xdf, 0x85, 0x35}, {0xa8, 0x4d, 0x12}, {0x57, 0x22, 0x08}},
        {{0xad, 0xcf, 0x8c}, {0x6d, 0xad, 0x54}, {0x33, 0x78, 0x36}, {0x12, 0x3d, 0x20}},
        {{0x20, 0x20, 0x58}, {0x2b, 0x70, 0xb0}, {0x5f, 0xb8, 0xa8}, {0xd8, 0xb8, 0x50}, {0xc0, 0x58, 0x38}, {0x20, 0x20, 0x58}}};

    /// The tone of the series with this index, from 0; the palette starts again with other dashes after eight.
    public static Tone of(int index) {
        if (index < 0) throw new IllegalArgumentException("tone " + index + " is below 0");
        int round = index / COLOURS.length;
        int dash = index < 4 ? 0 : (round + 1) % Dash.values().length;
        return new Tone(COLOURS[index % COLOURS.length], Dash.values()[dash]);
    }

    /// How opaque an area of this index is, pale behind what is drawn on it.
    static double pale(int index) {
        return PALE[index % PALE.length];
    }

    /// A colour for letters: light ones are darkened until they read on white.
    static String letters(String colour) {
        int rgb = Integer.parseInt(colour, 1, 7, 16);
        int[] c = {rgb >> 16, rgb >> 8 & 255, rgb & 255};
        double light = 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2];
        double factor = Math.min(1, 100 / light);
        return hex((int) (c[0] * factor) << 16 | (int) (c[1] * factor) << 8 | (int) (c[2] * factor));
    }

    /// The shade for a place between 0 (light) and 1 (dark).
    ///
    /// @param ramp of which family, from 0; or [#ROUND]
    static String shade(double place, int ramp) {
        int[][] shades = SHADES[ramp];
        double p = Math.clamp(place, 0.0, 1.0) * (shades.length - 1);
        int k = Math.min((int) p, shades.length - 2);
        int rgb = 0;
        for (int c = 0; c < 3; c++) rgb = rgb << 8 | (int) Math.round(shades[k][c] + (p - k) * (shades[k + 1][c] - shades[k][c]));
        return hex(rgb);
    }

    private static String hex(int rgb) {
        String hex = Integer.toHexString(rgb);
        return "#" + "0".repeat(6 - hex.length()) + hex;
    }
}
