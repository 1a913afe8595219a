package vn.sohoa.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import vn.sohoa.accuracy.Accuracy;
import vn.sohoa.common.Reason;
import vn.sohoa.ocr.Reading;
import vn.sohoa.ocr.RecognizerSettings;
import vn.sohoa.ocr.Recognizers;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.QualityBars;

/**
 * Which damage is told to the counter, and how badly such pages are read: {@code QualityTable [COUNT [DAMAGE …]]} prints a
 * row a damage, over so many pages of each. The bars of {@link QualityBars} were set by this table.
 */
public final class QualityTable {
    private QualityTable() {}

    public static void main(String... arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        int count = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        int workers = Runtime.getRuntime().availableProcessors();
        System.out.println("| damage | pages | told | which | CER |\n|---|---|---|---|---|");
        try (Recognizers recognizers = new Recognizers(RecognizerSettings.of(workers))) {
            List<String> names = new ArrayList<>(new LinkedHashSet<>(Damage.NAMES));
            names.addAll(Damage.RUINED);
            if (arguments.length > 1) {
                names.retainAll(List.of(arguments));
            }
            for (String name : names) {
                row(recognizers, name, List.of(200, 300), count);
            }
            row(recognizers, "mild", List.of(150), count);
            row(recognizers, "mild", List.of(100), count);
        }
    }

    private static void row(Recognizers recognizers, String damage, List<Integer> dpis, int count) {
        Map<String, Integer> told = new TreeMap<>();
        AtomicInteger alarmed = new AtomicInteger();
        List<Accuracy.Errors> errors = new ArrayList<>();
        IntStream.range(0, count).parallel().forEach(number -> {
            Dice dice = new Dice(7_000_003L * (number + 1));
            Page.Scanner scanner = new Page.Scanner(dpis.get(number % dpis.size()), number % 3 == 0 ? "color" : "gray");
            Page page = Page.paper(dice.of(Form.usual()), damage, scanner, dice);
            Reading reading = read(recognizers, page, scanner.dpi());
            List<Reason> flaws = reading.blank()
                    ? QualityBars.DEFAULT.flawsOfBlank(reading.look())
                    : QualityBars.DEFAULT.flaws(reading.text(), reading.look());
            List<String> lines = page.lines().stream()
                    .filter(line -> !line.kind().equals("stamp"))
                    .map(Line::text)
                    .toList();
            synchronized (told) {
                flaws.forEach(flaw -> told.merge(flaw.code().name(), 1, Integer::sum));
                alarmed.addAndGet(flaws.isEmpty() ? 0 : 1);
                errors.add(Accuracy.errors(lines, reading.text().text()));
            }
        });
        long wrong = errors.stream().mapToLong(Accuracy.Errors::wrong).sum();
        long letters = errors.stream().mapToLong(Accuracy.Errors::letters).sum();
        System.out.printf(
                Locale.ROOT,
                "| %s, %s dpi | %d | %d %% | %s | %.1f %% |%n",
                damage,
                dpis,
                count,
                100 * alarmed.get() / count,
                new LinkedHashMap<>(told),
                100.0 * wrong / letters);
    }

    private static Reading read(Recognizers recognizers, Page page, int dpi) {
        try {
            Path folder = Files.createTempDirectory("sohoa-quality-");
            Path file = folder.resolve("page.png");
            ImageIO.write(page.image(), "png", file.toFile());
            PageImage image = new PageImage(
                    file,
                    PageImage.Encoding.PNG,
                    page.image().getWidth(),
                    page.image().getHeight(),
                    dpi);
            Reading reading = recognizers.read(image, folder.resolve("view.jpg"), folder.resolve("thumb.jpg"));
            for (String name : List.of("page.png", "view.jpg", "thumb.jpg")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
            return reading;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
