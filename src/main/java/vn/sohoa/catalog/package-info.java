/**
 * Owns what the office calls its papers and procedures: document types with their fields, procedures with their
 * components, as data with validity dates. May use {@code classification}, {@code extraction} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.catalog;
