package vn.sohoa.reconciliation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Sha256;
import vn.sohoa.common.Step;
import vn.sohoa.scan.FixityRecords;
import vn.sohoa.scan.FixityRecords.Original;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Reads stored originals again, the longest unread first, and compares them with the hash they were taken with. */
public class Fixity {
    private static final Logger log = LoggerFactory.getLogger(Fixity.class);
    private static final int MOST = 50;

    private final FixityRecords records;
    private final ObjectStore store;
    private final Clock clock;
    private final Duration every;

    /**
     * @param every how old a reading may become before the object is read again
     */
    public Fixity(FixityRecords records, ObjectStore store, Clock clock, Duration every) {
        this.records = records;
        this.store = store;
        this.clock = clock;
        this.every = every;
    }

    /** One round over a bounded number of objects. */
    public void round() {
        for (Original original : records.due(clock.instant().minus(every), MOST)) {
            boolean whole = read(original);
            Step.FIXITY_READ.reached();
            records.checked(original.scan(), whole);
            Step.FIXITY_NOTED.reached();
            if (!whole) {
                log.error(
                        "The stored bytes of scan {} are missing or not what was taken; restore them", original.scan());
            }
        }
    }

    private boolean read(Original original) {
        if (store.stat(Bucket.ORIGINALS, original.key()).isEmpty()) {
            return false;
        }
        try (InputStream in = store.open(Bucket.ORIGINALS, original.key())) {
            return Sha256.of(in).equals(original.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
