package loligo.notation;

import java.util.List;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// What each function asks of its arguments' dimensions, and what it gives.
record CallRules(Checker checker, Span otherwise) {
    @Nullable Dimension dimension(Expr.Call call) {
        List<Expr> arguments = call.arguments();
        return switch (call.function()) {
            case EXP, EXPM1, EXPREL, LOG, LOG10, SIN, COS, TAN, SINH, COSH, TANH, ATAN, ERF -> pure(call.function(), arguments.getFirst());
            case SQRT -> root(arguments.getFirst());
            case ABS -> checker.number(arguments.getFirst(), otherwise);
            case MIN, MAX -> shared(arguments);
            case IF -> chosen(arguments);
        };
    }

    private @Nullable Dimension pure(Function function, Expr argument) {
        Dimension found = checker.number(argument, otherwise);
        if (found == null || found.equals(Dimension.NONE)) return found;
        String word = function.word();
        String advice = " Divide it by a quantity of its kind, as in " + word + "(" + checker.quote(argument,
                "x") + " / 1" + Checker.bracket(found) + ").";
        if (argument instanceof Expr.Sum || argument instanceof Expr.Difference) advice = " Divide it by a quantity of its kind, as in "
                + word + "((" + checker.quote(argument, "x") + ") / 1" + Checker.bracket(found) + ").";
        return checker.blame(argument, otherwise, word + " of something with a unit",
                word + " takes a pure number; this is " + Checker.kind(found) + "." + advice);
    }

    private @Nullable Dimension root(Expr argument) {
        Dimension found = checker.number(argument, otherwise);
        if (found == null) return null;
        try {
            return found.power(0.5);
        } catch (IllegalArgumentException uneven) {
            return checker.blame(argument, otherwise, "no unit is this root", "The square root of " + Checker.kind(found)
                    + " is no dimension.");
        }
    }

    private @Nullable Dimension shared(List<Expr> arguments) {
        Expr first = arguments.getFirst();
        Dimension dimension = checker.number(first, otherwise);
        @Nullable Dimension all = dimension;
        for (Expr argument : arguments.subList(1, arguments.size())) {
            if (checker.agreed(first, dimension, argument, checker.number(argument, otherwise), otherwise) == null) all = null;
        }
        return all;
    }

    private @Nullable Dimension chosen(List<Expr> arguments) {
        boolean sound = checker.condition(arguments.get(0), otherwise);
        Dimension a = checker.number(arguments.get(1), otherwise);
        Dimension b = checker.number(arguments.get(2), otherwise);
        Dimension agreed = checker.agreed(arguments.get(1), a, arguments.get(2), b, otherwise);
        return sound ? agreed : null;
    }
}
