@org.jspecify.annotations.NullMarked
package loligo.figure;
