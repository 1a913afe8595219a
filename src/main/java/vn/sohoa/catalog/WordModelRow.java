package vn.sohoa.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity(name = "WordModelRow")
@Table(name = "word_model")
@SuppressWarnings("NullAway.Init")
class WordModelRow {
    @Id
    int number;

    Instant madeAt;
    String origin;
    String sha256;
    byte[] content;
    int papers;
    int confirmed;
    int foreignShown;
    int foreignNamed;
    String state;
    String decidedBy = "";

    @Nullable
    Instant decidedAt;

    WordModelRow() {}
}
