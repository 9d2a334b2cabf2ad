/// What curves of families tell: current over voltage, firing over current, impedance over frequency; each a pure function.
@org.jspecify.annotations.NullMarked
package loligo.feature.curve;
