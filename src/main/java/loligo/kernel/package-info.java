/// The staircase between the wings: a model becomes byte code over arrays.
@org.jspecify.annotations.NullMarked
package loligo.kernel;
