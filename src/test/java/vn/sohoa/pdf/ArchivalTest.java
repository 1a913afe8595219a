package vn.sohoa.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageImage.Encoding;

/** An independent judge says whether our documents are PDF/A-2u: veraPDF. */
class ArchivalTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void judge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d00_giay_khai_sinh",
                "d02_giay_chung_nhan_ket_hon",
                "d08_don_de_nghi",
                "d10_gcn_quyen_su_dung_dat",
                "d14_gcn_dang_ky_ho_kinh_doanh"
            })
    void sampleIsPdfA2u(String sample) throws Exception {
        assertArchival(List.of(Samples.page(sample)));
    }

    @Test
    void documentOfEveryKindOfImageIsPdfA2u() throws Exception {
        Line line = Samples.line("Sổ hộ tịch 😀 ﬁ \ufeffx", new Box(50, 50, 300, 40));
        PageImage gray = image("gray", Encoding.JPEG, BufferedImage.TYPE_BYTE_GRAY);
        PageImage colour = image("colour", Encoding.PNG, BufferedImage.TYPE_3BYTE_BGR);
        PageImage clear = image("clear", Encoding.PNG, BufferedImage.TYPE_INT_ARGB);
        PageImage palette = image("palette", Encoding.PNG, BufferedImage.TYPE_BYTE_INDEXED);
        PageImage fax = image("fax", Encoding.TIFF, BufferedImage.TYPE_BYTE_BINARY);

        assertArchival(List.of(
                new PdfPage(gray, Samples.text(gray, List.of(line)), 90),
                new PdfPage(colour, Samples.text(colour, List.of(line)), 180),
                new PdfPage(clear, Samples.text(clear, List.of()), 0),
                new PdfPage(palette, Samples.text(palette, List.of(line)), 270),
                new PdfPage(fax, Samples.text(fax, List.of(line)), 0)));
    }

    @Test
    void documentWithoutAWordIsPdfA2u() throws Exception {
        PageImage fax = image("fax", Encoding.TIFF, BufferedImage.TYPE_BYTE_BINARY);

        assertArchival(List.of(new PdfPage(fax, Samples.text(fax, List.of()), 0)));
    }

    @Test
    void metadataSaysTheLabelAndNothingElse() throws Exception {
        Path pdf = folder.resolve("a.pdf");
        SearchablePdf.write(List.of(Samples.page("d08_don_de_nghi")), Samples.INFO, pdf);

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getDocumentInformation().getMetadataKeys())
                    .containsExactlyInAnyOrder("Title", "Creator", "Producer", "CreationDate", "ModDate");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("SCN_0001.pdf");
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp).contains("SCN_0001.pdf", "2026-11-23T08:15:30").doesNotContain("Đơn", "đề nghị");
        }
    }

    @Test
    void profileOfTheOutputIntentIsRgb() {
        assertThat(java.awt.color.ICC_Profile.getInstance(ColorSpace.CS_sRGB).getColorSpaceType())
                .isEqualTo(ColorSpace.TYPE_RGB);
    }

    private PageImage image(String name, Encoding encoding, int type) throws Exception {
        return Samples.save(
                Samples.picture(400, 300, type), encoding, folder.resolve(name + "." + encoding.extension()));
    }

    private void assertArchival(List<PdfPage> pages) throws Exception {
        Path pdf = Files.createTempFile(folder, "document", ".pdf");
        SearchablePdf.write(pages, Samples.INFO, pdf);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(pdf.toFile(), PDFAFlavour.PDFA_2_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            assertThat(parser.getFlavour()).isEqualTo(PDFAFlavour.PDFA_2_U);
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }
}
