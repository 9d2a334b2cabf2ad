/// Where a membrane sits in space: the patch.
@org.jspecify.annotations.NullMarked
package loligo.geometry;
