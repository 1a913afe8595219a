package vn.sohoa.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import vn.sohoa.audit.AuditLog;
import vn.sohoa.audit.AuditLog.Line;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;

/** What was done and looked at, for those who check; looking at it is itself on record. */
@Controller
class AuditController {
    private static final int LINES = 100;

    private final AuditLog log;
    private final Acts acts;
    private final Words.Wording wording;
    private final ZoneId zone;

    AuditController(AuditLog log, Acts acts, Words.Wording wording, ZoneId zone) {
        this.log = log;
        this.acts = acts;
        this.wording = wording;
        this.zone = zone;
    }

    /** What was asked for, as it stands in the address: ids and stable words only. */
    record Asked(
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @Nullable String actor,
            @Nullable String action,
            @Nullable UUID subject,
            @Nullable UUID before) {
        AuditLog.Filter filter(ZoneId zone) {
            Optional<LocalDate> date = Optional.ofNullable(day);
            return new AuditLog.Filter(
                    date.map(from -> from.atStartOfDay(zone).toInstant()),
                    date.map(to -> to.plusDays(1).atStartOfDay(zone).toInstant()),
                    given(actor),
                    given(action),
                    Optional.ofNullable(subject));
        }

        String older(UUID last) {
            return UriComponentsBuilder.fromPath("/audit")
                    .queryParamIfPresent("day", Optional.ofNullable(day))
                    .queryParamIfPresent("actor", given(actor))
                    .queryParamIfPresent("action", given(action))
                    .queryParamIfPresent("subject", Optional.ofNullable(subject))
                    .queryParam("before", last)
                    .encode()
                    .toUriString();
        }

        private static Optional<String> given(@Nullable String text) {
            return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
        }
    }

    /** A line to show. */
    record Row(String at, String actor, String action, String purpose, String kind, UUID subject) {}

    @GetMapping("/audit")
    String page(@AuthenticationPrincipal Person auditor, Asked asked, Model model, Locale locale) {
        Words words = wording.in(locale);
        List<Line> lines = acts.run(() -> {
            UUID unit =
                    auditor.units(Role.AUDITOR).stream().min(UUID::compareTo).orElseThrow();
            List<Line> found = log.lines(asked.filter(zone), Optional.ofNullable(asked.before()), LINES + 1);
            acts.write(
                    unit, "audit", "AUDIT_READ", "ACCOUNT", asked.subject() == null ? auditor.id() : asked.subject());
            return found;
        });
        List<Line> shown = lines.subList(0, Math.min(LINES, lines.size()));
        model.addAttribute("asked", asked);
        model.addAttribute("rows", shown.stream().map(line -> row(line, words)).toList());
        model.addAttribute(
                "older", lines.size() > LINES ? asked.older(shown.get(LINES - 1).id()) : "");
        return "audit";
    }

    private static Row row(Line line, Words words) {
        return new Row(
                words.time(line.at()),
                line.entry().actor(),
                line.entry().action(),
                Label.of(line.entry().purpose()),
                line.entry().subjectKind(),
                line.entry().subjectId());
    }
}
