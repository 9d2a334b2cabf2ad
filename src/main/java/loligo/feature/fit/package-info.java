/// Curves through measured points: laws of the field, fitted by least squares, with intervals of confidence, or a sentence that says why not.
@org.jspecify.annotations.NullMarked
package loligo.feature.fit;
