package vn.sohoa.barcode;

import vn.sohoa.page.Box;

/** Gray pixels, one byte each, rows without gaps, black 0. */
record Luminance(byte[] pixels, int width, int height) {
    Luminance {
        if (width < 1 || height < 1 || pixels.length != (long) width * height) {
            throw new IllegalArgumentException(pixels.length + " bytes are not " + width + " x " + height);
        }
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** The part inside the box, which lies on the page. */
    Luminance cut(Box box) {
        byte[] cut = new byte[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(pixels, (box.y() + y) * width + box.x(), cut, y * box.width(), box.width());
        }
        return new Luminance(cut, box.width(), box.height());
    }

    /** Half as wide and high; the mean of each four pixels, which takes away half of the noise. */
    Luminance halved() {
        int wide = Math.max(1, width / 2);
        int high = Math.max(1, height / 2);
        byte[] out = new byte[wide * high];
        int right = Math.min(1, width - 1);
        int below = Math.min(1, height - 1) * width;
        for (int y = 0; y < high; y++) {
            int at = 2 * y * width;
            for (int i = y * wide; i < (y + 1) * wide; i++, at += 2) {
                int sum = (pixels[at] & 0xff)
                        + (pixels[at + right] & 0xff)
                        + (pixels[at + below] & 0xff)
                        + (pixels[at + below + right] & 0xff);
                out[i] = (byte) (sum + 2 >> 2);
            }
        }
        return new Luminance(out, wide, high);
    }

    /** Enlarged, bilinear. */
    Luminance scaled(double scale) {
        if (scale == 1) {
            return this;
        }
        int wide = (int) Math.round(width * scale);
        int high = (int) Math.round(height * scale);
        byte[] out = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            double sourceY = Math.max(0, Math.min(height - 1.0, (y + 0.5) / scale - 0.5));
            int top = (int) sourceY;
            int below = Math.min(height - 1, top + 1);
            double fy = sourceY - top;
            for (int x = 0; x < wide; x++) {
                double sourceX = Math.max(0, Math.min(width - 1.0, (x + 0.5) / scale - 0.5));
                int left = (int) sourceX;
                int right = Math.min(width - 1, left + 1);
                double fx = sourceX - left;
                double upper = at(left, top) * (1 - fx) + at(right, top) * fx;
                double lower = at(left, below) * (1 - fx) + at(right, below) * fx;
                out[y * wide + x] = (byte) Math.round(upper * (1 - fy) + lower * fy);
            }
        }
        return new Luminance(out, wide, high);
    }
}
