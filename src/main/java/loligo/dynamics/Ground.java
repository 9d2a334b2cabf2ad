package loligo.dynamics;

/// A problem with one idle parameter, see [Problem#idle], and where in it the points of a plane lie; for one thread.
public record Ground(Problem problem, Plane.Completion plane) {}
