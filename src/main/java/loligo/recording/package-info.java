/// What was seen: columns over time, each panel a polynomial of the solver's own accuracy.
@org.jspecify.annotations.NullMarked
package loligo.recording;
