package vn.sohoa.papers;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of text as it lies on the upright page.
 *
 * @param box in pixels, skew included, a quarter turn not
 * @param place in points, before skew
 */
record Line(String text, String kind, Rectangle2D box, Rectangle2D place) {
    /** Moved to the left. */
    Line left(int pixels) {
        Rectangle2D moved = new Rectangle2D.Double(box.getX() - pixels, box.getY(), box.getWidth(), box.getHeight());
        return new Line(text, kind, moved, place);
    }

    /** The page's text as an eye goes over it: row by row, from left to right. Stamps are not read. */
    static String inOrder(List<Line> lines) {
        List<Line> sorted = lines.stream()
                .filter(line -> !line.kind.equals("stamp"))
                .sorted(Comparator.comparingDouble(line -> line.place.getCenterY()))
                .toList();
        List<List<Line>> rows = new ArrayList<>();
        for (Line line : sorted) {
            if (rows.isEmpty() || !sameRow(rows.get(rows.size() - 1).get(0), line)) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(line);
        }
        return rows.stream()
                .map(row -> row.stream()
                        .sorted(Comparator.comparingDouble(line -> line.place.getX()))
                        .map(Line::text)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static boolean sameRow(Line first, Line line) {
        double least = Math.min(first.place.getHeight(), line.place.getHeight());
        return line.place.getCenterY() - first.place.getCenterY() < 0.5 * least;
    }
}
