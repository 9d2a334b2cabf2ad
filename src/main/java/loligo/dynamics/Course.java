package loligo.dynamics;

/// Signs that something happened between two points that their test functions alone do not show.
final class Course {
    private Course() {}

    /// Whether a parameter that rises by `rise` over a distance, with these slopes at its ends of equal sign, may be taken to rise steadily:
    /// two folds within the step would make the rise differ from the mean slope.
    static boolean steady(double rise, double distance, double slopeFrom, double slopeTo) {
        double mean = distance * (slopeFrom + slopeTo) / 2;
        double least = distance * Math.min(Math.abs(slopeFrom), Math.abs(slopeTo));
        return Math.abs(rise - mean) <= 0.35 * least + 1e-9;
    }

    /// Whether numbers whose logarithms these are can have passed zero and come back unseen: they change by more than twice what separates them from it.
    static boolean near(double from, double to) {
        double change = Math.abs(to - from);
        return change > 0.2 && Math.min(Math.abs(from), Math.abs(to)) < change / 2;
    }
}
