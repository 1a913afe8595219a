/**
 * Owns units and their counters (each counter is one watched folder). May use {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.organization;
