package loligo.dynamics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A family with the sizes that make its unknowns comparable, and the box in which its states make sense.
///
/// @param size how much of each unknown is a small but visible change, e.g. 1 mV and 0.01 for a gate // [n]
/// @param parameterSize the same of each parameter // [k]
/// @param box where each unknown may be // [n]
public record Problem(Family family, double[] size, double[] parameterSize, List<Range> box) {
    public Problem {
        sized("size", size, family.dimension());
        sized("parameterSize", parameterSize, family.parameters());
        if (box.size() != family.dimension()) {
            throw new IllegalArgumentException("box needs a range for each of " + family.dimension() + " unknowns, got " + box.size());
        }
        size = size.clone();
        parameterSize = parameterSize.clone();
        box = List.copyOf(box);
    }

    private static void sized(String name, double[] sizes, int n) {
        if (sizes.length != n) throw new IllegalArgumentException(name + " needs " + n + " entries, got " + sizes.length);
        for (double s : sizes) {
            if (!(s > 0 && s < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException(name + " must be positive and finite, is " + s);
        }
    }

    /// A family whose unknowns and parameters are all of order 1, without bounds.
    public static Problem plain(Family family) {
        double[] size = new double[family.dimension()];
        double[] parameterSize = new double[family.parameters()];
        Arrays.fill(size, 1);
        Arrays.fill(parameterSize, 1);
        return new Problem(family, size, parameterSize, Collections.nCopies(family.dimension(), Range.ALL));
    }

    public int dimension() {
        return family.dimension();
    }

    public boolean inBox(double[] y) {
        for (int i = 0; i < y.length; i++) if (!box.get(i).contains(y[i])) return false;
        return true;
    }

    public void evaluate(double[] y, double[] p, double[] dy) {
        family.evaluate(y, p, dy);
    }

    /// The family's own Jacobian, or differences // [n*n], row by row
    public void jacobian(double[] y, double[] p, double[] jacobian) {
        if (family.jacobian(y, p, jacobian)) return;
        int n = dimension();
        double[] column = new double[n];
        double[] at = y.clone();
        for (int j = 0; j < n; j++) {
            Differences.central(at, j, size[j], dy -> family.evaluate(at, p, dy), column);
            for (int i = 0; i < n; i++) jacobian[i * n + j] = column[i];
        }
    }

    /// df/dp_j, the family's own or by differences // [n]
    public void byParameter(int j, double[] y, double[] p, double[] dfdp) {
        if (family.byParameter(j, y, p, dfdp)) return;
        double[] at = p.clone();
        Differences.central(at, j, parameterSize[j], dy -> family.evaluate(y, at, dy), dfdp);
    }

    /// How far an unknown is inside its box, in sizes; negative outside.
    double room(double[] y, int i) {
        return Math.min(y[i] - box.get(i).low(), box.get(i).high() - y[i]) / size[i];
    }

    /// How far the state is inside the box, in sizes; negative outside.
    double room(double[] y) {
        double least = 1e300;
        for (int i = 0; i < size.length; i++) least = Math.min(least, room(y, i));
        return least;
    }

    /// Which unknown is nearest to the end of its box, or farthest beyond it.
    int atWall(double[] y) {
        int nearest = 0;
        for (int i = 1; i < size.length; i++) if (room(y, i) < room(y, nearest)) nearest = i;
        return nearest;
    }

    /// How far apart two states are, in sizes.
    public double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) / size[i] * ((a[i] - b[i]) / size[i]);
        return Math.sqrt(sum);
    }
}
