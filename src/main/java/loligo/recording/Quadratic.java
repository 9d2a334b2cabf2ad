package loligo.recording;

/// Real roots of `a x^2 + b x + c`, without cancellation; NaN where there are none (a constant included).
final class Quadratic {
    private Quadratic() {}

    static double lowerRoot(double a, double b, double c) {
        return Math.min(one(a, b, c), other(a, b, c));
    }

    static double upperRoot(double a, double b, double c) {
        return Math.max(one(a, b, c), other(a, b, c));
    }

    private static double one(double a, double b, double c) {
        double q = pivot(a, b, c);
        return a == 0 || q / a == Double.POSITIVE_INFINITY || q / a == Double.NEGATIVE_INFINITY ? -c / b : q / a;
    }

    private static double other(double a, double b, double c) {
        double q = pivot(a, b, c);
        return q == 0 ? one(a, b, c) : c / q;
    }

    private static double pivot(double a, double b, double c) {
        return -(b + Math.copySign(Math.sqrt(b * b - 4 * a * c), b)) / 2;
    }
}
