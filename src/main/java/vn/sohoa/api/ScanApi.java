package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.common.Reason;
import vn.sohoa.imaging.SourceNote;
import vn.sohoa.organization.Person;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageKind;
import vn.sohoa.scan.Board;
import vn.sohoa.scan.Cells;
import vn.sohoa.scan.Day;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldValue;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanFilter;
import vn.sohoa.scan.ScanLine;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;

/** Scans, and what was read from them. */
@RestController
@RequestMapping("/api/v1/scans")
@Tag(name = "scans", description = "Tệp đã quét và giấy tờ trong đó")
class ScanApi {
    private final Board board;
    private final Scans scans;
    private final Fields fields;
    private final Cells cells;
    private final Reads reads;
    private final ZoneId zone;

    ScanApi(Board board, Scans scans, Fields fields, Cells cells, Reads reads, ZoneId zone) {
        this.board = board;
        this.scans = scans;
        this.fields = fields;
        this.cells = cells;
        this.reads = reads;
        this.zone = zone;
    }

    /** Why something could not go on. */
    record Why(String code, String vi, String en) {
        static Optional<Why> of(Optional<Reason> reason) {
            return reason.map(known -> new Why(known.code().name(), known.vi(), known.en()));
        }
    }

    record ScanItem(
            UUID id,
            String unit,
            String counter,
            String name,
            String folder,
            int pages,
            State state,
            Optional<Why> reason,
            Instant createdAt,
            Instant updatedAt) {
        static ScanItem of(ScanLine s) {
            return new ScanItem(
                    s.id(),
                    s.unit(),
                    s.counter(),
                    s.name(),
                    s.folder(),
                    s.pages(),
                    s.state(),
                    Why.of(s.reason()),
                    s.createdAt(),
                    s.updatedAt());
        }

        static ScanItem of(ScanView s) {
            return new ScanItem(
                    s.id(),
                    s.unit(),
                    s.counter(),
                    s.name(),
                    s.folder(),
                    s.pages(),
                    s.state(),
                    Why.of(s.reason()),
                    s.createdAt(),
                    s.updatedAt());
        }
    }

    /**
     * A scan with what is known of its file.
     *
     * @param notes what people are told of the file
     */
    record OneScan(
            ScanItem scan,
            String sha256,
            long bytes,
            String format,
            Optional<UUID> repeatOf,
            Set<SourceNote> notes,
            List<Page> pages) {}

    /**
     * A page of a scan.
     *
     * @param number from 1
     * @param flaws why it should better be scanned again
     */
    record Page(UUID id, int number, PageKind kind, State state, double confidence, List<Why> flaws) {
        static Page of(PageView p) {
            return new Page(
                    p.id(),
                    p.position() + 1,
                    p.kind(),
                    p.state(),
                    p.confidence(),
                    p.flaws().stream()
                            .flatMap(flaw -> Why.of(Optional.of(flaw)).stream())
                            .toList());
        }
    }

    record Field(
            String code,
            String value,
            FieldView.Standing standing,
            double confidence,
            String source,
            boolean needsReview,
            String rule,
            Optional<UUID> page,
            Optional<List<Integer>> box) {
        static Field of(FieldView f) {
            return new Field(
                    f.code(),
                    f.value(),
                    f.standing(),
                    f.found().confidence(),
                    f.found().source().name(),
                    f.found().needsReview(),
                    f.found().rule(),
                    f.found().page(),
                    f.found().box().map(Field::corners));
        }

        /** What a machine found in a cell; nobody confirms those one by one. */
        static Field of(FieldValue found) {
            return new Field(
                    found.code(),
                    found.value(),
                    FieldView.Standing.PENDING,
                    found.confidence(),
                    found.source().name(),
                    found.needsReview(),
                    found.rule(),
                    found.page(),
                    found.box().map(Field::corners));
        }

        private static List<Integer> corners(Box box) {
            return List.of(box.x(), box.y(), box.width(), box.height());
        }
    }

    /** @param rows of its table, a case each; none on papers without one */
    record Document(
            UUID id,
            String type,
            double typeConfidence,
            String dossierCode,
            State state,
            List<UUID> pages,
            List<Field> fields,
            List<List<Field>> rows) {}

    @GetMapping
    @Operation(summary = "Scans, newest first")
    Slice<ScanItem> list(
            @RequestParam Optional<UUID> unit,
            @RequestParam Optional<UUID> counter,
            @RequestParam Optional<Set<State>> state,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> day,
            @RequestParam Optional<Cursor> after,
            @RequestParam(defaultValue = "50") int limit) {
        ScanFilter wanted = new ScanFilter(unit, counter, state.orElse(Set.of()), day.map(date -> new Day(date, zone)));
        int most = Slice.limit(limit);
        return Slice.of(board.scans(wanted, after.map(Cursor::after), most + 1), most, ScanLine::id)
                .map(ScanItem::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One scan")
    OneScan one(@PathVariable UUID id) {
        ScanView scan = find(id);
        return new OneScan(
                ScanItem.of(scan),
                scan.sha256().hex(),
                scan.bytes(),
                scan.format(),
                scan.repeatOf(),
                scan.notes(),
                scans.pages(id).stream().map(Page::of).toList());
    }

    @GetMapping("/{id}/documents")
    @Operation(summary = "The documents of a scan with their fields: personal data, so a purpose is needed")
    List<Document> documents(@PathVariable UUID id, @AuthenticationPrincipal Person who, Purpose purpose) {
        List<DocumentView> found = scans.documents(find(id).id());
        found.forEach(document -> reads.of(who, purpose, document.unitId(), "FIELDS_READ", "DOCUMENT", document.id()));
        return found.stream().map(this::document).toList();
    }

    private Document document(DocumentView d) {
        return new Document(
                d.id(),
                d.type(),
                d.kind().confidence(),
                d.dossierCode(),
                d.state(),
                d.pages(),
                fields.of(d.id()).stream().map(Field::of).toList(),
                cells.of(d.id()).stream()
                        .map(row -> row.stream().map(Field::of).toList())
                        .toList());
    }

    private ScanView find(UUID id) {
        return scans.scan(id).orElseThrow(Problem::notFound);
    }
}
