package vn.sohoa.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** One day of the office: it begins and ends at midnight where the office is, not where the server is. */
public record Day(LocalDate date, ZoneId zone) {
    public static Day of(Instant moment, ZoneId zone) {
        return new Day(LocalDate.ofInstant(moment, zone), zone);
    }

    /** The first moment of the day. */
    public Instant from() {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The first moment of the next day. */
    public Instant to() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
