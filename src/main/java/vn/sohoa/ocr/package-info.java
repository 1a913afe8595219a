/**
 * Owns recognition: the recognizer child process, its supervision, and the written forms of recognized text (compact JSON, ALTO 4). May use {@code imaging}, {@code barcode}, {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.ocr;
