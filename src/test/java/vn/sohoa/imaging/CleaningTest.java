package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Box;

/** What is taken out of a page before it is read, and what has to stay. */
class CleaningTest {
    private static final int DPI = 200;
    private static final int DARK = 128;
    private static final String LINE = "Thị Hạnh, tỉnh Hải Dương; i. Lộc, ị ọ ạ.";

    @Test
    void dottedLeadersGoAndTheMarksUnderVowelsStay() {
        Plane page = page(g -> {
            g.drawString(LINE, 100, 200);
            dots(g, 740, 1400, 204);
        });
        Plane print = page(g -> g.drawString(LINE, 100, 200));
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(ink(page, new Box(720, 100, 700, 200))).isZero();
        assertThat(page.pixels()).isEqualTo(print.pixels());
    }

    @Test
    void leadersGoAlsoWhereWritingStandsOnThem() {
        Plane page = page(g -> {
            g.drawString("Kinh", 500, 200);
            dots(g, 300, 1300, 207);
        });
        Plane print = page(g -> g.drawString("Kinh", 500, 200));
        int alone = ink(print, new Box(480, 100, 120, 150));
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(ink(page, new Box(200, 100, 280, 200))).isZero();
        assertThat(ink(page, new Box(480, 100, 120, 150))).isBetween(alone * 9 / 10, alone * 11 / 10);
    }

    /** Of all that Vietnamese puts under a vowel nothing is as easily taken for a dot of the leader beneath it. */
    @Test
    void aMarkUnderAVowelThatStandsInALeaderStays() {
        Plane page = page(g -> {
            dots(g, 300, 1300, 207);
            g.fillRect(498, 205, 4, 6);
            g.fillRect(696, 205, 4, 6);
        });
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(ink(page, new Box(490, 195, 16, 25))).isEqualTo(24);
        assertThat(ink(page, new Box(686, 195, 16, 25))).isEqualTo(24);
        assertThat(ink(page, new Box(300, 195, 180, 25))).isZero();
        assertThat(ink(page, new Box(720, 195, 600, 25))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11, 12, 13, 14})
    void writingBeforeALeaderOnItsOwnLineKeepsItsFeet(int step) {
        Consumer<Graphics2D> print = g -> g.drawString("Bệnh viện đa khoa quận An Thành, tỉnh Long An", 100, 200);
        Plane page = page(g -> {
            print.accept(g);
            for (int x = 1020; x < 1600; x += step) {
                g.fillRect(x, 195, 4, 4);
            }
        });
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(page.pixels()).isEqualTo(page(print).pixels());
    }

    @Test
    void aPageOfPrintIsLeftAsItIs() {
        Plane page = page(g -> {
            for (int y = 150; y < 1000; y += 50) {
                g.drawString(LINE + " " + LINE, 100, y);
            }
        });
        byte[] before = page.pixels().clone();
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(page.pixels()).isEqualTo(before);
    }

    @Test
    void rulingLinesGoAndLettersThatCrossThemStayWhole() {
        Consumer<Graphics2D> print = g -> g.drawString("gạch chân", 420, 210);
        Plane page = page(g -> {
            print.accept(g);
            g.setStroke(new BasicStroke(3));
            g.drawRect(100, 100, 1200, 400);
            g.drawLine(100, 215, 1300, 215);
            g.drawLine(700, 100, 700, 500);
        });
        int letters = ink(page(print), new Box(400, 160, 250, 80));
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(ink(page, new Box(720, 90, 600, 430))).isZero();
        assertThat(ink(page, new Box(400, 160, 250, 80))).isBetween(letters * 3 / 4, letters * 11 / 10);
    }

    @Test
    void aSealGoesAndThePrintBeneathStays() {
        Consumer<Graphics2D> print = g -> g.drawString("Nguyễn Văn Mẫu", 760, 700);
        Plane page = page(g -> {
            g.setColor(new Color(120, 120, 120));
            g.setStroke(new BasicStroke(8));
            g.drawOval(700, 500, 276, 276);
            g.setStroke(new BasicStroke(2));
            g.drawOval(715, 515, 246, 246);
            g.setColor(Color.BLACK);
            print.accept(g);
        });
        int letters = ink(page(print), new Box(600, 400, 600, 500));
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(ink(page, new Box(600, 400, 600, 255))).isZero();
        assertThat(ink(page, new Box(600, 655, 600, 245))).isBetween(letters * 3 / 4, letters * 5 / 4);
    }

    /** Coarse gray scans: the ring is a pixel or two of pale ink, and the edges of the print are as pale as it. */
    @Test
    void aThinPaleSealIsFoundAndThePrintBeneathKeepsItsEdges() {
        Consumer<Graphics2D> print = g -> g.drawString("Nguyễn Văn Mẫu", 760, 700);
        Plane page = page(g -> {
            g.setColor(new Color(175, 175, 175));
            g.setStroke(new BasicStroke(3));
            g.drawOval(700, 500, 276, 276);
            g.setColor(Color.BLACK);
            print.accept(g);
        });
        Cleaning.clear(page, CleaningSteps.PAPER);
        Box above = new Box(600, 400, 600, 255);
        assertThat(ink(page, above, 250)).isZero();
        Box name = new Box(600, 655, 600, 60);
        int letters = ink(page(print), name, 200);
        assertThat(ink(page, name, 200)).isBetween(letters * 19 / 20, letters * 21 / 20);
    }

