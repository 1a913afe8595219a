package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.common.Code;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Reason;
import vn.sohoa.dossier.Attachment;
import vn.sohoa.dossier.Checklist;
import vn.sohoa.dossier.DossierLine;
import vn.sohoa.dossier.DossierList;
import vn.sohoa.dossier.DossierSearch;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.dossier.ListReport;
import vn.sohoa.dossier.ListTaking;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;

/** Dossiers, and the papers on them. */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "dossiers", description = "Hồ sơ thủ tục hành chính và giấy tờ của hồ sơ")
class DossierApi {
    private static final Set<Role> DESK = EnumSet.of(Role.CLERK, Role.UNIT_ADMIN);

    private final Dossiers dossiers;
    private final ListTaking lists;
    private final Units units;
    private final Reads reads;

    DossierApi(Dossiers dossiers, ListTaking lists, Units units, Reads reads) {
        this.dossiers = dossiers;
        this.lists = lists;
        this.units = units;
        this.reads = reads;
    }

    record Dossier(
            UUID id,
            String code,
            String canonicalCode,
            String procedure,
            String holderName,
            String holderNumber,
            Optional<LocalDate> receivedOn,
            DossierView.State state,
            DossierView.Source source,
            Instant createdAt) {
        static Dossier of(DossierView d) {
            return new Dossier(
                    d.id(),
                    d.code(),
                    d.canonical(),
                    d.procedure(),
                    d.holderName(),
                    d.holderNumber(),
                    d.received(),
                    d.state(),
                    d.source(),
                    d.createdAt());
        }
    }

    /** A dossier as it is opened by hand. */
    record NewDossier(
            String unit,
            String code,
            Optional<String> procedure,
            String holderName,
            Optional<String> holderNumber,
            Optional<LocalDate> receivedOn) {}

    /** A dossier as it is from now on: what is not told is empty. */
    record Amendment(
            Optional<String> procedure,
            String holderName,
            Optional<String> holderNumber,
            Optional<LocalDate> receivedOn) {}

    /** What is looked for; the holder is personal data and has no place in an address. */
    record Search(
            Optional<String> code,
            Optional<String> holderName,
            Optional<String> holderNumber,
            Optional<DossierView.State> state,
            Optional<UUID> after,
            Optional<Integer> limit) {}

    record Paper(UUID document, String component, Attachment.How how, String actor, Instant at) {
        static Paper of(Attachment a) {
            return new Paper(a.document(), a.component(), a.how(), a.actor(), a.at());
        }
    }

    /** A component of the procedure, and the papers that stand for it. */
    record Line(
            String component,
            String name,
            Checklist.Standing standing,
            Optional<String> mustNotAsk,
            List<UUID> papers) {}

    record Standing(List<Line> components, List<UUID> otherPapers) {
        static Standing of(Checklist checklist) {
            return new Standing(
                    checklist.lines().stream()
                            .map(line -> new Line(
                                    line.component().code(),
                                    line.component().vi(),
                                    line.standing(),
                                    line.component().mustNotAsk(),
                                    line.documents().stream()
                                            .map(Attachment::document)
                                            .toList()))
                            .toList(),
                    checklist.others().stream().map(Attachment::document).toList());
        }
    }

    record WrongRow(long line, String column, String code, String vi, String en) {}

    /** What became of a list. */
    record Imported(int added, int changed, int unchanged, List<WrongRow> errors, int moreErrors) {
        static Imported of(ListReport report) {
            return new Imported(
                    report.added(),
                    report.changed(),
                    report.unchanged(),
                    report.errors().stream()
                            .map(error -> {
                                Reason why = error.reason();
                                return new WrongRow(
                                        error.line(), error.column(), why.code().name(), why.vi(), why.en());
                            })
                            .toList(),
                    report.moreErrors());
        }
    }

    record Choice(Optional<String> component) {}

    @GetMapping
    @Operation(summary = "Dossiers, newest first, by the beginning of their code")
    Slice<Dossier> list(
            @RequestParam(defaultValue = "") String code,
            @RequestParam Optional<DossierView.State> state,
            @RequestParam Optional<Cursor> after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Person who,
            Purpose purpose) {
        return found(new DossierSearch(code, "", "", state), after.map(Cursor::after), limit, who, purpose);
    }

    @PostMapping("/search")
    @Operation(summary = "Dossiers by their holder, newest first")
    Slice<Dossier> search(@RequestBody Search search, @AuthenticationPrincipal Person who, Purpose purpose) {
        DossierSearch wanted = new DossierSearch(
                search.code().orElse(""),
                search.holderName().orElse(""),
                search.holderNumber().orElse(""),
                search.state());
        return found(wanted, search.after(), search.limit().orElse(50), who, purpose);
    }

