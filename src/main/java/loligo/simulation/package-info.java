/// The one time loop: react, record.
@org.jspecify.annotations.NullMarked
package loligo.simulation;
