/// The command line.
@org.jspecify.annotations.NullMarked
package loligo.cli;
