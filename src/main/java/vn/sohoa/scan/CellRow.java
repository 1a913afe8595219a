package vn.sohoa.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity(name = "CellRow")
@Table(name = "cell")
class CellRow extends FoundRow {
    int rowNumber;
}
