package vn.sohoa.dossier;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity(name = "AttachmentRow")
@Table(name = "attachment")
class AttachmentRow {
    @Id
    UUID id;

    UUID unitId;
    UUID documentId;
    UUID dossierId;
    String component = "";

    @Enumerated(EnumType.STRING)
    Attachment.How how;

    String actor;
    Instant at;
    boolean live = true;
    String endedBy = "";

    @Nullable
    Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    AttachmentRow() {}

    Attachment view() {
        return new Attachment(documentId, dossierId, component, how, actor, at);
    }
}
