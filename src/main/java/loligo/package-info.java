/// Loligo: one text describes an excitable membrane; every lens of the field looks at it.
@org.jspecify.annotations.NullMarked
package loligo;
