package vn.sohoa.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity(name = "ScanRow")
@Table(name = "scan")
class ScanRow extends WorkRow {
    UUID counterId;
    String name;
    String folder;
    String sha256;
    long bytes;
    String format;
    String objectKey;

    @Nullable
    UUID repeatOf;

    @Nullable
    String shelf;

    /** {@code QUARANTINE} where the file was refused after it had been shelved, then the place it is being moved to. */
    @Nullable
    String shelfDue;

    @Nullable
    Instant fixityAt;

    @Nullable
    Boolean fixityWhole;

    /** When the store last failed to deliver the object that was to be read again. */
    @Nullable
    Instant fixityTriedAt;

    /** As what it was taken up when it had ended; a scan that ends otherwise later on is taken up again. */
    @Nullable
    @Enumerated(EnumType.STRING)
    State takenAs;

    /** Codes of {@link vn.sohoa.imaging.SourceNote}, with spaces between. */
    String notes = "";

    int pages;
    int pagesPending;
    int documentsPending;

    @SuppressWarnings("NullAway.Init")
    ScanRow() {}
}
