/**
 * Owns nothing but the main class.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa;
