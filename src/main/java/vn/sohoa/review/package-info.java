/**
 * Puts together what a person needs to review a document, and passes on what they say. Holds no tables. May use
 * {@code scan}, {@code dossier}, {@code catalog}, {@code organization}, {@code storage}, {@code imaging}, {@code page} and
 * {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.review;
