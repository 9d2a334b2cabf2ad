/// Text to blocks and expressions and back; differentiate, simplify, check dimensions, diagnose.
@org.jspecify.annotations.NullMarked
package loligo.notation;
