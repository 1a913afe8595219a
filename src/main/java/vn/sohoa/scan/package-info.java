/**
 * Owns arrivals, scans, pages, documents and their state machine: the only writer of state. May use {@code organization}, {@code audit}, {@code page} and {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.scan;
