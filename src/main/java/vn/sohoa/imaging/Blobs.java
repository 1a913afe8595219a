package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.List;

/** Connected dark spots of a page, eight neighbours; those that touch the margin are left out unless they are long. */
final class Blobs {
    /** A spot: how many pixels, in a box of which size. */
    record Blob(int pixels, int width, int height) {}

    private Blobs() {}

    /** Uses up the array. */
    static List<Blob> of(boolean[] dark, int width, int height, int marginX, int marginY) {
        List<Blob> blobs = new ArrayList<>();
        int[] stack = new int[Math.max(16, width)];
        for (int start = 0; start < dark.length; start++) {
            if (!dark[start]) {
                continue;
            }
            int depth = 0;
            stack[depth++] = start;
            dark[start] = false;
            int pixels = 0;
            int left = width;
            int right = 0;
            int top = height;
            int bottom = 0;
            while (depth > 0) {
                int at = stack[--depth];
                int x = at % width;
                int y = at / width;
                pixels++;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
                if (depth + 8 >= stack.length) {
                    stack = java.util.Arrays.copyOf(stack, stack.length * 2);
                }
                for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                        int next = ny * width + nx;
                        if (dark[next]) {
                            dark[next] = false;
                            stack[depth++] = next;
                        }
                    }
                }
            }
            boolean inside =
                    left > marginX && top > marginY && right < width - marginX - 1 && bottom < height - marginY - 1;
            boolean longLine = right - left > width / 2 || bottom - top > height / 2;
            if (inside || longLine && !isEdge(left, right, top, bottom, width, height, marginX, marginY)) {
                blobs.add(new Blob(pixels, right - left + 1, bottom - top + 1));
            }
        }
        return blobs;
    }

    /** A shadow along one side of the page, not deeper than two margins. */
    private static boolean isEdge(
            int left, int right, int top, int bottom, int width, int height, int marginX, int marginY) {
        return right < 2 * marginX
                || bottom < 2 * marginY
                || left >= width - 2 * marginX
                || top >= height - 2 * marginY;
    }
}
