/**
 * Takes finished scans of the registers' counter into their books, and makes a book's delivery from its cases and its
 * pages. Holds no tables. May use {@code register}, {@code scan}, {@code organization}, {@code storage}, {@code pdf},
 * {@code ocr}, {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.keying;
