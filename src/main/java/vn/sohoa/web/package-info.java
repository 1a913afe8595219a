/**
 * Owns the screens: what came in, where it stands, one scan's pages beside their text, the review desk, dossiers and
 * their cover sheets, confirmed papers. Writes down every sight of personal data. Holds no tables. May use
 * {@code intake}, {@code review}, {@code scan}, {@code dossier}, {@code dataset}, {@code catalog}, {@code organization},
 * {@code audit}, {@code storage}, {@code imaging}, {@code barcode}, {@code pdf}, {@code ocr}, {@code page} and
 * {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.web;
