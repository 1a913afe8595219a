/**
 * Owns the question which papers a run of pages holds: where one ends and the next begins, and of which type each is, with
 * the reason. May use {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.classification;
