package vn.sohoa.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** A word that is searched for is marked where it stands on the paper, whichever way that was scanned. */
class WordPlacesTest {
    /** A stroke's width at 300 dpi. */
    private static final double PIXELS = 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"d00_giay_khai_sinh", "d02_giay_chung_nhan_ket_hon", "d10_gcn_quyen_su_dung_dat"})
    void wordsOfASampleAreFoundWhereTheyStand(String sample) throws Exception {
        assertPlaces(Samples.page(sample), PIXELS);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void wordsOfATurnedPageAreFoundWhereTheyStand(int rotation) throws Exception {
        PdfPage page = Samples.page("d02_giay_chung_nhan_ket_hon");
        assertPlaces(turned(page, page.text(), rotation), PIXELS);
    }

    @ParameterizedTest
    @CsvSource({"-2.5,0", "-0.8,0", "0.4,0", "1.5,0", "1.2,90", "-1.2,180", "1.2,270"})
    void wordsOfAPageAskewAreFoundWhereTheyStand(double degrees, int rotation) throws Exception {
        PdfPage page = Samples.page("d02_giay_chung_nhan_ket_hon");
        assertPlaces(turned(page, askew(page.text(), degrees), rotation), PIXELS);
    }

    @Test
    void linesAskewAreReadInOrder() throws Exception {
        PdfPage page = Samples.page("d08_don_de_nghi");
        PdfPage askew = turned(page, askew(page.text(), 1), 0);
        Path pdf = folder.resolve("askew.pdf");
        SearchablePdf.write(List.of(askew), Samples.INFO, pdf);

        assertThat(PdfText.words(pdf, "-raw"))
                .isEqualTo(askew.text().words().map(Word::text).toList());
    }

    private void assertPlaces(PdfPage page, double pixels) throws Exception {
        Path pdf = folder.resolve("places.pdf");
        SearchablePdf.write(List.of(page), Samples.INFO, pdf);
        WordPlaces places = WordPlaces.of(pdf, List.of(page));

        assertThat(places.found()).isGreaterThan(places.words() * 97 / 100);
        assertThat(places.median()).isLessThanOrEqualTo(pixels);
        assertThat(places.edge()).isLessThanOrEqualTo(pixels);
    }

    private PdfPage turned(PdfPage page, PageText text, int rotation) throws Exception {
        PageText scanned = text.turned(rotation);
        BufferedImage paper = new BufferedImage(scanned.width(), scanned.height(), BufferedImage.TYPE_BYTE_BINARY);
        PageImage image = Samples.save(paper, PageImage.Encoding.PNG, folder.resolve("turned.png"));
        PageImage same = new PageImage(
                image.file(),
                image.encoding(),
                image.width(),
                image.height(),
                page.image().dpi());
        return new PdfPage(same, scanned, rotation);
    }

    /** The words of a page that lay turned a little clockwise on the glass, each in the box around it. */
    private static PageText askew(PageText text, double degrees) {
        AffineTransform turn =
                AffineTransform.getRotateInstance(Math.toRadians(degrees), text.width() / 2.0, text.height() / 2.0);
        List<Block> blocks = text.blocks().stream()
                .map(block -> new Block(block.lines().stream()
                        .map(line -> new Line(line.words().stream()
                                .map(word -> new Word(word.text(), askew(word.box(), turn), word.confidence()))
                                .toList()))
                        .toList()))
                .toList();
        return new PageText(text.width(), text.height(), text.dpi(), text.source(), blocks);
    }

    private static Box askew(Box box, AffineTransform turn) {
        Rectangle2D around = turn.createTransformedShape(
                        new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()))
                .getBounds2D();
        return new Box(
                (int) Math.round(around.getX()),
                (int) Math.round(around.getY()),
                (int) Math.round(around.getWidth()),
                (int) Math.round(around.getHeight()));
    }
}
