package loligo.kernel;

/// What a node of the graph computes. Leaves come first; logical operations come last.
public enum Op {
    CONSTANT(0), PARAMETER(0), TIME(0), INPUT(0), SLOPE(0), STATE(0),
    ADD(2), SUBTRACT(2), MULTIPLY(2), DIVIDE(2), NEGATE(1), MIN(2), MAX(2), ABS(1), SQRT(1), POW(2), FMA(3),
    EXP(1), EXPM1(1), EXPREL(1), EXPREL_SLOPE(2), BERNOULLI(1), BERNOULLI_SLOPE(2), BERNOULLI_FILLED(2), EXPREL_FILLED(2),
    LOG(1), LOG10(1), SIN(1), COS(1), TAN(1), SINH(1), COSH(1), TANH(1), ATAN(1), ERF(1), PHI(1),
    SELECT(3),
    LESS(2), AT_MOST(2), EQUAL(2), AND(2), OR(2), NOT(1);

    private final int arity;

    Op(int arity) {
        this.arity = arity;
    }

    int arity() {
        return arity;
    }

    /// Its place in the list above.
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }

    /// A node that computes nothing.
    boolean leaf() {
        return compareTo(STATE) <= 0;
    }

    /// A node whose value is true or false.
    boolean logical() {
        return compareTo(LESS) >= 0;
    }

    boolean commutative() {
        return switch (this) {
            case ADD, MULTIPLY, EQUAL, AND, OR -> true;
            default -> false;
        };
    }
}
