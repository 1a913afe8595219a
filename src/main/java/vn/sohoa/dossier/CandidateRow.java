package vn.sohoa.dossier;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

@Entity(name = "CandidateRow")
@Table(name = "candidate")
@IdClass(CandidateRow.Key.class)
class CandidateRow {
    @Id
    UUID documentId;

    @Id
    UUID dossierId;

    UUID unitId;

    @Enumerated(EnumType.STRING)
    Candidate.Why reason;

    int rank;

    @SuppressWarnings("NullAway.Init")
    CandidateRow() {}

    /** What JPA knows a row by. */
    record Key(UUID documentId, UUID dossierId) implements Serializable {}
}
