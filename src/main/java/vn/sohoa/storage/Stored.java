package vn.sohoa.storage;

import vn.sohoa.common.Sha256;

/**
 * An object the store now holds.
 *
 * @param size in bytes
 * @param sha256 of its bytes, also kept in the object's metadata
 */
public record Stored(Bucket bucket, String key, long size, Sha256 sha256) {}
