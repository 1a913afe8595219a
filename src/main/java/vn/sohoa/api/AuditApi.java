package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.audit.AuditLog;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;

/** What was done and looked at, for those who check; looking at it is itself on record. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit", description = "Nhật ký truy cập và thao tác")
class AuditApi {
    private final AuditLog log;
    private final Deeds deeds;
    private final ZoneId zone;

    AuditApi(AuditLog log, Deeds deeds, ZoneId zone) {
        this.log = log;
        this.deeds = deeds;
        this.zone = zone;
    }

    record AuditLine(
            UUID id,
            Instant at,
            UUID unit,
            String actor,
            String action,
            String purpose,
            String subjectKind,
            UUID subject) {
        static AuditLine of(AuditLog.Line line) {
            return new AuditLine(
                    line.id(),
                    line.at(),
                    line.entry().unitId(),
                    line.entry().actor(),
                    line.entry().action(),
                    line.entry().purpose(),
                    line.entry().subjectKind(),
                    line.entry().subjectId());
        }
    }

    @GetMapping
    @Operation(summary = "Lines of the audit, newest first")
    Slice<AuditLine> list(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> day,
            @RequestParam Optional<String> actor,
            @RequestParam Optional<String> action,
            @RequestParam Optional<UUID> subject,
            @RequestParam Optional<Cursor> after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Person who) {
        int most = Slice.limit(limit);
        AuditLog.Filter wanted = new AuditLog.Filter(
                day.map(from -> from.atStartOfDay(zone).toInstant()),
                day.map(to -> to.plusDays(1).atStartOfDay(zone).toInstant()),
                actor,
                action,
                subject);
        UUID unit = who.units(Role.AUDITOR).stream().min(UUID::compareTo).orElseThrow(Problem::notFound);
        List<AuditLog.Line> lines = deeds.run(() -> {
            List<AuditLog.Line> found = log.lines(wanted, after.map(Cursor::after), most + 1);
            deeds.write(who, unit, "AUDIT_READ", "ACCOUNT", subject.orElse(who.id()));
            return found;
        });
        return Slice.of(lines, most, AuditLog.Line::id).map(AuditLine::of);
    }
}
