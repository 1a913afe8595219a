package vn.sohoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Sha256;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.scan.Arrivals;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.Staged;

/**
 * Puts the bytes of files into the store, once each. The hash stands in the object's metadata, which a store takes before
 * the first byte. A small file is read for its hash first, by which a repeat is known before anything is stored, and its
 * second reading comes from memory. A large one, mostly on a network share, is read once: stored while it is hashed, and
 * then copied to its name by the store.
 */
final class Originals {
    private static final Logger log = LoggerFactory.getLogger(Originals.class);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneOffset.UTC);

    /** Of a file whose bytes nobody can have. */
    static final Sha256 NOTHING = Sha256.of(new byte[0]);

    private final ObjectStore store;
    private final Arrivals arrivals;
    private final FreeSpace space;
    private final Clock clock;
    private final long large;

    /** @param large files of so many bytes and more are read only once */
    Originals(ObjectStore store, Arrivals arrivals, FreeSpace space, Clock clock, long large) {
        this.store = store;
        this.arrivals = arrivals;
        this.space = space;
        this.clock = clock;
        this.large = large;
    }

    /** @param key in {@code sohoa-originals}; empty where the same bytes are there already */
    record Kept(Sha256 sha256, String key) {}

    Kept keep(Candidate candidate, UUID scan) {
        if (candidate.arrival().print().size() >= large) {
            return inOnePass(candidate, scan);
        }
        Sha256 sha256 = hash(candidate.file());
        if (isRepeat(candidate, sha256)) {
            return new Kept(sha256, "");
        }
        space.require(candidate.arrival().print().size());
        String key = key(candidate, scan);
        store.putVerified(Bucket.ORIGINALS, key, candidate.file(), sha256, type(candidate), Map.of());
        return new Kept(sha256, key);
    }

    private Kept inOnePass(Candidate candidate, UUID scan) {
        space.require(candidate.arrival().print().size());
        Staged staged = store.stage(scan.toString(), candidate.file());
        try {
            if (isRepeat(candidate, staged.sha256())) {
                return new Kept(staged.sha256(), "");
            }
            String key = key(candidate, scan);
            store.placeVerified(staged, Bucket.ORIGINALS, key, type(candidate), Map.of());
            return new Kept(staged.sha256(), key);
        } finally {
            store.discard(staged);
        }
    }

    private boolean isRepeat(Candidate candidate, Sha256 sha256) {
        return arrivals.earlier(candidate.arrival(), sha256).isPresent();
    }

    private String key(Candidate candidate, UUID scan) {
        return candidate.arrival().counter().unit() + "/" + MONTH.format(clock.instant()) + "/" + scan;
    }

    private static String type(Candidate candidate) {
        return candidate.format().map(SourceFormat::mediaType).orElse("application/octet-stream");
    }

    /** The claim was lost: what we stored belongs to no row. Should this fail too, it is garbage, not a lie. */
    void discard(String key) {
        if (!key.isEmpty()) {
            try {
                store.remove(Bucket.ORIGINALS, key);
            } catch (Failure e) {
                log.info(
                        "An object without a row stays in the store until it is collected: {}",
                        e.reason().code());
            }
        }
    }

    static Sha256 hash(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return NOTHING;
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return Sha256.of(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
