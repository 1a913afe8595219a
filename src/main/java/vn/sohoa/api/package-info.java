/**
 * Owns the REST interface under {@code /api/v1}: who asks by token, problem details, purposes, cursors, editions, answers
 * kept for repeated requests, and the contract. May use every lower floor.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.api;
