package vn.sohoa.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sohoa.page.PageText;

/** Whatever comes in becomes PDF/A-2u that looks the same, out of the picture as it was scanned where that may stay. */
class RenditionTest {
    private static final ArchiveCheck CHECK = new ArchiveCheck(CheckSettings.of(1));
    /** A scan drawn ten times smaller is a little different by every method of making it smaller. */
    private static final double LOOKS_THE_SAME = 9;

    @TempDir
    Path folder;

    @AfterAll
    static void end() {
        CHECK.close();
    }

    static List<String> odd() {
        return OddInputs.names();
    }

    static Stream<Path> samples() throws Exception {
        return Files.list(Samples.FOLDER)
                .filter(file -> !file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void oddInputBecomesAnArchivalPdfThatLooksTheSame(String name) throws Exception {
        Rendition rendition = Rendition.of(OddInputs.bytes(name), folder);

        assertThat(CHECK.of(rendition.pdf())).isEqualTo(new ArchiveCheck.Verdict(ArchiveCheck.Outcome.OK, ""));
        assertThat(rendition.difference()).isLessThan(LOOKS_THE_SAME);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleBecomesAnArchivalPdfOfItsOwnSize(Path sample) throws Exception {
        Rendition rendition = Rendition.of(
                sample,
                folder,
                (cut, page) -> new PageText(
                        cut.image().width(), cut.image().height(), cut.image().dpi(), PageText.Source.OCR, List.of()));

        assertThat(CHECK.of(rendition.pdf())).isEqualTo(new ArchiveCheck.Verdict(ArchiveCheck.Outcome.OK, ""));
        assertThat(rendition.ratio()).isLessThan(1.05);
    }

    @ParameterizedTest
    @CsvSource({
        "'pdf jpeg, /Rotate 0',DCT",
        "'pdf jpeg, /Rotate 90',DCT",
        "jpeg of a phone held sideways,DCT",
        "jpeg CMYK,DCT",
        "pdf CMYK jpeg,DCT",
        "pdf jpeg with a profile,DCT",
        "'pdf group 4, /Rotate 90',CCITTFax",
        "'pdf group 4, black is 1',CCITTFax",
        "pdf JBIG2,JBIG2",
        "pdf JPEG 2000 gray,JPX",
        "pdf JPEG 2000 colour,JPX",
        "pdf LZW,Flate",
        "tiff LZW,Flate",
        "png gray,Flate",
        "tiff CCITT T.4,CCITTFax"
    })
    void pictureStaysAsItWasEncodedWhereAnArchiveTakesItSo(String name, String filter) throws Exception {
        assertThat(Rendition.of(OddInputs.bytes(name), folder).filters()).isEqualTo(filter);
    }

    @Test
    void aTurnedJpegKeepsItsBytes() throws Exception {
        Rendition rendition = Rendition.of(OddInputs.bytes("pdf jpeg, /Rotate 270"), folder);

        assertThat(picture(rendition.pdf())).isEqualTo(picture(rendition.source()));
    }

    private static byte[] picture(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            var resources = document.getPage(0).getResources();
            COSName name = resources.getXObjectNames().iterator().next();
            COSStream picture = resources.getXObject(name).getCOSObject();
            try (InputStream bytes = picture.createRawInputStream()) {
                return bytes.readAllBytes();
            }
        }
    }
}
