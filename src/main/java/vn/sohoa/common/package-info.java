/**
 * Owns the value types every room speaks (ids, hashes, codes), the failure types with their bilingual reasons, and nothing else. Uses no room.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.common;
