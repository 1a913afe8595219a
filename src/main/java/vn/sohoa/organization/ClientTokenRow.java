package vn.sohoa.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity(name = "ClientTokenRow")
@Table(name = "client_token")
class ClientTokenRow {
    @Id
    String hash;

    UUID clientId;
    Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    ClientTokenRow() {}
}
