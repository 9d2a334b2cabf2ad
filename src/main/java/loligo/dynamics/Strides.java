package loligo.dynamics;

/// How a [Walk] steps, in sizes along the curve.
///
/// @param first the first step tried
/// @param least give up below it
/// @param most no step is longer
/// @param turn by how much the tangent may turn in a step, aimed at, in radians
/// @param points the most points
record Strides(double first, double least, double most, double turn, int points) {
    Strides {
        if (!(0 < least && least <= first && first <= most)) {
            throw new IllegalArgumentException("strides must satisfy 0 < least <= first <= most, got " + least + ", " + first + ", " + most);
        }
    }
}
