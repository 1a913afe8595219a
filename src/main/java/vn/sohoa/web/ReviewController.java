package vn.sohoa.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.common.Failure;
import vn.sohoa.organization.Person;
import vn.sohoa.review.Review;
import vn.sohoa.scan.Desk;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Retries;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;
import vn.sohoa.scan.Subject;

/** The review desk: what waits, and one document on it. */
@Controller
class ReviewController {
    private static final int LINES = 50;

    private final Review review;
    private final Desk desk;
    private final Scans scans;
    private final Retries retries;
    private final Catalog catalog;
    private final Disclosure disclosure;
    private final Words.Wording wording;

    ReviewController(
            Review review,
            Desk desk,
            Scans scans,
            Retries retries,
            Catalog catalog,
            Disclosure disclosure,
            Words.Wording wording) {
        this.review = review;
        this.desk = desk;
        this.scans = scans;
        this.retries = retries;
        this.catalog = catalog;
        this.disclosure = disclosure;
        this.wording = wording;
    }

    /** A document that waits, as a row. */
    record Row(UUID id, String type, String scan, int pages, String since, String by) {}

    /** What did not work out and can be tried again, as a row. */
    record Stuck(UUID scan, String name, String what, String reason, String since, String again) {
        static Stuck of(Retries.Stuck stuck, Words words) {
            return new Stuck(
                    stuck.scanId(),
                    Label.of(stuck.scan()),
                    words.text("subject." + stuck.subject(), stuck.position() + 1),
                    words.reason(stuck.reason()),
                    words.time(stuck.since()),
                    "/review/again/" + stuck.subject().name().toLowerCase(Locale.ROOT) + "s/" + stuck.id());
        }
    }

    @GetMapping("/review")
    String queue(@AuthenticationPrincipal Person person, Model model, Locale locale) {
        Words words = wording.in(locale);
        model.addAttribute("count", desk.count(person));
        model.addAttribute(
                "rows",
                desk.list(person, LINES).stream()
                        .map(waiting -> new Row(
                                waiting.id(),
                                typeName(waiting.type(), words, locale),
                                Label.of(waiting.scan()),
                                waiting.pages(),
                                words.time(waiting.since()),
                                waiting.by().equals(person.name()) ? "" : waiting.by()))
                        .toList());
        model.addAttribute(
                "stuck",
                retries.list(person, LINES).stream()
                        .map(stuck -> Stuck.of(stuck, words))
                        .toList());
        return "review-queue";
    }

    private String typeName(String code, Words words, Locale locale) {
        Optional<DocumentType> type = catalog.type(code);
        return type.map(known -> locale.getLanguage().equals("en") ? known.en() : known.vi())
                .orElse(words.text("document.unknown"));
    }

    /** The next document for this person; back to the queue when none waits. */
    @PostMapping("/review/next")
    String next(@AuthenticationPrincipal Person person) {
        return desk.next(person).map(document -> "redirect:/review/" + document).orElse("redirect:/review");
    }

    @GetMapping("/review/{id}")
    String sheet(@PathVariable UUID id, @AuthenticationPrincipal Person person, Model model, Locale locale) {
        DocumentView document = find(id);
        Words words = wording.in(locale);
        if (!OPEN.contains(document.state())) {
            model.addAttribute("state", words.state(Subject.DOCUMENT, document.state()));
            model.addAttribute("scan", document.scanId());
            return "review-over";
        }
        desk.take(id, person);
        disclosure.of(Disclosure.Act.REVIEW_OPENED, document.unitId(), Subject.DOCUMENT.name(), id, "review");
        model.addAttribute("sheet", ReviewPage.of(review.sheet(document, person), words, locale));
        model.addAttribute("resend", List.of("BLURRED", "CUT_OFF", "MISSING_PAGE", "WRONG_PAPER", "OTHER"));
        model.addAttribute("discard", List.of("REPEATED", "NOT_WANTED", "TEST", "OTHER"));
        return "review";
    }

    /** The states in which a document is on a desk, or comes back to it by itself. */
    private static final java.util.Set<State> OPEN =
            java.util.EnumSet.of(State.IN_REVIEW, State.RECUT, State.EXTRACTING, State.CUT, State.RENDERING);

    private DocumentView find(UUID id) {
        return scans.document(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** It is on another desk: said in words. */
    @ExceptionHandler(Failure.Conflict.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String taken(Failure.Conflict failure, Model model, Locale locale) {
        model.addAttribute("reason", wording.in(locale).reason(failure.reason()));
        return "review-taken";
    }
}
