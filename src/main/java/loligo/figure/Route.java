package loligo.figure;

/// SVG path data on a lattice of hundredths of a pixel: short, exact, the same everywhere.
final class Route {
    private static final double FARTHEST = 20_000; // px; what lies beyond is drawn to there
    private final StringBuilder out = new StringBuilder();
    private long x;
    private long y;
    private boolean drawing;
    private boolean lining;

    /// Lifts the pen: the next point begins a new piece.
    void lift() {
        drawing = false;
    }

    /// Goes on to a point, px.
    void to(double px, double py) {
        long a = hundredths(px);
        long b = hundredths(py);
        if (!drawing) {
            out.append('M');
            put(out, a);
            apart(b);
            put(out, b);
            lining = false;
        } else if (a != x || b != y) {
            if (lining) apart(a - x);
            else out.append('l');
            put(out, a - x);
            apart(b - y);
            put(out, b - y);
            lining = true;
        }
        drawing = true;
        x = a;
        y = b;
    }

    void close() {
        out.append('z');
        drawing = false;
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    private void apart(long next) {
        if (next >= 0) out.append(' ');
    }

    private static long hundredths(double px) {
        return Math.round(Math.clamp(px, -FARTHEST, FARTHEST) * 100);
    }

    /// Appends a number of hundredths without trailing zeros.
    static void put(StringBuilder out, long hundredths) {
        if (hundredths < 0) out.append('-');
        long size = Math.abs(hundredths);
        out.append(size / 100);
        int rest = (int) (size % 100);
        if (rest == 0) return;
        out.append('.').append((char) ('0' + rest / 10));
        if (rest % 10 != 0) out.append((char) ('0' + rest % 10));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
