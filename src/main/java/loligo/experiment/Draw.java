package loligo.experiment;

import java.nio.charset.StandardCharsets;
import loligo.protocol.Philox;
import loligo.quantity.Unit;

/// A number of a preparation that differs from cell to cell: the k-th cell's is computed from the seed, k and the number's name alone, so that it stays the same
/// when there are more cells, other numbers differ too, or the text is written in another order.
///
/// @param name in full: `Kdr.g`
/// @param a the mean, the lower end, or the median; membrane units
/// @param b the standard deviation, the upper end, or the standard deviation of the logarithm (a pure number); membrane units
record Draw(String name, Unit unit, Law law, double a, double b) {
    /// How it is distributed; the word of the notation.
    enum Law {
        NORMAL("normal", "mean", "standard deviation"), UNIFORM("uniform", "lower end", "upper end"), LOGNORMAL("lognormal", "median", "standard deviation of the logarithm");

        private final String word;
        private final String first;
        private final String second;

        Law(String word, String first, String second) {
            this.word = word;
            this.first = first;
            this.second = second;
        }

        String word() {
            return word;
        }

        /// What its second number is.
        String second() {
            return second;
        }

        /// What its two numbers are.
        String arguments() {
            return first + ", " + second;
        }
    }

    /// The number of the k-th cell, membrane units.
    double of(long seed, int cell) {
        return switch (law) {
            case NORMAL -> a + b * Philox.normal(seed, cell, sequence());
            case UNIFORM -> a + (b - a) * Philox.uniform(seed, cell, sequence());
            case LOGNORMAL -> a * StrictMath.exp(b * Philox.normal(seed, cell, sequence()));
        };
    }

    /// One of 2^64 sequences for each name, by the hash of Fowler, Noll and Vo.
    private long sequence() {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        return hash;
    }

    /// As a person says it: `I uniform between 6 and 14 [uA/cm^2]`.
    String words() {
        String second = Digits.value(law == Law.LOGNORMAL ? b : b / unit.scale(), 0);
        String first = Digits.value(unit.outside(a), 0);
        return switch (law) {
            case NORMAL -> name + " normal, " + first + " ± " + second + unit.bracketed();
            case UNIFORM -> name + " uniform between " + first + " and " + Digits.value(unit.outside(b), 0) + unit.bracketed();
            case LOGNORMAL -> name + " lognormal, median " + first + unit.bracketed() + ", its logarithm ± " + second;
        };
    }
}
