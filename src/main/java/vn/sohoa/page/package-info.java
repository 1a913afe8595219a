/**
 * Owns what engines hand each other about one page: its image file, boxes, words, lines and kind. May use {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.page;
