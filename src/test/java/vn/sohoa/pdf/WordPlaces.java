package vn.sohoa.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Where another reader, poppler, finds the words of a PDF, against where they stand on the page.
 *
 * @param words how many were written
 * @param found how many of them it finds, spelled the same
 * @param offsets between the middles of both boxes, pixels at 300 dpi, sorted
 * @param edges between their left and their right edges, pixels at 300 dpi, sorted
 */
record WordPlaces(int words, int found, List<Double> offsets, List<Double> edges) {
    private static final double PIXELS_A_POINT = 300 / 72.0;
    private static final int FULL = 360;
    private static final Pattern WORD = Pattern.compile(
            "<word xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\">(.*?)</word>");

    private record Seen(String text, double left, double top, double right, double bottom) {
        double offset(Seen other) {
            return Math.hypot(left + right - other.left - other.right, top + bottom - other.top - other.bottom) / 2;
        }
    }

    static WordPlaces of(Path pdf, List<PdfPage> pages) throws IOException, InterruptedException {
        String[] read = PdfText.of(pdf, "-bbox").split("<page ");
        List<Double> offsets = new ArrayList<>();
        List<Double> edges = new ArrayList<>();
        int words = 0;
        for (int i = 0; i < pages.size(); i++) {
            List<Seen> there = seen(read[i + 1]);
            for (Seen word : written(pages.get(i))) {
                words++;
                Optional<Seen> nearest = there.stream()
                        .filter(seen -> seen.text.equals(word.text))
                        .min(Comparator.comparingDouble(word::offset));
                nearest.ifPresent(seen -> {
                    there.remove(seen);
                    offsets.add(PIXELS_A_POINT * word.offset(seen));
                    edges.add(PIXELS_A_POINT * Math.abs(word.left - seen.left));
                    edges.add(PIXELS_A_POINT * Math.abs(word.right - seen.right));
                });
            }
        }
        offsets.sort(null);
        edges.sort(null);
        return new WordPlaces(words, offsets.size(), offsets, edges);
    }

    private static List<Seen> seen(String page) {
        List<Seen> found = new ArrayList<>();
        for (Matcher word = WORD.matcher(page); word.find(); ) {
            String text = word.group(5)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
            found.add(new Seen(text, number(word, 1), number(word, 2), number(word, 3), number(word, 4)));
        }
        return found;
    }

    private static double number(Matcher word, int group) {
        return Double.parseDouble(word.group(group));
    }

    /** On the page as it is shown, in points. */
    private static List<Seen> written(PdfPage page) {
        PageText shown = page.text().turned((FULL - page.rotation()) % FULL);
        double points = 72.0 / page.image().dpi();
        List<Seen> words = new ArrayList<>();
        for (Word word : shown.words().toList()) {
            Box box = word.box();
            words.add(new Seen(
                    word.text(), box.x() * points, box.y() * points, box.right() * points, box.bottom() * points));
        }
        return words;
    }

    double median() {
        return share(offsets, 0.5);
    }

    double edge() {
        return share(edges, 0.5);
    }

    double worstOfTwenty() {
        return share(offsets, 0.95);
    }

    private static double share(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.floor((sorted.size() - 1) * share));
    }
}
