package vn.sohoa.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.OddPapers;
import vn.sohoa.imaging.OddPdfs;

class OwnPdfTest {
    @TempDir
    Path folder;

    @Test
    void aSignatureIsSeen() throws IOException {
        Path signed = file(DrawnPdfs.signed(DrawnPdfs.of("Trang một", "Trang hai")));

        assertThat(OwnPdf.mayBeSigned(signed)).isTrue();
        assertThat(OwnPdf.of(signed, Budgets.DEFAULT)).isEqualTo(new OwnPdf(true, false));
    }

    @Test
    void aFileThatOnlyNamesTheRangeIsNotSigned() throws IOException {
        Path file = file(DrawnPdfs.of("Trang một"));
        assertThat(OwnPdf.mayBeSigned(file)).isFalse();
        Files.write(
                file, "\n% /ByteRange\n".getBytes(StandardCharsets.US_ASCII), java.nio.file.StandardOpenOption.APPEND);

        assertThat(OwnPdf.mayBeSigned(file)).isTrue();
        assertThat(OwnPdf.of(file, Budgets.DEFAULT).signed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(DrawnPdfs.Act.class)
    void whateverActsIsSeenAndStaysBehind(DrawnPdfs.Act act) throws IOException {
        Path acting = file(DrawnPdfs.acting(act));
        assertThat(OwnPdf.of(acting, Budgets.DEFAULT).acts()).isTrue();

        Path part = folder.resolve("part.pdf");
        assertThat(OwnPdf.cut(acting, List.of(1, 0), 2, part, Budgets.DEFAULT)).isTrue();

        assertThat(OwnPdf.of(part, Budgets.DEFAULT)).isEqualTo(new OwnPdf(false, false));
        assertThat(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1))
                .doesNotContain("JavaScript", "Launch", "EmbeddedFile", "XFA");
    }

    @Test
    void aPartIsDrawnAsItWasAndBringsNothingElseAlong() throws Exception {
        byte[] two;
        try (OddPdfs pdf = new OddPdfs()) {
            byte[] drawn = DrawnPdfs.of("Trang một", "Trang hai");
            two = pdf.picture(pdf.jpeg(OddPapers.colour(900, 1350), org.apache.pdfbox.cos.COSName.DEVICERGB))
                    .bytes();
            assertThat(drawn).isNotEmpty();
        }
        Path source = file(joined(two, DrawnPdfs.of("Giấy giới thiệu số một", "Giấy giới thiệu số hai")));
        Path part = folder.resolve("part.pdf");

        assertThat(OwnPdf.cut(source, List.of(2), 3, part, Budgets.DEFAULT)).isTrue();

        assertThat(PdfText.words(part)).containsExactly("Giấy", "giới", "thiệu", "số", "hai");
        assertThat(Files.size(part)).isLessThan(Files.size(source) - two.length / 2);
        byte[] once = Files.readAllBytes(part);
        assertThat(OwnPdf.cut(source, List.of(2), 3, part, Budgets.DEFAULT)).isTrue();
        assertThat(part).hasBinaryContent(once);
    }

    @Test
    void aFileWithAnotherNumberOfPagesOrABrokenOneIsNotCut() throws IOException {
        Path part = folder.resolve("part.pdf");

        assertThat(OwnPdf.cut(file(DrawnPdfs.of("Một")), List.of(0), 2, part, Budgets.DEFAULT))
                .isFalse();
        assertThat(part).doesNotExist();
        assertThat(OwnPdf.of(file("%PDF-1.7 no".getBytes(StandardCharsets.US_ASCII)), Budgets.DEFAULT))
                .isEqualTo(new OwnPdf(false, true));
    }

    private static byte[] joined(byte[] picture, byte[] drawn) throws IOException {
        try (PDDocument first = Loader.loadPDF(picture);
                PDDocument second = Loader.loadPDF(drawn)) {
            for (PDPage page : second.getPages()) {
                first.importPage(page).setResources(page.getResources());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            first.save(out);
            return out.toByteArray();
        }
    }

    private Path file(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "own", ".pdf");
        Files.copy(new ByteArrayInputStream(bytes), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return file;
    }
}
