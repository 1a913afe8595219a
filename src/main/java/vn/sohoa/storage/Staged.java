package vn.sohoa.storage;

import vn.sohoa.common.Sha256;

/**
 * A file that is in the store and has no name there yet: its hash, which its name and metadata wait for, became known while
 * it was stored.
 *
 * @param key of its own, in {@code sohoa-pages}
 * @param size in bytes
 * @param sha256 of the bytes that were read
 */
public record Staged(String key, long size, Sha256 sha256) {}
