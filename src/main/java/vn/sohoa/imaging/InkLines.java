package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.Box;

/** Finds the lines of ink in a part of a cleaned page: where print stands, whether it was read or not. */
public final class InkLines {
    private static final int DARK = 128;
    /** What is left of a cell's border stays out, in millimetres. */
    private static final double BORDER = 0.7;
    /** The mark above a letter belongs to its line. */
    private static final double GAP = 0.6;

    private static final double LEAST_HEIGHT = 1.3;
    private static final double MOST_HEIGHT = 9;
    private static final double LEAST_WIDTH = 0.9;
    /** A stroke of a pen or the rest of a rule fills its box, or hardly any of it. */
    private static final double LEAST_INK = 0.06;

    private static final double MOST_INK = 0.75;

    private InkLines() {}

    /** @return from the top down, in pixels of the page; none where the part is empty */
    public static List<Box> in(Plane page, Box part) {
        int border = (int) Math.ceil(page.mm(BORDER));
        int left = Math.max(0, part.x() + border);
        int right = Math.min(page.width(), part.right() - border);
        int top = Math.max(0, part.y() + border);
        int bottom = Math.min(page.height(), part.bottom() - border);
        if (right <= left || bottom <= top) {
            return List.of();
        }
        int gap = (int) Math.ceil(page.mm(GAP));
        List<Box> lines = new ArrayList<>();
        int begin = -1;
        int last = -1;
        for (int y = top; y <= bottom; y++) {
            boolean ink = y < bottom && hasInk(page, y, left, right);
            if (ink) {
                begin = begin < 0 ? y : begin;
                last = y;
            } else if (begin >= 0 && (y == bottom || y - last > gap)) {
                add(page, left, right, begin, last + 1, lines);
                begin = -1;
            }
        }
        return lines;
    }

    private static boolean hasInk(Plane page, int y, int left, int right) {
        for (int x = left; x < right; x++) {
            if (page.at(x, y) < DARK) {
                return true;
            }
        }
        return false;
    }

    private static void add(Plane page, int left, int right, int top, int bottom, List<Box> lines) {
        int first = right;
        int last = left;
        int dark = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (page.at(x, y) < DARK) {
                    first = Math.min(first, x);
                    last = Math.max(last, x + 1);
                    dark++;
                }
            }
        }
        Box box = new Box(first, top, last - first, bottom - top);
        double share = dark / (double) ((long) box.width() * box.height());
        if (box.height() >= page.mm(LEAST_HEIGHT)
                && box.height() <= page.mm(MOST_HEIGHT)
                && box.width() >= page.mm(LEAST_WIDTH)
                && share >= LEAST_INK
                && share <= MOST_INK) {
            lines.add(box);
        }
    }
}
