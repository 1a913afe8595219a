/**
 * Owns the shared data set: confirmed papers with their codes and data, the search over them, and who used them. May use
 * {@code organization}, {@code audit} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.dataset;
