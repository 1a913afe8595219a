package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.common.Failure;
import vn.sohoa.common.ReasonCode;

/** What the tests of this room share: writing bytes to a file, cutting it, comparing what came out. */
abstract class PaperTest {
    @TempDir
    Path folder;

    SourceFile open(byte[] bytes) throws IOException {
        return open(bytes, Budgets.DEFAULT);
    }

    SourceFile open(byte[] bytes, Budgets budgets) throws IOException {
        Path file = Files.write(folder.resolve("source"), bytes);
        return SourceFile.open(file, SourceFormat.sniff(file).orElseThrow(), budgets);
    }

    PageCut first(byte[] bytes) throws IOException {
        try (SourceFile source = open(bytes)) {
            return source.cut(0, folder);
        }
    }

    static BufferedImage gray(PageCut cut) {
        BufferedImage gray = Pixels.gray(cut.image().file(), Budgets.DEFAULT);
        assertThat(gray.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(gray.getWidth()).isEqualTo(cut.image().width());
        assertThat(gray.getHeight()).isEqualTo(cut.image().height());
        return gray;
    }

    /** The mean difference of brightness, 0 to 255. */
    static double difference(BufferedImage a, BufferedImage b) {
        assertThat(a.getWidth() + " x " + a.getHeight()).isEqualTo(b.getWidth() + " x " + b.getHeight());
        BufferedImage ga = Gray.of(a);
        BufferedImage gb = Gray.of(b);
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                sum += Math.abs(
                        ga.getRaster().getSample(x, y, 0) - gb.getRaster().getSample(x, y, 0));
            }
        }
        return sum / (double) a.getWidth() / a.getHeight();
    }

    static ReasonCode refused(ThrowingRunnable work) {
        try {
            work.run();
        } catch (Failure.BadInput e) {
            return e.reason().code();
        } catch (Exception e) {
            throw new AssertionError("not translated", e);
        }
        throw new AssertionError("not refused");
    }

    @FunctionalInterface
    interface ThrowingRunnable {
        void run() throws Exception;
    }
}
