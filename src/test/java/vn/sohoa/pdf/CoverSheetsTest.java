package vn.sohoa.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.barcode.Barcodes;
import vn.sohoa.barcode.CoverSheet;
import vn.sohoa.common.DossierCode;
import vn.sohoa.page.Barcode;

/** A sheet that we print is one that we read, also from a bad scanner. */
class CoverSheetsTest {
    private static final DossierCode FIRST =
            DossierCode.parse("H24.12.03-261123-0007").orElseThrow();
    private static final DossierCode SECOND =
            DossierCode.parse("000.00.18.H23-230215-0012").orElseThrow();

    @TempDir
    Path folder;

    @Test
    void aSheetSaysItsCodeItsProcedureAndWhatItIsFor() throws IOException {
        try (PDDocument document = Loader.loadPDF(written().toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(1);
            assertThat(text.getText(document))
                    .contains("PHIẾU PHÂN TÁCH HỒ SƠ")
                    .contains(FIRST.text())
                    .contains("Đăng ký khai sinh")
                    .contains("thuộc hồ sơ có mã trên");
        }
    }

    @ParameterizedTest(name = "{0} dpi, turned by {1}°, noise {2}")
    @CsvSource({"200, 1, 12", "200, 181, 12", "200, 91.5, 12", "150, -2.5, 25", "100, 179, 20", "300, 0, 4"})
    void aBadlyScannedSheetNamesItsDossier(int dpi, double degrees, double noise) throws IOException {
        try (PDDocument document = Loader.loadPDF(written().toFile())) {
            List<DossierCode> codes = List.of(FIRST, SECOND);
            for (int page = 0; page < 2; page++) {
                BufferedImage clean = new PDFRenderer(document).renderImageWithDPI(page, dpi, ImageType.GRAY);
                BufferedImage scan = scanned(clean, degrees, noise);
                List<Barcode> found = Barcodes.read(
                        ((DataBufferByte) scan.getRaster().getDataBuffer()).getData(),
                        scan.getWidth(),
                        scan.getHeight(),
                        dpi);
                assertThat(CoverSheet.on(found, 300)).contains(codes.get(page));
            }
        }
    }

    private Path written() throws IOException {
        Path target = folder.resolve("sheets.pdf");
        CoverSheets.write(
                List.of(
                        new CoverSheetText(FIRST.text(), "1.001193 Đăng ký khai sinh", CoverSheet.qr(FIRST)),
                        new CoverSheetText(SECOND.text(), "", CoverSheet.qr(SECOND))),
                target);
        return target;
    }

    private static BufferedImage scanned(BufferedImage clean, double degrees, double noise) {
        boolean sideways = Math.abs(Math.sin(Math.toRadians(degrees))) > 0.7;
        int width = sideways ? clean.getHeight() : clean.getWidth();
        int height = sideways ? clean.getWidth() : clean.getHeight();
        BufferedImage scan = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = scan.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.translate(width / 2.0, height / 2.0);
        canvas.rotate(Math.toRadians(degrees));
        canvas.drawImage(clean, -clean.getWidth() / 2, -clean.getHeight() / 2, null);
        canvas.dispose();
        byte[] pixels = ((DataBufferByte) scan.getRaster().getDataBuffer()).getData();
        Random random = new Random(7);
        for (int i = 0; i < pixels.length; i++) {
            double gray = 40 + (pixels[i] & 0xff) * 0.75 + random.nextGaussian() * noise;
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(gray)));
        }
        return scan;
    }
}
