package vn.sohoa.imaging;

/** What the border of an image cuts through: strokes of letters that go on beyond it. */
final class Borders {
    private static final double INCH = 25.4;
    private static final double DARK = 0.6;
    private static final double SHORTEST_MM = 0.15;
    private static final double LONGEST_MM = 3;
    /** Light falls off along a side: paper is taken a piece at a time. */
    private static final double PIECE_MM = 12;
    /** So deep into the page a stroke is followed; dust and noise do not reach so far. */
    private static final double DEEP_MM = 0.25;

    private Borders() {}

    /** How many strokes end at the worst of the four sides. */
    static int cut(byte[] pixels, int width, int height, int dpi) {
        Side left = new Side(pixels, 0, width, 1, height);
        Side right = new Side(pixels, width - 1, width, -1, height);
        Side top = new Side(pixels, 0, 1, width, width);
        Side bottom = new Side(pixels, (height - 1) * width, 1, -width, width);
        int deep = Math.max(2, (int) Math.round(DEEP_MM * dpi / INCH));
        if (width <= 2 * deep || height <= 2 * deep) {
            return 0;
        }
        double mm = dpi / INCH;
        return Math.max(
                Math.max(left.strokes(deep, mm), right.strokes(deep, mm)),
                Math.max(top.strokes(deep, mm), bottom.strokes(deep, mm)));
    }

    /**
     * One side of the image.
     *
     * @param first index of its first pixel
     * @param along from one pixel of the side to the next
     * @param inward from a pixel to the one further inside
     */
    private record Side(byte[] pixels, int first, int along, int inward, int length) {
        int strokes(int deep, double mm) {
            int piece = Math.max(1, (int) (PIECE_MM * mm));
            int strokes = 0;
            int run = 0;
            int paper = 0;
            for (int i = 0; i <= length; i++) {
                if (i % piece == 0) {
                    paper = paper(i, Math.min(length, i + piece));
                }
                if (i < length && dark(i, deep, paper)) {
                    run++;
                    continue;
                }
                if (run >= SHORTEST_MM * mm && run <= LONGEST_MM * mm) {
                    strokes++;
                }
                run = 0;
            }
            return strokes;
        }

        private boolean dark(int i, int deep, int paper) {
            int sum = 0;
            for (int depth = 0; depth < deep; depth++) {
                sum += pixels[first + i * along + depth * inward] & 0xFF;
            }
            return sum < DARK * paper * deep && (pixels[first + i * along] & 0xFF) < DARK * paper;
        }

        /** The middle brightness of a piece of the side; black where the scanner saw past the paper. */
        private int paper(int from, int to) {
            int[] histogram = new int[256];
            for (int i = from; i < to; i++) {
                histogram[pixels[first + i * along] & 0xFF]++;
            }
            int value = 0;
            for (int seen = histogram[0]; value < 255 && seen <= (to - from) / 2; seen += histogram[value]) {
                value++;
            }
            return value;
        }
    }
}
