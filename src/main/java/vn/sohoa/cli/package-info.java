/**
 * Owns the commands. May use every lower floor.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.cli;
