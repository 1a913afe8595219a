package vn.sohoa.ops;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import vn.sohoa.barcode.Barcodes;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.Ink;
import vn.sohoa.imaging.PageCut;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.imaging.Wholeness;
import vn.sohoa.ocr.Alto;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.pdf.DocumentInfo;
import vn.sohoa.pdf.PdfPage;
import vn.sohoa.pdf.SearchablePdf;

/** The pieces that a page goes through beside recognition. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xmx768m", "-XX:+UseSerialGC"})
public class PiecesBench {
    @Benchmark
    public BufferedImage decodeJpeg(Paper paper) {
        return Pixels.gray(paper.jpeg, Budgets.DEFAULT);
    }

    @Benchmark
    public BufferedImage decodePng(Paper paper) {
        return Pixels.gray(paper.png, Budgets.DEFAULT);
    }

    @Benchmark
    public BufferedImage decodeBmp(Paper paper) {
        return Pixels.gray(paper.bmp, Budgets.DEFAULT);
    }

    @Benchmark
    public BufferedImage decodeTiffG4(Paper paper) {
        return Pixels.gray(paper.tiff, Budgets.DEFAULT);
    }

    @Benchmark
    public PageCut cutPdfPage(Paper paper) {
        try (SourceFile source = SourceFile.open(paper.pdf, SourceFormat.PDF, Budgets.DEFAULT)) {
            return source.cut(0, paper.folder);
        }
    }

    @Benchmark
    public Path view(Paper paper) {
        Path view = paper.folder.resolve("view.jpg");
        Pixels.view(paper.jpeg, view, 1600, Budgets.DEFAULT);
        return view;
    }

    @Benchmark
    public Ink blankTest(Pages pages) {
        return Ink.of(pages.gray, 300);
    }

    @Benchmark
    public Object barcodes(Pages pages) {
        byte[] pixels = ((DataBufferByte) pages.gray.getRaster().getDataBuffer()).getData();
        return Barcodes.read(pixels, pages.gray.getWidth(), pages.gray.getHeight(), 300);
    }

    @Benchmark
    public Wholeness wholeJpeg(Paper paper) {
        return Wholeness.of(paper.jpeg, SourceFormat.JPEG);
    }

    @Benchmark
    public Wholeness wholePng(Paper paper) {
        return Wholeness.of(paper.png, SourceFormat.PNG);
    }

    @Benchmark
    public Wholeness wholeTiff(Paper paper) {
        return Wholeness.of(paper.tiff, SourceFormat.TIFF);
    }

    @Benchmark
    public Wholeness wholePdf(Paper paper) {
        return Wholeness.of(paper.pdf, SourceFormat.PDF);
    }

    @Benchmark
    public byte[] wordsToJson(Paper paper) {
        return WordsJson.write(paper.text);
    }

    @Benchmark
    public PageText wordsFromJson(Paper paper, Pages pages) {
        return WordsJson.read(new ByteArrayInputStream(pages.json));
    }

    @Benchmark
    public byte[] alto(Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Alto.write(List.of(paper.text), "page", out);
        return out.toByteArray();
    }

    @Benchmark
    public Path searchablePdf(Paper paper) throws IOException {
        PageText text = paper.text;
        PageImage image =
                new PageImage(paper.jpeg, PageImage.Encoding.JPEG, text.width(), text.height(), text.dpi());
        Path target = paper.folder.resolve("document.pdf");
        SearchablePdf.write(List.of(new PdfPage(image, text, 0)), new DocumentInfo("jmh", Instant.EPOCH), target);
        return target;
    }
}
