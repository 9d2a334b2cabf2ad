/// Dense algebra by a library behind one door, and the solves that are the field's own. No biology.
@org.jspecify.annotations.NullMarked
package loligo.linear;
