/**
 * Owns the append-only record of what was changed and what was read, by whom, for which purpose. May use {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.audit;
