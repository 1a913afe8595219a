/**
 * Owns the dossiers of administrative procedures, which papers are on them and which might be. Knows a paper by its id,
 * and looks up its unit, type and state where they are kept. May use {@code catalog}, {@code organization},
 * {@code audit} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.dossier;
