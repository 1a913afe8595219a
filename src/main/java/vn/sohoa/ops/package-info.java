/**
 * Owns how a node runs: its settings, the engines it brings along where none is named, the check that database and store belong together, health and metrics. May use every room.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.ops;
