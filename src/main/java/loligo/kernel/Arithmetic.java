package loligo.kernel;

/// The value of one operation on numbers: what constant folding uses and what the byte code does, to the last bit.
final class Arithmetic {
    private Arithmetic() {}

    static double value(Op op, double a, double b) {
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case NEGATE -> -a;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case ABS -> Math.abs(a);
            case SQRT -> Math.sqrt(a);
            case POW -> Elementary.pow(a, b);
            case EXPREL_SLOPE -> Elementary.exprelSlope(a, b);
            case BERNOULLI_SLOPE -> Elementary.bernoulliSlope(a, b);
            case LESS -> a < b ? 1 : 0;
            case AT_MOST -> a <= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case AND -> a != 0 && b != 0 ? 1 : 0;
            case OR -> a != 0 || b != 0 ? 1 : 0;
            default -> function(op, a);
        };
    }

    private static double function(Op op, double x) {
        return switch (op) {
            case EXP -> Elementary.exp(x);
            case EXPM1 -> Elementary.expm1(x);
            case EXPREL -> Elementary.exprel(x);
            case BERNOULLI -> Elementary.bernoulli(x);
            case LOG -> Elementary.log(x);
            case LOG10 -> Elementary.log10(x);
            case SIN -> Elementary.sin(x);
            case COS -> Elementary.cos(x);
            case TAN -> Elementary.tan(x);
            case SINH -> Elementary.sinh(x);
            case COSH -> Elementary.cosh(x);
            case TANH -> Elementary.tanh(x);
            case ATAN -> Elementary.atan(x);
            case ERF -> Elementary.erf(x);
            case PHI -> Elementary.phi(x);
            default -> throw new IllegalStateException("Loligo's own bug: " + op + " is no function of one number");
        };
    }
}
