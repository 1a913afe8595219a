/**
 * Owns the buckets and keys of the object store, and is the only room that knows the MinIO SDK: bytes go in verified and come out hashed. May use {@code common}.
 */
@org.jspecify.annotations.NullMarked
package vn.sohoa.storage;
