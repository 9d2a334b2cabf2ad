package loligo.dynamics;

import java.util.List;

/// Points that fill a box evenly, the same ones each time (Halton 1960, Numer. Math. 2:84).
final class Halton {
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53};

    private Halton() {}

    /// The k-th point, k from 1; beyond sixteen unknowns the bases repeat, shifted.
    static double[] point(int k, List<Range> box) {
        double[] y = new double[box.size()];
        for (int i = 0; i < y.length; i++) {
            if (!box.get(i).bounded()) throw new IllegalArgumentException("a search needs a bounded box, but unknown " + i + " may be anywhere in " + box.get(i));
            y[i] = box.get(i).at(radical(k + 409 * (i / PRIMES.length), PRIMES[i % PRIMES.length]));
        }
        return y;
    }

    private static double radical(int k, int base) {
        double sum = 0;
        double digit = 1.0 / base;
        for (int rest = k; rest > 0; rest /= base, digit /= base) sum += rest % base * digit;
        return sum;
    }
}
