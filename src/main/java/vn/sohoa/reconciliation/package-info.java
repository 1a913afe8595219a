/**
 * Keeps rows, messages and stored bytes in step: rings due rows again, gives lost leases back, reads stored originals again. Holds no tables. May use {@code scan}, {@code storage} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.reconciliation;
