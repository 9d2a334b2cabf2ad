/// Plots described as data, rendered as SVG and PNG.
@org.jspecify.annotations.NullMarked
package loligo.figure;
