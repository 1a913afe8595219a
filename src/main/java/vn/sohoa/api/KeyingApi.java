package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.api.KeyingShapes.KeyedAnswer;
import vn.sohoa.api.KeyingShapes.KeyingField;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.register.Hand;
import vn.sohoa.register.Keyings;
import vn.sohoa.register.Task;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Scans;

/** Keying cases of civil-registry books. Nothing that anybody else keyed is in any answer. */
@RestController
@RequestMapping("/api/v1/keying")
@Tag(name = "keying", description = "Nhập liệu sổ hộ tịch, hai người độc lập")
class KeyingApi {
    private final Keyings keyings;
    private final Scans scans;
    private final PagePictures pictures;
    private final Reads reads;

    KeyingApi(Keyings keyings, Scans scans, PagePictures pictures, Reads reads) {
        this.keyings = keyings;
        this.scans = scans;
        this.pictures = pictures;
        this.reads = reads;
    }

    /**
     * @param page from which it is keyed
     * @param ordinal of the case on the page, from 1
     * @param draft what whoever asks has keyed here so far
     */
    record KeyingTask(
            UUID id,
            UUID book,
            String bookKey,
            String kind,
            UUID page,
            Optional<Integer> pageNumber,
            int ordinal,
            int casesOnPage,
            List<KeyingField> fields,
            Map<String, KeyedAnswer> draft) {
        static KeyingTask of(Task t) {
            return new KeyingTask(
                    t.keying(),
                    t.bookId(),
                    t.bookKey(),
                    t.form().kind(),
                    t.page(),
                    KeyingShapes.number(t.pageNumber()),
                    t.ordinal(),
                    t.casesOnPage(),
                    KeyingShapes.fields(t.form()),
                    KeyingShapes.shown(t.draft()));
        }
    }

    /** @param soOnPaper what looks unusual stands so on the paper */
    record KeyedCase(Map<String, KeyedAnswer> answers, Optional<Boolean> soOnPaper) {}

    record CasesOnPage(int casesOnPage) {}

    @PostMapping("/next")
    @Operation(summary = "What whoever asks has begun, else the next case for ten minutes; 204 when none waits")
    ResponseEntity<KeyingTask> next(@AuthenticationPrincipal Person who) {
        return keyings.next(hand(who))
                .map(task ->
                        ResponseEntity.ok().eTag(Edition.tag(task.version())).body(KeyingTask.of(task)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping(path = "/{id}/image", produces = MediaType.IMAGE_JPEG_VALUE)
    @Operation(summary = "The page of what whoever asks is keying; nobody else's")
    ResponseEntity<byte[]> image(@PathVariable UUID id, @AuthenticationPrincipal Person who, Purpose purpose) {
        Keyings.Shown shown = keyings.page(hand(who), known(id)).orElseThrow(Problem::notFound);
        PageView page = scans.page(shown.page()).orElseThrow(Problem::notFound);
        UUID unit = scans.scan(page.scanId()).orElseThrow(Problem::notFound).unitId();
        ResponseEntity<byte[]> picture = pictures.of(page);
        reads.of(who, purpose, unit, "PAGE_VIEWED", "PAGE", page.id());
        return picture;
    }

    @PutMapping("/{id}/fields/{column}")
    @Operation(summary = "Keeps one field of the draft; the ETag is for the next save")
    ResponseEntity<Void> save(
            @PathVariable UUID id,
            @PathVariable String column,
            Edition edition,
            @RequestBody KeyedAnswer answer,
            @AuthenticationPrincipal Person who) {
        int version = keyings.save(hand(who), known(id), (int) edition.version(), column, answer.answer());
        return ResponseEntity.noContent().eTag(Edition.tag(version)).build();
    }

    @PostMapping("/{id}/done")
    @Operation(summary = "Ends the keying, unless an answer is wrong; the draft is kept either way")
    ResponseEntity<Void> done(
            @PathVariable UUID id, Edition edition, @RequestBody KeyedCase keyed, @AuthenticationPrincipal Person who) {
        KeyingShapes.refuse(keyings.done(
                hand(who),
                known(id),
                (int) edition.version(),
                KeyingShapes.answers(keyed.answers()),
                keyed.soOnPaper().orElse(false)));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/no-case")
    @Operation(summary = "This place on the page holds no case")
    ResponseEntity<Void> none(@PathVariable UUID id, Edition edition, @AuthenticationPrincipal Person who) {
        keyings.noCase(hand(who), known(id), (int) edition.version());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/one-more")
    @Operation(summary = "There is one more case on the page than it was known to have")
    CasesOnPage more(@PathVariable UUID id, @AuthenticationPrincipal Person who) {
        return new CasesOnPage(keyings.oneMore(hand(who), known(id)));
    }

    @PostMapping("/{id}/alive")
    @Operation(summary = "Whoever keys is still at it: another ten minutes")
    ResponseEntity<Void> alive(@PathVariable UUID id, @AuthenticationPrincipal Person who) {
        keyings.renew(hand(who), known(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Leaves the case to others; the draft is gone")
    ResponseEntity<Void> release(@PathVariable UUID id, @AuthenticationPrincipal Person who) {
        keyings.release(hand(who), known(id));
        return ResponseEntity.noContent().build();
    }

    private UUID known(UUID keying) {
        if (!keyings.knows(keying)) {
            throw Problem.notFound();
        }
        return keying;
    }

    private static Hand hand(Person who) {
        return new Hand(who.id(), who.name(), who.units(Role.KEYER));
    }
}
