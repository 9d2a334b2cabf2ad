package loligo.figure;

/// Draws a polygon but leaves out points that lie within a small distance of the straight line through their neighbours. From the last point drawn
/// a cone is kept in which every line passes near all points since; a point outside the cone, or one that turns back, ends the stretch.
/// Source: Sklansky and Gonzalez, Pattern Recognition 12, 327 (1980).
final class Straight {
    private static final double NEAR = 0.06; // px

    private final Route route = new Route();
    private boolean anchored;
    private boolean waiting; // the last point is not drawn yet
    private double ax; // last point drawn
    private double ay;
    private double lx; // last point
    private double ly;
    private double far; // greatest distance from the anchor since
    private double mx; // direction from the anchor to the farthest point
    private double my;
    private double low; // the cone: tangents of its sides relative to that direction's first choice
    private double high;
    private boolean open; // no point has bounded the cone yet

    Route route() {
        return route;
    }

    void to(double px, double py) {
        if (!anchored) {
            anchor(px, py);
        } else if (fits(px, py)) {
            waiting = true;
        } else {
            anchor(lx, ly);
            fits(px, py);
            waiting = true;
        }
        lx = px;
        ly = py;
    }

    /// Draws what waits and lifts the pen.
    void lift() {
        if (waiting) route.to(lx, ly);
        route.lift();
        anchored = false;
        waiting = false;
    }

    private void anchor(double px, double py) {
        route.to(px, py);
        ax = px;
        ay = py;
        far = 0;
        open = true;
        anchored = true;
        waiting = false;
    }

    /// Whether a line from the anchor to this point passes near all points since; if so, narrows the cone.
    private boolean fits(double px, double py) {
        double dx = px - ax;
        double dy = py - ay;
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (open) {
            if (distance <= NEAR) return true;
            open = false;
            mx = dx / distance;
            my = dy / distance;
            low = Double.NEGATIVE_INFINITY;
            high = Double.POSITIVE_INFINITY;
        }
        double along = dx * mx + dy * my;
        double across = dy * mx - dx * my;
        if (along < far || across < low * along || across > high * along) return false;
        far = along;
        low = Math.max(low, (across - NEAR) / along);
        high = Math.min(high, (across + NEAR) / along);
        return true;
    }
}
