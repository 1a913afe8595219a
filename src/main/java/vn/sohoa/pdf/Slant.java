package vn.sohoa.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** How much the lines of a page that was scanned askew rise, told by the places of their words. */
final class Slant {
    /** A tenth of a degree: below it the end of the longest line is out by a stroke's width. */
    private static final double LEAST = 0.0018;
    /** Six degrees: whatever is more is no scan but a drawing. */
    private static final double MOST = 0.105;

    private static final int WORDS = 3;
    /** A shorter line says more about its capitals than about the page. */
    private static final int LENGTHS_OF_HEIGHT = 8;

    private record Rise(double slope, double length) {}

    private Slant() {}

    /** The median of its lines, each weighing as much as it is long; 0 for a straight page. */
    static double of(PageText text, Frame frame) {
        List<Rise> rises = new ArrayList<>();
        text.lines().filter(line -> line.words().size() >= WORDS).forEach(line -> add(line, frame, rises));
        rises.sort(Comparator.comparingDouble(Rise::slope));
        double half = rises.stream().mapToDouble(Rise::length).sum() / 2;
        for (Rise rise : rises) {
            half -= rise.length;
            if (half <= 0) {
                double slope = Math.abs(rise.slope);
                return slope >= LEAST && slope <= MOST ? rise.slope : 0;
            }
        }
        return 0;
    }

    /** By least squares through the middles of its words. */
    private static void add(Line line, Frame frame, List<Rise> rises) {
        double n = line.words().size();
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        double from = Double.MAX_VALUE;
        double to = -Double.MAX_VALUE;
        double height = 0;
        for (Word word : line.words()) {
            double along = frame.start(word.box()) + frame.length(word.box()) / 2;
            double above = frame.bottom(word.box()) + frame.thickness(word.box()) / 2;
            x += along;
            y += above;
            xx += along * along;
            xy += along * above;
            from = Math.min(from, along);
            to = Math.max(to, along);
            height += frame.thickness(word.box()) / n;
        }
        double spread = xx - x * x / n;
        if (to - from > LENGTHS_OF_HEIGHT * height && spread > 0) {
            rises.add(new Rise((xy - x * y / n) / spread, to - from));
        }
    }
}
