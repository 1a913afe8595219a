/**
 * Cuts a scan into pages, has each page read, and cuts the pages into documents. Holds no tables. May use {@code imaging}, {@code barcode}, {@code ocr}, {@code classification},
 * {@code extraction}, {@code catalog}, {@code page}, {@code scan}, {@code storage} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.recognition;
