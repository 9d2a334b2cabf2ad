package loligo.kernel;

import java.util.List;

/// Numbers of another kind, intervals for example, on which the formulas of a membrane can be evaluated.
///
/// @param <T> such a number
public interface Domain<T> {
    /// The number that an ordinary one is.
    T number(double value);

    /// The result of an operation that is no leaf.
    ///
    /// @param operands as many as the operation takes; of a slope of a function its argument and the function's value
    T value(Op op, List<T> operands);
}
