package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.common.Failure;
import vn.sohoa.keying.BookDelivery;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.register.BookBoard;
import vn.sohoa.register.BookFacts;
import vn.sohoa.register.BookView;
import vn.sohoa.register.Deliveries;
import vn.sohoa.register.Forms;
import vn.sohoa.register.Hand;
import vn.sohoa.register.Registers;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Civil-registry books: how far each is, what is missing, its delivery. */
@Controller
class BookController {
    private static final Set<Role> ROLES = EnumSet.of(Role.CLERK, Role.UNIT_ADMIN);
    private static final int LINES = 50;

    private final BookBoard board;
    private final Registers registers;
    private final Deliveries deliveries;
    private final BookDelivery delivery;
    private final Forms forms;
    private final Scans scans;
    private final Sheets sheets;
    private final ObjectStore store;
    private final Disclosure disclosure;
    private final Words.Wording wording;

    BookController(
            BookBoard board,
            Registers registers,
            Deliveries deliveries,
            BookDelivery delivery,
            Forms forms,
            Scans scans,
            Sheets sheets,
            ObjectStore store,
            Disclosure disclosure,
            Words.Wording wording) {
        this.board = board;
        this.registers = registers;
        this.deliveries = deliveries;
        this.delivery = delivery;
        this.forms = forms;
        this.scans = scans;
        this.sheets = sheets;
        this.store = store;
        this.disclosure = disclosure;
        this.wording = wording;
    }

    private static Hand hand(Person person) {
        return new Hand(person.id(), person.name(), person.units(ROLES));
    }

    @GetMapping("/books")
    String list(
            @AuthenticationPrincipal Person person, @RequestParam Optional<UUID> after, Model model, Locale locale) {
        Words words = wording.in(locale);
        List<BookView> books = board.books(person.units(ROLES), after, LINES + 1);
        List<BookView> shown = books.subList(0, Math.min(LINES, books.size()));
        model.addAttribute(
                "books",
                shown.stream().map(book -> BookScreen.line(book, words)).toList());
        model.addAttribute(
                "next",
                books.size() > LINES ? "/books?after=" + shown.get(LINES - 1).id() : "");
        return "books";
    }

    @GetMapping("/books/{id}")
    String book(@PathVariable UUID id, Model model, Locale locale) {
        return show(id, "", model, wording.in(locale));
    }

    private String show(UUID id, String problem, Model model, Words words) {
        BookView book = find(id);
        model.addAttribute("book", BookScreen.line(book, words));
        model.addAttribute("facts", book.facts());
        model.addAttribute("version", book.version());
        model.addAttribute("casesAPage", book.casesAPage());
        model.addAttribute(
                "declared", book.declared().isPresent() ? book.declared().getAsInt() : null);
        model.addAttribute("forms", forms.all());
        model.addAttribute("gaps", board.gaps(id));
        model.addAttribute(
                "pages",
                board.pages(id).stream()
                        .map(page -> BookScreen.page(page, words))
                        .toList());
        model.addAttribute(
                "odd",
                board.odd(id).stream().map(odd -> BookScreen.odd(odd, words)).toList());
        List<Deliveries.Obstacle> obstacles = deliveries.obstacles(id);
        model.addAttribute(
                "obstacles",
                obstacles.stream()
                        .filter(obstacle -> obstacle != Deliveries.Obstacle.GAPS)
                        .map(obstacle -> words.text("obstacle." + obstacle))
                        .toList());
        model.addAttribute("gapsOpen", obstacles.contains(Deliveries.Obstacle.GAPS));
        model.addAttribute(
                "deliveries",
                board.deliveries(id).stream()
                        .map(one -> BookScreen.delivery(one, words))
                        .toList());
        model.addAttribute("problem", problem);
        return "book";
    }

    @PostMapping("/books/{id}/facts")
    String facts(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String kind,
            @RequestParam String years,
            @RequestParam String number,
            @RequestParam(required = false) @Nullable Integer declared,
            @RequestParam(defaultValue = "1") int casesAPage,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        OptionalInt pages = declared == null ? OptionalInt.empty() : OptionalInt.of(declared);
        BookFacts facts = new BookFacts(kind, years.strip(), number.strip());
        return after(id, model, locale, response, () -> {
            registers.describe(hand(person), id, version, facts, pages, casesAPage);
            return id;
        });
    }

    @PostMapping("/books/{id}/pages/{page}/number")
    String number(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @PathVariable UUID page,
            @RequestParam int number,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        scanned(id, page);
        return after(id, model, locale, response, () -> {
            registers.number(hand(person), page, number);
            return id;
        });
    }

    @PostMapping("/books/{id}/pages/{page}/aside")
    String aside(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @PathVariable UUID page,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        scanned(id, page);
        return after(id, model, locale, response, () -> {
            registers.setAside(hand(person), page);
            return id;
        });
    }

    @PostMapping("/books/{id}/deliver")
    String deliver(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String gapsReason,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return after(id, model, locale, response, () -> delivery.deliver(hand(person), id, gapsReason));
    }

    /** Back to the book; with the reason where what was asked could not be done. */
    private String after(UUID id, Model model, Locale locale, HttpServletResponse response, Supplier<UUID> act) {
        find(id);
        try {
            act.get();
            return "redirect:/books/" + id;
        } catch (Failure.BadInput | Failure.Conflict failure) {
            Words words = wording.in(locale);
            response.setStatus(
                    failure instanceof Failure.Conflict
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(id, words.reason(failure.reason()), model, words);
        }
    }

    @GetMapping("/books/{id}/pages/{page}/image")
    void image(@PathVariable UUID id, @PathVariable UUID page, HttpServletResponse response) throws IOException {
        BookView book = find(id);
        PageView scanned = scans.page(scanned(id, page)).orElseThrow(BookController::missing);
        BookPictures.send(sheets, disclosure, scanned, book.unitId(), book.key(), response);
    }

    @GetMapping("/books/{id}/deliveries/{delivery}/{file:xlsx|zip}")
    void download(
            @PathVariable UUID id,
            @PathVariable("delivery") UUID made,
            @PathVariable String file,
            HttpServletResponse response)
            throws IOException {
        BookView book = find(id);
        BookView.Delivery one =
                board.delivery(id, made).filter(BookView.Delivery::passed).orElseThrow(BookController::missing);
        String key = file.equals("xlsx") ? one.xlsxKey() : one.zipKey();
        try (InputStream bytes = store.open(Bucket.DOCUMENTS, key)) {
            disclosure.of(Disclosure.Act.BOOK_DOWNLOADED, book.unitId(), "DELIVERY", made, book.key());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(one.name() + "." + file)
                            .build()
                            .toString());
            response.setContentType("application/octet-stream");
            bytes.transferTo(response.getOutputStream());
        }
    }

    private BookView find(UUID id) {
        return board.book(id).orElseThrow(BookController::missing);
    }

    private UUID scanned(UUID book, UUID page) {
        return board.scanned(book, page).orElseThrow(BookController::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
