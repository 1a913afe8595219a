package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.organization.Person;
import vn.sohoa.scan.Desk;
import vn.sohoa.scan.Scans;

/** What waits for a person. */
@RestController
@RequestMapping("/api/v1/review")
@Tag(name = "review", description = "Giấy tờ chờ kiểm tra")
class ReviewApi {
    private final Desk desk;
    private final Scans scans;

    ReviewApi(Desk desk, Scans scans) {
        this.desk = desk;
        this.scans = scans;
    }

    /**
     * A document that waits.
     *
     * @param by who has it on the desk; absent when nobody has
     */
    record Waiting(UUID document, String type, int pages, Instant since, Optional<String> by) {
        static Waiting of(Desk.Waiting w) {
            return new Waiting(
                    w.id(), w.type(), w.pages(), w.since(), Optional.of(w.by()).filter(by -> !by.isEmpty()));
        }
    }

    /** How much waits, and what waits longest. */
    record Queue(long count, List<Waiting> items) {}

    /** A document that is on the desk of whoever asked. */
    record Taken(UUID document) {}

    @GetMapping("/queue")
    @Operation(summary = "Documents that wait for a person, oldest first")
    Queue queue(@AuthenticationPrincipal Person who, @RequestParam(defaultValue = "50") int limit) {
        List<Waiting> items =
                desk.list(who, Slice.limit(limit)).stream().map(Waiting::of).toList();
        return new Queue(desk.count(who), items);
    }

    @DeleteMapping("/{document}")
    @Operation(summary = "Puts a document back for others")
    ResponseEntity<Void> leave(@PathVariable UUID document, @AuthenticationPrincipal Person who) {
        scans.document(document).orElseThrow(Problem::notFound);
        desk.leave(document, who);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/next")
    @Operation(summary = "Takes the next document for ten minutes; nothing (204) when none waits")
    ResponseEntity<Taken> next(@AuthenticationPrincipal Person who) {
        return desk.next(who)
                .map(document -> ResponseEntity.ok(new Taken(document)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
