package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;

/// Where one unknown of a field stands still, in a plane: every piece of the curve that crosses a line of a grid, followed to its ends.
///
/// @param pieces each a polyline of points on the curve, closed where its ends are the same // [pieces][points][2]
/// @param spacing of the grid, in fractions of the ranges: closed pieces smaller than this may be missed
public record Nullcline(List<double[][]> pieces, double spacing) {
    private static final int GRID = 120;
    private static final double LONGEST = 1.0 / 100; // of the ranges
    private static final double TURN = 0.1; // radians a step
    private static final double VANISHES = 1e-6; // of the values at both sides
    private static final double NEAR = 0.02; // of a cell

    /// The curve on which the derivative of unknown `equation` vanishes.
    public static Nullcline of(Problem problem, double[] parameters, int equation, Plane plane) {
        Contour contour = new Contour(problem, parameters, equation, plane);
        List<double[]> seeds = seeds(contour);
        List<double[][]> pieces = new ArrayList<>();
        for (double[] seed : seeds) if (!lies(pieces, seed)) pieces.add(follow(contour, seed));
        List<double[][]> scaled = pieces.stream().filter(piece -> piece.length > 1).map(piece -> scaled(piece, plane)).toList();
        return new Nullcline(scaled, 1.0 / GRID);
    }

    /// The curve in coordinates that run from 0 to 1.
    private static final class Contour extends DenseCurve<Contour.Point> {
        private final Problem problem;
        private final double[] parameters;
        private final int equation;
        private final Plane plane;
        private final double[] state;
        private final double[] rate;

        Contour(Problem problem, double[] parameters, int equation, Plane plane) {
            super(new double[] {1, 1});
            this.problem = problem;
            this.parameters = parameters.clone();
            this.equation = equation;
            this.plane = plane;
            state = new double[problem.dimension()];
            rate = new double[problem.dimension()];
        }

        private record Point(double[] x, double[] tangent, double[] tests) implements Curve.Sample {
            @Override
            public int unstable() {
                return 0;
            }
        }

        double value(double[] x) {
            plane.completion().at(plane.across().at(x[0]), plane.up().at(x[1]), state);
            problem.evaluate(state, parameters, rate);
            return rate[equation];
        }

        @Override
        void linearise(double[] x, double[] value, double[] derivative) {
            double[] at = x.clone();
            double[] column = new double[1];
            for (int j = 0; j < 2; j++) {
                Differences.central(at, j, 0.1, r -> r[0] = value(at), column);
                derivative[j] = column[0];
            }
            value[0] = value(x);
        }

        @Override
        public Point sample(double[] x, double[] tangent) {
            return new Point(x.clone(), tangent, new double[] {1, x[0], 1 - x[0], x[1], 1 - x[1]});
        }
    }

    private static final class Guide implements Walk.Guide<Contour.Point> {
        @Override
        public boolean explains(Contour.Point from, Contour.Point to, double distance, boolean[] changed) {
            return true;
        }

        @Override
        public boolean last(int test) {
            return true;
        }

        @Override
        public boolean ends(Contour.Point sample) {
            return false;
        }
    }

    /// Points on the curve, where it crosses the lines of the grid.
    private static List<double[]> seeds(Contour contour) {
        double[][] value = new double[GRID + 1][GRID + 1];
        for (int i = 0; i <= GRID; i++) for (int j = 0; j <= GRID; j++) value[i][j] = contour.value(new double[] {(double) i / GRID, (double) j / GRID});
        List<double[]> seeds = new ArrayList<>();
        for (int i = 0; i <= GRID; i++) {
            for (int j = 0; j <= GRID; j++) {
                double x = (double) i / GRID, y = (double) j / GRID, step = 1.0 / GRID;
                if (i < GRID && parted(value[i][j], value[i + 1][j])) {
                    add(seeds, contour, new double[] {Zero.between(s -> contour.value(new double[] {s, y}), x, x + step, value[i][j], value[i + 1][j], 1e-12), y}, value[i][j], value[i + 1][j]);
                }
                if (j < GRID && parted(value[i][j], value[i][j + 1])) {
                    add(seeds, contour, new double[] {x, Zero.between(s -> contour.value(new double[] {x, s}), y, y + step, value[i][j], value[i][j + 1], 1e-12)}, value[i][j], value[i][j + 1]);
                }
            }
        }
        return seeds;
    }

    /// A zero, and no pole or jump at which the sign changes too.
    private static void add(List<double[]> seeds, Contour contour, double[] at, double a, double b) {
        if (Math.abs(contour.value(at)) <= VANISHES * Math.max(Math.abs(a), Math.abs(b))) seeds.add(at);
    }

    /// Whether the curve passes between two values; one that lies on a line of the grid passes below it.
    private static boolean parted(double a, double b) {
        return Double.isFinite(a) && Double.isFinite(b) && (a >= 0) != (b >= 0);
    }

    private static double[][] follow(Contour contour, double[] seed) {
        double[] value = new double[1], gradient = new double[2];
        contour.linearise(seed, value, gradient);
        double length = StrictMath.hypot(gradient[0], gradient[1]);
        double[] tangent = {-gradient[1] / length, gradient[0] / length};
        List<double[]> forth = new ArrayList<>();
        boolean closed = walk(contour, seed, tangent, forth);
        if (closed) {
            forth.add(forth.getFirst());
            return forth.toArray(double[][]::new);
        }
        List<double[]> back = new ArrayList<>();
        walk(contour, seed, new double[] {-tangent[0], -tangent[1]}, back);
        List<double[]> all = new ArrayList<>(back.reversed());
        all.addAll(forth.subList(1, forth.size()));
        return all.toArray(double[][]::new);
    }

    /// Whether the curve came back to the seed.
    private static boolean walk(Contour contour, double[] seed, double[] tangent, List<double[]> points) {
        Contour.Point start = contour.sample(seed, tangent);
        double[] rise = {0, tangent[0], -tangent[0], tangent[1], -tangent[1]};
        boolean[] ignored = new boolean[rise.length];
        for (int k = 1; k < ignored.length; k++) {
            ignored[k] = start.tests()[k] <= 0;
            if (!ignored[k] || rise[k] >= 0) continue;
            points.add(seed); // at the edge of the plane, on the way out
            return false;
        }
        Walk<Contour.Point> walk = new Walk<>(contour, new Guide(), new Strides(LONGEST / 10, LONGEST * 1e-5, LONGEST, TURN, 20_000), start, ignored);
        for (var next = walk.next(); next.isPresent(); next = walk.next()) points.add(next.get().sample().x());
        return walk.stop() == Walk.Stop.CLOSED;
    }

    /// Whether the point lies on a piece found already.
    private static boolean lies(List<double[][]> pieces, double[] point) {
        for (double[][] piece : pieces) {
            for (int k = 1; k < piece.length; k++) if (distance(piece[k - 1], piece[k], point) < NEAR / GRID) return true;
        }
        return false;
    }

    private static double distance(double[] a, double[] b, double[] p) {
        double dx = b[0] - a[0], dy = b[1] - a[1];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square, 0, 1);
        return StrictMath.hypot(a[0] + along * dx - p[0], a[1] + along * dy - p[1]);
    }

    private static double[][] scaled(double[][] piece, Plane plane) {
        double[][] scaled = new double[piece.length][];
        for (int k = 0; k < piece.length; k++) scaled[k] = new double[] {plane.across().at(piece[k][0]), plane.up().at(piece[k][1])};
        return scaled;
    }
}
