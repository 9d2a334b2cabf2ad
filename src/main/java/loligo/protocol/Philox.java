package loligo.protocol;

/// Random numbers by counting: the k-th number of a seed is computed from both alone, so it is the same in any order and on any thread.
/// Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
public final class Philox {
    private static final int FIRST = 0xD2511F53;
    private static final int SECOND = 0xCD9E8D57;
    private static final int GOLDEN = 0x9E3779B9;
    private static final int ROOT = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private Philox() {}

    /// Four words from a counter of four words and a key of two // [4]
    static int[] words(int[] counter, int key0, int key1) {
        int[] c = counter.clone();
        int a = key0;
        int b = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long left = Integer.toUnsignedLong(FIRST) * Integer.toUnsignedLong(c[0]);
            long right = Integer.toUnsignedLong(SECOND) * Integer.toUnsignedLong(c[2]);
            c = new int[] {(int) (right >>> 32) ^ c[1] ^ a, (int) right, (int) (left >>> 32) ^ c[3] ^ b, (int) left};
            a += GOLDEN;
            b += ROOT;
        }
        return c;
    }

    /// The k-th standard normal number of a seed (Box & Muller 1958).
    static double normal(long seed, long k) {
        return normal(seed, k, 0);
    }

    /// The k-th standard normal number of a seed, of one of many sequences.
    public static double normal(long seed, long k, long sequence) {
        int[] words = words(seed, k, sequence);
        double radius = Math.sqrt(-2 * StrictMath.log(uniform(words[0], words[1])));
        return radius * StrictMath.cos(2 * Math.PI * uniform(words[2], words[3]));
    }

    /// The k-th number of a seed, of one of many sequences: anywhere between 0 and 1 alike.
    public static double uniform(long seed, long k, long sequence) {
        int[] words = words(seed, k, sequence);
        return uniform(words[0], words[1]);
    }

    private static int[] words(long seed, long k, long sequence) {
        return words(new int[] {(int) k, (int) (k >>> 32), (int) sequence, (int) (sequence >>> 32)}, (int) seed, (int) (seed >>> 32));
    }

    /// Above 0 and below 1, from 53 bits.
    private static double uniform(int high, int low) {
        long bits = ((long) high << 32 | Integer.toUnsignedLong(low)) >>> 11;
        return (bits + 0.5) * 0x1p-53;
    }
}
