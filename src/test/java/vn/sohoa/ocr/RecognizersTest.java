package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.SmallPapers;
import vn.sohoa.common.Failure;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Pose;
import vn.sohoa.page.Word;

class RecognizersTest {
    private static Recognizers recognizers;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        recognizers = new Recognizers(RecognizerSettings.of(2));
    }

    @AfterAll
    static void close() {
        recognizers.close();
    }

    @Test
    void aFewWordsThatMayLieEitherWayAreReadUpright() throws IOException {
        Path file = new SmallPapers().draw(1013, folder.resolve("small.jpg"));
        PageText text =
                read(new PageImage(file, PageImage.Encoding.JPEG, 360, 90, 300)).text();
        assertThat(text.text()).contains("11013");
        assertThat(text.pose().turn()).isZero();
    }

    @Test
    void wholePageIsReadWithPlacesAndConfidences() throws IOException {
        Reading reading = read(Pages.marriageCertificate());

        assertThat(reading.blank()).isFalse();
        assertThat(reading.text().text()).contains("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc");
        assertThat(reading.text().words()).hasSizeGreaterThan(60).allSatisfy(word -> {
            assertThat(word.confidence()).isBetween(0f, 1f);
            assertThat(word.text()).isNotBlank().doesNotContain(" ");
            assertThat(word.box().right()).isLessThanOrEqualTo(1654);
            assertThat(word.box().bottom()).isLessThanOrEqualTo(2339);
        });
        assertThat(reading.text().confidence()).isGreaterThan(0.7);
        assertThat(ImageIO.read(folder.resolve("view.jpg").toFile()).getHeight())
                .isGreaterThan(1000);
        assertThat(ImageIO.read(folder.resolve("thumbnail.jpg").toFile()).getHeight())
                .isLessThan(400);
    }

    /** Upside down, and on its side: read all the same, and every word where it stands on the scan. */
    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void aTurnedPageIsReadAndItsWordsStandWhereTheyStandOnTheScan(int turn) {
        PageText upright = read(Pages.marriageCertificate()).text();
        PageText turned =
                read(Pages.turned(folder, Pages.marriageCertificate(), turn)).text();

        assertThat(upright.pose().turn()).isZero();
        assertThat(turned.pose().turn()).isEqualTo(turn);
        assertThat(turned.pose().sure()).isTrue();
        assertThat(turned.text()).contains("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        Box there = place(upright, "CỘNG").turned(turn, upright.width(), upright.height());
        Box here = place(turned, "CỘNG");
        assertThat(Math.abs(here.x() - there.x()) + Math.abs(here.y() - there.y()))
                .isLessThan(24);
        assertThat(Math.abs(here.right() - there.right()) + Math.abs(here.bottom() - there.bottom()))
                .isLessThan(24);
    }

    private static Box place(PageText page, String word) {
        return page.words()
                .filter(found -> found.text().equals(word))
                .findFirst()
                .orElseThrow()
                .box();
    }

    @Test
    void aPageWhoseWayUpCannotBeToldIsFlaggedAndNotTurned() {
        Pose pose = read(Pages.wedge(folder, 1240, 1754)).text().pose();
        assertThat(pose.sure()).isFalse();
        assertThat(pose.turn()).isZero();
    }

    @Test
    void linesAndWordsStandWhereTheyStandOnThePage() {
        Reading reading = read(Pages.heading(folder));

        List<Word> words = reading.text().words().toList();
        assertThat(reading.text().blocks().stream()
                        .mapToInt(b -> b.lines().size())
                        .sum())
                .isEqualTo(2);
        assertThat(words.get(0).text()).isEqualTo("CỘNG");
        Box box = words.get(0).box();
        assertThat(box.x()).isBetween(20, 60);
        assertThat(box.height()).isBetween(20, 70);
    }

    @Test
    void emptyPageIsBlankAndNotRead() {
        Reading reading = read(Pages.empty(folder, 1240, 1754));

        assertThat(reading.blank()).isTrue();
        assertThat(reading.text().isEmpty()).isTrue();
        assertThat(reading.text().width()).isEqualTo(1240);
        assertThat(reading.withoutText()).isFalse();
    }

    @Test
    void inkWithoutLettersIsNotBlankAndHasNoText() {
        Reading reading = read(Pages.wedge(folder, 400, 400));

        assertThat(reading.blank()).isFalse();
        assertThat(reading.withoutText()).isTrue();
    }

    @Test
    void brokenImageIsBadInputAndItsChildReadsOn() throws IOException {
        Path broken = Files.write(folder.resolve("broken.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 0});
        PageImage image = new PageImage(broken, PageImage.Encoding.JPEG, 100, 100, 300);
        try (Recognizers one = new Recognizers(RecognizerSettings.of(1))) {
            assertThatThrownBy(() -> one.read(image, folder.resolve("v"), folder.resolve("t")))
                    .isInstanceOfSatisfying(
                            Failure.BadInput.class,
                            e -> assertThat(e.reason().code()).isEqualTo(ReasonCode.PAGE_UNREADABLE));
            assertThat(one.read(Pages.heading(folder), folder.resolve("v"), folder.resolve("t"))
                            .text()
                            .isEmpty())
                    .isFalse();
            assertThat(one.started()).isEqualTo(1);
        }
    }

    @Test
    void pagesAreReadSideBySideAndComeBackToWhoAsked() {
        PageImage heading = Pages.heading(folder);
        PageImage empty = Pages.empty(folder, 300, 200);
        List<CompletableFuture<Reading>> readings = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> recognizers.read(
                        i % 2 == 0 ? heading : empty, folder.resolve("v" + i), folder.resolve("t" + i))))
                .toList();

        for (int i = 0; i < readings.size(); i++) {
            assertThat(readings.get(i).join().blank()).isEqualTo(i % 2 == 1);
        }
        assertThat(recognizers.started()).isLessThanOrEqualTo(2);
    }

    @Test
    void memoryOfAChildStaysFlatOverFiftyPages() throws IOException {
        List<PageImage> pages = IntStream.range(0, 5)
                .mapToObj(i -> Pages.cut(folder, 640, 200, 1000 + 37 * i, 160 + 11 * i))
                .toList();
        try (Recognizers one = new Recognizers(RecognizerSettings.of(1))) {
            for (int i = 0; i < 15; i++) {
                one.read(pages.get(i % 5), folder.resolve("v"), folder.resolve("t"));
            }
            long pid = one.children().get(0).pid();
            long before = Processes.residentMegabytes(pid);
            for (int i = 15; i < 50; i++) {
                one.read(pages.get(i % 5), folder.resolve("v"), folder.resolve("t"));
            }
            assertThat(one.children().get(0).pid()).isEqualTo(pid);
            assertThat(Processes.residentMegabytes(pid)).isBetween(50L, before + 40);
        }
    }

    private Reading read(PageImage image) {
        return recognizers.read(image, folder.resolve("view.jpg"), folder.resolve("thumbnail.jpg"));
    }
}
