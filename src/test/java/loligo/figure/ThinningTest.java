package loligo.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private static final Frame FRAME = new Frame(new Box(0, 0, 500, 200), new Extent(0, 1), Axis.Scale.LINEAR, new Extent(-1, 1), Axis.Scale.LINEAR);

    /// The points of path data: absolute after M, else relative.
    private static List<double[]> points(String path) {
        List<double[]> points = new ArrayList<>();
        for (String piece : path.substring(1).split("M", -1)) {
            String[] numbers = piece.replace("l", " ").replace("-", " -").trim().split(" +", -1);
            double x = 0;
            double y = 0;
            for (int i = 0; i + 1 < numbers.length; i += 2) {
                x = lattice(x + Double.parseDouble(numbers[i]));
                y = lattice(y + Double.parseDouble(numbers[i + 1]));
                points.add(new double[] {x, y});
            }
        }
        return points;
    }

    private static double lattice(double px) {
        return Math.round(px * 100) / 100.0;
    }

    @Test
    void aSpikeOfOneSampleInAMillionIsDrawn() {
        int n = 1_000_000;
        double[] xs = Examples.grid(0, 1, n);
        double[] ys = new double[n];
        ys[765_432] = 1;
        ys[123_457] = -1;
        List<double[]> points = points(Thinning.route(xs, ys, FRAME).toString());
        assertTrue(points.size() < 20, () -> points.size() + " points");
        assertEquals(0, points.stream().mapToDouble(p -> p[1]).min().orElseThrow(), 0.011);
        assertEquals(200, points.stream().mapToDouble(p -> p[1]).max().orElseThrow(), 0.011);
    }

    @Test
    void extremesOfANoisyTraceStayAndItGetsShort() {
        double[] xs = Examples.grid(0, 1, 200_000);
        double[] ys = Examples.map(xs, x -> 0.9 * StrictMath.sin(1e6 * x * x) * StrictMath.sin(7 * x));
        List<double[]> points = points(Thinning.route(xs, ys, FRAME).toString());
        assertTrue(points.size() <= 4 * 1001, () -> points.size() + " points");
        for (int tenth = 0; tenth < 10; tenth++) {
            double low = tenth * 50;
            double seen = points.stream().filter(p -> p[0] >= low && p[0] <= low + 50).mapToDouble(p -> p[1]).min().orElseThrow();
            double exact = Double.MAX_VALUE;
            for (int i = 0; i < xs.length; i++) if (lattice(FRAME.px(xs[i])) >= low && lattice(FRAME.px(xs[i])) <= low + 50) exact = Math.min(exact, FRAME.py(ys[i]));
            assertEquals(exact, seen, 0.08);
        }
    }

    @Test
    void aSmoothCurveStaysNearItsPoints() {
        double[] s = Examples.grid(0, 20, 5000);
        double[] xs = Examples.map(s, x -> 0.5 + 0.4 * StrictMath.cos(x) * StrictMath.exp(-x / 20));
        double[] ys = Examples.map(s, x -> 0.9 * StrictMath.sin(x) * StrictMath.exp(-x / 20));
        List<double[]> points = points(Thinning.route(xs, ys, FRAME).toString());
        assertTrue(points.size() < 700, () -> points.size() + " points");
        for (int i = 0; i < s.length; i++) {
            double px = FRAME.px(xs[i]);
            double py = FRAME.py(ys[i]);
            double nearest = Double.MAX_VALUE;
            for (int k = 1; k < points.size(); k++) nearest = Math.min(nearest, distance(px, py, points.get(k - 1), points.get(k)));
            assertTrue(nearest < 0.15, "the curve leaves its data by " + nearest + " px");
        }
    }

    private static double distance(double x, double y, double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((x - a[0]) * dx + (y - a[1]) * dy) / square, 0.0, 1.0);
        return Math.sqrt(StrictMath.pow(x - a[0] - along * dx, 2) + StrictMath.pow(y - a[1] - along * dy, 2));
    }

    @Test
    void aGapBreaksTheLine() {
        double[] xs = {0, 0.1, 0.2, 0.3, 0.4};
        double[] ys = {0, 0.5, Double.NaN, 0.5, 0};
        assertEquals(2, Thinning.route(xs, ys, FRAME).toString().chars().filter(c -> c == 'M').count());
        double[] back = {0, 0.1, Double.NaN, 0.05, 0.4};
        assertEquals(2, Thinning.route(back, new double[5], FRAME).toString().chars().filter(c -> c == 'M').count());
    }
}
