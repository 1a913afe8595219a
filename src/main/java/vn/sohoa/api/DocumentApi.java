package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Person;
import vn.sohoa.review.Review;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Edit;
import vn.sohoa.scan.FieldAnswers;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;
import vn.sohoa.scan.Verdicts;

/** One document: its fields, and what a person says of them. */
@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "documents", description = "Giấy tờ và dữ liệu của giấy tờ")
class DocumentApi {
    private static final Set<String> RESCAN =
            Set.of("RESCAN_BLURRED", "RESCAN_CUT_OFF", "RESCAN_MISSING_PAGE", "RESCAN_WRONG_PAPER", "RESCAN_OTHER");
    private static final Set<String> DISCARD =
            Set.of("DISCARD_REPEATED", "DISCARD_NOT_WANTED", "DISCARD_TEST", "DISCARD_OTHER");

    private final Scans scans;
    private final Fields fields;
    private final Review review;
    private final Verdicts verdicts;
    private final Reads reads;

    DocumentApi(Scans scans, Fields fields, Review review, Verdicts verdicts, Reads reads) {
        this.scans = scans;
        this.fields = fields;
        this.review = review;
        this.verdicts = verdicts;
        this.reads = reads;
    }

    record OneDocument(
            UUID id,
            UUID scan,
            String type,
            double typeConfidence,
            String dossierCode,
            State state,
            Optional<ScanApi.Why> reason,
            int version,
            List<UUID> pages,
            List<ScanApi.Field> fields) {}

    /** What is said of a field; the value for CORRECT alone. */
    record FieldAnswer(FieldAnswers.Word word, Optional<String> value) {}

    record TypeChoice(String type) {}

    record DossierChoice(String code) {}

    /** Why a document is not kept, or has to be scanned again. */
    record Because(String reason, Optional<String> note) {}

    @GetMapping("/{id}")
    @Operation(summary = "A document with its fields: personal data, so a purpose is needed")
    ResponseEntity<OneDocument> one(@PathVariable UUID id, @AuthenticationPrincipal Person who, Purpose purpose) {
        DocumentView document = find(id);
        reads.of(who, purpose, document.unitId(), "FIELDS_READ", "DOCUMENT", id);
        return answer(document);
    }

    @PutMapping("/{id}/fields/{code}")
    @Operation(summary = "Accepts, corrects or takes back a field, or says that it is illegible or absent")
    ResponseEntity<ScanApi.Field> field(
            @PathVariable UUID id,
            @PathVariable String code,
            Edition edition,
            @RequestBody FieldAnswer answer,
            @AuthenticationPrincipal Person who) {
        Edit edit = edit(id, edition, who);
        Optional<FieldView> now =
                review.say(edit, code, answer.word(), answer.value().orElse(""));
        return ResponseEntity.ok()
                .eTag(Edition.tag(edit.version() + 1L))
                .body(now.map(ScanApi.Field::of).orElse(null));
    }

    @PostMapping("/{id}/type")
    @Operation(summary = "Says of which type the document is; it is read anew as one")
    ResponseEntity<Void> type(
            @PathVariable UUID id, Edition edition, @RequestBody TypeChoice type, @AuthenticationPrincipal Person who) {
        review.type(edit(id, edition, who), given("type", type.type()));
        return ResponseEntity.accepted().build();
    }

    @PostMapping("/{id}/dossier")
    @Operation(summary = "Puts the document on a dossier of its unit")
    ResponseEntity<Void> dossier(
            @PathVariable UUID id,
            Edition edition,
            @RequestBody DossierChoice dossier,
            @AuthenticationPrincipal Person who) {
        review.dossier(edit(id, edition, who), given("code", dossier.code()));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "Says that the document is right; it goes into the shared data set")
    ResponseEntity<Void> confirm(@PathVariable UUID id, Edition edition, @AuthenticationPrincipal Person who) {
        review.confirm(edit(id, edition, who));
        return ResponseEntity.accepted().build();
    }

    @PostMapping("/{id}/send-back")
    @Operation(summary = "The paper has to be scanned again")
    ResponseEntity<Void> sendBack(
            @PathVariable UUID id, Edition edition, @RequestBody Because why, @AuthenticationPrincipal Person who) {
        verdicts.sendBack(edit(id, edition, who), reason(why, RESCAN));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/discard")
    @Operation(summary = "The document is not to be kept")
    ResponseEntity<Void> discard(
            @PathVariable UUID id, Edition edition, @RequestBody Because why, @AuthenticationPrincipal Person who) {
        verdicts.discard(edit(id, edition, who), reason(why, DISCARD));
        return ResponseEntity.noContent().build();
    }

    private Edit edit(UUID id, Edition edition, Person who) {
        DocumentView document = find(id);
        edition.require(document.version());
        return new Edit(id, document.version(), who);
    }

    private DocumentView find(UUID id) {
        return scans.document(id).orElseThrow(Problem::notFound);
    }

    private ResponseEntity<OneDocument> answer(DocumentView d) {
        return ResponseEntity.ok()
                .eTag(Edition.tag(d.version()))
                .body(new OneDocument(
                        d.id(),
                        d.scanId(),
                        d.type(),
                        d.kind().confidence(),
                        d.dossierCode(),
                        d.state(),
                        ScanApi.Why.of(d.reason()),
                        d.version(),
                        d.pages(),
                        fields.of(d.id()).stream().map(ScanApi.Field::of).toList()));
    }

    private static String given(String name, String value) {
        if (value.isBlank()) {
            throw Problem.invalid(name, "thiếu.", "is missing.");
        }
        return value;
    }

    private static Reason reason(Because why, Set<String> known) {
        String code = given("reason", why.reason());
        if (!known.contains(code)) {
            throw Problem.invalid("reason", "giá trị không hợp lệ.", "not a valid value.");
        }
        String note = why.note().orElse("").strip();
        return Reason.of(ReasonCode.valueOf(code), note);
    }
}
