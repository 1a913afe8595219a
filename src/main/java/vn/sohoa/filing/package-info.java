/**
 * Puts each document on its dossier and makes its own file. Holds no tables. May use {@code imaging}, {@code pdf}, {@code ocr},
 * {@code page}, {@code catalog}, {@code extraction}, {@code scan}, {@code dossier}, {@code storage} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.filing;
