package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a file holds besides its pages is seen, without being opened. */
class ActiveTest extends PaperTest {
    @Test
    void scriptsActionsAndAttachmentsAreNoted() throws IOException {
        try (SourceFile source = open(OddPdfs.active("words"))) {
            assertThat(source.notes())
                    .containsExactlyInAnyOrder(SourceNote.SCRIPT, SourceNote.ACTION, SourceNote.ATTACHMENT);
            assertThat(source.pages()).isEqualTo(1);
        }
    }

    @Test
    void oneKindIsNotTakenForAnother() throws IOException {
        String page = "<< /Type /Page /Parent 2 0 R /Annots [4 0 R] >>";
        String pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 72 108] >>";
        String catalog = "<< /Type /Catalog /Pages 2 0 R >>";
        String link = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>";
        String launch = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (a.exe) >> >>";
        assertThat(notes(catalog, pages, page, link)).isEmpty();
        assertThat(notes(catalog, pages, page, launch)).containsExactly(SourceNote.ACTION);
        assertThat(notes(catalog, pages, page, "<< /Subtype /FileAttachment /Rect [0 0 9 9] >>"))
                .containsExactly(SourceNote.ATTACHMENT);
        assertThat(notes(
                        "<< /Type /Catalog /Pages 2 0 R /AA << /WC << /S /JavaScript /JS (x) >> >> >>",
                        pages,
                        page,
                        link))
                .containsExactly(SourceNote.SCRIPT);
    }

    private java.util.Set<SourceNote> notes(String... objects) throws IOException {
        try (SourceFile source = open(OddPdfs.raw(objects))) {
            return source.notes();
        }
    }

    @Test
    void scansHoldNothingElse() throws IOException {
        try (SourceFile pdf = SourceFile.open(OddPapers.sample("e01_stack.pdf"), SourceFormat.PDF, Budgets.DEFAULT);
                SourceFile tiff = SourceFile.open(OddPapers.sample("e02_g4.tif"), SourceFormat.TIFF, Budgets.DEFAULT)) {
            assertThat(pdf.notes()).isEmpty();
            assertThat(tiff.notes()).isEmpty();
        }
    }
}