    @Test
    void theRingsOfASealAsBlackAsPrintGoAndTheStrokesThatCrossThemStay() {
        Consumer<Graphics2D> print = g -> {
            for (int x = 720; x < 980; x += 20) {
                g.fillRect(x, 560, 5, 60);
            }
        };
        Plane page = page(g -> {
            g.setStroke(new BasicStroke(6));
            g.drawOval(701, 501, 277, 277);
            g.setStroke(new BasicStroke(2));
            g.drawOval(719, 519, 241, 241);
            print.accept(g);
        });
        int strokes = ink(page(print), new Box(600, 540, 600, 100));
        int rings = ink(page, new Box(600, 640, 600, 200));
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(ink(page, new Box(600, 640, 600, 200))).isLessThan(rings / 50);
        assertThat(ink(page, new Box(600, 540, 600, 100))).isGreaterThan(strokes * 19 / 20);
    }

    @Test
    void aStepThatIsNotAskedForIsNotDone() {
        Plane page = page(g -> dots(g, 300, 900, 204));
        byte[] before = page.pixels().clone();
        Cleaning.clear(page, new CleaningSteps(true, true, true, false, false));
        assertThat(page.pixels()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-4.3, -0.6, 0, 0.35, 2.6})
    void skewIsMeasuredToATenthOfADegree(double degrees) {
        Plane page = page(g -> {
            g.rotate(Math.toRadians(degrees), 827, 600);
            for (int y = 200; y < 1000; y += 50) {
                g.drawString(LINE + " " + LINE, 150, y);
            }
        });
        assertThat(Cleaning.skew(page, 0)).isBetween(degrees - 0.1, degrees + 0.1);
    }

    /** Nearly all letters stand on the line; few reach below it, more above it. Dots of leaders tell nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 1.5})
    void aPageWhoseLettersHangSeemsUpsideDown(double degrees) {
        Plane page = page(g -> {
            g.rotate(Math.toRadians(degrees), 827, 600);
            for (int y = 200; y < 1000; y += 50) {
                g.drawString(LINE, 150, y);
                dots(g, 900, 1400, y);
            }
        });
        Plane turned = new Straightening(180, 0, page.width(), page.height()).apply(page);
        assertThat(Cleaning.seemsUpsideDown(Cleaning.small(page))).isFalse();
        assertThat(Cleaning.seemsUpsideDown(Cleaning.small(turned))).isTrue();
        assertThat(Cleaning.seemsUpsideDown(page(g -> dots(g, 300, 900, 204))))
                .as("too little to tell")
                .isFalse();
    }

    /** The black box, wherever it comes to lie on the straight page, is found again on the scan. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1.5", "90, 0", "90, -2.2", "180, 0.7", "270, 0", "270, 3.1"})
    void whatIsFoundOnTheStraightPageLiesWhereItLiesOnTheScan(int turn, double skew) {
        Box box = new Box(430, 310, 200, 60);
        Plane scan = page(g -> g.fillRect(box.x(), box.y(), box.width(), box.height()));
        Straightening lie = new Straightening(turn, skew, scan.width(), scan.height());
        Box found = lie.asScanned(inked(lie.apply(scan)));
        int most = (int) Math.ceil(260 * Math.sin(Math.toRadians(Math.abs(skew)))) + 3;
        assertThat(found.x()).isBetween(box.x() - most, box.x() + 1);
        assertThat(found.y()).isBetween(box.y() - most, box.y() + 1);
        assertThat(found.right()).isBetween(box.right() - 1, box.right() + most);
        assertThat(found.bottom()).isBetween(box.bottom() - 1, box.bottom() + most);
    }

    @Test
    void aPageOnWhichNothingIsWrittenIsLeftWhite() {
        Plane page = page(g -> {});
        Cleaning.whiten(page);
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(ink(page, new Box(0, 0, 1654, 1200), 250)).isZero();
    }

    @Test
    void shadowsBecomePaperAndPaleInkBecomesDark() {
        Plane page = page(g -> {
            g.setColor(new Color(205, 205, 205));
            g.fillRect(0, 0, 1654, 1200);
            g.setColor(new Color(130, 130, 130));
            for (int y = 200; y < 1000; y += 50) {
                g.drawString(LINE, 150, y);
            }
        });
        Cleaning.whiten(page);
        assertThat(page.at(20, 20)).isGreaterThan(245);
        assertThat(ink(page, new Box(0, 0, 1654, 1200))).isGreaterThan(3_000);
    }

    @Test
    void noiseEndsWithoutAnything() {
        Plane page = page(g -> {});
        new Random(7).nextBytes(page.pixels());
        Cleaning.whiten(page);
        Cleaning.clear(page, CleaningSteps.PAPER);
        assertThat(page.pixels()).hasSize(1654 * 1200);
    }

    private static void dots(Graphics2D g, int from, int to, int y) {
        for (int x = from; x < to; x += 9) {
            g.fillRect(x, y, 3, 3);
        }
    }

    private static Plane page(Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(1654, 1200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(Color.BLACK);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font("DejaVu Serif", Font.PLAIN, 30));
        drawing.accept(g);
        g.dispose();
        return Plane.of(image, DPI);
    }

    private static int ink(Plane page, Box box) {
        return ink(page, box, DARK);
    }

    private static int ink(Plane page, Box box, int limit) {
        int count = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                count += page.at(x, y) < limit ? 1 : 0;
            }
        }
        return count;
    }

    private static Box inked(Plane page) {
        int[] edges = {page.width(), page.height(), 0, 0};
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                if (page.at(x, y) < DARK) {
                    edges[0] = Math.min(edges[0], x);
                    edges[1] = Math.min(edges[1], y);
                    edges[2] = Math.max(edges[2], x + 1);
                    edges[3] = Math.max(edges[3], y + 1);
                }
            }
        }
        assertThat(Arrays.stream(edges).min().orElseThrow()).isPositive();
        return new Box(edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]);
    }
}
