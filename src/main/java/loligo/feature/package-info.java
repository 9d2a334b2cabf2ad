/// Numbers that a physiologist reads off a recording; each a pure function.
@org.jspecify.annotations.NullMarked
package loligo.feature;
