/**
 * Owns pixels and source files: what a file is, whether it is whole, cutting it into page images within budgets, decoding, measures of blankness, views for the screen. May use {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.imaging;
