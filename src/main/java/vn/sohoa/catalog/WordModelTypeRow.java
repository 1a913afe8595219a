package vn.sohoa.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity(name = "WordModelTypeRow")
@Table(name = "word_model_type")
@SuppressWarnings("NullAway.Init")
class WordModelTypeRow {
    @Id
    String id;

    int number;
    String type;
    int papers;
    int rightNamed;
    int wrongNamed;

    WordModelTypeRow() {}
}
