/// Membranes: ions, channels, gates, Markov schemes, free equations; the model library. No numerics.
@org.jspecify.annotations.NullMarked
package loligo.model;
