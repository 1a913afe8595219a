package vn.sohoa.scan;

import java.util.Optional;
import java.util.UUID;
import vn.sohoa.common.Reason;
import vn.sohoa.common.Sha256;

/**
 * A file that has been taken.
 *
 * @param name a label only
 * @param folder between the counter and the file, or empty
 * @param format as told by its content, or empty when nothing was recognized
 * @param objectKey where its bytes lie in {@code sohoa-originals}; empty when they were not stored
 * @param refused why it can never work, if so
 */
public record NewScan(
        UUID id,
        String name,
        String folder,
        Sha256 sha256,
        long bytes,
        String format,
        String objectKey,
        Optional<Reason> refused) {}
