/**
 * How well papers are read: truth beside scans, what {@code digitize} said of them, and figures from both. Knows the
 * formats of the two and nothing of the program that made the answer.
 */
@NullMarked
package vn.sohoa.accuracy;

import org.jspecify.annotations.NullMarked;
