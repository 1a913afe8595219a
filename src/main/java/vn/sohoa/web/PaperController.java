package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.dataset.PaperView;
import vn.sohoa.dataset.Papers;
import vn.sohoa.organization.Person;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/**
 * The confirmed papers: found, shown and handed out for a purpose. What is asked for and what for is posted, so that no
 * name stands in an address.
 */
@Controller
@RequestMapping("/papers")
class PaperController {
    private static final int LINES = 20;
    private static final String LISTING = "search";

    private final Papers papers;
    private final Scans scans;
    private final ObjectStore store;
    private final Words.Wording wording;
    private final JsonMapper json = new JsonMapper();

    PaperController(Papers papers, Scans scans, ObjectStore store, Words.Wording wording) {
        this.papers = papers;
        this.scans = scans;
        this.store = store;
        this.wording = wording;
    }

    /** A paper as a row. */
    record Row(
            UUID id,
            String code,
            String title,
            String holder,
            String number,
            String dossier,
            String at,
            String style) {}

    /** One datum of a paper. */
    record Datum(String label, String value, String standing, String standingText, String by) {}

    @GetMapping
    String form(Model model) {
        model.addAttribute("asked", "");
        model.addAttribute("purpose", "");
        model.addAttribute("rows", List.of());
        model.addAttribute("more", false);
        model.addAttribute("skip", -1);
        return "papers";
    }

    @PostMapping
    String find(
            @RequestParam String asked,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "0") int skip,
            @AuthenticationPrincipal Person person,
            Model model,
            Locale locale) {
        Words words = wording.in(locale);
        int from = Math.max(0, skip);
        List<PaperView> found = papers.find(asked, LINES + 1, from);
        List<PaperView> shown = found.subList(0, Math.min(LINES, found.size()));
        shown.forEach(
                paper -> papers.use(paper, Papers.Act.LISTED, person.name(), purpose.isBlank() ? LISTING : purpose));
        model.addAttribute("asked", asked);
        model.addAttribute("purpose", purpose);
        model.addAttribute(
                "rows", shown.stream().map(paper -> row(paper, words)).toList());
        model.addAttribute("more", found.size() > LINES);
        model.addAttribute("skip", from);
        return "papers";
    }

    private static Row row(PaperView paper, Words words) {
        return new Row(
                paper.id(),
                paper.code(),
                paper.title(),
                paper.holderName(),
                paper.holderNumber(),
                dossier(paper),
                words.time(paper.confirmedAt()),
                paper.status().name().toLowerCase(Locale.ROOT));
    }

    private static String dossier(PaperView paper) {
        return DossierCode.parse(paper.dossierCode()).map(DossierCode::text).orElse(paper.dossierCode());
    }

    /** Asks what for; nothing of the paper but its code is shown. */
    @GetMapping("/{id}")
    String ask(@PathVariable UUID id, Model model) {
        return asking(find(id), "", model);
    }

    private static String asking(PaperView paper, String reason, Model model) {
        model.addAttribute("id", paper.id());
        model.addAttribute("code", withoutHolder(paper));
        model.addAttribute("reason", reason);
        return "paper-ask";
    }

    /** A code may begin with the holder's number, which nobody has a purpose for yet. */
    private static String withoutHolder(PaperView paper) {
        return paper.holderNumber().isEmpty() ? paper.code() : paper.code().replace(paper.holderNumber(), "…");
    }

    @PostMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String purpose,
            @AuthenticationPrincipal Person person,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Words words = wording.in(locale);
        PaperView paper = find(id);
        try {
            papers.use(paper, Papers.Act.VIEWED, person.name(), purpose);
        } catch (BadInput e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return asking(paper, words.reason(e.reason()), model);
        }
        model.addAttribute("paper", row(paper, words));
        model.addAttribute("issue", (paper.issueNumber() + " " + paper.issueDate()).strip());
        model.addAttribute("by", paper.confirmedBy());
        model.addAttribute("purpose", purpose);
        model.addAttribute("data", data(paper, words));
        model.addAttribute(
                "pages",
                scans.document(paper.document())
                        .map(document -> document.pages())
                        .orElse(List.of()));
        return "paper";
    }

    private List<Datum> data(PaperView paper, Words words) {
        List<Datum> data = new ArrayList<>();
        for (JsonNode field : json.readTree(paper.fields())) {
            String standing = field.path("standing").asString();
            data.add(new Datum(
                    field.path("label").asString(),
                    field.path("value").asString(),
                    standing,
                    words.text("review.standing." + standing),
                    field.path("by").asString()));
        }
        return data;
    }

    @PostMapping("/{id}/file")
    void file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String purpose,
            @AuthenticationPrincipal Person person,
            HttpServletResponse response)
            throws IOException {
        PaperView paper = find(id);
        send(paper, paper.pdfKey(), Papers.Act.FILE, "pdf", "application/pdf", purpose, person, response);
    }

    @PostMapping("/{id}/data")
    void data(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String purpose,
            @AuthenticationPrincipal Person person,
            HttpServletResponse response)
            throws IOException {
        PaperView paper = find(id);
        send(paper, paper.sidecarKey(), Papers.Act.DATA, "json", "application/json", purpose, person, response);
    }

    private void send(
            PaperView paper,
            String key,
            Papers.Act act,
            String extension,
            String mediaType,
            String purpose,
            Person person,
            HttpServletResponse response)
            throws IOException {
        try (InputStream bytes = store.open(Bucket.DOCUMENTS, key)) {
            papers.use(paper, act, person.name(), purpose);
            String name = "giay-to-" + vn.sohoa.common.Ids.tail(paper.id()) + "." + extension;
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            response.setContentType(mediaType);
            bytes.transferTo(response.getOutputStream());
        }
    }

    private PaperView find(UUID id) {
        return papers.paper(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Nothing was asked for, or no purpose was given. */
    @ExceptionHandler(BadInput.class)
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(BadInput failure, Model model, Locale locale) {
        model.addAttribute("reason", wording.in(locale).reason(failure.reason()));
        return "paper-refused";
    }
}
