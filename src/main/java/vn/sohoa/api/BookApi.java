package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.keying.BookDelivery;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.register.BookBoard;
import vn.sohoa.register.BookFacts;
import vn.sohoa.register.BookState;
import vn.sohoa.register.BookView;
import vn.sohoa.register.CaseState;
import vn.sohoa.register.Deliveries;
import vn.sohoa.register.Finding;
import vn.sohoa.register.Gaps;
import vn.sohoa.register.Hand;
import vn.sohoa.register.Registers;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Civil-registry books: how far each is, and its deliveries. No value of any case but in a delivery's files. */
@RestController
@RequestMapping("/api/v1/books")
@Tag(name = "books", description = "Sổ hộ tịch: tiến độ và bộ bàn giao")
class BookApi {
    private static final Set<Role> ROLES = EnumSet.of(Role.CLERK, Role.UNIT_ADMIN);

    private final BookBoard board;
    private final Registers registers;
    private final Deliveries deliveries;
    private final BookDelivery delivery;
    private final ObjectStore store;
    private final Reads reads;

    BookApi(
            BookBoard board,
            Registers registers,
            Deliveries deliveries,
            BookDelivery delivery,
            ObjectStore store,
            Reads reads) {
        this.board = board;
        this.registers = registers;
        this.deliveries = deliveries;
        this.delivery = delivery;
        this.store = store;
        this.reads = reads;
    }

    /**
     * @param cases how many are in each state
     */
    record BookItem(
            UUID id,
            String unit,
            String key,
            String kind,
            String years,
            String number,
            Optional<Integer> declaredPages,
            int foundPages,
            int casesAPage,
            BookState state,
            Map<CaseState, Integer> cases) {
        static BookItem of(BookView b) {
            return new BookItem(
                    b.id(),
                    b.unit(),
                    b.key(),
                    b.facts().kind(),
                    b.facts().years(),
                    b.facts().number(),
                    b.declared().isPresent() ? Optional.of(b.declared().getAsInt()) : Optional.empty(),
                    b.found(),
                    b.casesAPage(),
                    b.state(),
                    b.cases());
        }
    }

    record BookPage(
            UUID id,
            UUID page,
            UUID scan,
            String name,
            Optional<Integer> number,
            BookView.PageState state,
            Optional<UUID> duplicateOf,
            int cases,
            int open) {
        static BookPage of(BookView.Page p) {
            return new BookPage(
                    p.id(),
                    p.page(),
                    p.scan(),
                    p.name(),
                    p.number().isPresent() ? Optional.of(p.number().getAsInt()) : Optional.empty(),
                    p.state(),
                    p.duplicateOf(),
                    p.cases(),
                    p.open());
        }
    }

    record BookFile(String name, String sha256, long bytes, String href) {}

    /**
     * @param files empty when the checker did not let the delivery pass
     */
    record BookDeliveryItem(
            UUID id,
            String name,
            int cases,
            boolean passed,
            List<Finding> findings,
            String gaps,
            String gapsReason,
            Instant at,
            List<BookFile> files) {
        static BookDeliveryItem of(UUID book, BookView.Delivery d) {
            String base = "/api/v1/books/" + book + "/deliveries/" + d.id();
            List<BookFile> files = d.passed()
                    ? List.of(
                            new BookFile(d.name() + ".xlsx", d.xlsxSha256(), d.xlsxBytes(), base + "/xlsx"),
                            new BookFile(d.name() + ".zip", d.zipSha256(), d.zipBytes(), base + "/zip"))
                    : List.of();
            return new BookDeliveryItem(
                    d.id(), d.name(), d.cases(), d.passed(), d.findings(), d.gaps(), d.gapsReason(), d.at(), files);
        }
    }

    /** What is missing is told as ranges, such as {@code 3} or {@code 7–9}. */
    record OneBook(
            BookItem book,
            List<String> gaps,
            List<BookPage> pages,
            Set<Deliveries.Obstacle> obstacles,
            List<BookDeliveryItem> deliveries) {}

