/**
 * Takes files out of watched folders: waits until they are quiet and whole, stores and verifies them, enters them,
 * announces them, and only then moves them out of the way. Holds no tables. May use {@code imaging}, {@code scan},
 * {@code storage}, {@code organization}, {@code audit} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.intake;
