package vn.sohoa.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Person;
import vn.sohoa.review.Review;
import vn.sohoa.scan.Desk;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Edit;
import vn.sohoa.scan.FieldAnswers;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Recuts;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;
import vn.sohoa.scan.Verdicts;

/** What the review desk's script says to us while a person works on a document. */
@RestController
@RequestMapping("/review/{id}")
class ReviewWordsController {
    private static final int LONGEST_NOTE = 200;

    private final Review review;
    private final Desk desk;
    private final Recuts recuts;
    private final Verdicts verdicts;
    private final Scans scans;
    private final Words.Wording wording;

    ReviewWordsController(
            Review review, Desk desk, Recuts recuts, Verdicts verdicts, Scans scans, Words.Wording wording) {
        this.review = review;
        this.desk = desk;
        this.recuts = recuts;
        this.verdicts = verdicts;
        this.scans = scans;
        this.wording = wording;
    }

    /** What a save came to. */
    record Saved(int version, String standing, String standingText, String value) {}

    /** Where to go on. */
    record GoOn(String to) {}

    /** What the machine is doing meanwhile. */
    record Standing(boolean waiting, int version) {}

    /** Why something was not done. */
    record Refusal(String code, String text) {}

    @PostMapping("/fields/{code}")
    Saved field(
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam FieldAnswers.Word word,
            @RequestParam(defaultValue = "") String value,
            @AuthenticationPrincipal Person person,
            Locale locale) {
        Optional<FieldView> now = review.say(edit(id, version, person), code, word, value);
        String standing = now.map(view -> view.standing().name()).orElse("");
        return new Saved(
                version + 1,
                standing,
                standing.isEmpty() ? "" : wording.in(locale).text("review.standing." + standing),
                now.map(FieldView::value).orElse(""));
    }

    @PostMapping("/type")
    GoOn type(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String type,
            @AuthenticationPrincipal Person person) {
        review.type(edit(id, version, person), type);
        return to(id);
    }

    @PostMapping("/dossier")
    GoOn dossier(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String code,
            @AuthenticationPrincipal Person person) {
        review.dossier(edit(id, version, person), code);
        return to(id);
    }

    @PostMapping("/turn")
    GoOn turn(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID page,
            @RequestParam int quarters,
            @AuthenticationPrincipal Person person) {
        recuts.turn(edit(id, version, person), page, quarters);
        return to(id);
    }

    @PostMapping("/split")
    GoOn split(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID page,
            @AuthenticationPrincipal Person person) {
        return to(recuts.split(edit(id, version, person), page).get(0));
    }

    @PostMapping("/join")
    GoOn join(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean next,
            @AuthenticationPrincipal Person person) {
        return to(recuts.join(edit(id, version, person), next));
    }

    @PostMapping("/send-back")
    GoOn sendBack(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Person person) {
        verdicts.sendBack(edit(id, version, person), reason("RESCAN_" + reason, note));
        return next(person);
    }

    @PostMapping("/discard")
    GoOn discard(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Person person) {
        verdicts.discard(edit(id, version, person), reason("DISCARD_" + reason, note));
        return next(person);
    }

    private static Reason reason(String code, String note) {
        String plain = Label.of(note.strip());
        return Reason.of(
                ReasonCode.valueOf(code), plain.length() > LONGEST_NOTE ? plain.substring(0, LONGEST_NOTE) : plain);
    }

    @PostMapping("/confirm")
    GoOn confirm(@PathVariable UUID id, @RequestParam int version, @AuthenticationPrincipal Person person) {
        review.confirm(edit(id, version, person));
        return next(person);
    }

    /** Every minute from a page that is open. */
    @PostMapping("/alive")
    ResponseEntity<Void> alive(@PathVariable UUID id, @AuthenticationPrincipal Person person) {
        find(id);
        desk.take(id, person);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/leave")
    GoOn leave(@PathVariable UUID id, @AuthenticationPrincipal Person person) {
        find(id);
        desk.leave(id, person);
        return new GoOn("/review");
    }

    /** Whether the document has come back from being read anew. */
    @GetMapping("/standing")
    Standing standing(@PathVariable UUID id) {
        DocumentView document = find(id);
        boolean waiting = document.state() != State.IN_REVIEW;
        return new Standing(waiting && document.state() != State.STUCK, document.version());
    }

    /** What is not there, or of another unit, is not found, whatever was to be done with it. */
    private Edit edit(UUID id, int version, Person person) {
        return new Edit(find(id).id(), version, person);
    }

    private DocumentView find(UUID id) {
        return scans.document(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static GoOn to(UUID document) {
        return new GoOn("/review/" + document);
    }

    private GoOn next(Person person) {
        return desk.next(person).map(ReviewWordsController::to).orElse(new GoOn("/review"));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> taken(Failure.Conflict failure, Locale locale) {
        return refusal(HttpStatus.CONFLICT, failure, locale);
    }

    @ExceptionHandler
    ResponseEntity<Refusal> wrong(Failure.BadInput failure, Locale locale) {
        return refusal(HttpStatus.UNPROCESSABLE_CONTENT, failure, locale);
    }

    @ExceptionHandler
    ResponseEntity<Refusal> away(Failure.Unavailable failure, Locale locale) {
        return refusal(HttpStatus.SERVICE_UNAVAILABLE, failure, locale);
    }

    private ResponseEntity<Refusal> refusal(HttpStatus status, Failure failure, Locale locale) {
        Reason reason = failure.reason();
        return ResponseEntity.status(status)
                .body(new Refusal(reason.code().name(), wording.in(locale).reason(reason)));
    }
}
