/**
 * Owns the real engines that tests run against in containers: how they are started, which tests need them, and the line
 * at the end of a run that says how many of those tests ran.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.containers;