    /**
     * @param declaredPages absent when nobody knows
     */
    record Facts(String kind, String years, String number, Optional<Integer> declaredPages, int casesAPage) {}

    /**
     * @param gapsReason why missing pages are accepted; absent when none are
     */
    record Wish(Optional<String> gapsReason) {}

    @GetMapping
    @Operation(summary = "Books, newest first")
    Slice<BookItem> list(
            @AuthenticationPrincipal Person who,
            @RequestParam Optional<Cursor> after,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Slice.limit(limit);
        return Slice.of(board.books(who.units(ROLES), after.map(Cursor::after), most + 1), most, BookView::id)
                .map(BookItem::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One book: its pages, what is missing, what keeps it from delivery, its deliveries")
    ResponseEntity<OneBook> one(@PathVariable UUID id) {
        BookView book = find(id);
        OneBook one = new OneBook(
                BookItem.of(book),
                board.gaps(id).ranges().stream().map(Gaps.Range::toString).toList(),
                board.pages(id).stream().map(BookPage::of).toList(),
                deliveries.obstacles(id).stream()
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Deliveries.Obstacle.class))),
                board.deliveries(id).stream()
                        .map(made -> BookDeliveryItem.of(id, made))
                        .toList());
        return ResponseEntity.ok().eTag(Edition.tag(book.version())).body(one);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Says which register a book is")
    ResponseEntity<OneBook> describe(
            @AuthenticationPrincipal Person who, @PathVariable UUID id, Edition edition, @RequestBody Facts facts) {
        BookView book = find(id);
        edition.require(book.version());
        registers.describe(
                hand(who),
                id,
                book.version(),
                new BookFacts(facts.kind(), facts.years(), facts.number()),
                facts.declaredPages().map(OptionalInt::of).orElse(OptionalInt.empty()),
                facts.casesAPage());
        return one(id);
    }

    @PostMapping("/{id}/deliveries")
    @Operation(summary = "Delivers a book; the answer says whether our own checker let it pass")
    ResponseEntity<BookDeliveryItem> deliver(
            @AuthenticationPrincipal Person who, @PathVariable UUID id, @RequestBody Wish wish) {
        find(id);
        String reason = wish.gapsReason().orElse("");
        UUID made = delivery.deliver(hand(who), id, reason);
        return ResponseEntity.created(URI.create("/api/v1/books/" + id + "/deliveries/" + made))
                .body(delivered(id, made));
    }

    @GetMapping("/{id}/deliveries/{delivery}")
    @Operation(summary = "One delivery")
    BookDeliveryItem delivered(@PathVariable UUID id, @PathVariable("delivery") UUID made) {
        return BookDeliveryItem.of(id, made(id, made));
    }

    @GetMapping("/{id}/deliveries/{delivery}/{file:xlsx|zip}")
    @Operation(summary = "A file of a delivery: personal data, so a purpose is needed")
    ResponseEntity<Resource> download(
            @AuthenticationPrincipal Person who,
            Purpose purpose,
            @PathVariable UUID id,
            @PathVariable("delivery") UUID made,
            @PathVariable String file) {
        BookView.Delivery one = made(id, made);
        if (!one.passed()) {
            throw Problem.notFound();
        }
        boolean sheet = file.equals("xlsx");
        InputStream bytes = store.open(Bucket.DOCUMENTS, sheet ? one.xlsxKey() : one.zipKey());
        reads.of(who, purpose, find(id).unitId(), "BOOK_DOWNLOADED", "DELIVERY", made);
        ContentDisposition name = ContentDisposition.attachment()
                .filename(one.name() + "." + file)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(sheet ? one.xlsxBytes() : one.zipBytes())
                .body(new InputStreamResource(bytes));
    }

    private BookView find(UUID id) {
        return board.book(id).orElseThrow(Problem::notFound);
    }

    private BookView.Delivery made(UUID book, UUID id) {
        find(book);
        return board.delivery(book, id).orElseThrow(Problem::notFound);
    }

    private static Hand hand(Person who) {
        return new Hand(who.id(), who.name(), who.units(ROLES));
    }
}
