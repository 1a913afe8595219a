/**
 * Owns the PDFs we make (the searchable one from page images and words, and cover sheets to be printed), the check whether
 * they are PDF/A, and what may be kept of PDFs that others made. May use {@code imaging}, {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.pdf;
