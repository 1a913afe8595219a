package vn.sohoa.scan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity(name = "DocumentRow")
@Table(name = "document")
class DocumentRow extends WorkRow {
    UUID scanId;
    int position;
    String type;
    float typeConfidence;
    String typeReason = "";
    String typeBy = "";
    String dossierCode = "";
    int version;
    String objectKey = "";

    @Nullable
    String sha256;

    @Nullable
    Long bytes;

    String pdfCheck = "";
    String renditionKey = "";

    @Nullable
    String renditionSha256;

    @Nullable
    Long renditionBytes;

    @ElementCollection
    @CollectionTable(name = "document_page", joinColumns = @JoinColumn(name = "document_id"))
    @OrderColumn(name = "position")
    @Column(name = "page_id")
    List<UUID> pages = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    DocumentRow() {}
}
