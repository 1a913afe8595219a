/**
 * Puts what a person confirmed into the shared data set. Holds no tables. May use {@code scan}, {@code dossier},
 * {@code dataset}, {@code catalog}, {@code storage}, {@code audit}, {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.publication;