    private Slice<Dossier> found(DossierSearch wanted, Optional<UUID> after, int limit, Person who, Purpose purpose) {
        int most = Slice.limit(limit);
        Slice<DossierView> found = Slice.of(dossiers.list(wanted, after, most + 1), most, DossierView::id);
        found.items().forEach(dossier -> read(dossier, who, purpose));
        return found.map(Dossier::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One dossier")
    ResponseEntity<Dossier> one(@PathVariable UUID id, @AuthenticationPrincipal Person who, Purpose purpose) {
        DossierView dossier = find(id);
        read(dossier, who, purpose);
        return ResponseEntity.ok().eTag(Edition.tag(dossier.version())).body(Dossier.of(dossier));
    }

    @PostMapping
    @Operation(summary = "Opens a dossier by hand")
    ResponseEntity<Dossier> open(@RequestBody NewDossier given, @AuthenticationPrincipal Person who) {
        DossierCode code = DossierCode.parse(given.code())
                .orElseThrow(() -> Problem.invalid("code", "không phải mã hồ sơ.", "is no dossier's code."));
        DossierLine line = new DossierLine(
                code,
                given.procedure().orElse(""),
                given.holderName(),
                given.holderNumber().orElse(""),
                given.receivedOn());
        DossierView opened = dossiers.open(unit(given.unit(), who), line, who.name());
        return ResponseEntity.created(URI.create("/api/v1/dossiers/" + opened.id()))
                .eTag(Edition.tag(opened.version()))
                .body(Dossier.of(opened));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Corrects what is known of a dossier; its code stays")
    ResponseEntity<Dossier> amend(
            @PathVariable UUID id, Edition edition, @RequestBody Amendment told, @AuthenticationPrincipal Person who) {
        DossierView dossier = find(id);
        edition.require(dossier.version());
        DossierLine line = new DossierLine(
                new DossierCode(dossier.code(), dossier.canonical()),
                told.procedure().orElse(""),
                told.holderName(),
                told.holderNumber().orElse(""),
                told.receivedOn());
        DossierView amended = dossiers.amend(id, dossier.version(), line, who.name());
        return ResponseEntity.ok().eTag(Edition.tag(amended.version())).body(Dossier.of(amended));
    }

    @PostMapping(
            path = "/import",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "Enters a list of dossiers (CSV or JSON); wrong rows are told, right ones are taken")
    Imported enter(@RequestParam String unit, HttpServletRequest request, @AuthenticationPrincipal Person who)
            throws IOException {
        boolean csv =
                MediaType.parseMediaType(request.getContentType()).getSubtype().equals("csv");
        try (InputStream list = request.getInputStream()) {
            return Imported.of(lists.take(
                    unit(unit, who), list, csv ? DossierList.Format.CSV : DossierList.Format.JSON, who.name()));
        }
    }

    @GetMapping("/{id}/attachments")
    @Operation(summary = "The papers on a dossier")
    List<Paper> attachments(@PathVariable UUID id) {
        return dossiers.attachments(find(id).id()).stream().map(Paper::of).toList();
    }

    @GetMapping("/{id}/checklist")
    @Operation(summary = "What the dossier has, lacks, and must not be asked for")
    Standing checklist(@PathVariable UUID id) {
        return Standing.of(dossiers.checklist(find(id).id()));
    }

    @PutMapping("/{id}/attachments/{document}")
    @Operation(summary = "Puts a document on this dossier")
    List<Paper> attach(
            @PathVariable UUID id,
            @PathVariable UUID document,
            Edition edition,
            @RequestBody Choice choice,
            @AuthenticationPrincipal Person who) {
        edition.require(find(id).version());
        dossiers.choose(document, id, choice.component().orElse(""), who.name());
        return attachments(id);
    }

    @DeleteMapping("/{id}/attachments/{document}")
    @Operation(summary = "Takes a document off this dossier")
    List<Paper> detach(@PathVariable UUID id, @PathVariable UUID document, @AuthenticationPrincipal Person who) {
        dossiers.attachedTo(document)
                .filter(attachment -> attachment.dossier().equals(id))
                .orElseThrow(Problem::notFound);
        dossiers.detach(document, who.name());
        return attachments(id);
    }

    private void read(DossierView dossier, Person who, Purpose purpose) {
        reads.of(who, purpose, dossier.unitId(), "DOSSIER_READ", "DOSSIER", dossier.id());
    }

    private DossierView find(UUID id) {
        return dossiers.view(id).orElseThrow(Problem::notFound);
    }

    private UUID unit(String code, Person who) {
        return Code.parse(code)
                .flatMap(units::find)
                .filter(who.units(DESK)::contains)
                .orElseThrow(Problem::notFound);
    }
}
