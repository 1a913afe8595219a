package vn.sohoa.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity(name = "ReviewLeaseRow")
@Table(name = "review_lease")
class ReviewLeaseRow {
    @Id
    UUID documentId;

    UUID unitId;
    UUID accountId;
    String accountName;
    Instant takenAt;
    Instant leasedUntil;

    @SuppressWarnings("NullAway.Init")
    ReviewLeaseRow() {}
}
