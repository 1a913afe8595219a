package vn.sohoa.pdf;

import vn.sohoa.page.Box;

/**
 * Where text runs on a page that was scanned turned: lengths along the line and heights above the line's lower edge, in
 * points, from boxes in pixels of the page as scanned.
 *
 * @param width of the page in pixels
 * @param height of the page in pixels
 * @param scale points a pixel
 * @param rotation how far the page is turned clockwise from upright
 */
record Frame(int width, int height, float scale, int rotation) {
    /** From the line's beginning edge of the page to where the box begins. */
    float start(Box box) {
        return scale
                * switch (rotation) {
                    case 90 -> box.y();
                    case 180 -> width - box.right();
                    case 270 -> height - box.bottom();
                    default -> box.x();
                };
    }

    float length(Box box) {
        return scale * (upOrDown() ? box.height() : box.width());
    }

    float thickness(Box box) {
        return scale * (upOrDown() ? box.width() : box.height());
    }

    /** From the lower edge of the upright page to the lower edge of the box. */
    float bottom(Box box) {
        return scale
                * switch (rotation) {
                    case 90 -> box.x();
                    case 180 -> box.y();
                    case 270 -> width - box.right();
                    default -> height - box.bottom();
                };
    }

    /**
     * The text matrix that puts the pen at this place of the upright page and turns it along the line.
     *
     * @param slope how much the line rises a point along the page, on a page that was scanned askew
     */
    String matrix(float along, float above, double slope) {
        float right = scale * width;
        float top = scale * height;
        return switch (rotation) {
            case 90 -> matrix(0, -1, slope, above, top - along);
            case 180 -> matrix(-1, 0, slope, right - along, top - above);
            case 270 -> matrix(0, 1, slope, right - above, along);
            default -> matrix(1, 0, slope, along, above);
        };
    }

    /** Along the page lies (x, y) and a quarter turn against the clock from there is up. */
    private static String matrix(int x, int y, double slope, float e, float f) {
        double cos = 1 / Math.hypot(1, slope);
        double sin = slope * cos;
        double a = cos * x - sin * y;
        double b = cos * y + sin * x;
        return Numbers.of(a, 5)
                + ' '
                + Numbers.of(b, 5)
                + ' '
                + Numbers.of(-b, 5)
                + ' '
                + Numbers.of(a, 5)
                + ' '
                + Numbers.of(e, 2)
                + ' '
                + Numbers.of(f, 2);
    }

    private boolean upOrDown() {
        return rotation == 90 || rotation == 270;
    }
}
