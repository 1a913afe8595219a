package vn.sohoa.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.sohoa.common.Reason;
import vn.sohoa.scan.Stage;
import vn.sohoa.scan.State;
import vn.sohoa.scan.Subject;

/** How things are said in one language: states, reasons, times and sizes. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final int KILO = 1024;

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;
    private final Instant now;

    private Words(MessageSource messages, Locale locale, ZoneId zone, Instant now) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
        this.now = now;
    }

    /** Makes the words of a language. */
    @Component
    static final class Wording {
        private final MessageSource messages;
        private final ZoneId zone;
        private final Clock clock;

        Wording(MessageSource messages, ZoneId zone, Clock clock) {
            this.messages = messages;
            this.zone = zone;
            this.clock = clock;
        }

        Words in(Locale locale) {
            return new Words(messages, locale, zone, clock.instant());
        }
    }

    /** The moment of the request: all ages on one page are reckoned from it. */
    Instant now() {
        return now;
    }

    String text(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** What a person is told of a state, which differs between a scan, a page and a document. */
    String state(Subject subject, State state) {
        return text("state." + subject + "." + state);
    }

    String stage(Stage stage) {
        return text("stage." + stage);
    }

    String reason(Reason reason) {
        return Label.of(locale.getLanguage().equals("en") ? reason.en() : reason.vi());
    }

    String reason(Optional<Reason> reason) {
        return reason.map(this::reason).orElse("");
    }

    /** The time of day; with the date when it was another day. */
    String time(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        return at.toLocalDate().equals(LocalDate.ofInstant(now, zone)) ? TIME.format(at) : BOTH.format(at);
    }

    String date(LocalDate day) {
        return DATE.format(day);
    }

    /** How long ago, or for how long, in the two largest units. */
    String span(Duration time) {
        Duration span = time.isNegative() ? Duration.ZERO : time;
        if (span.toDays() > 0) {
            return text("span.days", span.toDays(), span.toHoursPart());
        }
        if (span.toHours() > 0) {
            return text("span.hours", span.toHours(), span.toMinutesPart());
        }
        return span.toMinutes() > 0
                ? text("span.minutes", span.toMinutes(), span.toSecondsPart())
                : text("span.seconds", span.toSeconds());
    }

    String since(Instant moment) {
        return span(Duration.between(moment, now));
    }

    String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double kilobytes = (double) bytes / KILO;
        return kilobytes < KILO
                ? String.format(locale, "%.0f KB", kilobytes)
                : String.format(locale, "%.1f MB", kilobytes / KILO);
    }
}
