package vn.sohoa.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity(name = "DocumentFieldRow")
@Table(name = "document_field")
class FieldRow {
    /** A field or component that its file no longer names stays with this position. */
    static final int WITHDRAWN = -1;

    @Id
    String id;

    String type;
    String code;
    int position;
    String vi;
    String en;
    String kind;
    boolean main;
    String place;
    String labels;
    String phrases;
    String pattern;
    String afterCode;
    String card;

    @SuppressWarnings("NullAway.Init")
    FieldRow() {}
}
