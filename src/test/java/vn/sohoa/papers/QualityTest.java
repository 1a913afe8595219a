package vn.sohoa.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.imaging.Looks;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Look;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Pose;
import vn.sohoa.page.QualityBars;
import vn.sohoa.page.Word;

class QualityTest {
    private static final QualityBars BARS = QualityBars.DEFAULT;

    @ParameterizedTest
    @EnumSource(Form.class)
    void aPaperScannedAsUsualRaisesNoAlarm(Form form) {
        for (String damage : List.of("clean", "mild", "holes")) {
            assertThat(flaws(form, damage, 200)).as(damage).isEmpty();
        }
    }

    @Test
    void whatIsWrongWithAScanIsToldByItsName() {
        Map<String, ReasonCode> expected = Map.of(
                "blurred", ReasonCode.SCAN_BLURRED,
                "dark", ReasonCode.SCAN_DARK,
                "pale", ReasonCode.SCAN_FAINT,
                "shadow", ReasonCode.SCAN_SHADED,
                "cut", ReasonCode.SCAN_CUT);
        expected.forEach((damage, code) -> {
            assertThat(flaws(Form.GIAY_KHAI_SINH, damage, 200)).as(damage).contains(code);
            assertThat(flaws(Form.QUYET_DINH, damage, 300)).as(damage).contains(code);
        });
    }

    /** The recognizer takes faint strokes for no strokes at all; a paper must not vanish for that without a word. */
    @Test
    void aFaintPaperThatPassesForBlankIsTold() {
        Page pale = Page.paper(Form.QUYET_DINH, "pale", new Page.Scanner(200, "gray"), new Dice(11));
        assertThat(BARS.flawsOfBlank(Looks.of(pale.image(), 200))).containsExactly(Reason.of(ReasonCode.SCAN_FAINT));
        for (boolean shining : new boolean[] {false, true}) {
            Page blank = Page.blank(shining, new Page.Scanner(200, "gray"), new Dice(11));
            assertThat(BARS.flawsOfBlank(Looks.of(blank.image(), 200))).isEmpty();
        }
    }

    @Test
    void resolutionSkewAndWeakWordsCountToo() {
        Look good = new Look(0.2, 0.95, 0.9, 0, 0);
        assertThat(BARS.flaws(text(300, 0.4, 0.95f), good)).isEmpty();
        assertThat(BARS.flaws(text(100, 0, 0.95f), good)).containsExactly(Reason.of(ReasonCode.SCAN_COARSE, "100 dpi"));
        assertThat(BARS.flaws(text(300, -6.24, 0.95f), good))
                .containsExactly(Reason.of(ReasonCode.SCAN_SKEWED, "6.2°"));
        assertThat(BARS.flaws(text(300, 0, 0.3f), good)).containsExactly(Reason.of(ReasonCode.SCAN_UNCLEAR, "100 %"));
    }

    @Test
    void anImageSmallerThanALetterIsMeasuredToo() {
        for (int side : new int[] {1, 2, 17, 40}) {
            BufferedImage tiny = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
            Look look = Looks.of(tiny, 300);
            assertThat(look.cut()).isZero();
            assertThat(look.contrast()).isEqualTo(1);
        }
    }

    private static List<ReasonCode> flaws(Form form, String damage, int dpi) {
        Page page = Page.paper(form, damage, new Page.Scanner(dpi, "gray"), new Dice(11));
        return BARS.flaws(text(dpi, 0, 0.95f), Looks.of(page.image(), dpi)).stream()
                .map(Reason::code)
                .toList();
    }

    private static PageText text(int dpi, double skew, float confidence) {
        Word word = new Word("chữ".repeat(20), new Box(10, 10, 200, 40), confidence);
        Block block = new Block(List.of(new vn.sohoa.page.Line(List.of(word))));
        return new PageText(1000, 1000, dpi, PageText.Source.OCR, List.of(block), List.of(), new Pose(0, skew, true));
    }
}
