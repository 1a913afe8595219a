/**
 * Owns civil-registry books: their pages, cases, keyings, decisions and deliveries, and the forms they are keyed by. May
 * use {@code organization}, {@code audit}, {@code storage}, {@code imaging}, {@code pdf}, {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.register;
