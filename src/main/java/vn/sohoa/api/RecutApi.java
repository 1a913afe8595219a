package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.organization.Person;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Edit;
import vn.sohoa.scan.Recuts;
import vn.sohoa.scan.Scans;

/** Where the machine laid or cut pages wrongly: they are read anew. */
@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "documents")
class RecutApi {
    private final Scans scans;
    private final Recuts recuts;

    RecutApi(Scans scans, Recuts recuts) {
        this.scans = scans;
        this.recuts = recuts;
    }

    /** @param quarters clockwise */
    record PageTurn(UUID page, int quarters) {}

    /** @param page the first of the second part */
    record PageCut(UUID page) {}

    /** @param next whether with the one after it; else with the one before */
    record Joining(boolean next) {}

    /** The documents that there are now. */
    record Recut(List<UUID> documents) {}

    @PostMapping("/{id}/turn")
    @Operation(summary = "Turns a page by quarters; it is read anew as it lies now")
    ResponseEntity<Recut> turn(
            @PathVariable UUID id, Edition edition, @RequestBody PageTurn turn, @AuthenticationPrincipal Person who) {
        Edit edit = edit(id, edition, who);
        recuts.turn(edit, turn.page(), turn.quarters());
        return ResponseEntity.accepted().body(new Recut(List.of(id)));
    }

    @PostMapping("/{id}/split")
    @Operation(summary = "Cuts the document in two before a page; the two are read anew")
    ResponseEntity<Recut> split(
            @PathVariable UUID id, Edition edition, @RequestBody PageCut cut, @AuthenticationPrincipal Person who) {
        Edit edit = edit(id, edition, who);
        return ResponseEntity.accepted().body(new Recut(recuts.split(edit, cut.page())));
    }

    @PostMapping("/{id}/join")
    @Operation(summary = "Joins the document with its neighbour in the scan; the one is read anew")
    ResponseEntity<Recut> join(
            @PathVariable UUID id, Edition edition, @RequestBody Joining joining, @AuthenticationPrincipal Person who) {
        Edit edit = edit(id, edition, who);
        return ResponseEntity.accepted().body(new Recut(List.of(recuts.join(edit, joining.next()))));
    }

    private Edit edit(UUID id, Edition edition, Person who) {
        DocumentView document = scans.document(id).orElseThrow(Problem::notFound);
        edition.require(document.version());
        return new Edit(id, document.version(), who);
    }
}
