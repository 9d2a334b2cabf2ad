package loligo.kernel;

/// What operations cost in lanes, and which have a form for lanes at all.
final class Operations {
    private Operations() {}

    /// Whether lanes compute it; else one cell after the other does, to the same bits as always.
    static boolean lanes(Op op) {
        return switch (op) {
            case POW, LOG, LOG10, SIN, COS, TAN, ATAN, ERF -> false;
            default -> true;
        };
    }

    /// In simple operations.
    static int weight(Op op) {
        return switch (op) {
            case EXP, EXPM1 -> 20;
            case EXPREL, BERNOULLI, COSH -> 26;
            case SINH, TANH -> 34;
            case EXPREL_SLOPE, BERNOULLI_SLOPE -> 24;
            case PHI -> 14;
            case BERNOULLI_FILLED -> 10;
            case EXPREL_FILLED -> 14;
            case DIVIDE, SQRT -> 4;
            case MIN, MAX -> 4;
            default -> 1;
        };
    }
}
