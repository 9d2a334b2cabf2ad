/// What is done to a membrane: waveforms and their corners, current clamp, light, numbers moved by hand.
@org.jspecify.annotations.NullMarked
package loligo.protocol;
