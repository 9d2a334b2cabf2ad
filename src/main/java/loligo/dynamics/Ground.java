package loligo.dynamics;

/// A problem with one parameter that does nothing, as cycles are solved for along one, and where in it the points of a plane lie; for one thread.
public record Ground(Problem problem, Plane.Completion plane) {}
