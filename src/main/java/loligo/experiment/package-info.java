/// The experiment file, and the laboratory that performs its studies.
@org.jspecify.annotations.NullMarked
package loligo.experiment;
