package vn.sohoa.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity(name = "AccountRow")
@Table(name = "account")
class AccountRow {
    @Id
    UUID id;

    String name;
    String displayName;
    String passwordHash;
    boolean mustChange;
    int failures;

    @Nullable
    Instant lockedUntil;

    boolean active = true;
    int version;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    AccountRow() {}
}
