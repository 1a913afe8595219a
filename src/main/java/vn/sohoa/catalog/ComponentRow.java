package vn.sohoa.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity(name = "ComponentRow")
@Table(name = "component")
class ComponentRow {
    @Id
    String id;

    String procedure;
    String code;
    int position;
    String vi;
    String en;
    String types;
    boolean required;
    String digitize;
    String mustNotAsk;

    @SuppressWarnings("NullAway.Init")
    ComponentRow() {}
}
