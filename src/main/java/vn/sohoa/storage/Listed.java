package vn.sohoa.storage;

import java.time.Instant;

/**
 * One line of a listing.
 *
 * @param size in bytes
 */
public record Listed(String key, long size, Instant modifiedAt) {}
