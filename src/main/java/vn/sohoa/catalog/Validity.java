package vn.sohoa.catalog;

import java.time.LocalDate;
import java.util.Optional;

/** From when to when a rule holds, both days included; open where the day is empty. */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {
    public boolean holds(LocalDate day) {
        return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
    }
}
