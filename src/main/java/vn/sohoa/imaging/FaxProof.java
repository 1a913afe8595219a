package vn.sohoa.imaging;

/**
 * Proves that fax data has all its rows. The decoders at hand take a damaged or missing end for white paper and say
 * nothing; this one walks the codes (ITU-T T.4 and T.6), writes no pixels, and counts the rows that are really there.
 */
final class FaxProof {
    /** How the rows are coded. */
    enum Scheme {
        /** Group 4. */
        T6,
        /** Group 3, one-dimensional. */
        T4,
        /** Group 3, a tag bit in each row says of how many dimensions. */
        T4_MIXED
    }

    private static final double NEARLY_ALL = 0.99;
    private static final double MOST = 0.9;
    private static final int END_OF_LINE_ZEROS = 11;
    private static final int BROKEN = -1;

    private final byte[] code;
    private final int width;
    private final int height;
    private final Scheme scheme;
    private final boolean aligned;
    private long at;
    private int[] above;
    private int[] row;
    private int changes;
    private boolean ended;

    private FaxProof(byte[] code, int width, int height, Scheme scheme, boolean aligned) {
        this.code = code;
        this.width = width;
        this.height = height;
        this.scheme = scheme;
        this.aligned = aligned;
        this.above = new int[width + 4];
        this.row = new int[width + 4];
    }

    /**
     * @param aligned each row begins at a byte
     * @return whether the rows are there, or the data's own end mark says that there are no more
     */
    static boolean isComplete(byte[] code, int width, int height, Scheme scheme, boolean aligned) {
        FaxProof proof = new FaxProof(code, width, height, scheme, aligned);
        return scheme == Scheme.T6 ? proof.group4() : proof.group3();
    }

    private boolean group4() {
        blank(above);
        int rows = 0;
        align();
        while (rows < height && twoDimensional()) {
            rows++;
            align();
        }
        return rows >= NEARLY_ALL * height || ended && rows > 0;
    }

    /** A damaged row costs only itself: the next end-of-line code is where decoding goes on. */
    private boolean group3() {
        blank(above);
        int good = 0;
        int bad = 0;
        while (good + bad < height && at < bits()) {
            align();
            int marks = skipEndsOfLine();
            if (marks >= 2 && good > 0) {
                ended = true;
                break;
            }
            boolean flat = scheme == Scheme.T4 || next(1) == 1;
            if (scheme == Scheme.T4_MIXED) {
                at++;
            }
            if (flat ? oneDimensional() : twoDimensional()) {
                good++;
            } else {
                bad++;
                seekEndOfLine();
            }
        }
        return good >= MOST * (good + bad) && good > 0 && (ended || good + bad >= NEARLY_ALL * height);
    }

    private boolean oneDimensional() {
        changes = 0;
        int x = 0;
        boolean black = false;
        while (x < width) {
            int run = run(black);
            if (run == BROKEN || x + run > width) {
                return false;
            }
            x += run;
            row[changes++] = x;
            black = !black;
            if (changes >= width + 2) {
                return false;
            }
        }
        return finish();
    }

    private boolean twoDimensional() {
        changes = 0;
        int x = -1;
        int b = 0;
        boolean black = false;
        while (x < width) {
            b = opposite(b, x, black);
            int mode = next(7);
            int to;
            if (mode >> 6 == 1) {
                to = vertical(1, b, 0);
            } else if (mode >> 4 == 0b011) {
                to = vertical(3, b, 1);
            } else if (mode >> 4 == 0b010) {
                to = vertical(3, b, -1);
            } else if (mode >> 4 == 0b001) {
                at += 3;
                int first = run(black);
                int second = first == BROKEN ? BROKEN : run(!black);
                int start = Math.max(0, x);
                if (second == BROKEN || start + first + second > width || changes + 2 > width + 2) {
                    return false;
                }
                row[changes++] = start + first;
                row[changes++] = start + first + second;
                x = start + first + second;
                continue;
            } else if (mode >> 3 == 0b0001) {
                at += 4;
                x = above[b + 1];
                if (x > width || at > bits()) {
                    return false;
                }
                continue;
            } else if (mode >> 1 == 0b000011) {
                to = vertical(6, b, 2);
            } else if (mode >> 1 == 0b000010) {
                to = vertical(6, b, -2);
            } else if (mode == 0b0000011) {
                to = vertical(7, b, 3);
            } else if (mode == 0b0000010) {
                to = vertical(7, b, -3);
            } else {
                ended = x < 0 && next(12) == 1;
                return false;
            }
            if (to < Math.max(0, x) || to > width || changes >= width + 2 || at > bits()) {
                return false;
            }
            row[changes++] = to;
            x = to;
            black = !black;
            b = Math.max(0, b - 1);
        }
        return finish();
    }

    private int vertical(int length, int b, int shift) {
        at += length;
        return above[b] + shift;
    }

    /** The first change of the row above that lies right of x and turns to the other colour. */
    private int opposite(int from, int x, boolean black) {
        int b = from;
        if ((b & 1) != (black ? 1 : 0)) {
            b = b > 0 ? b - 1 : b + 1;
        }
        while (above[b] <= x && above[b] < width) {
            b += 2;
        }
        return b;
    }

    private int run(boolean black) {
        int total = 0;
        while (at < bits()) {
            int found = FaxCodes.lookUp(black, next(FaxCodes.LONGEST));
            if (found < 0) {
                return BROKEN;
            }
            at += FaxCodes.length(found);
            total += FaxCodes.run(found);
            if (FaxCodes.run(found) < 64) {
                return at > bits() || total > width ? BROKEN : total;
            }
        }
        return BROKEN;
    }

    private boolean finish() {
        for (int i = changes; i < Math.min(changes + 3, row.length); i++) {
            row[i] = width;
        }
        int[] done = row;
        row = above;
        above = done;
        return at <= bits();
    }

    private void blank(int[] line) {
        java.util.Arrays.fill(line, width);
    }

    private int skipEndsOfLine() {
        int marks = 0;
        while (true) {
            long probe = at;
            while (probe < bits() && bit(probe) == 0) {
                probe++;
            }
            if (probe - at < END_OF_LINE_ZEROS || probe >= bits()) {
                return marks;
            }
            at = probe + 1;
            marks++;
            if (marks > 1 && scheme == Scheme.T4_MIXED) {
                return marks;
            }
        }
    }

    private void seekEndOfLine() {
        int zeros = 0;
        for (; at < bits(); at++) {
            if (bit(at) == 1) {
                if (zeros >= END_OF_LINE_ZEROS) {
                    at -= END_OF_LINE_ZEROS;
                    return;
                }
                zeros = 0;
            } else {
                zeros++;
            }
        }
    }

    private void align() {
        if (aligned) {
            at = (at + 7) / 8 * 8;
        }
    }

    private long bits() {
        return 8L * code.length;
    }

    private int bit(long place) {
        return place >= bits() ? 0 : code[(int) (place >> 3)] >> (7 - (int) (place & 7)) & 1;
    }

    private int next(int count) {
        int from = (int) (at >> 3);
        int window = 0;
        for (int i = 0; i < 4; i++) {
            window = window << 8 | (from + i < code.length ? code[from + i] & 0xFF : 0);
        }
        return window << (int) (at & 7) >>> 32 - count;
    }
}
