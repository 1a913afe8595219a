package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dataset.PaperView;
import vn.sohoa.dataset.Papers;
import vn.sohoa.organization.Person;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Confirmed papers. What is looked for is posted, so that no name stands in an address. */
@RestController
@RequestMapping("/api/v1/papers")
@Tag(name = "papers", description = "Giấy tờ đã xác nhận")
class PaperApi {
    private final Papers papers;
    private final ObjectStore store;
    private final JsonMapper json;

    PaperApi(Papers papers, ObjectStore store, JsonMapper json) {
        this.papers = papers;
        this.store = store;
        this.json = json;
    }

    /** What is looked for: a code, a number, a name or words on the paper. */
    record PaperSearch(String text, Optional<Integer> limit, Optional<Integer> skip) {}

    record Found(List<PaperItem> items) {}

    record PaperItem(
            UUID id,
            String code,
            String type,
            String title,
            String holderName,
            String holderNumber,
            String dossierCode,
            String issueNumber,
            String issueDate,
            String pdfSha256,
            String confirmedBy,
            Instant confirmedAt,
            PaperView.Status status,
            JsonNode fields) {}

    @PostMapping("/search")
    @Operation(summary = "Papers that have the words, those with the same accents first")
    Found search(@RequestBody PaperSearch search, @AuthenticationPrincipal Person who, Purpose purpose) {
        int limit = Slice.limit(search.limit().orElse(20));
        int skip = Math.max(0, search.skip().orElse(0));
        List<PaperView> found = papers.find(search.text(), limit, skip);
        found.forEach(paper -> papers.use(paper, Papers.Act.LISTED, who.name(), purpose.text()));
        return new Found(found.stream().map(this::paper).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A paper with its data")
    PaperItem one(@PathVariable UUID id, @AuthenticationPrincipal Person who, Purpose purpose) {
        PaperView paper = find(id);
        papers.use(paper, Papers.Act.DATA, who.name(), purpose.text());
        return paper(paper);
    }

    @GetMapping("/{id}/file")
    @Operation(summary = "The PDF of a paper")
    void file(@PathVariable UUID id, @AuthenticationPrincipal Person who, Purpose purpose, HttpServletResponse response)
            throws IOException {
        PaperView paper = find(id);
        try (InputStream bytes = store.open(Bucket.DOCUMENTS, paper.pdfKey())) {
            papers.use(paper, Papers.Act.FILE, who.name(), purpose.text());
            response.setContentType("application/pdf");
            bytes.transferTo(response.getOutputStream());
        }
    }

    private PaperView find(UUID id) {
        return papers.paper(id).orElseThrow(Problem::notFound);
    }

    private PaperItem paper(PaperView p) {
        return new PaperItem(
                p.id(),
                p.code(),
                p.type(),
                p.title(),
                p.holderName(),
                p.holderNumber(),
                p.dossierCode(),
                p.issueNumber(),
                p.issueDate(),
                p.pdfSha256().hex(),
                p.confirmedBy(),
                p.confirmedAt(),
                p.status(),
                json.readTree(p.fields()));
    }
}
