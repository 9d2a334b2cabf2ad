/// Vector fields, methods as data, steppers, step control, events, dense output. No biology.
@org.jspecify.annotations.NullMarked
package loligo.solver;
