/**
 * Owns machine-readable codes: reading those on a page, drawing the QR of a cover sheet, and what the codes of cover
 * sheets and identity cards say. The only room that knows ZXing. May use {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.barcode;
