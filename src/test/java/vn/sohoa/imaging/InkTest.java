package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InkTest extends PaperTest {
    private static final int W = 1240;
    private static final int H = 1754;
    private static final int DPI = 150;

    @ParameterizedTest
    @MethodSource("vn.sohoa.imaging.WholenessTest#samples")
    void exactlyTheBlankSamplesAreBlank(Path sample) throws IOException {
        String truth = Files.readString(
                sample.resolveSibling(sample.getFileName().toString().replaceAll("\\.[a-z]+$", ".json")));
        String pages = truth.substring(truth.indexOf("\n \"pages\""));
        List<Boolean> expected = new ArrayList<>();
        Matcher kind =
                Pattern.compile("\n   \"kind\": \"(doc|blank|separator)\"").matcher(pages);
        while (kind.find()) {
            expected.add(kind.group(1).equals("blank"));
        }
        List<Boolean> found = new ArrayList<>();
        try (SourceFile source =
                SourceFile.open(sample, SourceFormat.sniff(sample).orElseThrow(), Budgets.DEFAULT)) {
            for (int i = 0; i < source.pages(); i++) {
                PageCut cut = source.cut(i, folder);
                found.add(Ink.of(gray(cut), cut.image().dpi()).blank());
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    private static Ink paper(int shade, Consumer<Graphics2D> drawing) {
        BufferedImage sheet = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(4);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                sheet.getRaster().setSample(x, y, 0, Math.min(255, shade - y / 60 + random.nextInt(9)));
            }
        }
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SERIF, Font.PLAIN, 26));
        drawing.accept(g);
        g.dispose();
        return Ink.of(sheet, DPI);
    }

    @Test
    void emptyPaperIsBlankHoweverDarkItIs() {
        for (int shade : new int[] {250, 200, 140, 100}) {
            assertThat(paper(shade, g -> {}).blank()).as("shade " + shade).isTrue();
        }
    }

    @Test
    void edgesDustHolesAndShowThroughAreNotInk() {
        Ink ink = paper(235, g -> {
            g.fillRect(0, 0, 25, H);
            g.fillRect(0, H - 30, W, 30);
            for (int i = 0; i < 200; i++) {
                g.fillRect(100 + i * 5, 200 + i * 7 % 1300, 2, 2);
            }
            g.fillOval(70, 600, 35, 35);
            g.fillOval(70, 1070, 35, 35);
            g.setColor(new Color(190, 190, 190));
            g.drawString("The other side shines through the thin paper here", 200, 700);
        });
        assertThat(ink.blank()).isTrue();
    }

    @Test
    void oneLineOfPrintIsInkEvenWhenItIsPale() {
        assertThat(paper(240, g -> g.drawString("Trang cuối", 500, 900)).blank())
                .isFalse();
        assertThat(paper(240, g -> {
                            g.setColor(new Color(130, 130, 130));
                            g.drawString("Xác nhận của cơ quan có thẩm quyền", 300, 900);
                        })
                        .blank())
                .isFalse();
        assertThat(paper(240, g -> g.drawRect(60, 80, W - 120, H - 160)).blank())
                .isFalse();
    }
}
