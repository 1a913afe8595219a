package vn.sohoa.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.common.Failure;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.page.Block;
import vn.sohoa.scan.Board;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.HistoryLine;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Retries;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Subject;

/** One scan: a page's image beside its text, where it stands and why, its documents, its history. */
@Controller
class ScanController {
    private static final int HISTORY = 50;

    private final Scans scans;
    private final Board board;
    private final Sheets sheets;
    private final Retries retries;
    private final Disclosure disclosure;
    private final Findings findings;
    private final Words.Wording wording;

    ScanController(
            Scans scans,
            Board board,
            Sheets sheets,
            Retries retries,
            Disclosure disclosure,
            Findings findings,
            Words.Wording wording) {
        this.findings = findings;
        this.retries = retries;
        this.scans = scans;
        this.board = board;
        this.sheets = sheets;
        this.disclosure = disclosure;
        this.wording = wording;
    }

    /**
     * @param number of the page, from 1
     * @param before shows the history before this line
     */
    @GetMapping("/scans/{id}")
    String scan(
            @PathVariable UUID id,
            @RequestParam(name = "page", defaultValue = "1") int number,
            @RequestParam Optional<UUID> before,
            @AuthenticationPrincipal Person person,
            Model model,
            Locale locale) {
        Words words = wording.in(locale);
        ScanView scan = find(id);
        Optional<PageView> page = board.pageAt(id, number - 1).flatMap(scans::page);
        if (page.isEmpty() && number != 1) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<DocumentView> documents = scans.documents(scan.id());
        model.addAttribute("scan", scan(scan, documents, page.isPresent() ? number : 0, before, words, locale));
        model.addAttribute("clerk", person.has(Role.CLERK, scan.unitId()));
        page.ifPresent(one -> {
            model.addAttribute("sheet", sheet(one, scan.unitId(), words));
            model.addAttribute("found", findings.of(one, documents, scan.unitId(), words, locale));
        });
        return "scan";
    }

    /** Where an unfinished scan stands by now. */
    @GetMapping("/scans/{id}/standing")
    String standing(@PathVariable UUID id, @RequestParam String known, Model model, Locale locale) {
        ScanPage.Standings now = ScanPage.Standings.of(find(id), wording.in(locale));
        model.addAttribute("standing", now);
        model.addAttribute("changed", !now.known().equals(known));
        model.addAttribute("known", known);
        return "scan :: standing";
    }

    private ScanView find(UUID id) {
        return scans.scan(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** When the store is away, everything that the records know is shown all the same. */
    private ScanPage.Sheet sheet(PageView page, UUID unit, Words words) {
        try {
            List<String> text = sheets.text(page).stream().map(Block::text).toList();
            boolean image = sheets.image(page).isPresent();
            if (!text.isEmpty()) {
                disclosure.of(Disclosure.Act.PAGE_TEXT_VIEWED, unit, Subject.PAGE, page.id());
            }
            return ScanPage.Sheet.of(page, image, text, words.reason(page.reason()), words);
        } catch (Failure.Unavailable e) {
            return ScanPage.Sheet.of(page, false, List.of(), words.reason(e.reason()), words);
        }
    }

    private ScanPage scan(
            ScanView scan,
            List<DocumentView> documents,
            int number,
            Optional<UUID> before,
            Words words,
            Locale locale) {
        List<HistoryLine> history = board.history(scan.id(), before, HISTORY + 1);
        List<HistoryLine> shown = history.subList(0, Math.min(HISTORY, history.size()));
        List<String> parts = ScanRows.reasons(board.stuckParts(scan.id()), words);
        return new ScanPage(
                scan.id(),
                Label.of(scan.name()),
                Label.of(scan.folder()),
                scan.unit(),
                scan.counter(),
                words.time(scan.createdAt()),
                words.size(scan.bytes()),
                scan.format(),
                scan.pages(),
                ScanPage.Standings.of(scan, words),
                parts.isEmpty() ? scan.reason().map(words::reason).map(List::of).orElse(List.of()) : parts,
                scan.notes().stream().map(note -> words.text("note." + note)).toList(),
                retries.isWhole(scan),
                !scan.objectKey().isEmpty(),
                scan.repeatOf().map(UUID::toString).orElse(""),
                number,
                documents.stream()
                        .map(document -> ScanPage.Document.of(
                                document,
                                findings.name(document.type(), words, locale),
                                scans.file(document.id()),
                                words))
                        .toList(),
                shown.stream().map(line -> ScanPage.Line.of(line, words)).toList(),
                history.size() > HISTORY ? shown.get(HISTORY - 1).id().toString() : "");
    }
}
