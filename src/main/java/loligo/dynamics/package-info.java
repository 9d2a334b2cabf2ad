/// Families of vector fields: equilibria, stability, continuation, cycles, normal forms, nullclines, manifolds, basins. No biology.
@org.jspecify.annotations.NullMarked
package loligo.dynamics;
