package vn.sohoa.reconciliation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Sha256;
import vn.sohoa.common.Step;
import vn.sohoa.scan.FixityRecords;
import vn.sohoa.scan.FixityRecords.Original;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Reads stored originals again, the longest untried first, and compares them with the hash they were taken with. */
public class Fixity {
    private static final Logger log = LoggerFactory.getLogger(Fixity.class);
    private static final int MOST = 50;
    /** One damaged object is an accident; so many in a row are a store that is away. */
    private static final int AWAY = 3;

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

    /**
     * One round over a bounded number of objects. One that the store does not deliver keeps no other waiting: it is tried
     * again behind them. Several in a row end the round, since then the store itself is away.
     */
    public void round() {
        int undelivered = 0;
        for (Original original : records.due(clock.instant().minus(every), MOST)) {
            undelivered = delivered(original) ? 0 : undelivered + 1;
            if (undelivered == AWAY) {
                log.warn("The store did not deliver {} originals in a row; the next round goes on with others", AWAY);
                return;
            }
        }
    }

    private boolean delivered(Original original) {
        Optional<Boolean> whole = read(original);
        if (whole.isEmpty()) {
            records.tried(original.scan());
            return false;
        }
        Step.FIXITY_READ.reached();
        records.checked(original.scan(), whole.get());
        Step.FIXITY_NOTED.reached();
        if (!whole.get()) {
            log.error("The stored bytes of scan {} are missing or not what was taken; restore them", original.scan());
        }
        return true;
    }

    /** Whether the object is whole; empty where the store did not tell. */
    private Optional<Boolean> read(Original original) {
        try {
            return Optional.of(isWhole(original));
        } catch (Failure.Unavailable | UncheckedIOException e) {
            log.error(
                    "The stored bytes of scan {} cannot be read ({}); next come the others, then these again."
                            + " If it stays so, restore them",
                    original.scan(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isWhole(Original original) {
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
