/**
 * Owns the fields of a document: what stands on its pages under which printed label, with value, confidence, place and
 * source. May use {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.extraction;
