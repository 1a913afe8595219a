package vn.sohoa.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Sha256;
import vn.sohoa.imaging.OddPapers;
import vn.sohoa.imaging.OddPdfs;
import vn.sohoa.organization.Counter;
import vn.sohoa.pdf.DrawnPdfs;
import vn.sohoa.recognition.Split;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.DocumentFile;
import vn.sohoa.scan.DueWork;
import vn.sohoa.scan.NewDocument;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.PdfCheck;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Stage;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** The file of a document: its own PDF where it came as one, a PDF/A of its pictures else. */
@ExtendWith(QuietApplication.class)
class RenderTest {
    private static final String TEXT = "Giấy giới thiệu của Ủy ban nhân dân phường\nKính gửi các cơ quan";

    private static final Duration PAST_THE_LEASE = Duration.ofMinutes(5);

    private Papers papers;
    private Scans scans;
    private Claims claims;
    private Split split;
    private Render render;
    private ObjectStore store;
    private Counter counter;

    @BeforeEach
    void open(ConfigurableApplicationContext application) {
        papers = new Papers(application);
        scans = application.getBean(Scans.class);
        claims = application.getBean(Claims.class);
        split = application.getBean(Split.class);
        render = application.getBean(Render.class);
        store = application.getBean(ObjectStore.class);
        counter = papers.counter();
    }

    @Test
    void aPdfMadeOnAComputerKeepsItsBytesWithAnArchivalOneBesideIt() throws IOException {
        byte[] drawn = DrawnPdfs.of(TEXT, TEXT);
        DocumentFile file = files(drawn, 2).get(0);

        assertThat(file.sha256()).isEqualTo(Sha256.of(drawn));
        assertThat(bytes(file.key(), file.bytes())).isEqualTo(drawn);
        assertThat(file.check()).isEqualTo(PdfCheck.OK);
        DocumentFile.Rendition beside = file.rendition().orElseThrow();
        assertThat(Sha256.of(bytes(beside.key(), beside.bytes()))).isEqualTo(beside.sha256());
    }

    @Test
    void aSignedPdfKeepsItsBytesEvenWhenItIsAPicture() throws IOException {
        byte[] signed;
        try (OddPdfs pdf = new OddPdfs()) {
            byte[] scan = pdf.picture(pdf.jpeg(OddPapers.gray(400, 600), org.apache.pdfbox.cos.COSName.DEVICEGRAY))
                    .bytes();
            signed = DrawnPdfs.signed(scan);
        }
        DocumentFile file = files(signed, 1).get(0);

        assertThat(file.sha256()).isEqualTo(Sha256.of(signed));
        assertThat(file.rendition()).isPresent();
    }

    @Test
    void partsOfADrawnPdfAreItsPagesAsTheyAreDrawn() throws IOException {
        byte[] drawn = DrawnPdfs.of(TEXT, TEXT + " hai");
        List<DocumentFile> files = files(drawn, 1);

        assertThat(files).hasSize(2).allSatisfy(file -> {
            assertThat(file.sha256()).isNotEqualTo(Sha256.of(drawn));
            assertThat(file.rendition()).isPresent();
            assertThat(file.bytes()).isLessThan(drawn.length + 2_000L);
        });
    }

    @Test
    void whatActsStaysInTheOriginal() throws IOException {
        byte[] acting = DrawnPdfs.acting(DrawnPdfs.Act.ATTACHMENT);
        DocumentFile file = files(acting, 2).get(0);

        assertThat(file.sha256()).isNotEqualTo(Sha256.of(acting));
        assertThat(file.rendition()).isPresent();
    }

    @Test
    void aPictureBecomesOneArchivalPdfOfThePictureAsItWasScanned() throws IOException {
        byte[] scan;
        try (OddPdfs pdf = new OddPdfs()) {
            scan = pdf.picture(
                            pdf.jpeg(OddPapers.gray(400, 600), org.apache.pdfbox.cos.COSName.DEVICEGRAY),
                            90,
                            "288 0 0 432 0 0")
                    .bytes();
        }
        DocumentFile file = files(scan, 1).get(0);

        assertThat(file.check()).isEqualTo(PdfCheck.OK);
        assertThat(file.rendition()).isEmpty();
        byte[] jpeg = OddPapers.jpeg(OddPapers.gray(400, 600));
        assertThat(new String(bytes(file.key(), file.bytes()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(new String(jpeg, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatASleeperWritesReplacesNothing(QuietApplication.HandClock clock, DueWork due) throws IOException {
        UUID document = documents(DrawnPdfs.of(TEXT), 1).get(0);
        Claim late = claims.render(document.toString());
        clock.forward(PAST_THE_LEASE);
        due.giveBackExpired(Stage.RENDER, 1_000);
        render.document(claims.render(document.toString()));
        DocumentFile file = scans.file(document).orElseThrow();

        assertThatThrownBy(() -> render.document(late)).isInstanceOf(Failure.Conflict.class);

        assertThat(scans.file(document)).contains(file);
        assertThat(file.key()).endsWith("." + (late.attempt() + 1) + ".pdf");
        assertThat(Sha256.of(bytes(file.key(), file.bytes()))).isEqualTo(file.sha256());
    }

    /** Takes the PDF through the walk, cut into documents of so many pages, and returns their files. */
    private List<DocumentFile> files(byte[] pdf, int pagesEach) {
        List<UUID> documents = documents(pdf, pagesEach);
        documents.forEach(document -> render.document(claims.render(document.toString())));
        return documents.stream()
                .map(document -> scans.file(document).orElseThrow())
                .toList();
    }

    private List<UUID> documents(byte[] pdf, int pagesEach) {
        UUID scan = papers.received(counter, "a.pdf", pdf);
        split.scan(claims.split(scan.toString()));
        List<UUID> pages = new ArrayList<>();
        for (PageView page : scans.pages(scan)) {
            pages.add(page.id());
            if (page.resultKey().isEmpty()) {
                papers.read(page.id(), "chữ");
            }
        }
        List<NewDocument> documents = new ArrayList<>();
        for (int i = 0; i < pages.size(); i += pagesEach) {
            documents.add(NewDocument.plain(Ids.next(), "unknown", pages.subList(i, i + pagesEach)));
        }
        papers.understood(scan, documents);
        return documents.stream().map(NewDocument::id).toList();
    }

    private byte[] bytes(String key, long size) {
        return store.bytes(Bucket.DOCUMENTS, key, (int) size);
    }
}
